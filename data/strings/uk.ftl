# Факти сповіщення
position = { $action ->
    [deploy] війська там
    [extend] залишається
    [commit] рішення надіслати
    [support] готовність надіслати
    [accept] згода прийняти
    [propose] пропонує надіслати
    [consider] розглядає
    [condition] лише за умов
    [suspend] призупинено
    [drop] знято з порядку денного
    [rule_out] не надсилатиме
    [oppose] проти
    [withdraw] виводить
    [end_mission] місію завершено
   *[other] позиція неясна
}
position-foreign = { $action ->
    [deploy] іноземні війська там
    [extend] іноземні війська залишаються
    [commit] рішення за іноземні війська
    [support] за іноземні війська
    [accept] згода прийняти
    [propose] просить про іноземні війська
    [consider] розглядає іноземні війська
    [condition] лише за умов
    [suspend] призупинено
    [drop] знято з порядку денного
    [rule_out] не прийматиме
    [oppose] проти іноземних військ
    [withdraw] за виведення іноземних військ
    [end_mission] припиняє іноземну місію
   *[other] позиція неясна
}
object = { $object ->
    [mission] миротворча місія
    [reassurance] сили стримування
    [training] тренувальна місія
    [monitors] спостерігачі
    [bases] військові бази
    [police] поліцейська місія
   *[contingent] війська
}
direction = { $direction ->
    [advance] Крок уперед
    [rollback] Відкат
    [hold] Не вирішено
   *[none] Без позиції
}
level = { $level ->
    [opposition] опозиція
    [legislator] член парламенту
    [legislature] парламент
    [ex_official] колишній посадовець
    [protesters] протестувальники
    [armed_group] збройне угруповання
    [commentator] коментатор
   *[government_or_igo] уряд
}
word = { $kind ->
    [official] офіційне джерело
    [named_person] названа особа
    [anonymous_source] анонімне джерело
    [leaked] витік документа
   *[media_report] повідомлення ЗМІ
}
claim = { $status ->
    [confirmed] підтверджено
    [denied] спростовано
    [retracted] відкликано
    [reversed] змінено на протилежне
   *[reported] не підтверджено
}
card-status = { $status ->
    [confirmed] Підтверджено
    [joined] Приєднується ще хтось
    [denied] Спростовано
    [retracted] Відкликано
   *[reversed] Розворот
}
severity = { $level ->
    [1] дрібне
    [2] помітне
    [3] важливе
   *[4] дуже важливе
}
certainty = { $certainty ->
    [confirmed] лише підтверджене
   *[any] підтверджене чи ні
}
topic = { $topic ->
    [foreign-troops] війська за кордоном
   *[other] { $topic }
}
first-seen = уперше помічено
word-of = За словами:
publishers = { $count ->
    [0] видавець невідомий
    [one] { $count } видавець
    [few] { $count } видавці
   *[other] { $count } видавців
}
state-media = державне ЗМІ
demand-agrees = Збігається з вимогою:
demand-against = Суперечить вимозі:
since = з { $day }
seen = Опубліковано { $published } · уперше помічено { $seen }
seen-only = Без дати · уперше помічено { $seen }

# Назви
organisation = { $id ->
    [UN] ООН
    [EU] Європейський Союз
    [NATO] НАТО
    [OSCE] ОБСЄ
    [AFU] Африканський Союз
    [COTW] Коаліція охочих
    [ECOWAS] ЕКОВАС
    [SADC] САДК
    [EAC] Східноафриканське співтовариство
    [IGAD] ІГАД
    [ECCAS] ЕКЦАС
    [ICGLR] Конференція Великих озер
    [AES] Альянс держав Сахелю
    [G5S] G5 Сахель
    [LCBC] Комісія басейну озера Чад
    [CSTO] ОДКБ
    [CIS] СНД
    [SCO] Шанхайська організація співробітництва
    [BRICS] БРІКС
    [GSEVEN] Група семи
    [OAS] Організація американських держав
    [CARICOM] КАРІКОМ
    [CELAC] СЕЛАК
    [ALBA] АЛБА
    [ASEAN] АСЕАН
    [PIF] Форум тихоокеанських островів
    [GCC] Рада співробітництва арабських держав Затоки
    [ARABLG] Ліга арабських держав
    [OIC] Організація ісламського співробітництва
    [BOP] Рада миру
    [JEF] Об’єднані експедиційні сили
    [BNINE] Бухарестська дев’ятка
    [NORDB] Північно-Балтійська вісімка
    [VFOUR] Вишеградська четвірка
   *[other] ?
}

