# Los hechos de una alerta
position = { $action ->
    [deploy] tropas sobre el terreno
    [extend] se queda
    [commit] envío decidido
    [support] dispuesto a enviar
    [accept] acepta recibir
    [propose] propone enviar
    [consider] lo considera
    [condition] solo con condiciones
    [suspend] en suspenso
    [drop] fuera de la agenda
    [rule_out] no enviará
    [oppose] en contra
    [withdraw] se retira
    [end_mission] misión terminada
   *[other] posición poco clara
}
position-foreign = { $action ->
    [deploy] tropas extranjeras sobre el terreno
    [extend] deja quedarse a las tropas extranjeras
    [commit] decisión a favor de tropas extranjeras
    [support] a favor de tropas extranjeras
    [accept] acepta recibir
    [propose] pide tropas extranjeras
    [consider] considera tropas extranjeras
    [condition] solo con condiciones
    [suspend] en suspenso
    [drop] fuera de la agenda
    [rule_out] no recibirá
    [oppose] en contra de tropas extranjeras
    [withdraw] quiere fuera a las tropas extranjeras
    [end_mission] pone fin a la misión extranjera
   *[other] posición poco clara
}
object = { $object ->
    [mission] misión de paz
    [reassurance] fuerza de garantía
    [training] misión de adiestramiento
    [monitors] observadores
    [bases] bases militares
    [police] misión policial
   *[contingent] tropas
}
direction = { $direction ->
    [advance] Avance
    [rollback] Retroceso
    [hold] Indeciso
   *[none] Sin posición
}
level = { $level ->
    [opposition] oposición
    [legislator] un parlamentario
    [legislature] parlamento
    [ex_official] un excargo
    [protesters] manifestantes
    [armed_group] un grupo armado
    [commentator] un comentarista
   *[government_or_igo] gobierno
}
word = { $kind ->
    [official] una fuente oficial
    [named_person] una persona con nombre
    [anonymous_source] una fuente anónima
    [leaked] un documento filtrado
   *[media_report] un medio
}
claim = { $status ->
    [confirmed] confirmado
    [denied] desmentido
    [retracted] retirado
    [reversed] invertido
   *[reported] sin confirmar
}
card-status = { $status ->
    [confirmed] Confirmado
    [joined] Otro se suma
    [denied] Desmentido
    [retracted] Retirado
   *[reversed] Giro
}
severity = { $level ->
    [1] menor
    [2] notable
    [3] importante
   *[4] grave
}
certainty = { $certainty ->
    [confirmed] solo confirmado
   *[any] confirmado o no
}
topic = { $topic ->
    [foreign-troops] tropas en el extranjero
   *[other] { $topic }
}
first-seen = visto por primera vez
word-of = Según:
publishers = { $count ->
    [0] editor desconocido
    [one] { $count } editor
   *[other] { $count } editores
}
state-media = medio estatal
demand-agrees = Coincide con una exigencia de:
demand-against = Contra una exigencia de:
since = desde el { $day }
seen = Publicado { $published } · visto primero { $seen }
seen-only = Sin fecha · visto primero { $seen }

# Nombres
organisation = { $id ->
    [UN] Naciones Unidas
    [EU] Unión Europea
    [NATO] OTAN
    [OSCE] OSCE
    [AFU] Unión Africana
    [COTW] Coalición de voluntarios
    [ECOWAS] CEDEAO
    [SADC] SADC
    [EAC] Comunidad Africana Oriental
    [IGAD] IGAD
    [ECCAS] CEEAC
    [ICGLR] Conferencia de los Grandes Lagos
    [AES] Alianza de Estados del Sahel
    [G5S] G5 Sahel
    [LCBC] Comisión de la Cuenca del Lago Chad
    [CSTO] OTSC
    [CIS] CEI
    [SCO] Organización de Cooperación de Shanghái
    [BRICS] BRICS
    [GSEVEN] G7
    [OAS] Organización de los Estados Americanos
    [CARICOM] CARICOM
    [CELAC] CELAC
    [ALBA] ALBA
    [ASEAN] ASEAN
    [PIF] Foro de las Islas del Pacífico
    [GCC] Consejo de Cooperación del Golfo
    [ARABLG] Liga Árabe
    [OIC] Organización para la Cooperación Islámica
    [BOP] Junta de Paz
    [JEF] Fuerza Expedicionaria Conjunta
    [BNINE] Nueve de Bucarest
    [NORDB] Ocho Nórdico-Bálticos
    [VFOUR] Grupo de Visegrado
   *[other] ?
}

