# Факты оповещения
position = { $action ->
    [deploy] войска там
    [extend] остаётся
    [commit] решение отправить
    [support] готовность отправить
    [accept] согласие принять
    [propose] предлагает отправить
    [consider] рассматривает
    [condition] только при условиях
    [suspend] приостановлено
    [drop] снято с повестки дня
    [rule_out] не отправит
    [oppose] против
    [withdraw] выводит
    [end_mission] миссия завершена
   *[other] позиция неясна
}
position-foreign = { $action ->
    [deploy] иностранные войска там
    [extend] иностранные войска остаются
    [commit] решение за иностранные войска
    [support] за иностранные войска
    [accept] согласие принять
    [propose] просит об иностранных войсках
    [consider] рассматривает иностранные войска
    [condition] только при условиях
    [suspend] приостановлено
    [drop] снято с повестки дня
    [rule_out] не примет
    [oppose] против иностранных войск
    [withdraw] за вывод иностранных войск
    [end_mission] прекращает иностранную миссию
   *[other] позиция неясна
}
object = { $object ->
    [mission] миротворческая миссия
    [reassurance] силы сдерживания
    [training] учебная миссия
    [monitors] наблюдатели
    [bases] военные базы
    [police] полицейская миссия
   *[contingent] войска
}
direction = { $direction ->
    [advance] Шаг вперёд
    [rollback] Откат
    [hold] Не решено
   *[none] Без позиции
}
level = { $level ->
    [opposition] оппозиция
    [legislator] член парламента
    [legislature] парламент
    [ex_official] бывший чиновник
    [protesters] протестующие
    [armed_group] вооружённая группировка
    [commentator] комментатор
   *[government_or_igo] правительство
}
word = { $kind ->
    [official] официальный источник
    [named_person] названное лицо
    [anonymous_source] анонимный источник
    [leaked] утечка документа
   *[media_report] сообщение СМИ
}
claim = { $status ->
    [confirmed] подтверждено
    [denied] опровергнуто
    [retracted] отозвано
    [reversed] сменилось на обратное
   *[reported] не подтверждено
}
card-status = { $status ->
    [confirmed] Подтверждено
    [joined] Присоединяется ещё кто-то
    [denied] Опровергнуто
    [retracted] Отозвано
   *[reversed] Разворот
}
severity = { $level ->
    [1] мелкое
    [2] заметное
    [3] важное
   *[4] очень важное
}
certainty = { $certainty ->
    [confirmed] только подтверждённое
   *[any] подтверждённое или нет
}
topic = { $topic ->
    [foreign-troops] войска за рубежом
   *[other] { $topic }
}
first-seen = впервые замечено
word-of = Со слов:
publishers = { $count ->
    [0] издатель неизвестен
    [one] { $count } издатель
    [few] { $count } издателя
   *[other] { $count } издателей
}
state-media = государственное СМИ
demand-agrees = Совпадает с требованием:
demand-against = Противоречит требованию:
since = с { $day }
seen = Опубликовано { $published } · впервые замечено { $seen }
seen-only = Без даты · впервые замечено { $seen }

# Названия
organisation = { $id ->
    [UN] ООН
    [EU] Европейский союз
    [NATO] НАТО
    [OSCE] ОБСЕ
    [AFU] Африканский союз
    [COTW] Коалиция желающих
    [ECOWAS] ЭКОВАС
    [SADC] САДК
    [EAC] Восточноафриканское сообщество
    [IGAD] ИГАД
    [ECCAS] ЭКОЦАС
    [ICGLR] Конференция Великих озёр
    [AES] Альянс государств Сахеля
    [G5S] G5 Сахель
    [LCBC] Комиссия бассейна озера Чад
    [CSTO] ОДКБ
    [CIS] СНГ
    [SCO] Шанхайская организация сотрудничества
    [BRICS] БРИКС
    [GSEVEN] Группа семи
    [OAS] Организация американских государств
    [CARICOM] КАРИКОМ
    [CELAC] СЕЛАК
    [ALBA] АЛБА
    [ASEAN] АСЕАН
    [PIF] Форум тихоокеанских островов
    [GCC] Совет сотрудничества арабских государств Залива
    [ARABLG] Лига арабских государств
    [OIC] Организация исламского сотрудничества
    [BOP] Совет мира
    [JEF] Объединённые экспедиционные силы
    [BNINE] Бухарестская девятка
    [NORDB] Северо-Балтийская восьмёрка
    [VFOUR] Вишеградская четвёрка
   *[other] ?
}

