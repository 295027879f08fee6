# Tatsachen einer Meldung
position = { $action ->
    [deploy] Truppen vor Ort
    [extend] bleibt
    [commit] Entsendung beschlossen
    [support] zur Entsendung bereit
    [accept] stimmt der Aufnahme zu
    [propose] schlägt Entsendung vor
    [consider] erwägt es
    [condition] nur unter Bedingungen
    [suspend] ausgesetzt
    [drop] vom Tisch
    [rule_out] entsendet nicht
    [oppose] dagegen
    [withdraw] zieht ab
    [end_mission] Einsatz beendet
   *[other] Haltung unklar
}
position-foreign = { $action ->
    [deploy] fremde Truppen vor Ort
    [extend] lässt fremde Truppen bleiben
    [commit] Beschluss für fremde Truppen
    [support] für fremde Truppen
    [accept] stimmt der Aufnahme zu
    [propose] bittet um fremde Truppen
    [consider] erwägt fremde Truppen
    [condition] nur unter Bedingungen
    [suspend] ausgesetzt
    [drop] vom Tisch
    [rule_out] nimmt keine auf
    [oppose] gegen fremde Truppen
    [withdraw] will fremde Truppen hinaus
    [end_mission] beendet den fremden Einsatz
   *[other] Haltung unklar
}
object = { $object ->
    [mission] Friedensmission
    [reassurance] Schutztruppe
    [training] Ausbildungsmission
    [monitors] Beobachter
    [bases] Militärstützpunkte
    [police] Polizeimission
   *[contingent] Truppen
}
direction = { $direction ->
    [advance] Vorstoß
    [rollback] Rückzieher
    [hold] Unentschieden
   *[none] Keine Haltung
}
level = { $level ->
    [opposition] Opposition
    [legislator] ein Mitglied des Parlaments
    [legislature] Parlament
    [ex_official] ein früherer Amtsträger
    [protesters] Protestierende
    [armed_group] eine bewaffnete Gruppe
    [commentator] ein Kommentator
   *[government_or_igo] Regierung
}
word = { $kind ->
    [official] eine amtliche Quelle
    [named_person] eine genannte Person
    [anonymous_source] eine anonyme Quelle
    [leaked] ein durchgesickertes Dokument
   *[media_report] ein Medienbericht
}
claim = { $status ->
    [confirmed] bestätigt
    [denied] dementiert
    [retracted] zurückgezogen
    [reversed] umgekehrt
   *[reported] unbestätigt
}
card-status = { $status ->
    [confirmed] Bestätigt
    [joined] Noch jemand schließt sich an
    [denied] Dementiert
    [retracted] Zurückgezogen
   *[reversed] Kehrtwende
}
severity = { $level ->
    [1] Notiz
    [2] beachtlich
    [3] wichtig
   *[4] schwerwiegend
}
certainty = { $certainty ->
    [confirmed] nur Bestätigtes
   *[any] bestätigt oder nicht
}
topic = { $topic ->
    [foreign-troops] Truppen im Ausland
   *[other] { $topic }
}
first-seen = zum ersten Mal gesehen
word-of = Quelle:
publishers = { $count ->
    [0] Medium unbekannt
    [one] { $count } Medium
   *[other] { $count } Medien
}
state-media = Staatsmedium
demand-agrees = Entspricht einer Forderung von:
demand-against = Widerspricht einer Forderung von:
since = seit { $day }
seen = Veröffentlicht { $published } · zuerst gesehen { $seen }
seen-only = Ohne Datum · zuerst gesehen { $seen }

