# Fakty alertu
position = { $action ->
    [deploy] wojska na miejscu
    [extend] zostaje
    [commit] decyzja o wysłaniu
    [support] gotowość do wysłania
    [accept] zgoda na przyjęcie
    [propose] proponuje wysłać
    [consider] rozważa
    [condition] tylko pod warunkami
    [suspend] wstrzymane
    [drop] zdjęte z porządku dnia
    [rule_out] nie wyśle
    [oppose] przeciw
    [withdraw] wycofuje
    [end_mission] misja zakończona
   *[other] stanowisko niejasne
}
position-foreign = { $action ->
    [deploy] obce wojska na miejscu
    [extend] obce wojska mogą zostać
    [commit] decyzja za obcymi wojskami
    [support] za obcymi wojskami
    [accept] zgoda na przyjęcie
    [propose] prosi o obce wojska
    [consider] rozważa obce wojska
    [condition] tylko pod warunkami
    [suspend] wstrzymane
    [drop] zdjęte z porządku dnia
    [rule_out] nie przyjmie
    [oppose] przeciw obcym wojskom
    [withdraw] chce wyjścia obcych wojsk
    [end_mission] kończy obcą misję
   *[other] stanowisko niejasne
}
object = { $object ->
    [mission] misja pokojowa
    [reassurance] siły wsparcia
    [training] misja szkoleniowa
    [monitors] obserwatorzy
    [bases] bazy wojskowe
    [police] misja policyjna
   *[contingent] wojska
}
direction = { $direction ->
    [advance] Krok naprzód
    [rollback] Krok wstecz
    [hold] Nierozstrzygnięte
   *[none] Bez stanowiska
}
level = { $level ->
    [opposition] opozycja
    [legislator] członek parlamentu
    [legislature] parlament
    [ex_official] były urzędnik
    [protesters] protestujący
    [armed_group] grupa zbrojna
    [commentator] komentator
   *[government_or_igo] rząd
}
word = { $kind ->
    [official] źródło oficjalne
    [named_person] osoba wymieniona z nazwiska
    [anonymous_source] źródło anonimowe
    [leaked] dokument z przecieku
   *[media_report] doniesienie mediów
}
claim = { $status ->
    [confirmed] potwierdzone
    [denied] zdementowane
    [retracted] odwołane
    [reversed] odwrócone
   *[reported] niepotwierdzone
}
card-status = { $status ->
    [confirmed] Potwierdzone
    [joined] Dołącza ktoś jeszcze
    [denied] Zdementowane
    [retracted] Odwołane
   *[reversed] Zwrot
}
severity = { $level ->
    [1] drobne
    [2] zauważalne
    [3] ważne
   *[4] bardzo ważne
}
certainty = { $certainty ->
    [confirmed] tylko potwierdzone
   *[any] potwierdzone lub nie
}
topic = { $topic ->
    [foreign-troops] wojska za granicą
   *[other] { $topic }
}
first-seen = widziane po raz pierwszy
word-of = Według:
publishers = { $count ->
    [0] wydawca nieznany
    [one] { $count } wydawca
    [few] { $count } wydawców
   *[other] { $count } wydawców
}
state-media = media państwowe
demand-agrees = Zgodne z żądaniem:
demand-against = Wbrew żądaniu:
since = od { $day }
seen = Opublikowano { $published } · zauważono { $seen }
seen-only = Bez daty · zauważono { $seen }

