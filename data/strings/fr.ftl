# Les faits d'une alerte
position = { $action ->
    [deploy] troupes sur place
    [extend] reste
    [commit] envoi décidé
    [support] prêt à envoyer
    [accept] accepte d'accueillir
    [propose] propose d'envoyer
    [consider] l'envisage
    [condition] seulement sous conditions
    [suspend] suspendu
    [drop] retiré de l'ordre du jour
    [rule_out] n'enverra pas
    [oppose] contre
    [withdraw] se retire
    [end_mission] mission terminée
   *[other] position incertaine
}
position-foreign = { $action ->
    [deploy] troupes étrangères sur place
    [extend] laisse rester les troupes étrangères
    [commit] décision pour des troupes étrangères
    [support] pour des troupes étrangères
    [accept] accepte d'accueillir
    [propose] demande des troupes étrangères
    [consider] envisage des troupes étrangères
    [condition] seulement sous conditions
    [suspend] suspendu
    [drop] retiré de l'ordre du jour
    [rule_out] n'accueillera pas
    [oppose] contre des troupes étrangères
    [withdraw] veut le départ des troupes étrangères
    [end_mission] met fin à la mission étrangère
   *[other] position incertaine
}
object = { $object ->
    [mission] mission de maintien de la paix
    [reassurance] force de réassurance
    [training] mission de formation
    [monitors] observateurs
    [bases] bases militaires
    [police] mission de police
   *[contingent] troupes
}
direction = { $direction ->
    [advance] Avancée
    [rollback] Recul
    [hold] Indécis
   *[none] Sans position
}
level = { $level ->
    [opposition] opposition
    [legislator] un parlementaire
    [legislature] parlement
    [ex_official] un ancien responsable
    [protesters] manifestants
    [armed_group] un groupe armé
    [commentator] un commentateur
   *[government_or_igo] gouvernement
}
word = { $kind ->
    [official] une source officielle
    [named_person] une personne nommée
    [anonymous_source] une source anonyme
    [leaked] un document divulgué
   *[media_report] un média
}
claim = { $status ->
    [confirmed] confirmé
    [denied] démenti
    [retracted] retiré
    [reversed] inversé
   *[reported] non confirmé
}
card-status = { $status ->
    [confirmed] Confirmé
    [joined] Un autre se joint
    [denied] Démenti
    [retracted] Retiré
   *[reversed] Revirement
}
severity = { $level ->
    [1] mineur
    [2] notable
    [3] important
   *[4] grave
}
certainty = { $certainty ->
    [confirmed] confirmé seulement
   *[any] confirmé ou non
}
topic = { $topic ->
    [foreign-troops] troupes à l'étranger
   *[other] { $topic }
}
first-seen = vu pour la première fois
word-of = Selon :
publishers = { $count ->
    [0] éditeur inconnu
    [one] { $count } éditeur
   *[other] { $count } éditeurs
}
state-media = média d'État
demand-agrees = Conforme à une exigence de :
demand-against = Contraire à une exigence de :
since = depuis le { $day }
seen = Publié { $published } · vu d'abord { $seen }
seen-only = Sans date · vu d'abord { $seen }

# Noms
organisation = { $id ->
    [UN] Nations unies
    [EU] Union européenne
    [NATO] OTAN
    [OSCE] OSCE
    [AFU] Union africaine
    [COTW] Coalition des volontaires
    [ECOWAS] CEDEAO
    [SADC] SADC
    [EAC] Communauté d'Afrique de l'Est
    [IGAD] IGAD
    [ECCAS] CEEAC
    [ICGLR] Conférence des Grands Lacs
    [AES] Alliance des États du Sahel
    [G5S] G5 Sahel
    [LCBC] Commission du bassin du lac Tchad
    [CSTO] OTSC
    [CIS] CEI
    [SCO] Organisation de coopération de Shanghai
    [BRICS] BRICS
    [GSEVEN] G7
    [OAS] Organisation des États américains
    [CARICOM] CARICOM
    [CELAC] CELAC
    [ALBA] ALBA
    [ASEAN] ASEAN
    [PIF] Forum des îles du Pacifique
    [GCC] Conseil de coopération du Golfe
    [ARABLG] Ligue arabe
    [OIC] Organisation de la coopération islamique
    [BOP] Conseil de la paix
    [JEF] Force expéditionnaire conjointe
    [BNINE] Neuf de Bucarest
    [NORDB] Huit nordiques et baltes
    [VFOUR] Groupe de Visegrád
   *[other] ?
}