# Кнопки
button-open = Открыть
button-context = Контекст
button-why = Почему
button-follow = Следить
button-mute = Заглушить
button-pause = Пауза
button-resume = Продолжить
button-remove = Удалить
button-all = Всё
button-help = Справка
button-subscribe = Подписаться
button-timeline = Хронология
button-positions = Позиции
button-add-channel = Добавить в канал
button-forget = Да, удалить всё
button-hours = { $hours } ч
button-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}

# Команды
cmd-start = Что это и с чего начать
cmd-help = Все команды или одна подробно
cmd-subscribe = Получать оповещения здесь или в своём канале
cmd-subscriptions = Что получает этот чат: пауза, удаление
cmd-unsubscribe = Отменить одну подписку или все
cmd-context = Кто на какой позиции сегодня, последние сдвиги, предыстория
cmd-positions = Позиции всех по месту
cmd-timeline = Как менялись позиции
cmd-latest = Новейшие оповещения
cmd-why = Почему оповещение пришло или почему новость не сработала
cmd-sources = Ленты новостей, государственные СМИ отмечены, и их состояние
cmd-language = Язык этого чата
cmd-timezone = Часовой пояс этого чата
cmd-quiet = Часы без звука; очень важное всё равно звучит
cmd-digest = Ежедневная или еженедельная сводка
cmd-status = Всё ли работает
cmd-feedback = Написать оператору: ложное оповещение, пропущенное событие
cmd-forget = Удалить всё об этом чате
cmd-export = Ваши подписки файлом
cmd-settings = Настройки этого чата
cmd-import = Подписки из экспорта
cmd-follow = Каждый поворот одной истории
cmd-mute = Заглушить историю, место или участника на время
cmd-stats = Показатели для оператора
cmd-retract = Отозвать оповещение везде
cmd-broadcast = Сообщение всем чатам
opt-command = Команда
opt-place = Места, названием или кодом: Украина, LB
opt-actor = Кто: государства или организации, названием или кодом
opt-direction = advance (вперёд), rollback (откат), hold (не решено)
opt-severity = Наименьшая важность: 1 мелкое, 2 заметное, 3 важное, 4 очень важное
opt-certainty = any или confirmed: официальное слово либо два издателя
opt-level = Также: opposition, legislator, ex_official, …
opt-language = Язык: en, uk, de, fr, pl, es, ru, tr
opt-languages = Только новости на этих языках
opt-topic = Область политики
opt-in = Другой ваш чат: @канал, #канал
opt-about = Место или участник
opt-id = Какая; номера показывает список
opt-do = pause, resume, remove
opt-hours = На сколько часов
opt-alert = Оповещение или ссылка на новость
opt-zone = Например, Europe/Kyiv
opt-text = Ваши слова
opt-data = JSON из /export
opt-sure = yes
opt-reason = Почему
opt-at = ЧЧ:ММ
opt-every = daily, weekly, off
opt-between = ЧЧ:ММ-ЧЧ:ММ или off
opt-confirmations = on или off: ещё один сигнал, когда сообщение подтверждено