# Nazwy
organisation = { $id ->
    [UN] ONZ
    [EU] Unia Europejska
    [NATO] NATO
    [OSCE] OBWE
    [AFU] Unia Afrykańska
    [COTW] Koalicja chętnych
    [ECOWAS] ECOWAS
    [SADC] SADC
    [EAC] Wspólnota Wschodnioafrykańska
    [IGAD] IGAD
    [ECCAS] ECCAS
    [ICGLR] Konferencja Wielkich Jezior
    [AES] Sojusz Państw Sahelu
    [G5S] G5 Sahel
    [LCBC] Komisja Basenu Jeziora Czad
    [CSTO] OUBZ
    [CIS] WNP
    [SCO] Szanghajska Organizacja Współpracy
    [BRICS] BRICS
    [GSEVEN] G7
    [OAS] Organizacja Państw Amerykańskich
    [CARICOM] CARICOM
    [CELAC] CELAC
    [ALBA] ALBA
    [ASEAN] ASEAN
    [PIF] Forum Wysp Pacyfiku
    [GCC] Rada Współpracy Zatoki
    [ARABLG] Liga Arabska
    [OIC] Organizacja Współpracy Islamskiej
    [BOP] Rada Pokoju
    [JEF] Połączone Siły Ekspedycyjne
    [BNINE] Bukareszteńska Dziewiątka
    [NORDB] Nordycko-Bałtycka Ósemka
    [VFOUR] Grupa Wyszehradzka
   *[other] ?
}

# Przyciski
button-open = Otwórz
button-context = Kontekst
button-why = Dlaczego
button-follow = Śledź
button-mute = Wycisz
button-pause = Pauza
button-resume = Wznów
button-remove = Usuń
button-all = Wszystko
button-help = Pomoc
button-subscribe = Subskrybuj
button-timeline = Oś czasu
button-positions = Stanowiska
button-add-channel = Dodaj do kanału
button-forget = Tak, usuń wszystko
button-hours = { $hours } godz.
button-days = { $days ->
    [one] { $days } dzień
    [few] { $days } dni
   *[other] { $days } dni
}

# Polecenia
cmd-start = Co to jest i jak zacząć
cmd-help = Wszystkie polecenia albo jedno szczegółowo
cmd-subscribe = Alerty tutaj albo na własnym kanale
cmd-subscriptions = Co dostaje ten czat: pauza, usunięcie
cmd-unsubscribe = Zakończ jedną subskrypcję albo wszystkie
cmd-context = Kto gdzie dziś stoi, ostatnie zmiany, tło
cmd-positions = Stanowiska wszystkich wobec miejsca
cmd-timeline = Jak zmieniały się stanowiska
cmd-latest = Najnowsze alerty
cmd-why = Dlaczego alert przyszedł albo dlaczego wiadomość nie
cmd-sources = Kanały wiadomości, media państwowe oznaczone, i ich stan
cmd-language = Język tego czatu
cmd-timezone = Strefa czasowa tego czatu
cmd-quiet = Godziny bez dźwięku; bardzo ważne i tak dzwoni
cmd-digest = Codzienne lub cotygodniowe podsumowanie
cmd-status = Czy wszystko działa
cmd-feedback = Napisz do operatora: fałszywy alert, pominięte zdarzenie
cmd-forget = Usuń wszystko o tym czacie
cmd-export = Twoje subskrypcje w pliku
cmd-settings = Ustawienia tego czatu
cmd-import = Subskrypcje z eksportu
cmd-follow = Każdy zwrot jednej historii
cmd-mute = Wycisz historię, miejsce lub uczestnika na pewien czas
cmd-stats = Liczby dla operatora
cmd-retract = Odwołaj alert wszędzie
cmd-broadcast = Wiadomość do wszystkich czatów
opt-command = Polecenie
opt-place = Miejsca, nazwą lub kodem: Ukraina, LB
opt-actor = Kto: państwa lub organizacje, nazwą lub kodem
opt-direction = advance (naprzód), rollback (wstecz), hold (nierozstrzygnięte)
opt-severity = Co najmniej: 1 drobne, 2 zauważalne, 3 ważne, 4 bardzo ważne
opt-certainty = any albo confirmed: słowo oficjalne lub dwóch wydawców
opt-level = Także: opposition, legislator, ex_official, …
opt-language = Język: en, uk, de, fr, pl, es, ru, tr
opt-languages = Tylko wiadomości w tych językach
opt-topic = Dziedzina polityki
opt-in = Inny twój czat: @kanał, #kanał
opt-about = Miejsce lub uczestnik
opt-id = Która; numery pokazuje lista
opt-do = pause, resume, remove
opt-hours = Na ile godzin
opt-alert = Alert albo odnośnik wiadomości
opt-zone = Na przykład Europe/Warsaw
opt-text = Twoje słowa
opt-data = JSON z /export
opt-sure = yes
opt-reason = Dlaczego
opt-at = GG:MM
opt-every = daily, weekly, off
opt-between = GG:MM-GG:MM albo off
opt-confirmations = on lub off: jeszcze jeden sygnał, gdy doniesienie się potwierdzi