# Botones
button-open = Abrir
button-context = Contexto
button-why = Por qué
button-follow = Seguir
button-mute = Silenciar
button-pause = Pausar
button-resume = Reanudar
button-remove = Quitar
button-all = Todo
button-help = Ayuda
button-subscribe = Suscribirse
button-timeline = Cronología
button-positions = Posiciones
button-add-channel = Añadir a un canal
button-forget = Sí, borrar todo
button-hours = { $hours } h
button-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}

# Órdenes
cmd-start = Qué es esto y cómo empezar
cmd-help = Todas las órdenes, o una en detalle
cmd-subscribe = Recibir alertas aquí, o en un canal tuyo
cmd-subscriptions = Lo que recibe este chat: pausar, quitar
cmd-unsubscribe = Terminar una suscripción, o todas
cmd-context = Quién está dónde hoy, los últimos cambios, el trasfondo
cmd-positions = Las posiciones de todos sobre un lugar
cmd-timeline = Cómo se movieron las posiciones
cmd-latest = Las alertas más recientes
cmd-why = Por qué sonó una alerta, o por qué una noticia no
cmd-sources = Las fuentes, con los medios estatales marcados, y su estado
cmd-language = El idioma de este chat
cmd-timezone = La zona horaria de este chat
cmd-quiet = Horas sin sonido; lo grave suena igual
cmd-digest = Un resumen diario o semanal
cmd-status = Si todo funciona
cmd-feedback = Decir al operador: alerta falsa, hecho omitido
cmd-forget = Borrar todo sobre este chat
cmd-export = Tus suscripciones en un archivo
cmd-settings = Los ajustes de este chat
cmd-import = Suscripciones de una exportación
cmd-follow = Cada giro de una historia
cmd-mute = Silenciar una historia, un lugar o un actor un tiempo
cmd-stats = Cifras para el operador
cmd-retract = Retirar una alerta en todas partes
cmd-broadcast = Un mensaje a todos los chats
opt-command = Una orden
opt-place = Lugares, por nombre o código: Ucrania, LB
opt-actor = Quién: Estados u organizaciones, por nombre o código
opt-direction = advance (avance), rollback (retroceso), hold (indeciso)
opt-severity = Al menos: 1 menor, 2 notable, 3 importante, 4 grave
opt-certainty = any, o confirmed: palabra oficial o dos editores
opt-level = También: opposition, legislator, ex_official, …
opt-language = Un idioma: en, uk, de, fr, pl, es, ru, tr
opt-languages = Solo noticias en estos idiomas
opt-topic = Un ámbito político
opt-in = Otro chat tuyo: @canal, #canal
opt-about = Un lugar o un actor
opt-id = Cuál; la lista muestra los números
opt-do = pause, resume, remove
opt-hours = Por cuántas horas
opt-alert = Una alerta, o el enlace de una noticia
opt-zone = Por ejemplo Europe/Madrid
opt-text = Tus palabras
opt-data = El JSON de /export
opt-sure = yes
opt-reason = Por qué
opt-at = HH:MM
opt-every = daily, weekly, off
opt-between = HH:MM-HH:MM, u off
opt-confirmations = on u off: sonar otra vez cuando un informe se confirma