# Namen
organisation = { $id ->
    [UN] Vereinte Nationen
    [EU] Europäische Union
    [NATO] NATO
    [OSCE] OSZE
    [AFU] Afrikanische Union
    [COTW] Koalition der Willigen
    [ECOWAS] ECOWAS
    [SADC] SADC
    [EAC] Ostafrikanische Gemeinschaft
    [IGAD] IGAD
    [ECCAS] ECCAS
    [ICGLR] Konferenz der Großen Seen
    [AES] Allianz der Sahelstaaten
    [G5S] G5 Sahel
    [LCBC] Tschadseebecken-Kommission
    [CSTO] OVKS
    [CIS] GUS
    [SCO] Shanghaier Organisation für Zusammenarbeit
    [BRICS] BRICS
    [GSEVEN] G7
    [OAS] Organisation Amerikanischer Staaten
    [CARICOM] CARICOM
    [CELAC] CELAC
    [ALBA] ALBA
    [ASEAN] ASEAN
    [PIF] Forum der Pazifischen Inseln
    [GCC] Golf-Kooperationsrat
    [ARABLG] Arabische Liga
    [OIC] Organisation für Islamische Zusammenarbeit
    [BOP] Friedensrat
    [JEF] Joint Expeditionary Force
    [BNINE] Bukarest-Neun
    [NORDB] Nordisch-Baltische Acht
    [VFOUR] Visegrád-Gruppe
   *[other] ?
}

# Knöpfe
button-open = Öffnen
button-context = Hintergrund
button-why = Warum
button-follow = Verfolgen
button-mute = Stumm
button-pause = Pause
button-resume = Fortsetzen
button-remove = Entfernen
button-all = Alles
button-help = Hilfe
button-subscribe = Abonnieren
button-timeline = Verlauf
button-positions = Haltungen
button-add-channel = Zu einem Kanal hinzufügen
button-forget = Ja, alles löschen
button-hours = { $hours } Std.
button-days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}

# Befehle
cmd-start = Was das ist und wie man anfängt
cmd-help = Alle Befehle, oder einer im Einzelnen
cmd-subscribe = Meldungen hier oder in einem eigenen Kanal
cmd-subscriptions = Was dieser Chat bekommt: anhalten, entfernen
cmd-unsubscribe = Ein Abo beenden, oder alle
cmd-context = Wer heute wo steht, die letzten Wechsel, der Hintergrund
cmd-positions = Die Haltungen aller zu einem Ort
cmd-timeline = Wie sich Haltungen bewegt haben
cmd-latest = Die neuesten Meldungen
cmd-why = Warum eine Meldung kam, oder warum eine Nachricht nicht
cmd-sources = Die Feeds, Staatsmedien gekennzeichnet, und ihr Zustand
cmd-language = Die Sprache dieses Chats
cmd-timezone = Die Zeitzone dieses Chats
cmd-quiet = Stunden ohne Ton; Schwerwiegendes klingelt trotzdem
cmd-digest = Eine tägliche oder wöchentliche Zusammenfassung
cmd-status = Ob alles läuft
cmd-feedback = Dem Betreiber sagen: falsche Meldung, verpasstes Ereignis
cmd-forget = Alles über diesen Chat löschen
cmd-export = Ihre Abos als Datei
cmd-settings = Die Einstellungen dieses Chats
cmd-import = Abos aus einem Export
cmd-follow = Jede Wendung einer Geschichte
cmd-mute = Geschichte, Ort oder Akteur für eine Weile stumm schalten
cmd-stats = Zahlen für den Betreiber
cmd-retract = Eine Meldung überall zurückziehen
cmd-broadcast = Eine Nachricht an alle Chats
opt-command = Ein Befehl
opt-place = Orte, mit Namen oder Kürzel: Ukraine, LB
opt-actor = Wer: Staaten oder Organisationen, mit Namen oder Kürzel
opt-direction = advance (Vorstoß), rollback (Rückzieher), hold (unentschieden)
opt-severity = Mindestens: 1 Notiz, 2 beachtlich, 3 wichtig, 4 schwerwiegend
opt-certainty = any, oder confirmed: amtliches Wort oder zwei Medien
opt-level = Auch: opposition, legislator, ex_official, …
opt-language = Eine Sprache: en, uk, de, fr, pl, es, ru, tr
opt-languages = Nur Nachrichten in diesen Sprachen
opt-topic = Ein Politikfeld
opt-in = Ein anderer eigener Chat: @kanal, #kanal
opt-about = Ein Ort oder ein Akteur
opt-id = Welches; die Liste zeigt die Nummern
opt-do = pause, resume, remove
opt-hours = Für wie viele Stunden
opt-alert = Eine Meldung, oder der Link einer Nachricht
opt-zone = Zum Beispiel Europe/Berlin
opt-text = Ihre Worte
opt-data = Das JSON von /export
opt-sure = yes
opt-reason = Warum
opt-at = HH:MM
opt-every = daily, weekly, off
opt-between = HH:MM-HH:MM, oder off
opt-confirmations = on oder off: noch ein Ton, wenn ein Bericht bestätigt wird

