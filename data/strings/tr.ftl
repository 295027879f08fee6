# Uyarının olguları
position = { $action ->
    [deploy] birlikler orada
    [extend] kalıyor
    [commit] gönderme kararı
    [support] göndermeye hazır
    [accept] kabul etmeye razı
    [propose] göndermeyi öneriyor
    [consider] değerlendiriyor
    [condition] yalnızca koşullarla
    [suspend] askıda
    [drop] gündemden çıktı
    [rule_out] göndermeyecek
    [oppose] karşı
    [withdraw] çekiliyor
    [end_mission] görev sona erdi
   *[other] tutum belirsiz
}
position-foreign = { $action ->
    [deploy] yabancı birlikler orada
    [extend] yabancı birlikler kalıyor
    [commit] yabancı birlikler için karar
    [support] yabancı birliklerden yana
    [accept] kabul etmeye razı
    [propose] yabancı birlik istiyor
    [consider] yabancı birlikleri değerlendiriyor
    [condition] yalnızca koşullarla
    [suspend] askıda
    [drop] gündemden çıktı
    [rule_out] kabul etmeyecek
    [oppose] yabancı birliklere karşı
    [withdraw] yabancı birliklerin gitmesini istiyor
    [end_mission] yabancı görevi bitiriyor
   *[other] tutum belirsiz
}
object = { $object ->
    [mission] barış gücü
    [reassurance] güvence gücü
    [training] eğitim misyonu
    [monitors] gözlemciler
    [bases] askerî üsler
    [police] polis misyonu
   *[contingent] birlikler
}
direction = { $direction ->
    [advance] İlerleme
    [rollback] Geri adım
    [hold] Kararsız
   *[none] Tutum yok
}
level = { $level ->
    [opposition] muhalefet
    [legislator] bir milletvekili
    [legislature] parlamento
    [ex_official] eski bir yetkili
    [protesters] göstericiler
    [armed_group] silahlı bir grup
    [commentator] bir yorumcu
   *[government_or_igo] hükümet
}
word = { $kind ->
    [official] resmî kaynak
    [named_person] adı verilen kişi
    [anonymous_source] adı verilmeyen kaynak
    [leaked] sızan belge
   *[media_report] basın haberi
}
claim = { $status ->
    [confirmed] doğrulandı
    [denied] yalanlandı
    [retracted] geri çekildi
    [reversed] tersine döndü
   *[reported] doğrulanmadı
}
card-status = { $status ->
    [confirmed] Doğrulandı
    [joined] Biri daha katıldı
    [denied] Yalanlandı
    [retracted] Geri çekildi
   *[reversed] Dönüş
}
severity = { $level ->
    [1] küçük
    [2] dikkate değer
    [3] önemli
   *[4] çok önemli
}
certainty = { $certainty ->
    [confirmed] yalnızca doğrulanmış
   *[any] doğrulanmış ya da değil
}
topic = { $topic ->
    [foreign-troops] yurt dışındaki birlikler
   *[other] { $topic }
}
first-seen = ilk kez görüldü
word-of = Kaynak:
publishers = { $count ->
    [0] yayıncı bilinmiyor
   *[other] { $count } yayıncı
}
state-media = devlet medyası
demand-agrees = Şunun talebiyle uyuşuyor:
demand-against = Şunun talebine aykırı:
since = { $day } tarihinden beri
seen = Yayın { $published } · ilk görülme { $seen }
seen-only = Tarih yok · ilk görülme { $seen }

# Adlar
organisation = { $id ->
    [UN] Birleşmiş Milletler
    [EU] Avrupa Birliği
    [NATO] NATO
    [OSCE] AGİT
    [AFU] Afrika Birliği
    [COTW] Gönüllüler Koalisyonu
    [ECOWAS] ECOWAS
    [SADC] SADC
    [EAC] Doğu Afrika Topluluğu
    [IGAD] IGAD
    [ECCAS] ECCAS
    [ICGLR] Büyük Göller Konferansı
    [AES] Sahel Devletleri İttifakı
    [G5S] G5 Sahel
    [LCBC] Çad Gölü Havzası Komisyonu
    [CSTO] KGAÖ
    [CIS] BDT
    [SCO] Şanghay İşbirliği Örgütü
    [BRICS] BRICS
    [GSEVEN] G7
    [OAS] Amerikan Devletleri Örgütü
    [CARICOM] CARICOM
    [CELAC] CELAC
    [ALBA] ALBA
    [ASEAN] ASEAN
    [PIF] Pasifik Adaları Forumu
    [GCC] Körfez İşbirliği Konseyi
    [ARABLG] Arap Birliği
    [OIC] İslam İşbirliği Teşkilatı
    [BOP] Barış Kurulu
    [JEF] Ortak Sefer Gücü
    [BNINE] Bükreş Dokuzlusu
    [NORDB] Kuzey-Baltık Sekizlisi
    [VFOUR] Vişegrad Grubu
   *[other] ?
}

