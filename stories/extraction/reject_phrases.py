"""What pages say that hold no story: challenges, consent and pay walls, errors, in the languages of the news."""

import re

CHALLENGE = re.compile(
    r"just a moment|attention required|checking (?:your browser|if the site)|"
    r"verify (?:that )?you are (?:a )?human|are you a robot|"
    r"access (?:to this page has been )?denied|ddos protection|security check|pardon our interruption|"
    r"unusual traffic|captcha|"
    r"request (?:blocked|unsuccessful)|bot (?:verification|detection)|sicherheitsüberprüfung|"
    r"vérification de sécurité",
    re.I,
)
CONSENT = re.compile(
    r"before you continue|cookies on your (?:device|computer|browser|phone)|"
    r"we (?:value|care about|respect) your privacy|your privacy (?:choices|matters)|"
    r"cookie (?:consent|wall|settings)|"
    r"accept (?:all )?cookies|manage (?:your )?(?:cookies|consent|privacy)|mit werbung (?:weiter)?lesen|"
    r"cookies (?:zustimmen|akzeptieren)|"
    r"ihre privatsphäre|wählen sie ihren zugang|einwilligung|gérer (?:vos|mes|les) (?:cookies|choix)|"
    r"accepter (?:et|les cookies)|"
    r"votre vie privée|aceptar (?:las )?cookies|tu privacidad|accetta (?:e|i cookie)|la tua privacy|"
    r"cookies accepteren|"
    r"samtyck|samtykke|zgod[ay] na|zaakceptuj|çerez",
    re.I,
)
PAY = re.compile(
    r"subscribe (?:now )?(?:to|for) (?:continue|keep|read|unlock|full|unlimited)|(?:to|and) (?:continue|"
    r"keep) reading|already a subscriber|"
    r"(?:for|only) subscribers|subscribers only|register to (?:read|continue)|this (?:article|story|"
    r"content) is (?:for|reserved|exclusive)|"
    r"unlock this article|nur für abonnenten|jetzt weiterlesen|(?:artikel|text) (?:ist|mit) .{0,30}(?:abo|"
    r"plus)|weiterlesen mit|"
    r"réservée? aux abonnés|il vous reste|article réservé|la suite est réservée|s.abonner pour lire|"
    r"(?:solo|sólo|exclusivo) para (?:suscriptores|assinantes)|contenido exclusivo|exclusivo para assinantes|"
    r"(?:per|riservato) (?:a)?gli abbonati|"
    r"alleen voor abonnees|endast för prenumeranter|for abonnenter|会員限定|有料会員|残り\d+文字|구독자 전용",
    re.I,
)
ERROR = re.compile(
    r"^\W*(?:error )?(?:404|410|403|500|502|503)\b|(?:page|article|story|document) (?:was |is |could )?(?:not |"
    r"no longer )(?:be )?"
    r"(?:found|available|exist)|page introuvable|seite nicht gefunden|página no (?:encontrada|existe)|"
    r"página não encontrada|"
    r"pagina non trovata|pagina niet gevonden|service unavailable|bad gateway|(?:internal )?server error"
    r"|account suspended|"
    r"^\W*(?:error|not found|oops)\W*(?:[|–—-].*)?$|this page has (?:moved|been (?:moved|removed|deleted))|"
    r"ページが見つかりません|お探しのページ|(?:页面|頁面|网页|網頁)(?:不存在|未找到|找不到)|(?:找不到|未找到)(?:该|此)?(?:页面|頁面|网页)|"
    r"페이지를 찾을 수 없|страница не (?:найдена|существует)|сторінк[уа] не знайден|страницата не е "
    r"намерена|sayfa bulunamadı|"
    r"(?:الصفحة|صفحة) غير موجودة|لم يتم العثور على الصفحة|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|"
    r"(?:nie znaleziono strony|strona nie (?:została )?(?:znaleziona|istnieje))|sidan (?:hittades inte"
    r"|kunde inte|finns inte)|"
    r"siden (?:finnes ikke|blev ikke fundet|ble ikke funnet)|sivua ei löyty|oldal nem található|stránk[au] "
    r"(?:nebyla )?nenalezena|"
    r"stránka nenájdená|σελίδα δεν (?:βρέθηκε|υπάρχει)|halaman tidak (?:di)?temukan|không tìm thấy trang|ไม่พบหน้า|"
    r"(?:पृष्ठ|पेज) नहीं मिला|pagina nu (?:a fost găsită|există)|הדף (?:המבוקש )?לא נמצא|stranica nije pronađena",
    re.I,
)
# That the story goes on behind the wall, in the languages that we read and others that news are in
REST = re.compile(
    r"(?:subscribe|register|sign (?:up|in)|log ?in)\b.{0,40}\bto (?:continue|finish|read (?:the (?:full|rest|"
    r"whole|entire)|on\b|more\b|this)|unlock)|to (?:continue|keep) reading|(?:continue|keep) reading (?:with|for|by)|"
    r"(?:the )?(?:rest|remainder) of this (?:article|story) is|(?:article|story|content) is (?:only |exclusively )?"
    r"(?:available |reserved |exclusive )?(?:for|to) (?:our |paying |registered )?(?:subscribers|members)|"
    r"unlock (?:this|the full|the whole) (?:article|story)|you have reached your .{0,30}limit|while we verify access|"
    r"weiterlesen mit|(?:artikel|text) weiterlesen|jetzt weiterlesen|"
    r"um (?:diesen artikel |den artikel )?weiterzulesen|"
    r"nur für abonnent|lesen sie (?:den ganzen|den vollständigen) (?:artikel|text)|"
    r"il vous reste|la suite (?:de cet article )?(?:est|de l.article)|"
    r"(?:article|contenu|suite) (?:est )?réservée? (?:à|aux)|"
    r"pour (?:lire la suite|continuer (?:la|votre) lecture)|abonnez-vous pour (?:lire|continuer)|"
    r"(?:para|quieres|suscr\w+ .{0,30}) (?:seguir|continuar) leyendo|(?:solo|sólo|exclusiv\w+) para suscriptores|"
    r"contenido exclusivo|(?:para|assine .{0,30}) continuar lendo|(?:só|exclusivo) para assinantes|"
    r"conteúdo exclusivo|(?:per|abbonati per) (?:continuare a leggere|leggere (?:tutto|l.intero))|"
    r"riservato (?:a)?gli abbonati|contenuto riservato|(?:alleen|"
    r"exclusief) voor abonnees|verder lezen\?|om verder te lezen|"
    r"(?:endast|bara) för prenumeranter|för att läsa (?:vidare|hela)|"
    r"for abonnenter|for å lese videre|for at læse videre|"
    r"jatka lukemista|vain tilaajille|tylko dla (?:prenumerator|"
    r"subskrybent)|aby czytać dalej|pozostało .{0,12}% (?:artykułu|tekstu)|"
    r"pouze pro předplatitele|devamını okumak için|(?:sadece |yalnızca )?aboneler(?:e özel| için)|"
    r"чтобы (?:читать дальше|продолжить чтение)|(?:только|доступ\w*) (?:для )?(?:подписчик|по подписке)|"
    r"щоб читати далі|(?:лише|тільки) для передплатник|μόνο για συνδρομητές|"
    r"(?:لمتابعة|لمواصلة) القراءة|(?:حصري|خاص) للمشتركين|برای ادامه (?:مطلب|مطالعه)|(?:ویژه|مخصوص) مشترکان|"
    r"आगे पढ़ने के लिए|केवल (?:सदस्यों|ग्राहकों) के लिए|مزید پڑھنے کے لیے سبسکرائب|"
    r"(?:この記事は|本記事は).{0,6}(?:会員|有料)|残り[:：]?\s*[\d,]+\s*文字|続きを読むには|この記事の続き|"
    r"구독자 전용|이어서 읽으|"
    r"(?:订阅|訂閱|登录|登入|付费|付費).{0,8}(?:阅读全文|閱讀全文|继续阅读|繼續閱讀)|(?:剩余|剩餘).{0,6}%|(?:会员|會員)(?:专享|專享)|"
    r"untuk (?:melanjutkan membaca|membaca selengkapnya)|khusus (?:untuk )?pelanggan|(?:dành riêng cho|để đọc tiếp)",
    re.I,
)