# Кнопки
button-open = Відкрити
button-context = Контекст
button-why = Чому
button-follow = Стежити
button-mute = Приглушити
button-pause = Пауза
button-resume = Продовжити
button-remove = Видалити
button-all = Усе
button-help = Довідка
button-subscribe = Підписатися
button-timeline = Хронологія
button-positions = Позиції
button-add-channel = Додати в канал
button-forget = Так, видалити все
button-hours = { $hours } год
button-days = { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
}

# Команди
cmd-start = Що це і з чого почати
cmd-help = Усі команди або одна докладно
cmd-subscribe = Отримувати сповіщення тут або у своєму каналі
cmd-subscriptions = Що отримує цей чат: пауза, видалення
cmd-unsubscribe = Скасувати одну підписку або всі
cmd-context = Хто на якій позиції нині, останні зміни, передісторія
cmd-positions = Позиції всіх щодо місця
cmd-timeline = Як змінювалися позиції
cmd-latest = Найновіші сповіщення
cmd-why = Чому сповіщення надійшло або чому новина не спрацювала
cmd-sources = Стрічки новин, державні ЗМІ позначено, та їхній стан
cmd-language = Мова цього чату
cmd-timezone = Часовий пояс цього чату
cmd-quiet = Години без звуку; дуже важливе все одно звучить
cmd-digest = Щоденний або щотижневий підсумок
cmd-status = Чи все працює
cmd-feedback = Написати операторові: хибне сповіщення, пропущена подія
cmd-forget = Видалити все про цей чат
cmd-export = Ваші підписки файлом
cmd-settings = Налаштування цього чату
cmd-import = Підписки з експорту
cmd-follow = Кожен поворот однієї історії
cmd-mute = Приглушити історію, місце чи учасника на деякий час
cmd-stats = Показники для оператора
cmd-retract = Відкликати сповіщення всюди
cmd-broadcast = Повідомлення всім чатам
opt-command = Команда
opt-place = Місця, назвою чи кодом: Україна, LB
opt-actor = Хто: держави чи організації, назвою чи кодом
opt-direction = advance (уперед), rollback (відкат), hold (не вирішено)
opt-severity = Найменша вага: 1 дрібне, 2 помітне, 3 важливе, 4 дуже важливе
opt-certainty = any або confirmed: офіційне слово чи два видавці
opt-level = Також: opposition, legislator, ex_official, …
opt-language = Мова: en, uk, de, fr, pl, es, ru, tr
opt-languages = Лише новини цими мовами
opt-topic = Галузь політики
opt-in = Інший ваш чат: @канал, #канал
opt-about = Місце або учасник
opt-id = Котра; номери показує список
opt-do = pause, resume, remove
opt-hours = На скільки годин
opt-alert = Сповіщення або посилання на новину
opt-zone = Наприклад, Europe/Kyiv
opt-text = Ваші слова
opt-data = JSON з /export
opt-sure = yes
opt-reason = Чому
opt-at = ГГ:ХХ
opt-every = daily, weekly, off
opt-between = ГГ:ХХ-ГГ:ХХ або off
opt-confirmations = on чи off: ще один сигнал, коли повідомлення підтверджено