# Ответы
greeting = Shiftwire сообщает, когда правительство или союз меняет позицию об отправке солдат или миротворцев за рубеж: кто, с чего на что, с чьих слов и что говорилось раньше.
greeting-short = Сообщает, когда правительства меняют позицию о войсках или миротворцах за рубежом.
greeting-how = Нажмите «{ button-all }», чтобы получать все оповещения здесь, или выберите: /subscribe place:Украина
greeting-ask = Спрашивайте в любое время: /context Украина
greeting-channel = Для канала: добавьте бота администратором с правом публикации, затем напишите здесь /subscribe in:@вашканал
added = Shiftwire теперь может публиковать в «{ $title }». Ничего не отправляется, пока вы не скажете что.
added-here = Shiftwire здесь. Теперь администратор может выбрать, о чём он сообщает: /subscribe
help-title = Команды
help-settings = Настройки (для администраторов)
help-operator = Для оператора
help-more = Об одной подробно: /help subscribe
help-options = Параметры, в любом порядке, как ключ:значение:
help-example = Пример: { $example }
help-required = обязательно
subscribed = Подписано: { $filters }
subscribed-in = «{ $title }» подписан: { $filters }
subscribed-same = Такая подписка уже есть: { $filters }
everything = всё
preview = { $count ->
    [0] За последние 30 дней это не отправило бы ничего.
    [one] За последние 30 дней это отправило бы { $count } оповещение:
    [few] За последние 30 дней это отправило бы { $count } оповещения; новейшие:
   *[other] За последние 30 дней это отправило бы { $count } оповещений; новейшие:
}
preview-many = За последние 30 дней это отправило бы больше { $count } оповещений; новейшие:
filter-places = места: { $list }
filter-actors = участники: { $list }
filter-directions = направление: { $list }
filter-severity = не менее: { $severity }
filter-levels = также: { $list }
filter-languages = новости на языках: { $list }
filter-topics = темы: { $list }
filter-story = одна история
subscriptions-title = { $count ->
    [0] Нет подписок
    [one] { $count } подписка
    [few] { $count } подписки
   *[other] { $count } подписок
}
subscriptions-none = Сюда пока ничего не отправляется. Начните с /subscribe
paused-until = на паузе до { $until }
muted-until = заглушено до { $until }
unsubscribed = { $count ->
    [0] Отменять было нечего.
    [one] Отменена { $count } подписка.
    [few] Отменены { $count } подписки.
   *[other] Отменено { $count } подписок.
}
context-title = { $name }: кто на какой позиции
context-asked = Назовите место или участника: /context Украина. Или ответьте /context на оповещение.
context-none = Здесь пока не известно ни одной позиции.
context-shifts = Последние сдвиги
context-background = Предыстория
context-background-language = (на английском)
context-remains = Ещё на столе
positions-title = Позиции: { $name }
positions-none = Пока не известно ни одной позиции: { $name }.
position-baseline = известно ещё до первого запуска
position-class = { $class ->
    [present] Присутствуют или решено
    [willing] Готовы
    [weighing] Взвешивают
    [backing_off] Отступают
   *[against] Против
}
timeline-title = Хронология: { $name }
timeline-none = Пока не известно ни одного сдвига: { $name }.
away = { $count ->
    [one] Пока вас не было: { $count } оповещение
    [few] Пока вас не было: { $count } оповещения
   *[other] Пока вас не было: { $count } оповещений
}
digest-title = { $count ->
    [one] Сводка: { $count } оповещение
    [few] Сводка: { $count } оповещения
   *[other] Сводка: { $count } оповещений
}
and-more = … и ещё { $count }: /latest
latest-title = Новейшие оповещения
latest-none = Оповещений пока нет.
why-asked = Ответьте /why на оповещение или дайте ссылку на новость: /why https://…
why-unknown = По «{ $what }» ничего не известно. Бот помнит новости 30 дней.
why-matched = Совпавшие слова: { $words }
why-rungs = До и после: { $from } → { $to }
why-sent = Этот чат получает его из-за: { $filters }
why-not-sent = Ни одна подписка этого чата его не пропускает.
why-items = { $count ->
    [one] Об этом { $count } новость
    [few] Об этом { $count } новости
   *[other] Об этом { $count } новостей
}
why-title = Почему это оповещение
why-item-title = Что стало с этой новостью
why-stage = { $stage ->
    [unchanged] Уже видели, без изменений.
    [old] Когда её впервые заметили, ей было больше 48 часов.
    [undated] Нет даты, которую можно прочесть.
    [not_relevant] Не о позиции насчёт войск за рубежом.
    [background] Мнение, история или предыстория: о таком не оповещаем.
    [no_stance] По теме, но без чьей-либо позиции.
    [known_stance] Позиция была известна раньше.
    [level] Не слово правительства или организации.
    [joined] Присоединилась к уже рассказанной истории.
    [abstained] Слишком неопределённо, чтобы сообщать.
    [silent_start] Была там ещё до первого чтения ленты.
    [alerted] Вызвала оповещение.
   *[edited] Без звука изменила оповещение.
}
sources-title = { $count ->
    [one] { $count } лента
    [few] { $count } ленты
   *[other] { $count } лент
}
sources-summary = Читаются: { $good } · с ошибками: { $bad } · ещё не прочитаны: { $new }
sources-error = { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
}
sources-read = прочитано { $when }
sources-unread = ещё не прочитано
language-now = Язык этого чата: { $language }.
language-choose = Другие: { $list }
timezone-now = Часовой пояс этого чата: { $zone } (сейчас { $now }).
timezone-unknown = Часовой пояс «{ $zone }» неизвестен. Например: /timezone Europe/Kyiv
quiet-now = Тишина с { $from } до { $to }; очень важное всё равно звучит.
quiet-off = Тихих часов нет.
quiet-wrong = Напишите так: /quiet 23:00-07:00 или /quiet off
digest-now = { $every ->
    [daily] Сводка каждый день в { $at }.
   *[weekly] Сводка каждый понедельник в { $at }.
}
digest-off = Без сводки.
digest-wrong = Напишите так: /digest daily at:08:00, /digest weekly at:08:00 или /digest off
status-ok = Всё работает.
status-trouble = { $count ->
    [one] { $count } ленту сейчас не удаётся прочитать.
    [few] { $count } ленты сейчас не удаётся прочитать.
   *[other] { $count } лент сейчас не удаётся прочитать.
}
status-feeds = Ленты: { $good } из { $count } читаются; последняя { $when }.
status-latest = Последнее оповещение: { $when }
status-chat = Этот чат: { $count ->
    [one] { $count } подписка
    [few] { $count } подписки
   *[other] { $count } подписок
}
status-never = никогда
source-down = Источник { $feed } больше не отвечает: { $reason }
source-back = Источник { $feed } снова отвечает.
feedback-thanks = Спасибо. Оператор это прочтёт.
feedback-asked = Скажите, что не так: /feedback Оповещение о Мали — старая история. Или ответьте этим на оповещение.
forget-ask = Это удалит всё об этом чате: подписки, настройки, отзывы, отправленное. Отменить нельзя.
forget-done = Всё об этом чате удалено.
export-none = Экспортировать нечего.
export-title = Подписки этого чата
follow-done = Вы узнаете о каждом повороте этой истории.
mute-ask = Что заглушить?
mute-done = Тишина до { $until }: { $what }
mute-off = Снова со звуком: { $what }
mute-story = эта история
mute-chat = этот чат
settings-title = Настройки
settings-confirmations = { $on ->
    [on] Ещё один сигнал, когда сообщение подтверждено.
   *[off] Без сигнала, когда сообщение подтверждено.
}
button-confirmations = { $on ->
    [on] Сигнал при подтверждении
   *[off] Без сигнала при подтверждении
}
imported = { $count ->
    [0] Ничего нового.
    [one] Импортирована { $count } подписка.
    [few] Импортированы { $count } подписки.
   *[other] Импортировано { $count } подписок.
}
import-wrong = Это не экспорт этого бота. Отправьте его как /import { "{" }…{ "}" } или файлом с подписью /import.
foreign = иностранные войска
timeline-picture = Позиции во времени: { $name }
retract-done = { $count ->
    [one] Отозвано; оповещён { $count } чат.
    [few] Отозвано; оповещены { $count } чата.
   *[other] Отозвано; оповещено { $count } чатов.
}
broadcast-done = { $count ->
    [one] Отправляется в { $count } чат.
    [few] Отправляется в { $count } чата.
   *[other] Отправляется в { $count } чатов.
}