# Odpowiedzi
greeting = Shiftwire mówi, kiedy rząd lub sojusz zmienia stanowisko w sprawie wysłania żołnierzy lub sił pokojowych za granicę: kto, z czego na co, według kogo i co mówiono wcześniej.
greeting-short = Mówi, kiedy rządy zmieniają stanowisko w sprawie wojsk lub sił pokojowych za granicą.
greeting-how = Naciśnij „{ button-all }”, aby dostawać tu wszystkie alerty, albo wybierz: /subscribe place:Ukraina
greeting-ask = Pytaj w każdej chwili: /context Ukraina
greeting-channel = Dla kanału: dodaj bota jako administratora z prawem publikowania, potem napisz tutaj /subscribe in:@twojkanal
added = Shiftwire może teraz publikować w „{ $title }”. Nic nie zostanie wysłane, dopóki nie powiesz co.
added-here = Shiftwire jest tutaj. Administrator może teraz wybrać, o czym informuje: /subscribe
help-title = Polecenia
help-settings = Ustawienia (administratorzy)
help-operator = Dla operatora
help-more = Jedno szczegółowo: /help subscribe
help-options = Opcje, w dowolnej kolejności, jako klucz:wartość:
help-example = Przykład: { $example }
help-required = potrzebne
subscribed = Subskrybowano: { $filters }
subscribed-in = „{ $title }” subskrybuje: { $filters }
subscribed-same = Taka subskrypcja już jest: { $filters }
everything = wszystko
preview = { $count ->
    [0] W ostatnich 30 dniach nie wysłałoby to niczego.
    [one] W ostatnich 30 dniach wysłałoby to { $count } alert:
    [few] W ostatnich 30 dniach wysłałoby to { $count } alerty; najnowsze:
   *[other] W ostatnich 30 dniach wysłałoby to { $count } alertów; najnowsze:
}
preview-many = W ostatnich 30 dniach wysłałoby to ponad { $count } alertów; najnowsze:
filter-places = miejsca: { $list }
filter-actors = uczestnicy: { $list }
filter-directions = kierunek: { $list }
filter-severity = co najmniej: { $severity }
filter-levels = także: { $list }
filter-languages = wiadomości w językach: { $list }
filter-topics = tematy: { $list }
filter-story = jedna historia
subscriptions-title = { $count ->
    [0] Brak subskrypcji
    [one] { $count } subskrypcja
    [few] { $count } subskrypcje
   *[other] { $count } subskrypcji
}
subscriptions-none = Nic tu jeszcze nie jest wysyłane. Zacznij od /subscribe
paused-until = wstrzymane do { $until }
muted-until = wyciszone do { $until }
unsubscribed = { $count ->
    [0] Nie było czego kończyć.
    [one] Zakończono { $count } subskrypcję.
    [few] Zakończono { $count } subskrypcje.
   *[other] Zakończono { $count } subskrypcji.
}
context-title = { $name }: kto gdzie stoi
context-asked = Proszę podać miejsce lub uczestnika: /context Ukraina. Albo odpowiedz /context na alert.
context-none = Nie znamy tu jeszcze żadnego stanowiska.
context-shifts = Ostatnie zmiany
context-background = Tło
context-background-language = (po angielsku)
context-remains = Wciąż na stole
positions-title = Stanowiska: { $name }
positions-none = Nie znamy jeszcze żadnego stanowiska: { $name }.
position-baseline = znane przed pierwszym uruchomieniem
position-class = { $class ->
    [present] Obecni lub zdecydowani
    [willing] Gotowi
    [weighing] Rozważający
    [backing_off] Wycofujący się
   *[against] Przeciw
}
timeline-title = Oś czasu: { $name }
timeline-none = Nie znamy jeszcze żadnej zmiany: { $name }.
away = { $count ->
    [one] Podczas nieobecności: { $count } alert
    [few] Podczas nieobecności: { $count } alerty
   *[other] Podczas nieobecności: { $count } alertów
}
digest-title = { $count ->
    [one] Podsumowanie: { $count } alert
    [few] Podsumowanie: { $count } alerty
   *[other] Podsumowanie: { $count } alertów
}
and-more = … i jeszcze { $count }: /latest
latest-title = Najnowsze alerty
latest-none = Nie ma jeszcze alertów.
why-asked = Odpowiedz /why na alert albo podaj odnośnik wiadomości: /why https://…
why-unknown = Nic nie wiadomo o „{ $what }”. Bot pamięta wiadomości przez 30 dni.
why-matched = Słowa, które pasowały: { $words }
why-rungs = Przed i po: { $from } → { $to }
why-sent = Ten czat dostaje go z powodu: { $filters }
why-not-sent = Żadna subskrypcja tego czatu go nie przepuszcza.
why-items = { $count ->
    [one] Mówi o tym { $count } wiadomość
    [few] Mówią o tym { $count } wiadomości
   *[other] Mówi o tym { $count } wiadomości
}
why-title = Dlaczego ten alert
why-item-title = Co stało się z tą wiadomością
why-stage = { $stage ->
    [unchanged] Widziana wcześniej, bez zmian.
    [old] Miała ponad 48 godzin, gdy ją zauważono.
    [undated] Nie podaje daty, którą można odczytać.
    [not_relevant] Nie dotyczy stanowiska w sprawie wojsk za granicą.
    [background] Opinia, historia lub tło: o tym nie alarmujemy.
    [no_stance] Na temat, ale bez czyjegoś stanowiska.
    [known_stance] Stanowisko było już znane.
    [level] Nie jest to słowo rządu ani organizacji.
    [joined] Dołączyła do historii już opowiedzianej.
    [abstained] Zbyt niepewna, by o niej mówić.
    [silent_start] Była tam przed pierwszym odczytem kanału.
    [alerted] Wywołała alert.
   *[edited] Zmieniła alert po cichu.
}
sources-title = { $count ->
    [one] { $count } kanał
    [few] { $count } kanały
   *[other] { $count } kanałów
}
sources-summary = Czytane: { $good } · z błędami: { $bad } · jeszcze nieczytane: { $new }
sources-error = { $errors ->
    [one] { $errors } błąd
    [few] { $errors } błędy
   *[other] { $errors } błędów
}
sources-read = odczytano { $when }
sources-unread = jeszcze nie odczytano
language-now = Język tego czatu: { $language }.
language-choose = Inne: { $list }
timezone-now = Strefa czasowa tego czatu: { $zone } (teraz { $now }).
timezone-unknown = Strefa „{ $zone }” nie jest znana. Na przykład: /timezone Europe/Warsaw
quiet-now = Cisza od { $from } do { $to }; bardzo ważne i tak dzwoni.
quiet-off = Bez godzin ciszy.
quiet-wrong = Napisz tak: /quiet 23:00-07:00 albo /quiet off
digest-now = { $every ->
    [daily] Podsumowanie codziennie o { $at }.
   *[weekly] Podsumowanie w każdy poniedziałek o { $at }.
}
digest-off = Bez podsumowania.
digest-wrong = Napisz tak: /digest daily at:08:00, /digest weekly at:08:00 albo /digest off
status-ok = Wszystko działa.
status-trouble = { $count ->
    [one] { $count } kanału nie da się teraz odczytać.
    [few] { $count } kanałów nie da się teraz odczytać.
   *[other] { $count } kanałów nie da się teraz odczytać.
}
status-feeds = Kanały: { $good } z { $count } czytane; ostatni { $when }.
status-latest = Ostatni alert: { $when }
status-chat = Ten czat: { $count ->
    [one] { $count } subskrypcja
    [few] { $count } subskrypcje
   *[other] { $count } subskrypcji
}
status-never = nigdy
source-down = Źródło { $feed } przestało odpowiadać: { $reason }
source-back = Źródło { $feed } znów odpowiada.
feedback-thanks = Dziękujemy. Operator to przeczyta.
feedback-asked = Powiedz, co było nie tak: /feedback Alert o Mali to stara historia. Albo odpowiedz tym na alert.
forget-ask = To usuwa wszystko o tym czacie: subskrypcje, ustawienia, uwagi, wysłane wiadomości. Nie da się tego cofnąć.
forget-done = Wszystko o tym czacie zostało usunięte.
export-none = Nie ma czego eksportować.
export-title = Subskrypcje tego czatu
follow-done = Dowiesz się o każdym zwrocie tej historii.
mute-ask = Co wyciszyć?
mute-done = Cisza do { $until }: { $what }
mute-off = Znów z dźwiękiem: { $what }
mute-story = ta historia
mute-chat = ten czat
settings-title = Ustawienia
settings-confirmations = { $on ->
    [on] Dzwoni ponownie, gdy doniesienie się potwierdzi.
   *[off] Nie dzwoni ponownie, gdy doniesienie się potwierdzi.
}
button-confirmations = { $on ->
    [on] Dzwoń przy potwierdzeniu
   *[off] Nie dzwoń przy potwierdzeniu
}
imported = { $count ->
    [0] Nic nowego.
    [one] Zaimportowano { $count } subskrypcję.
    [few] Zaimportowano { $count } subskrypcje.
   *[other] Zaimportowano { $count } subskrypcji.
}
import-wrong = To nie jest eksport tego bota. Wyślij go jako /import { "{" }…{ "}" } albo jako plik z podpisem /import.
foreign = obce wojska
timeline-picture = Stanowiska w czasie: { $name }
retract-done = { $count ->
    [one] Odwołano; powiadomiono { $count } czat.
    [few] Odwołano; powiadomiono { $count } czaty.
   *[other] Odwołano; powiadomiono { $count } czatów.
}
broadcast-done = { $count ->
    [one] W drodze do { $count } czatu.
    [few] W drodze do { $count } czatów.
   *[other] W drodze do { $count } czatów.
}