# Boutons
button-open = Ouvrir
button-context = Contexte
button-why = Pourquoi
button-follow = Suivre
button-mute = Silence
button-pause = Pause
button-resume = Reprendre
button-remove = Supprimer
button-all = Tout
button-help = Aide
button-subscribe = S'abonner
button-timeline = Chronologie
button-positions = Positions
button-add-channel = Ajouter à un canal
button-forget = Oui, tout supprimer
button-hours = { $hours } h
button-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}

# Commandes
cmd-start = Ce que c'est et comment commencer
cmd-help = Toutes les commandes, ou une en détail
cmd-subscribe = Recevoir les alertes ici, ou dans un canal à vous
cmd-subscriptions = Ce que reçoit ce salon : pause, suppression
cmd-unsubscribe = Arrêter un abonnement, ou tous
cmd-context = Qui se tient où aujourd'hui, les derniers revirements, le contexte
cmd-positions = Les positions de tous sur un lieu
cmd-timeline = Comment les positions ont bougé
cmd-latest = Les alertes les plus récentes
cmd-why = Pourquoi une alerte a sonné, ou pourquoi un article non
cmd-sources = Les flux, médias d'État signalés, et leur état
cmd-language = La langue de ce salon
cmd-timezone = Le fuseau horaire de ce salon
cmd-quiet = Heures sans son ; le grave sonne quand même
cmd-digest = Un résumé quotidien ou hebdomadaire
cmd-status = Si tout fonctionne
cmd-feedback = Dire à l'opérateur : fausse alerte, événement manqué
cmd-forget = Supprimer tout ce qui concerne ce salon
cmd-export = Vos abonnements dans un fichier
cmd-settings = Les réglages de ce salon
cmd-import = Abonnements depuis un export
cmd-follow = Chaque tournant d'une histoire
cmd-mute = Faire taire une histoire, un lieu ou un acteur un moment
cmd-stats = Chiffres pour l'opérateur
cmd-retract = Retirer une alerte partout
cmd-broadcast = Un message à tous les salons
opt-command = Une commande
opt-place = Lieux, par nom ou code : Ukraine, LB
opt-actor = Qui : États ou organisations, par nom ou code
opt-direction = advance (avancée), rollback (recul), hold (indécis)
opt-severity = Au moins : 1 mineur, 2 notable, 3 important, 4 grave
opt-certainty = any, ou confirmed : parole officielle ou deux éditeurs
opt-level = Aussi : opposition, legislator, ex_official, …
opt-language = Une langue : en, uk, de, fr, pl, es, ru, tr
opt-languages = Seulement les articles dans ces langues
opt-topic = Un domaine politique
opt-in = Un autre salon à vous : @canal, #canal
opt-about = Un lieu ou un acteur
opt-id = Lequel ; la liste montre les numéros
opt-do = pause, resume, remove
opt-hours = Pendant combien d'heures
opt-alert = Une alerte, ou le lien d'un article
opt-zone = Par exemple Europe/Paris
opt-text = Vos mots
opt-data = Le JSON de /export
opt-sure = yes
opt-reason = Pourquoi
opt-at = HH:MM
opt-every = daily, weekly, off
opt-between = HH:MM-HH:MM, ou off
opt-confirmations = on ou off : sonner encore quand un rapport est confirmé