# Respuestas
greeting = Shiftwire avisa cuando un gobierno o una alianza cambia de posición sobre el envío de soldados o fuerzas de paz al extranjero: quién, de qué a qué, según quién, y qué se había dicho antes.
greeting-short = Avisa cuando los gobiernos cambian de posición sobre el envío de tropas o fuerzas de paz.
greeting-how = Pulsa «{ button-all }» para recibir aquí todas las alertas, o elige: /subscribe place:Ucrania
greeting-ask = Pregunta cuando quieras: /context Ucrania
greeting-channel = Para un canal: añade este bot como administrador que puede publicar, y escribe aquí /subscribe in:@tucanal
added = Shiftwire ya puede publicar en «{ $title }». No se envía nada hasta que digas qué.
added-here = Shiftwire está aquí. Un administrador puede elegir ahora qué cuenta: /subscribe
help-title = Órdenes
help-settings = Ajustes (administradores)
help-operator = Para el operador
help-more = Una en detalle: /help subscribe
help-options = Opciones, en cualquier orden, como clave:valor:
help-example = Ejemplo: { $example }
help-required = necesario
subscribed = Suscrito: { $filters }
subscribed-in = «{ $title }» suscrito: { $filters }
subscribed-same = Esa suscripción ya existe: { $filters }
everything = todo
preview = { $count ->
    [0] En los últimos 30 días esto no habría enviado nada.
    [one] En los últimos 30 días esto habría enviado { $count } alerta:
   *[other] En los últimos 30 días esto habría enviado { $count } alertas; las más recientes:
}
preview-many = En los últimos 30 días esto habría enviado más de { $count } alertas; las más recientes:
filter-places = lugares { $list }
filter-actors = actores { $list }
filter-directions = sentido { $list }
filter-severity = al menos { $severity }
filter-levels = también { $list }
filter-languages = noticias en { $list }
filter-topics = temas { $list }
filter-story = una historia
subscriptions-title = { $count ->
    [0] Sin suscripciones
    [one] { $count } suscripción
   *[other] { $count } suscripciones
}
subscriptions-none = Aquí todavía no se envía nada. Empieza con /subscribe
paused-until = en pausa hasta { $until }
muted-until = en silencio hasta { $until }
unsubscribed = { $count ->
    [0] No había nada que terminar.
    [one] Terminada { $count } suscripción.
   *[other] Terminadas { $count } suscripciones.
}
context-title = { $name }: quién está dónde
context-asked = Un lugar o un actor, por favor: /context Ucrania. O responde /context a una alerta.
context-none = Aquí no se conoce todavía ninguna posición.
context-shifts = Últimos cambios
context-background = Trasfondo
context-background-language = (en inglés)
context-remains = Aún sobre la mesa
positions-title = Posiciones: { $name }
positions-none = No se conoce todavía ninguna posición sobre { $name }.
position-baseline = conocida antes del primer arranque
position-class = { $class ->
    [present] Presentes o decididos
    [willing] Dispuestos
    [weighing] Sopesando
    [backing_off] Echándose atrás
   *[against] En contra
}
timeline-title = Cronología: { $name }
timeline-none = No se conoce todavía ningún cambio sobre { $name }.
away = { $count ->
    [one] En tu ausencia: una alerta
   *[other] En tu ausencia: { $count } alertas
}
digest-title = { $count ->
    [one] Resumen: una alerta
   *[other] Resumen: { $count } alertas
}
and-more = … y { $count } más: /latest
latest-title = Alertas más recientes
latest-none = Todavía no hay alertas.
why-asked = Responde /why a una alerta, o da el enlace de una noticia: /why https://…
why-unknown = No se sabe nada de «{ $what }». El bot recuerda las noticias 30 días.
why-matched = Palabras que contaron: { $words }
why-rungs = Antes y después: { $from } → { $to }
why-sent = Este chat la recibe por: { $filters }
why-not-sent = Ninguna suscripción de este chat la deja pasar.
why-items = { $count ->
    [one] { $count } noticia la lleva
   *[other] { $count } noticias la llevan
}
why-title = Por qué esta alerta
why-item-title = Qué fue de esta noticia
why-stage = { $stage ->
    [unchanged] Ya vista, sin cambios.
    [old] Tenía más de 48 horas cuando se vio por primera vez.
    [undated] No da ninguna fecha legible.
    [not_relevant] No trata de una posición sobre tropas en el extranjero.
    [background] Opinión, historia o trasfondo: eso no suena.
    [no_stance] Sobre el tema, pero sin la posición de nadie.
    [known_stance] Una posición que ya se conocía.
    [level] No es palabra de un gobierno u organización.
    [joined] Se sumó a una historia ya contada.
    [abstained] Demasiado incierta para contarla.
    [silent_start] Estaba antes de la primera lectura de la fuente.
    [alerted] Provocó una alerta.
   *[edited] Cambió una alerta en silencio.
}
sources-title = { $count ->
    [one] { $count } fuente
   *[other] { $count } fuentes
}
sources-summary = Bien leídas: { $good } · con errores: { $bad } · aún sin leer: { $new }
sources-error = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errores
}
sources-read = leída { $when }
sources-unread = aún sin leer
language-now = Idioma de este chat: { $language }.
language-choose = Otros: { $list }
timezone-now = Zona horaria de este chat: { $zone } (ahora { $now }).
timezone-unknown = «{ $zone }» no es una zona conocida. Por ejemplo: /timezone Europe/Madrid
quiet-now = Silencio de { $from } a { $to }; lo grave suena igual.
quiet-off = Sin horas de silencio.
quiet-wrong = Escribe /quiet 23:00-07:00, o /quiet off
digest-now = { $every ->
    [daily] Un resumen cada día a las { $at }.
   *[weekly] Un resumen cada lunes a las { $at }.
}
digest-off = Sin resumen.
digest-wrong = Escribe /digest daily at:08:00, /digest weekly at:08:00, o /digest off
status-ok = Todo funciona.
status-trouble = { $count ->
    [one] { $count } fuente no se puede leer ahora.
   *[other] { $count } fuentes no se pueden leer ahora.
}
status-feeds = Fuentes: { $good } de { $count } bien leídas; la última { $when }.
status-latest = Última alerta: { $when }
status-chat = Este chat: { $count ->
    [one] { $count } suscripción
   *[other] { $count } suscripciones
}
status-never = nunca
source-down = La fuente { $feed } ya no responde: { $reason }
source-back = La fuente { $feed } vuelve a responder.
feedback-thanks = Gracias. El operador lo leerá.
feedback-asked = Di qué estuvo mal: /feedback La alerta sobre Malí era una historia vieja. O respóndelo a la alerta.
forget-ask = Esto borra todo sobre este chat: suscripciones, ajustes, comentarios, lo enviado. No se puede deshacer.
forget-done = Todo sobre este chat está borrado.
export-none = No hay nada que exportar.
export-title = Suscripciones de este chat
follow-done = Sabrás cada giro de esta historia.
mute-ask = ¿Silenciar qué?
mute-done = En silencio hasta { $until }: { $what }
mute-off = Suena otra vez: { $what }
mute-story = esta historia
mute-chat = este chat
settings-title = Ajustes
settings-confirmations = { $on ->
    [on] Suena otra vez cuando un informe se confirma.
   *[off] No suena otra vez cuando un informe se confirma.
}
button-confirmations = { $on ->
    [on] Sonar al confirmarse
   *[off] No sonar al confirmarse
}
imported = { $count ->
    [0] Nada nuevo.
    [one] Importada { $count } suscripción.
   *[other] Importadas { $count } suscripciones.
}
import-wrong = Eso no es una exportación de este bot. Envíala como /import { "{" }…{ "}" }, o como archivo con el texto /import.
foreign = tropas extranjeras
timeline-picture = Posiciones en el tiempo: { $name }
retract-done = { $count ->
    [one] Retirada; se avisa a { $count } chat.
   *[other] Retirada; se avisa a { $count } chats.
}
broadcast-done = { $count ->
    [one] En camino a { $count } chat.
   *[other] En camino a { $count } chats.
}