# Ошибки
unknown-command = Команды «{ $word }» нет.
unknown-option = У { $command } нет параметра «{ $word }».
unknown-place = Место «{ $word }» неизвестно.
unknown-actor = Участник «{ $word }» неизвестен.
unknown-value = «{ $word }» не подходит для { $option }: { $choices }.
did-you-mean = Может быть, { $word }?
see-help = /help показывает, что есть.
no-right = Это могут делать только администраторы этого чата.
no-right-in = Это может делать только администратор «{ $title }».
operator-only = Это может делать только оператор этого бота.
no-subscription = Подписки «{ $word }» здесь нет; /subscriptions показывает все.
no-alert = Это не оповещение, которое бот отправил сюда. Ответьте на него или нажмите его кнопку.
chat-not-found = «{ $name }» не найден. Сначала добавьте туда бота.
chat-no-post = Бот не может публиковать в «{ $title }». Сделайте его администратором с правом публикации и попробуйте снова.
chat-no-post-here = Бот не может публиковать в этом канале. Дайте ему право видеть канал, отправлять сообщения и встраивать ссылки, затем попробуйте снова.
chat-ask-there = Напишите /subscribe в самом канале.
failed = Что-то пошло не так у нас. Это записано; попробуйте, пожалуйста, через минуту.