# Відповіді
greeting = Shiftwire повідомляє, коли уряд або союз змінює свою позицію щодо відправлення солдатів чи миротворців за кордон: хто, з чого на що, за чиїми словами і що казали раніше.
greeting-short = Повідомляє, коли уряди змінюють позицію щодо військ чи миротворців за кордоном.
greeting-how = Натисніть «{ button-all }», щоб отримувати всі сповіщення тут, або оберіть: /subscribe place:Україна
greeting-ask = Питайте будь-коли: /context Україна
greeting-channel = Для каналу: додайте бота адміністратором із правом публікації, а тоді напишіть тут /subscribe in:@вашканал
added = Shiftwire тепер може публікувати в «{ $title }». Нічого не надсилатиметься, доки ви не скажете що.
added-here = Shiftwire тут. Тепер адміністратор може обрати, про що він повідомляє: /subscribe
help-title = Команди
help-settings = Налаштування (для адміністраторів)
help-operator = Для оператора
help-more = Про одну докладно: /help subscribe
help-options = Параметри, у довільному порядку, як ключ:значення:
help-example = Приклад: { $example }
help-required = обов’язково
subscribed = Підписано: { $filters }
subscribed-in = «{ $title }» підписано: { $filters }
subscribed-same = Така підписка вже є: { $filters }
everything = усе
preview = { $count ->
    [0] За останні 30 днів це не надіслало б нічого.
    [one] За останні 30 днів це надіслало б { $count } сповіщення:
    [few] За останні 30 днів це надіслало б { $count } сповіщення; найновіші:
   *[other] За останні 30 днів це надіслало б { $count } сповіщень; найновіші:
}
preview-many = За останні 30 днів це надіслало б понад { $count } сповіщень; найновіші:
filter-places = місця: { $list }
filter-actors = учасники: { $list }
filter-directions = напрям: { $list }
filter-severity = щонайменше: { $severity }
filter-levels = також: { $list }
filter-languages = новини мовами: { $list }
filter-topics = теми: { $list }
filter-story = одна історія
subscriptions-title = { $count ->
    [0] Немає підписок
    [one] { $count } підписка
    [few] { $count } підписки
   *[other] { $count } підписок
}
subscriptions-none = Сюди ще нічого не надсилається. Почніть із /subscribe
paused-until = на паузі до { $until }
muted-until = приглушено до { $until }
unsubscribed = { $count ->
    [0] Не було чого скасовувати.
    [one] Скасовано { $count } підписку.
    [few] Скасовано { $count } підписки.
   *[other] Скасовано { $count } підписок.
}
context-title = { $name }: хто на якій позиції
context-asked = Назвіть місце або учасника: /context Україна. Або дайте відповідь /context на сповіщення.
context-none = Тут ще не відомо жодної позиції.
context-shifts = Останні зміни
context-background = Передісторія
context-background-language = (англійською)
context-remains = Ще на столі
positions-title = Позиції: { $name }
positions-none = Ще не відомо жодної позиції: { $name }.
position-baseline = відомо ще до першого запуску
position-class = { $class ->
    [present] Присутні або вирішено
    [willing] Готові
    [weighing] Зважують
    [backing_off] Відступають
   *[against] Проти
}
timeline-title = Хронологія: { $name }
timeline-none = Ще не відомо жодної зміни: { $name }.
away = { $count ->
    [one] Поки вас не було: { $count } сповіщення
    [few] Поки вас не було: { $count } сповіщення
   *[other] Поки вас не було: { $count } сповіщень
}
digest-title = { $count ->
    [one] Підсумок: { $count } сповіщення
    [few] Підсумок: { $count } сповіщення
   *[other] Підсумок: { $count } сповіщень
}
and-more = … і ще { $count }: /latest
latest-title = Найновіші сповіщення
latest-none = Сповіщень ще немає.
why-asked = Дайте відповідь /why на сповіщення або вкажіть посилання на новину: /why https://…
why-unknown = За «{ $what }» нічого не відомо. Бот пам’ятає новини 30 днів.
why-matched = Слова, що збіглися: { $words }
why-rungs = До і після: { $from } → { $to }
why-sent = Цей чат отримує його через: { $filters }
why-not-sent = Жодна підписка цього чату його не пропускає.
why-items = { $count ->
    [one] Про це { $count } новина
    [few] Про це { $count } новини
   *[other] Про це { $count } новин
}
why-title = Чому це сповіщення
why-item-title = Що сталося з цією новиною
why-stage = { $stage ->
    [unchanged] Уже бачили, без змін.
    [old] Коли її вперше помічено, їй було понад 48 годин.
    [undated] Не має дати, яку можна прочитати.
    [not_relevant] Не про позицію щодо військ за кордоном.
    [background] Думка, історія чи передісторія: про таке не сповіщаємо.
    [no_stance] За темою, але без чиєїсь позиції.
    [known_stance] Позиція була відома раніше.
    [level] Не слово уряду чи організації.
    [joined] Долучилася до вже розказаної історії.
    [abstained] Надто непевно, щоб повідомляти.
    [silent_start] Була там ще до першого читання стрічки.
    [alerted] Спричинила сповіщення.
   *[edited] Без звуку змінила сповіщення.
}
sources-title = { $count ->
    [one] { $count } стрічка
    [few] { $count } стрічки
   *[other] { $count } стрічок
}
sources-summary = Читаються: { $good } · з помилками: { $bad } · ще не прочитані: { $new }
sources-error = { $errors ->
    [one] { $errors } помилка
    [few] { $errors } помилки
   *[other] { $errors } помилок
}
sources-read = прочитано { $when }
sources-unread = ще не прочитано
language-now = Мова цього чату: { $language }.
language-choose = Інші: { $list }
timezone-now = Часовий пояс цього чату: { $zone } (зараз { $now }).
timezone-unknown = Часовий пояс «{ $zone }» невідомий. Наприклад: /timezone Europe/Kyiv
quiet-now = Тиша з { $from } до { $to }; дуже важливе все одно звучить.
quiet-off = Тихих годин немає.
quiet-wrong = Напишіть так: /quiet 23:00-07:00 або /quiet off
digest-now = { $every ->
    [daily] Підсумок щодня о { $at }.
   *[weekly] Підсумок щопонеділка о { $at }.
}
digest-off = Без підсумку.
digest-wrong = Напишіть так: /digest daily at:08:00, /digest weekly at:08:00 або /digest off
status-ok = Усе працює.
status-trouble = { $count ->
    [one] { $count } стрічку зараз не вдається прочитати.
    [few] { $count } стрічки зараз не вдається прочитати.
   *[other] { $count } стрічок зараз не вдається прочитати.
}
status-feeds = Стрічки: { $good } з { $count } читаються; остання { $when }.
status-latest = Останнє сповіщення: { $when }
status-chat = Цей чат: { $count ->
    [one] { $count } підписка
    [few] { $count } підписки
   *[other] { $count } підписок
}
status-never = ніколи
source-down = Джерело { $feed } більше не відповідає: { $reason }
source-back = Джерело { $feed } знову відповідає.
feedback-thanks = Дякуємо. Оператор це прочитає.
feedback-asked = Скажіть, що не так: /feedback Сповіщення про Малі — стара історія. Або дайте з цим відповідь на сповіщення.
forget-ask = Це видалить усе про цей чат: підписки, налаштування, відгуки, надіслане. Скасувати не можна.
forget-done = Усе про цей чат видалено.
export-none = Немає чого експортувати.
export-title = Підписки цього чату
follow-done = Ви дізнаєтеся про кожен поворот цієї історії.
mute-ask = Що приглушити?
mute-done = Тиша до { $until }: { $what }
mute-off = Знову зі звуком: { $what }
mute-story = ця історія
mute-chat = цей чат
settings-title = Налаштування
settings-confirmations = { $on ->
    [on] Ще один сигнал, коли повідомлення підтверджено.
   *[off] Без сигналу, коли повідомлення підтверджено.
}
button-confirmations = { $on ->
    [on] Сигнал при підтвердженні
   *[off] Без сигналу при підтвердженні
}
imported = { $count ->
    [0] Нічого нового.
    [one] Імпортовано { $count } підписку.
    [few] Імпортовано { $count } підписки.
   *[other] Імпортовано { $count } підписок.
}
import-wrong = Це не експорт цього бота. Надішліть його як /import { "{" }…{ "}" } або файлом із підписом /import.
foreign = іноземні війська
timeline-picture = Позиції в часі: { $name }
retract-done = { $count ->
    [one] Відкликано; повідомлено { $count } чат.
    [few] Відкликано; повідомлено { $count } чати.
   *[other] Відкликано; повідомлено { $count } чатів.
}
broadcast-done = { $count ->
    [one] Надсилається в { $count } чат.
    [few] Надсилається в { $count } чати.
   *[other] Надсилається в { $count } чатів.
}