# Błędy
unknown-command = Nie ma polecenia „{ $word }”.
unknown-option = { $command } nie ma opcji „{ $word }”.
unknown-place = Miejsce „{ $word }” nie jest znane.
unknown-actor = Uczestnik „{ $word }” nie jest znany.
unknown-value = „{ $word }” nie pasuje do { $option }: { $choices }.
did-you-mean = Czy chodzi o { $word }?
see-help = /help pokazuje, co jest.
no-right = Mogą to robić tylko administratorzy tego czatu.
no-right-in = Może to robić tylko administrator „{ $title }”.
operator-only = Może to robić tylko operator tego bota.
no-subscription = Nie ma tu subskrypcji „{ $word }”; /subscriptions pokazuje wszystkie.
no-alert = To nie jest alert wysłany tutaj przez bota. Odpowiedz na alert albo naciśnij jego przycisk.
chat-not-found = Nie znaleziono „{ $name }”. Najpierw dodaj tam bota.
chat-no-post = Bot nie może publikować w „{ $title }”. Uczyń go administratorem z prawem publikowania i spróbuj ponownie.
chat-no-post-here = Bot nie może publikować na tym kanale. Daj mu prawo widzenia kanału, wysyłania wiadomości i osadzania linków, a potem spróbuj ponownie.
chat-ask-there = Napisz /subscribe na samym kanale.
failed = Coś poszło nie tak po naszej stronie. Zapisaliśmy to; spróbuj, proszę, za minutę.
