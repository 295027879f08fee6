# Facts of an alert
position = { $action ->
    [deploy] troops there
    [extend] stays
    [commit] decided to send
    [support] ready to send
    [accept] agrees to receive
    [propose] proposes to send
    [consider] considering
    [condition] only on conditions
    [suspend] on hold
    [drop] off the agenda
    [rule_out] will not send
    [oppose] against
    [withdraw] withdrawing
    [end_mission] mission ended
   *[other] position unclear
}
position-foreign = { $action ->
    [deploy] foreign troops there
    [extend] lets foreign troops stay
    [commit] decided for foreign troops
    [support] in favour of foreign troops
    [accept] agrees to receive
    [propose] asks for foreign troops
    [consider] considering foreign troops
    [condition] only on conditions
    [suspend] on hold
    [drop] off the agenda
    [rule_out] will not receive
    [oppose] against foreign troops
    [withdraw] wants foreign troops out
    [end_mission] ends the foreign mission
   *[other] position unclear
}
object = { $object ->
    [mission] peacekeeping mission
    [reassurance] reassurance force
    [training] training mission
    [monitors] monitors
    [bases] military bases
    [police] police mission
   *[contingent] troops
}
direction = { $direction ->
    [advance] Advance
    [rollback] Rollback
    [hold] Undecided
   *[none] No position
}
level = { $level ->
    [opposition] opposition
    [legislator] a member of parliament
    [legislature] parliament
    [ex_official] a former official
    [protesters] protesters
    [armed_group] an armed group
    [commentator] a commentator
   *[government_or_igo] government
}
word = { $kind ->
    [official] an official source
    [named_person] a named person
    [anonymous_source] an anonymous source
    [leaked] a leaked document
   *[media_report] a media report
}
claim = { $status ->
    [confirmed] confirmed
    [denied] denied
    [retracted] retracted
    [reversed] reversed
   *[reported] unconfirmed
}
card-status = { $status ->
    [confirmed] Confirmed
    [joined] Another joins
    [denied] Denied
    [retracted] Retracted
   *[reversed] Reversed
}
severity = { $level ->
    [1] note
    [2] notable
    [3] important
   *[4] severe
}
certainty = { $certainty ->
    [confirmed] confirmed only
   *[any] confirmed or not
}
topic = { $topic ->
    [foreign-troops] troops abroad
   *[other] { $topic }
}
first-seen = first seen
word-of = Word of:
publishers = { $count ->
    [0] publisher unknown
    [one] { $count } publisher
   *[other] { $count } publishers
}
state-media = state media
demand-agrees = Agrees with a demand of:
demand-against = Against a demand of:
since = since { $day }
seen = Published { $published } · first seen { $seen }
seen-only = No date given · first seen { $seen }

# Names that Intl does not give
organisation = { $id ->
    [UN] United Nations
    [EU] European Union
    [NATO] NATO
    [OSCE] OSCE
    [AFU] African Union
    [COTW] Coalition of the willing
    [ECOWAS] ECOWAS
    [SADC] SADC
    [EAC] East African Community
    [IGAD] IGAD
    [ECCAS] ECCAS
    [ICGLR] Great Lakes Conference
    [AES] Alliance of Sahel States
    [G5S] G5 Sahel
    [LCBC] Lake Chad Basin Commission
    [CSTO] CSTO
    [CIS] CIS
    [SCO] Shanghai Cooperation Organisation
    [BRICS] BRICS
    [GSEVEN] G7
    [OAS] Organization of American States
    [CARICOM] CARICOM
    [CELAC] CELAC
    [ALBA] ALBA
    [ASEAN] ASEAN
    [PIF] Pacific Islands Forum
    [GCC] Gulf Cooperation Council
    [ARABLG] Arab League
    [OIC] Organisation of Islamic Cooperation
    [BOP] Board of Peace
    [JEF] Joint Expeditionary Force
    [BNINE] Bucharest Nine
    [NORDB] Nordic-Baltic Eight
    [VFOUR] Visegrád Four
   *[other] ?
}

# Buttons
button-open = Open
button-context = Context
button-why = Why
button-follow = Follow
button-mute = Mute
button-pause = Pause
button-resume = Resume
button-remove = Remove
button-all = Everything
button-help = Help
button-subscribe = Subscribe
button-timeline = Timeline
button-positions = Positions
button-add-channel = Add to a channel
button-forget = Yes, delete everything
button-hours = { $hours } h
button-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}