# Réponses
greeting = Shiftwire vous prévient quand un gouvernement ou une alliance change de position sur l'envoi de soldats ou de casques bleus à l'étranger : qui, de quoi à quoi, selon qui, et ce qui avait été dit avant.
greeting-short = Prévient quand des gouvernements changent de position sur l'envoi de troupes ou de casques bleus.
greeting-how = Appuyez sur « { button-all } » pour recevoir ici toutes les alertes, ou choisissez : /subscribe place:Ukraine
greeting-ask = Demandez à tout moment : /context Ukraine
greeting-channel = Pour un canal : ajoutez ce bot comme administrateur autorisé à publier, puis écrivez ici /subscribe in:@votrecanal
added = Shiftwire peut maintenant publier dans « { $title } ». Rien n'y est envoyé avant que vous ne disiez quoi.
added-here = Shiftwire est là. Un administrateur peut maintenant choisir ce qu'il annonce : /subscribe
help-title = Commandes
help-settings = Réglages (administrateurs)
help-operator = Pour l'opérateur
help-more = Une en détail : /help subscribe
help-options = Options, dans n'importe quel ordre, sous la forme clé:valeur :
help-example = Exemple : { $example }
help-required = nécessaire
subscribed = Abonné : { $filters }
subscribed-in = « { $title } » abonné : { $filters }
subscribed-same = Cet abonnement existe déjà : { $filters }
everything = tout
preview = { $count ->
    [0] Ces 30 derniers jours, cela n'aurait rien envoyé.
    [one] Ces 30 derniers jours, cela aurait envoyé { $count } alerte :
   *[other] Ces 30 derniers jours, cela aurait envoyé { $count } alertes ; les plus récentes :
}
preview-many = Ces 30 derniers jours, cela aurait envoyé plus de { $count } alertes ; les plus récentes :
filter-places = lieux { $list }
filter-actors = acteurs { $list }
filter-directions = sens { $list }
filter-severity = au moins { $severity }
filter-levels = aussi { $list }
filter-languages = articles en { $list }
filter-topics = sujets { $list }
filter-story = une histoire
subscriptions-title = { $count ->
    [0] Aucun abonnement
    [one] { $count } abonnement
   *[other] { $count } abonnements
}
subscriptions-none = Rien n'est encore envoyé ici. Commencez par /subscribe
paused-until = en pause jusqu'à { $until }
muted-until = silence jusqu'à { $until }
unsubscribed = { $count ->
    [0] Il n'y avait rien à arrêter.
    [one] { $count } abonnement arrêté.
   *[other] { $count } abonnements arrêtés.
}
context-title = { $name } : qui se tient où
context-asked = Un lieu ou un acteur, s'il vous plaît : /context Ukraine. Ou répondez /context à une alerte.
context-none = Aucune position n'est encore connue ici.
context-shifts = Derniers revirements
context-background = Contexte
context-background-language = (en anglais)
context-remains = Encore sur la table
positions-title = Positions : { $name }
positions-none = Aucune position n'est encore connue sur { $name }.
position-baseline = connu avant le premier lancement
position-class = { $class ->
    [present] Présents ou décidés
    [willing] Prêts
    [weighing] Hésitants
    [backing_off] En recul
   *[against] Contre
}
timeline-title = Chronologie : { $name }
timeline-none = Aucun changement n'est encore connu sur { $name }.
away = { $count ->
    [one] Pendant votre absence : une alerte
   *[other] Pendant votre absence : { $count } alertes
}
digest-title = { $count ->
    [one] Résumé : une alerte
   *[other] Résumé : { $count } alertes
}
and-more = … et { $count } de plus : /latest
latest-title = Alertes les plus récentes
latest-none = Pas encore d'alerte.
why-asked = Répondez /why à une alerte, ou donnez le lien d'un article : /why https://…
why-unknown = Rien n'est connu sous « { $what } ». Le bot garde les articles 30 jours.
why-matched = Mots reconnus : { $words }
why-rungs = Avant et après : { $from } → { $to }
why-sent = Ce salon la reçoit à cause de : { $filters }
why-not-sent = Aucun abonnement de ce salon ne la laisse passer.
why-items = { $count ->
    [one] { $count } article la porte
   *[other] { $count } articles la portent
}
why-title = Pourquoi cette alerte
why-item-title = Ce qu'est devenu cet article
why-stage = { $stage ->
    [unchanged] Déjà vu, inchangé.
    [old] Plus de 48 heures quand il a été vu pour la première fois.
    [undated] Il ne donne aucune date lisible.
    [not_relevant] Il ne s'agit pas d'une position sur des troupes à l'étranger.
    [background] Opinion, histoire ou contexte : cela ne sonne pas.
    [no_stance] Dans le sujet, mais sans position de quelqu'un.
    [known_stance] Une position déjà connue.
    [level] Pas la parole d'un gouvernement ou d'une organisation.
    [joined] Il a rejoint une histoire déjà annoncée.
    [abstained] Trop incertain pour être annoncé.
    [silent_start] Il était là avant la première lecture du flux.
    [alerted] Il a déclenché une alerte.
   *[edited] Il a modifié une alerte sans bruit.
}
sources-title = { $count ->
    [one] { $count } flux
   *[other] { $count } flux
}
sources-summary = Bien lus : { $good } · en erreur : { $bad } · pas encore lus : { $new }
sources-error = { $errors ->
    [one] { $errors } erreur
   *[other] { $errors } erreurs
}
sources-read = lu { $when }
sources-unread = pas encore lu
language-now = Langue de ce salon : { $language }.
language-choose = Autres : { $list }
timezone-now = Fuseau horaire de ce salon : { $zone } (il est { $now }).
timezone-unknown = « { $zone } » n'est pas un fuseau connu. Par exemple : /timezone Europe/Paris
quiet-now = Silence de { $from } à { $to } ; le grave sonne quand même.
quiet-off = Pas d'heures de silence.
quiet-wrong = Écrivez /quiet 23:00-07:00, ou /quiet off
digest-now = { $every ->
    [daily] Un résumé chaque jour à { $at }.
   *[weekly] Un résumé chaque lundi à { $at }.
}
digest-off = Pas de résumé.
digest-wrong = Écrivez /digest daily at:08:00, /digest weekly at:08:00, ou /digest off
status-ok = Tout fonctionne.
status-trouble = { $count ->
    [one] { $count } flux est illisible en ce moment.
   *[other] { $count } flux sont illisibles en ce moment.
}
status-feeds = Flux : { $good } sur { $count } bien lus ; le dernier { $when }.
status-latest = Dernière alerte : { $when }
status-chat = Ce salon : { $count ->
    [one] { $count } abonnement
   *[other] { $count } abonnements
}
status-never = jamais
source-down = La source { $feed } ne répond plus : { $reason }
source-back = La source { $feed } répond de nouveau.
feedback-thanks = Merci. L'opérateur le lira.
feedback-asked = Dites ce qui n'allait pas : /feedback L'alerte sur le Mali était une vieille histoire. Ou répondez-le à l'alerte.
forget-ask = Ceci supprime tout ce qui concerne ce salon : abonnements, réglages, remarques, envois. C'est sans retour.
forget-done = Tout ce qui concerne ce salon est supprimé.
export-none = Il n'y a rien à exporter.
export-title = Abonnements de ce salon
follow-done = Vous saurez chaque tournant de cette histoire.
mute-ask = Faire taire quoi ?
mute-done = Silence jusqu'à { $until } : { $what }
mute-off = De nouveau audible : { $what }
mute-story = cette histoire
mute-chat = ce salon
settings-title = Réglages
settings-confirmations = { $on ->
    [on] Sonne encore quand un rapport est confirmé.
   *[off] Ne sonne pas quand un rapport est confirmé.
}
button-confirmations = { $on ->
    [on] Sonner à la confirmation
   *[off] Ne pas sonner à la confirmation
}
imported = { $count ->
    [0] Rien de nouveau.
    [one] { $count } abonnement importé.
   *[other] { $count } abonnements importés.
}
import-wrong = Ce n'est pas un export de ce bot. Envoyez-le comme /import { "{" }…{ "}" }, ou comme fichier légendé /import.
foreign = troupes étrangères
timeline-picture = Positions dans le temps : { $name }
retract-done = { $count ->
    [one] Retirée ; { $count } salon est prévenu.
   *[other] Retirée ; { $count } salons sont prévenus.
}
broadcast-done = { $count ->
    [one] En route vers { $count } salon.
   *[other] En route vers { $count } salons.
}