# Düğmeler
button-open = Aç
button-context = Bağlam
button-why = Neden
button-follow = İzle
button-mute = Sustur
button-pause = Duraklat
button-resume = Sürdür
button-remove = Kaldır
button-all = Hepsi
button-help = Yardım
button-subscribe = Abone ol
button-timeline = Zaman çizgisi
button-positions = Tutumlar
button-add-channel = Kanala ekle
button-forget = Evet, hepsini sil
button-hours = { $hours } sa
button-days = { $days ->
   *[other] { $days } gün
}

# Komutlar
cmd-start = Bu nedir, nasıl başlanır
cmd-help = Tüm komutlar, ya da biri ayrıntısıyla
cmd-subscribe = Uyarıları burada ya da kendi kanalınızda alın
cmd-subscriptions = Bu sohbetin aldıkları: duraklatma, kaldırma
cmd-unsubscribe = Bir aboneliği ya da hepsini bitir
cmd-context = Bugün kim nerede duruyor, son değişimler, arka plan
cmd-positions = Bir yer hakkında herkesin tutumu
cmd-timeline = Tutumlar zamanla nasıl değişti
cmd-latest = En yeni uyarılar
cmd-why = Bir uyarı neden geldi, ya da bir haber neden gelmedi
cmd-sources = Haber akışları, devlet medyası işaretli, ve durumları
cmd-language = Bu sohbetin dili
cmd-timezone = Bu sohbetin saat dilimi
cmd-quiet = Sessiz saatler; çok önemli olan yine çalar
cmd-digest = Günlük ya da haftalık özet
cmd-status = Her şey çalışıyor mu
cmd-feedback = İşletmene yazın: yanlış uyarı, kaçan olay
cmd-forget = Bu sohbetle ilgili her şeyi sil
cmd-export = Abonelikleriniz dosya olarak
cmd-settings = Bu sohbetin ayarları
cmd-import = Dışa aktarımdan abonelikler
cmd-follow = Bir hikâyenin her dönüşü
cmd-mute = Bir hikâyeyi, yeri ya da aktörü bir süre sustur
cmd-stats = İşletmen için sayılar
cmd-retract = Bir uyarıyı her yerde geri çek
cmd-broadcast = Bütün sohbetlere ileti
opt-command = Bir komut
opt-place = Yerler, ad ya da kodla: Ukrayna, LB
opt-actor = Kim: devletler ya da örgütler, ad ya da kodla
opt-direction = advance (ilerleme), rollback (geri adım), hold (kararsız)
opt-severity = En az: 1 küçük, 2 dikkate değer, 3 önemli, 4 çok önemli
opt-certainty = any, ya da confirmed: resmî söz veya iki yayıncı
opt-level = Ayrıca: opposition, legislator, ex_official, …
opt-language = Bir dil: en, uk, de, fr, pl, es, ru, tr
opt-languages = Yalnızca bu dillerdeki haberler
opt-topic = Bir politika alanı
opt-in = Yönettiğiniz başka bir sohbet: @kanal, #kanal
opt-about = Bir yer ya da aktör
opt-id = Hangisi; numaraları liste gösterir
opt-do = pause, resume, remove
opt-hours = Kaç saat için
opt-alert = Bir uyarı, ya da bir haberin bağlantısı
opt-zone = Örneğin Europe/Istanbul
opt-text = Sözleriniz
opt-data = /export komutunun JSON çıktısı
opt-sure = yes
opt-reason = Neden
opt-at = SS:DD
opt-every = daily, weekly, off
opt-between = SS:DD-SS:DD, ya da off
opt-confirmations = on ya da off: haber doğrulanınca yeniden çalsın mı