# Commands, as menus describe them (at most 100 characters)
cmd-start = What this is and how to begin
cmd-help = All commands, or one in detail
cmd-subscribe = Get alerts here, or in a channel that you run
cmd-subscriptions = What this chat gets: pause, mute, remove
cmd-unsubscribe = Stop one subscription, or all
cmd-context = Who stands where today, the last shifts, the background
cmd-positions = Everybody's position at a place
cmd-timeline = How positions moved over time
cmd-latest = The newest alerts
cmd-why = Why an alert rang, or why an item did not
cmd-sources = The feeds, with state media marked, and their health
cmd-language = The language of this chat
cmd-timezone = The time zone of this chat
cmd-quiet = Hours without sound; the severe still rings
cmd-digest = A daily or weekly summary instead of nothing
cmd-status = Whether everything works
cmd-feedback = Tell the operator: a false alert, a missed story
cmd-forget = Delete everything about this chat
cmd-export = Your subscriptions as a file to keep
cmd-settings = The settings of this chat
cmd-import = Subscriptions from an export
cmd-follow = Every turn of one story
cmd-mute = Silence a story, a place or an actor for a while
cmd-stats = Figures for the operator
cmd-retract = Take an alert back everywhere
cmd-broadcast = A message to every chat
opt-command = A command
opt-place = Places, by name or code: Ukraine, LB
opt-actor = Who: states or organisations, by name or code
opt-direction = advance, rollback, hold
opt-severity = The least: 1 note, 2 notable, 3 important, 4 severe
opt-certainty = any, or confirmed: official word or two publishers
opt-level = Also: opposition, legislator, ex_official, …
opt-language = A language: en, uk, de, fr, pl, es, ru, tr
opt-languages = Only items in these languages
opt-topic = A policy area
opt-in = Another chat that you run: @channel, #channel
opt-about = A place or an actor
opt-id = Which one; the list shows the numbers
opt-do = pause, resume, remove
opt-hours = For how many hours
opt-alert = An alert, or the link of an item
opt-zone = For example Europe/Kyiv
opt-text = Your words
opt-data = The JSON of /export
opt-sure = yes
opt-reason = Why
opt-at = HH:MM
opt-every = daily, weekly, off
opt-between = HH:MM-HH:MM, or off
opt-confirmations = on or off: ring again when a report is confirmed