# Erreurs
unknown-command = Il n'y a pas de commande « { $word } ».
unknown-option = { $command } n'a pas d'option « { $word } ».
unknown-place = Le lieu « { $word } » n'est pas connu.
unknown-actor = L'acteur « { $word } » n'est pas connu.
unknown-value = « { $word } » ne convient pas à { $option } : { $choices }.
did-you-mean = Vouliez-vous dire { $word } ?
see-help = /help montre ce qu'il y a.
no-right = Seuls les administrateurs de ce salon le peuvent.
no-right-in = Seul un administrateur de « { $title } » le peut.
operator-only = Seul l'opérateur de ce bot le peut.
no-subscription = Il n'y a pas ici d'abonnement « { $word } » ; /subscriptions les montre.
no-alert = Ce n'est pas une alerte envoyée ici par ce bot. Répondez à une alerte, ou appuyez sur son bouton.
chat-not-found = « { $name } » est introuvable. Ajoutez-y d'abord le bot.
chat-no-post = Le bot ne peut pas publier dans « { $title } ». Faites-en un administrateur autorisé à publier, puis réessayez.
chat-no-post-here = Le bot ne peut pas publier dans ce salon. Donnez-lui le droit de voir le salon, d'envoyer des messages et d'intégrer des liens, puis réessayez.
chat-ask-there = Écrivez /subscribe dans ce canal même.
failed = Quelque chose a mal tourné chez nous. C'est noté ; réessayez dans une minute, s'il vous plaît.