# Помилки
unknown-command = Команди «{ $word }» немає.
unknown-option = { $command } не має параметра «{ $word }».
unknown-place = Місце «{ $word }» невідоме.
unknown-actor = Учасник «{ $word }» невідомий.
unknown-value = «{ $word }» не підходить для { $option }: { $choices }.
did-you-mean = Може, { $word }?
see-help = /help показує, що є.
no-right = Це можуть робити лише адміністратори цього чату.
no-right-in = Це може робити лише адміністратор «{ $title }».
operator-only = Це може робити лише оператор цього бота.
no-subscription = Підписки «{ $word }» тут немає; /subscriptions показує всі.
no-alert = Це не сповіщення, яке бот надіслав сюди. Дайте на нього відповідь або натисніть його кнопку.
chat-not-found = «{ $name }» не знайдено. Спершу додайте туди бота.
chat-no-post = Бот не може публікувати в «{ $title }». Зробіть його адміністратором із правом публікації й спробуйте ще раз.
chat-no-post-here = Бот не може публікувати в цьому каналі. Дайте йому право бачити канал, надсилати повідомлення й вбудовувати посилання, тоді спробуйте ще раз.
chat-ask-there = Напишіть /subscribe в самому каналі.
failed = Щось пішло не так у нас. Це записано; спробуйте, будь ласка, за хвилину.