# Answers
greeting = Shiftwire tells you when a government or an alliance changes its position on sending soldiers or peacekeepers abroad: who moved, from what to what, on whose word, and what was said before.
greeting-short = Tells when governments change position on sending troops or peacekeepers abroad.
greeting-how = Press “{ button-all }” to get every alert here, or choose: /subscribe place:Ukraine
greeting-ask = Ask at any time: /context Ukraine
greeting-channel = For a channel: add this bot as an administrator that may post, then write here /subscribe in:@yourchannel
added = Shiftwire can now post in “{ $title }”. Nothing is sent there until you say what.
added-here = Shiftwire is here. An administrator can now choose what it tells: /subscribe
help-title = Commands
help-settings = Settings (administrators)
help-operator = For the operator
help-more = One in detail: /help subscribe
help-options = Options, in any order, as key:value:
help-example = Example: { $example }
help-required = needed
subscribed = Subscribed: { $filters }
subscribed-in = Subscribed “{ $title }”: { $filters }
subscribed-same = This subscription exists already: { $filters }
everything = everything
preview = { $count ->
    [0] In the last 30 days this would have sent nothing.
    [one] In the last 30 days this would have sent { $count } alert:
   *[other] In the last 30 days this would have sent { $count } alerts; the newest:
}
preview-many = In the last 30 days this would have sent more than { $count } alerts; the newest:
filter-places = places { $list }
filter-actors = actors { $list }
filter-directions = directions { $list }
filter-severity = at least { $severity }
filter-levels = also { $list }
filter-languages = items in { $list }
filter-topics = topics { $list }
filter-story = one story
subscriptions-title = { $count ->
    [0] No subscriptions
    [one] { $count } subscription
   *[other] { $count } subscriptions
}
subscriptions-none = Nothing is sent here yet. Begin with /subscribe
paused-until = paused until { $until }
muted-until = muted until { $until }
unsubscribed = { $count ->
    [0] There was nothing to stop.
    [one] Stopped { $count } subscription.
   *[other] Stopped { $count } subscriptions.
}
context-title = { $name }: who stands where
context-asked = A place or an actor, please: /context Ukraine. Or reply with /context to an alert.
context-none = No position is known here yet.
context-shifts = Last shifts
context-background = Background
context-background-language = (in English)
context-remains = Still on the table
positions-title = Positions: { $name }
positions-none = No position is known about { $name } yet.
position-baseline = known before the first run
position-class = { $class ->
    [present] Present or decided
    [willing] Willing
    [weighing] Weighing
    [backing_off] Backing off
   *[against] Against
}
timeline-title = Timeline: { $name }
timeline-none = No shift is known about { $name } yet.
away = { $count ->
    [one] While you were away: one alert
   *[other] While you were away: { $count } alerts
}
digest-title = { $count ->
    [one] Digest: one alert
   *[other] Digest: { $count } alerts
}
and-more = … and { $count } more: /latest
latest-title = Newest alerts
latest-none = No alerts yet.
why-asked = Reply with /why to an alert, or give the link of an item: /why https://…
why-unknown = Nothing is known under “{ $what }”. The bot remembers items for 30 days.
why-matched = Words that matched: { $words }
why-rungs = Before and after: { $from } → { $to }
why-sent = This chat gets it because of: { $filters }
why-not-sent = No subscription of this chat lets it through.
why-items = { $count ->
    [one] { $count } item carries it
   *[other] { $count } items carry it
}
why-title = Why this alert
why-item-title = What became of this item
why-stage = { $stage ->
    [unchanged] Seen before, unchanged.
    [old] More than 48 hours old when first seen.
    [undated] It gives no date that could be read.
    [not_relevant] Not about a position on troops abroad.
    [background] Opinion, history or background: that rings nobody.
    [no_stance] On topic, but nobody's position in it.
    [known_stance] A position that was known already.
    [level] Not the word of a government or organisation.
    [joined] It joined a story that was told already.
    [abstained] Too uncertain to tell.
    [silent_start] It was there before the feed was first read.
    [alerted] It raised an alert.
   *[edited] It changed an alert silently.
}
sources-title = { $count ->
    [one] { $count } feed
   *[other] { $count } feeds
}
sources-summary = Read well: { $good } · with errors: { $bad } · not read yet: { $new }
sources-error = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}
sources-read = read { $when }
sources-unread = not read yet
language-now = Language of this chat: { $language }.
language-choose = Others: { $list }
timezone-now = Time zone of this chat: { $zone } (now { $now }).
timezone-unknown = “{ $zone }” is no known time zone. For example: /timezone Europe/Kyiv
quiet-now = Quiet from { $from } to { $to }; the severe still rings.
quiet-off = No quiet hours.
quiet-wrong = Say it as /quiet 23:00-07:00, or /quiet off
digest-now = { $every ->
    [daily] A summary every day at { $at }.
   *[weekly] A summary every Monday at { $at }.
}
digest-off = No summary.
digest-wrong = Say it as /digest daily at:08:00, /digest weekly at:08:00, or /digest off
status-ok = Everything works.
status-trouble = { $count ->
    [one] { $count } feed cannot be read at present.
   *[other] { $count } feeds cannot be read at present.
}
status-feeds = Feeds: { $good } of { $count } read well; the last one { $when }.
status-latest = Last alert: { $when }
status-chat = This chat: { $count ->
    [one] { $count } subscription
   *[other] { $count } subscriptions
}
status-never = never
source-down = The source { $feed } does not answer any more: { $reason }
source-back = The source { $feed } answers again.
feedback-thanks = Thank you. The operator will read it.
feedback-asked = Say what was wrong: /feedback The alert on Mali was an old story. Or reply with it to the alert.
forget-ask = This deletes everything about this chat: subscriptions, settings, feedback, what was sent. It cannot be undone.
forget-done = Everything about this chat is deleted.
export-none = There is nothing to export.
export-title = Subscriptions of this chat
follow-done = You will hear every turn of this story.
mute-ask = Silence what?
mute-done = Silent until { $until }: { $what }
mute-off = Speaks again: { $what }
mute-story = this story
mute-chat = this chat
settings-title = Settings
settings-confirmations = { $on ->
    [on] Rings again when a report is confirmed.
   *[off] Does not ring again when a report is confirmed.
}
button-confirmations = { $on ->
    [on] Ring on confirmation
   *[off] No ring on confirmation
}
imported = { $count ->
    [0] Nothing new in it.
    [one] Imported { $count } subscription.
   *[other] Imported { $count } subscriptions.
}
import-wrong = That is no export of this bot. Send it as /import { "{" }…{ "}" }, or as a file with the caption /import.
foreign = foreign troops
timeline-picture = Positions over time: { $name }
retract-done = { $count ->
    [one] Retracted; { $count } chat is told.
   *[other] Retracted; { $count } chats are told.
}
broadcast-done = { $count ->
    [one] On its way to { $count } chat.
   *[other] On its way to { $count } chats.
}

# Mistakes: one helpful sentence
unknown-command = There is no command “{ $word }”.
unknown-option = { $command } has no option “{ $word }”.
unknown-place = No place “{ $word }” is known.
unknown-actor = No actor “{ $word }” is known.
unknown-value = “{ $word }” does not fit { $option }: { $choices }.
did-you-mean = Did you mean { $word }?
see-help = /help shows what there is.
no-right = Only administrators of this chat may do that.
no-right-in = Only an administrator of “{ $title }” may do that.
operator-only = Only the operator of this bot may do that.
no-subscription = There is no subscription “{ $word }” here; /subscriptions lists them.
no-alert = That is no alert that this bot sent here. Reply to one, or press its button.
chat-not-found = “{ $name }” was not found. Add the bot there first.
chat-no-post = The bot may not post in “{ $title }”. Make it an administrator that may post, then try again.
chat-no-post-here = The bot may not post in this channel. Give it the rights to see the channel, to send messages and to embed links, then try again.
chat-ask-there = Write /subscribe in that channel itself.
failed = Something went wrong on our side. It is noted; please try again in a minute.