# Errores
unknown-command = No existe la orden «{ $word }».
unknown-option = { $command } no tiene la opción «{ $word }».
unknown-place = No se conoce el lugar «{ $word }».
unknown-actor = No se conoce el actor «{ $word }».
unknown-value = «{ $word }» no vale para { $option }: { $choices }.
did-you-mean = ¿Quieres decir { $word }?
see-help = /help muestra lo que hay.
no-right = Solo los administradores de este chat pueden hacerlo.
no-right-in = Solo un administrador de «{ $title }» puede hacerlo.
operator-only = Solo el operador de este bot puede hacerlo.
no-subscription = Aquí no hay suscripción «{ $word }»; /subscriptions las muestra.
no-alert = Eso no es una alerta que este bot enviara aquí. Responde a una, o pulsa su botón.
chat-not-found = No se encontró «{ $name }». Añade allí primero el bot.
chat-no-post = El bot no puede publicar en «{ $title }». Hazlo administrador que puede publicar e inténtalo otra vez.
chat-no-post-here = El bot no puede publicar en este canal. Dale permiso para ver el canal, enviar mensajes e insertar enlaces, e inténtalo otra vez.
chat-ask-there = Escribe /subscribe en ese mismo canal.
failed = Algo salió mal por nuestra parte. Queda anotado; inténtalo, por favor, en un minuto.
