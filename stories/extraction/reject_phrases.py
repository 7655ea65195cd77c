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
    r"alleen voor abonnees|endast för prenumeranter|for abonnenter|会員限定|有料会員|残り\d+文字|구독자 전용|"
    r"(?:om|för att) (?:verder te lezen|läsa vidare)|"
    r"(?:para|per) (?:seguir leyendo|continuar lendo|continuare a leggere)|aby czytać dalej|щоб читати далі|"
    r"чтобы (?:читать дальше|продолжить чтение)|продолжение .{0,20}доступно .{0,20}подпис|"
    r"devamını okumak için|続きを読むには|이어서 읽으|لمتابعة القراءة|"
    r"(?:订阅|登录|付费).{0,8}(?:继续阅读|阅读全文)|(?:訂閱|登入|付費).{0,8}(?:繼續閱讀|閱讀全文)",
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
    r"^\W*(?:sorry\W+)?(?:this|the) (?:page|article|story|content) (?:you .{0,40}? )?(?:has been|was) "
    r"(?:removed|deleted|taken down|unpublished)\W*(?:[|–—-].*)?$|"
    r"\b(?:artículo|contenido|noticia|artigo|conteúdo|notícia) (?:no|não|ya no está) (?:disponible|disponível)\b|"
    r"contenu indisponible|article (?:indisponible|supprimé)\b|artikel (?:ist )?nicht (?:mehr )?verfügbar|"
    r"^\W*(?:page|article|story|content) (?:unavailable|removed)\b|"
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
# That the story goes on behind the wall, in the languages that we read and others that news are in: by a word that each
# such phrase has, in small letters, the phrase itself. To look for a word costs next to nothing, unlike for a phrase.
REST = {
    word: re.compile(phrase, re.IGNORECASE)
    for word, phrase in {
        "to continue": r"(?:subscribe|register|sign (?:up|in)|log ?in)\b.{0,40}\bto continue|to continue reading",
        "to finish": r"(?:subscribe|register|sign (?:up|in)|log ?in)\b.{0,40}\bto finish",
        "to read": r"(?:subscribe|register|sign (?:up|in)|log ?in)\b.{0,40}\bto read (?:the (?:full|rest|whole|entire)|"
        r"on\b|more\b|this)",
        "to unlock": r"(?:subscribe|register|sign (?:up|in)|log ?in)\b.{0,40}\bto unlock",
        "keep reading": r"to keep reading|keep reading (?:with|for|by)",
        "continue reading": r"continue reading (?:with|for|by)",
        "of this": r"(?:rest|remainder) of this (?:article|story) is",
        "subscribers": r"(?:article|story|content) is (?:only |exclusively )?(?:available |reserved |exclusive )?"
        r"(?:for|to) (?:our |paying |registered )?subscribers",
        "members": r"(?:article|story|content) is (?:only |exclusively )?(?:available |reserved |exclusive )?"
        r"(?:for|to) (?:our |paying |registered )?members",
        "unlock th": r"unlock (?:this|the full|the whole) (?:article|story)",
        "you have reached": r"you have reached your .{0,30}limit",
        "verify access": r"while we verify access",
        "weiterlesen": r"weiterlesen mit|(?:artikel|text) weiterlesen|jetzt weiterlesen",
        "weiterzulesen": r"um .{0,20}weiterzulesen",
        "nur für abonnent": r"nur für abonnent",
        "lesen sie den": r"lesen sie den (?:ganzen|vollständigen) (?:artikel|text)",
        "il vous reste": r"il vous reste",
        "la suite": r"la suite (?:de cet article )?(?:est|de l.article)|pour lire la suite",
        "réservé": r"(?:article|contenu|suite) (?:est )?réservée? (?:à|aux)",
        "lecture": r"pour continuer (?:la|votre) lecture",
        "abonnez-vous": r"abonnez-vous pour (?:lire|continuer)",
        "leyendo": r"(?:para|quieres|suscr\w+ .{0,30}) (?:seguir|continuar) leyendo",
        "suscriptores": r"(?:solo|sólo|exclusiv\w+) para suscriptores",
        "contenido exclusivo": r"contenido exclusivo",
        "continuar lendo": r"(?:para|assine .{0,30}) continuar lendo",
        "para assinantes": r"(?:só|exclusivo) para assinantes",
        "conteúdo exclusivo": r"conteúdo exclusivo",
        "continuare a leggere": r"per continuare a leggere",
        "per leggere": r"abbonati per leggere",
        "riservato": r"riservato (?:a)?gli abbonati|contenuto riservato",
        "voor abonnees": r"(?:alleen|exclusief) voor abonnees",
        "te lezen": r"om verder te lezen",
        "verder lezen": r"verder lezen\?",
        "prenumeranter": r"(?:endast|bara) för prenumeranter",
        "att läsa": r"för att läsa (?:vidare|hela)",
        "for abonnenter": r"for abonnenter",
        "videre": r"for (?:å|at) (?:lese|læse) videre",
        "lukemista": r"jatka lukemista",
        "tilaajille": r"vain tilaajille",
        "tylko dla": r"tylko dla (?:prenumerator|subskrybent)",
        "czytać dalej": r"aby czytać dalej",
        "pozostało": r"pozostało .{0,12}% (?:artykułu|tekstu)",
        "předplatitele": r"pouze pro předplatitele",
        "okumak için": r"devamını okumak için",
        "aboneler": r"(?:sadece |yalnızca )?aboneler(?:e özel| için)",
        "чтобы": r"чтобы (?:читать дальше|продолжить чтение)",
        "подпис": r"(?:только|доступ\w*) (?:для )?(?:подписчик|по подписке)",
        "щоб читати": r"щоб читати далі",
        "передплатник": r"(?:лише|тільки) для передплатник",
        "συνδρομητές": r"μόνο για συνδρομητές",
        "القراءة": r"(?:لمتابعة|لمواصلة) القراءة",
        "للمشتركين": r"(?:حصري|خاص) للمشتركين",
        "برای ادامه": r"برای ادامه (?:مطلب|مطالعه)",
        "مشترکان": r"(?:ویژه|مخصوص) مشترکان",
        "आगे पढ़ने": r"आगे पढ़ने के लिए",
        "के लिए": r"केवल (?:सदस्यों|ग्राहकों) के लिए",
        "مزید پڑھنے": r"مزید پڑھنے کے لیے سبسکرائب",
        "記事は": r"(?:この|本)記事は.{0,6}(?:会員|有料)",
        "文字": r"残り[:：]?\s*[\d,]+\s*文字",
        "続き": r"続きを読むには|この記事の続き",
        "구독자 전용": r"구독자 전용",
        "이어서 읽으": r"이어서 읽으",
        "阅读全文": r"(?:订阅|登录|付费).{0,8}阅读全文",
        "閱讀全文": r"(?:訂閱|登入|付費).{0,8}閱讀全文",
        "继续阅读": r"(?:订阅|登录|付费).{0,8}继续阅读",
        "繼續閱讀": r"(?:訂閱|登入|付費).{0,8}繼續閱讀",
        "剩余": r"剩余.{0,6}%",
        "剩餘": r"剩餘.{0,6}%",
        "专享": r"会员专享",
        "專享": r"會員專享",
        "untuk melanjutkan": r"untuk melanjutkan membaca",
        "selengkapnya": r"untuk membaca selengkapnya",
        "pelanggan": r"khusus (?:untuk )?pelanggan",
        "dành riêng": r"dành riêng cho",
        "để đọc tiếp": r"để đọc tiếp",
    }.items()
}
# The headline of a page that asks who reads it
LOGIN = re.compile(
    r"\W*(?:(?:please )?(?:log|sign)[ -]?(?:in|on|up)|register|create (?:an|your) account|anmelden|einloggen|"
    r"registrieren|"
    r"(?:se )?connecter|connexion|identifiez-vous|iniciar sesión|inicia sesión|acceder|entrar|fazer login|accedi|"
    r"inloggen|logga in|logg inn|log ind|zaloguj|войти|вход|увійти|giriş yap|تسجيل الدخول|ログイン|로그인|登录|登入)\b",
    re.I,
)