# Yanıtlar
greeting = Shiftwire, bir hükümet ya da ittifak yurt dışına asker veya barış gücü gönderme konusundaki tutumunu değiştirdiğinde haber verir: kim, neyden neye, kimin sözüyle, ve önce ne denmişti.
greeting-short = Hükümetler yurt dışına asker ya da barış gücü gönderme tutumunu değiştirince haber verir.
greeting-how = Bütün uyarıları burada almak için “{ button-all }” düğmesine basın, ya da seçin: /subscribe place:Ukrayna
greeting-ask = İstediğiniz zaman sorun: /context Ukrayna
greeting-channel = Kanal için: botu paylaşım yetkili yönetici olarak ekleyin, sonra buraya yazın: /subscribe in:@kanaliniz
added = Shiftwire artık “{ $title }” içinde paylaşabilir. Siz ne istediğinizi söyleyene dek oraya bir şey gönderilmez.
added-here = Shiftwire burada. Bir yönetici şimdi neyi bildireceğini seçebilir: /subscribe
help-title = Komutlar
help-settings = Ayarlar (yöneticiler)
help-operator = İşletmen için
help-more = Biri ayrıntısıyla: /help subscribe
help-options = Seçenekler, istenen sırayla, anahtar:değer biçiminde:
help-example = Örnek: { $example }
help-required = gerekli
subscribed = Abone olundu: { $filters }
subscribed-in = “{ $title }” abone oldu: { $filters }
subscribed-same = Bu abonelik zaten var: { $filters }
everything = hepsi
preview = { $count ->
    [0] Son 30 günde bu hiçbir şey göndermezdi.
    [1] Son 30 günde bu { $count } uyarı gönderirdi:
   *[other] Son 30 günde bu { $count } uyarı gönderirdi; en yenileri:
}
preview-many = Son 30 günde bu { $count } uyarıdan fazlasını gönderirdi; en yenileri:
filter-places = yerler: { $list }
filter-actors = aktörler: { $list }
filter-directions = yön: { $list }
filter-severity = en az: { $severity }
filter-levels = ayrıca: { $list }
filter-languages = haber dilleri: { $list }
filter-topics = konular: { $list }
filter-story = tek hikâye
subscriptions-title = { $count ->
    [0] Abonelik yok
   *[other] { $count } abonelik
}
subscriptions-none = Buraya henüz bir şey gönderilmiyor. /subscribe ile başlayın
paused-until = { $until } saatine dek duraklatıldı
muted-until = { $until } saatine dek susturuldu
unsubscribed = { $count ->
    [0] Bitirilecek bir şey yoktu.
   *[other] { $count } abonelik bitirildi.
}
context-title = { $name }: kim nerede duruyor
context-asked = Bir yer ya da aktör yazın: /context Ukrayna. Ya da bir uyarıyı /context ile yanıtlayın.
context-none = Burada henüz bilinen bir tutum yok.
context-shifts = Son değişimler
context-background = Arka plan
context-background-language = (İngilizce)
context-remains = Hâlâ masada
positions-title = Tutumlar: { $name }
positions-none = { $name } hakkında henüz bilinen bir tutum yok.
position-baseline = ilk çalıştırmadan önce biliniyordu
position-class = { $class ->
    [present] Orada ya da karar verilmiş
    [willing] Hazır
    [weighing] Tartıyor
    [backing_off] Geri çekiliyor
   *[against] Karşı
}
timeline-title = Zaman çizgisi: { $name }
timeline-none = { $name } hakkında henüz bilinen bir değişim yok.
away = { $count ->
   *[other] Siz yokken: { $count } uyarı
}
digest-title = { $count ->
   *[other] Özet: { $count } uyarı
}
and-more = … ve { $count } tane daha: /latest
latest-title = En yeni uyarılar
latest-none = Henüz uyarı yok.
why-asked = Bir uyarıyı /why ile yanıtlayın, ya da bir haberin bağlantısını verin: /why https://…
why-unknown = “{ $what }” hakkında bir şey bilinmiyor. Bot haberleri 30 gün hatırlar.
why-matched = Eşleşen sözcükler: { $words }
why-rungs = Önce ve sonra: { $from } → { $to }
why-sent = Bu sohbet onu şu yüzden alıyor: { $filters }
why-not-sent = Bu sohbetin hiçbir aboneliği onu geçirmiyor.
why-items = { $count ->
   *[other] { $count } haber bunu taşıyor
}
why-title = Neden bu uyarı
why-item-title = Bu haber ne oldu
why-stage = { $stage ->
    [unchanged] Daha önce görüldü, değişmedi.
    [old] İlk görüldüğünde 48 saatten eskiydi.
    [undated] Okunabilir bir tarih vermiyor.
    [not_relevant] Yurt dışındaki birliklere dair bir tutumla ilgili değil.
    [background] Görüş, tarih ya da arka plan: bunlar için uyarı verilmez.
    [no_stance] Konuyla ilgili, ama kimsenin tutumu yok.
    [known_stance] Zaten bilinen bir tutum.
    [level] Bir hükümetin ya da örgütün sözü değil.
    [joined] Daha önce anlatılmış bir hikâyeye katıldı.
    [abstained] Anlatmak için fazla belirsiz.
    [silent_start] Akış ilk okunmadan önce oradaydı.
    [alerted] Bir uyarıya yol açtı.
   *[edited] Bir uyarıyı sessizce değiştirdi.
}
sources-title = { $count ->
   *[other] { $count } akış
}
sources-summary = İyi okunan: { $good } · hatalı: { $bad } · henüz okunmayan: { $new }
sources-error = { $errors ->
   *[other] { $errors } hata
}
sources-read = okundu: { $when }
sources-unread = henüz okunmadı
language-now = Bu sohbetin dili: { $language }.
language-choose = Diğerleri: { $list }
timezone-now = Bu sohbetin saat dilimi: { $zone } (şimdi { $now }).
timezone-unknown = “{ $zone }” bilinen bir saat dilimi değil. Örneğin: /timezone Europe/Istanbul
quiet-now = { $from } ile { $to } arası sessiz; çok önemli olan yine çalar.
quiet-off = Sessiz saat yok.
quiet-wrong = Şöyle yazın: /quiet 23:00-07:00, ya da /quiet off
digest-now = { $every ->
    [daily] Her gün saat { $at } için bir özet.
   *[weekly] Her pazartesi saat { $at } için bir özet.
}
digest-off = Özet yok.
digest-wrong = Şöyle yazın: /digest daily at:08:00, /digest weekly at:08:00, ya da /digest off
status-ok = Her şey çalışıyor.
status-trouble = { $count ->
   *[other] { $count } akış şu anda okunamıyor.
}
status-feeds = Akışlar: { $count } akıştan { $good } tanesi iyi okunuyor; sonuncusu { $when }.
status-latest = Son uyarı: { $when }
status-chat = Bu sohbet: { $count ->
   *[other] { $count } abonelik
}
status-never = hiç
source-down = { $feed } kaynağı artık yanıt vermiyor: { $reason }
source-back = { $feed } kaynağı yeniden yanıt veriyor.
feedback-thanks = Teşekkürler. İşletmen okuyacak.
feedback-asked = Neyin yanlış olduğunu yazın: /feedback Mali uyarısı eski bir hikâyeydi. Ya da uyarıyı bununla yanıtlayın.
forget-ask = Bu, bu sohbetle ilgili her şeyi siler: abonelikler, ayarlar, geri bildirimler, gönderilenler. Geri alınamaz.
forget-done = Bu sohbetle ilgili her şey silindi.
export-none = Dışa aktarılacak bir şey yok.
export-title = Bu sohbetin abonelikleri
follow-done = Bu hikâyenin her dönüşünü öğreneceksiniz.
mute-ask = Ne susturulsun?
mute-done = { $until } saatine dek sessiz: { $what }
mute-off = Yeniden sesli: { $what }
mute-story = bu hikâye
mute-chat = bu sohbet
settings-title = Ayarlar
settings-confirmations = { $on ->
    [on] Bir haber doğrulanınca yeniden çalar.
   *[off] Bir haber doğrulanınca yeniden çalmaz.
}
button-confirmations = { $on ->
    [on] Doğrulanınca çal
   *[off] Doğrulanınca çalma
}
imported = { $count ->
    [0] Yeni bir şey yok.
   *[other] { $count } abonelik içe aktarıldı.
}
import-wrong = Bu, bu botun dışa aktarımı değil. /import { "{" }…{ "}" } olarak, ya da /import açıklamalı dosya olarak gönderin.
foreign = yabancı birlikler
timeline-picture = Zaman içinde tutumlar: { $name }
retract-done = { $count ->
   *[other] Geri çekildi; { $count } sohbete bildiriliyor.
}
broadcast-done = { $count ->
   *[other] { $count } sohbete gönderiliyor.
}