# Antworten
greeting = Shiftwire meldet, wenn eine Regierung oder ein Bündnis die Haltung zur Entsendung von Soldaten oder Friedenstruppen ins Ausland ändert: wer, von was zu was, nach wessen Worten, und was vorher gesagt wurde.
greeting-short = Meldet, wenn Regierungen ihre Haltung zu Truppen oder Friedenskräften im Ausland ändern.
greeting-how = „{ button-all }“ drücken, um hier jede Meldung zu bekommen, oder auswählen: /subscribe place:Ukraine
greeting-ask = Jederzeit fragen: /context Ukraine
greeting-channel = Für einen Kanal: den Bot dort als Administrator mit Schreibrecht hinzufügen, dann hier schreiben: /subscribe in:@ihrkanal
added = Shiftwire kann jetzt in „{ $title }“ schreiben. Dort wird nichts gesendet, bevor Sie sagen, was.
added-here = Shiftwire ist da. Ein Administrator kann jetzt wählen, was gemeldet wird: /subscribe
help-title = Befehle
help-settings = Einstellungen (Administratoren)
help-operator = Für den Betreiber
help-more = Einer im Einzelnen: /help subscribe
help-options = Angaben, in beliebiger Reihenfolge, als schlüssel:wert:
help-example = Beispiel: { $example }
help-required = nötig
subscribed = Abonniert: { $filters }
subscribed-in = „{ $title }“ abonniert: { $filters }
subscribed-same = Dieses Abo gibt es schon: { $filters }
everything = alles
preview = { $count ->
    [0] In den letzten 30 Tagen hätte das nichts gesendet.
    [one] In den letzten 30 Tagen hätte das { $count } Meldung gesendet:
   *[other] In den letzten 30 Tagen hätte das { $count } Meldungen gesendet; die neuesten:
}
preview-many = In den letzten 30 Tagen hätte das mehr als { $count } Meldungen gesendet; die neuesten:
filter-places = Orte { $list }
filter-actors = Akteure { $list }
filter-directions = Richtung { $list }
filter-severity = mindestens { $severity }
filter-levels = auch { $list }
filter-languages = Nachrichten auf { $list }
filter-topics = Themen { $list }
filter-story = eine Geschichte
subscriptions-title = { $count ->
    [0] Keine Abos
    [one] { $count } Abo
   *[other] { $count } Abos
}
subscriptions-none = Hierher wird noch nichts gesendet. Anfangen mit /subscribe
paused-until = angehalten bis { $until }
muted-until = stumm bis { $until }
unsubscribed = { $count ->
    [0] Es gab nichts zu beenden.
    [one] { $count } Abo beendet.
   *[other] { $count } Abos beendet.
}
context-title = { $name }: wer wo steht
context-asked = Bitte einen Ort oder Akteur: /context Ukraine. Oder mit /context auf eine Meldung antworten.
context-none = Hier ist noch keine Haltung bekannt.
context-shifts = Letzte Wechsel
context-background = Hintergrund
context-background-language = (auf Englisch)
context-remains = Noch auf dem Tisch
positions-title = Haltungen: { $name }
positions-none = Zu { $name } ist noch keine Haltung bekannt.
position-baseline = vor dem ersten Lauf bekannt
position-class = { $class ->
    [present] Vor Ort oder beschlossen
    [willing] Bereit
    [weighing] Abwägend
    [backing_off] Auf dem Rückzug
   *[against] Dagegen
}
timeline-title = Verlauf: { $name }
timeline-none = Zu { $name } ist noch kein Wechsel bekannt.
away = { $count ->
    [one] In der Zwischenzeit: eine Meldung
   *[other] In der Zwischenzeit: { $count } Meldungen
}
digest-title = { $count ->
    [one] Zusammenfassung: eine Meldung
   *[other] Zusammenfassung: { $count } Meldungen
}
and-more = … und { $count } weitere: /latest
latest-title = Neueste Meldungen
latest-none = Noch keine Meldungen.
why-asked = Mit /why auf eine Meldung antworten, oder den Link einer Nachricht angeben: /why https://…
why-unknown = Zu „{ $what }“ ist nichts bekannt. Der Bot merkt sich Nachrichten 30 Tage lang.
why-matched = Wörter, die zählten: { $words }
why-rungs = Vorher und nachher: { $from } → { $to }
why-sent = Dieser Chat bekommt sie wegen: { $filters }
why-not-sent = Kein Abo dieses Chats lässt sie durch.
why-items = { $count ->
    [one] { $count } Nachricht trägt sie
   *[other] { $count } Nachrichten tragen sie
}
why-title = Warum diese Meldung
why-item-title = Was aus dieser Nachricht wurde
why-stage = { $stage ->
    [unchanged] Schon gesehen, unverändert.
    [old] Mehr als 48 Stunden alt, als sie zuerst gesehen wurde.
    [undated] Sie nennt kein lesbares Datum.
    [not_relevant] Es geht nicht um eine Haltung zu Truppen im Ausland.
    [background] Meinung, Geschichte oder Hintergrund: das wird nicht gemeldet.
    [no_stance] Zum Thema, aber ohne jemandes Haltung.
    [known_stance] Eine Haltung, die schon bekannt war.
    [level] Nicht das Wort einer Regierung oder Organisation.
    [joined] Sie gehört zu einer schon erzählten Geschichte.
    [abstained] Zu unsicher, um es zu melden.
    [silent_start] Sie war da, bevor der Feed zum ersten Mal gelesen wurde.
    [alerted] Sie hat eine Meldung ausgelöst.
   *[edited] Sie hat eine Meldung still geändert.
}
sources-title = { $count ->
    [one] { $count } Feed
   *[other] { $count } Feeds
}
sources-summary = Gut gelesen: { $good } · mit Fehlern: { $bad } · noch nicht gelesen: { $new }
sources-error = { $errors ->
    [one] { $errors } Fehler
   *[other] { $errors } Fehler
}
sources-read = gelesen { $when }
sources-unread = noch nicht gelesen
language-now = Sprache dieses Chats: { $language }.
language-choose = Andere: { $list }
timezone-now = Zeitzone dieses Chats: { $zone } (jetzt { $now }).
timezone-unknown = „{ $zone }“ ist keine bekannte Zeitzone. Zum Beispiel: /timezone Europe/Berlin
quiet-now = Ruhe von { $from } bis { $to }; Schwerwiegendes klingelt trotzdem.
quiet-off = Keine Ruhezeiten.
quiet-wrong = Bitte so: /quiet 23:00-07:00, oder /quiet off
digest-now = { $every ->
    [daily] Eine Zusammenfassung jeden Tag um { $at }.
   *[weekly] Eine Zusammenfassung jeden Montag um { $at }.
}
digest-off = Keine Zusammenfassung.
digest-wrong = Bitte so: /digest daily at:08:00, /digest weekly at:08:00, oder /digest off
status-ok = Alles läuft.
status-trouble = { $count ->
    [one] { $count } Feed ist zurzeit nicht lesbar.
   *[other] { $count } Feeds sind zurzeit nicht lesbar.
}
status-feeds = Feeds: { $good } von { $count } gut gelesen; der letzte { $when }.
status-latest = Letzte Meldung: { $when }
status-chat = Dieser Chat: { $count ->
    [one] { $count } Abo
   *[other] { $count } Abos
}
status-never = nie
source-down = Die Quelle { $feed } antwortet nicht mehr: { $reason }
source-back = Die Quelle { $feed } antwortet wieder.
feedback-thanks = Danke. Der Betreiber wird es lesen.
feedback-asked = Sagen, was falsch war: /feedback Die Meldung zu Mali war eine alte Geschichte. Oder damit auf die Meldung antworten.
forget-ask = Das löscht alles über diesen Chat: Abos, Einstellungen, Rückmeldungen, Gesendetes. Es lässt sich nicht rückgängig machen.
forget-done = Alles über diesen Chat ist gelöscht.
export-none = Es gibt nichts zu exportieren.
export-title = Abos dieses Chats
follow-done = Sie erfahren jede Wendung dieser Geschichte.
mute-ask = Was stumm schalten?
mute-done = Stumm bis { $until }: { $what }
mute-off = Wieder zu hören: { $what }
mute-story = diese Geschichte
mute-chat = dieser Chat
settings-title = Einstellungen
settings-confirmations = { $on ->
    [on] Noch ein Ton, wenn ein Bericht bestätigt wird.
   *[off] Kein Ton, wenn ein Bericht bestätigt wird.
}
button-confirmations = { $on ->
    [on] Ton bei Bestätigung
   *[off] Kein Ton bei Bestätigung
}
imported = { $count ->
    [0] Nichts Neues darin.
    [one] { $count } Abo importiert.
   *[other] { $count } Abos importiert.
}
import-wrong = Das ist kein Export dieses Bots. Bitte senden als /import { "{" }…{ "}" }, oder als Datei mit der Beschriftung /import.
foreign = fremde Truppen
timeline-picture = Haltungen im Lauf der Zeit: { $name }
retract-done = { $count ->
    [one] Zurückgezogen; { $count } Chat erfährt es.
   *[other] Zurückgezogen; { $count } Chats erfahren es.
}
broadcast-done = { $count ->
    [one] Unterwegs an { $count } Chat.
   *[other] Unterwegs an { $count } Chats.
}

# Fehler
unknown-command = Es gibt keinen Befehl „{ $word }“.
unknown-option = { $command } kennt die Angabe „{ $word }“ nicht.
unknown-place = Der Ort „{ $word }“ ist nicht bekannt.
unknown-actor = Der Akteur „{ $word }“ ist nicht bekannt.
unknown-value = „{ $word }“ passt nicht zu { $option }: { $choices }.
did-you-mean = Ist { $word } gemeint?
see-help = /help zeigt, was es gibt.
no-right = Das dürfen nur Administratoren dieses Chats.
no-right-in = Das darf nur ein Administrator von „{ $title }“.
operator-only = Das darf nur der Betreiber dieses Bots.
no-subscription = Es gibt hier kein Abo „{ $word }“; /subscriptions zeigt alle.
no-alert = Das ist keine Meldung, die der Bot hierher gesendet hat. Auf eine antworten oder ihren Knopf drücken.
chat-not-found = „{ $name }“ wurde nicht gefunden. Zuerst den Bot dort hinzufügen.
chat-no-post = Der Bot darf in „{ $title }“ nicht schreiben. Machen Sie ihn dort zum Administrator mit Schreibrecht und versuchen Sie es noch einmal.
chat-no-post-here = Der Bot darf in diesem Kanal nicht schreiben. Geben Sie ihm das Recht, den Kanal zu sehen, Nachrichten zu senden und Links einzubetten, und versuchen Sie es noch einmal.
chat-ask-there = /subscribe bitte im Kanal selbst schreiben.
failed = Bei uns ist etwas schiefgegangen. Es ist notiert; bitte in einer Minute noch einmal versuchen.