# Yanlışlar
unknown-command = “{ $word }” komutu yok.
unknown-option = { $command } komutunun “{ $word }” seçeneği yok.
unknown-place = “{ $word }” adında bilinen bir yer yok.
unknown-actor = “{ $word }” adında bilinen bir aktör yok.
unknown-value = “{ $word }” { $option } için uygun değil: { $choices }.
did-you-mean = Şunu mu demek istediniz: { $word }?
see-help = Neler olduğunu /help gösterir.
no-right = Bunu yalnızca bu sohbetin yöneticileri yapabilir.
no-right-in = Bunu yalnızca “{ $title }” yöneticisi yapabilir.
operator-only = Bunu yalnızca bu botun işletmeni yapabilir.
no-subscription = Burada “{ $word }” aboneliği yok; hepsini /subscriptions gösterir.
no-alert = Bu, botun buraya gönderdiği bir uyarı değil. Bir uyarıyı yanıtlayın ya da düğmesine basın.
chat-not-found = “{ $name }” bulunamadı. Önce botu oraya ekleyin.
chat-no-post = Bot “{ $title }” içinde paylaşamıyor. Onu paylaşım yetkili yönetici yapıp yeniden deneyin.
chat-no-post-here = Bot bu kanalda paylaşamıyor. Kanalı görme, ileti gönderme ve bağlantı yerleştirme yetkisi verip yeniden deneyin.
chat-ask-there = /subscribe komutunu o kanalın kendisinde yazın.
failed = Bizim tarafımızda bir şey ters gitti. Kaydedildi; lütfen bir dakika sonra yeniden deneyin.
