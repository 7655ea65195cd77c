"""Boxes that ask for consent to cookies, longer than the story; stories of a few words; walls and errors."""

from tests.stories.kinds import OTHER, SITE, TEXT, TITLE, Case, article, paragraphs, shell

SHORT = [
    "The yard employs three hundred people on the south bank.",
    "Eleven of the women are ill.",
    "Nobody may go in.",
]
ASKED = {
    "en": "We use cookies on this site to make it work for you and to show you what matters to you. Some "
    "are needed for the "
    "site to run, others help us to learn how it is used. By choosing “Accept all” you agree to the use of all of them.",
    "de": "Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren und die Zugriffe auf unsere "
    "Seiten zu zählen. "
    "Einige sind notwendig, andere helfen uns. Mit „Alle akzeptieren“ stimmen Sie der Nutzung aller Cookies zu.",
    "fr": "Nous utilisons des cookies pour faire fonctionner ce site et vous montrer ce qui vous concerne. Certains sont "
    "nécessaires, d’autres nous aident. En cliquant sur « Tout accepter », vous consentez à leur utilisation.",
    "es": "Utilizamos cookies propias y de terceros para que el sitio funcione y para mostrarle lo que le "
    "interesa. Algunas "
    "son necesarias, otras nos ayudan. Al pulsar «Aceptar todo» usted consiente el uso de todas ellas.",
    "ja": "当サイトでは、サービス向上のためにクッキーを使用しています。一部は動作に必要なもので、"
    "その他は利用状況の把握に役立ちます。"
    "「すべて同意する」を押すと、すべてのクッキーの使用に同意したものとみなします。",
}
STORY = f"<article><h1>{TITLE}</h1><p class='byline'>By Nell Harrow</p>{paragraphs(SHORT)}</article>"
ABOUT = [
    "We use cookies on this site to show you content, said the banner that a court in Velm has now banned.",
    "The judges held that nobody can consent to what they cannot read, and fined the owner of the site.",
]
DEAD = {
    "en": "Page not found",
    "number": "404",
    "de": "Seite nicht gefunden",
    "ja": "ページが見つかりません",
    "zh": "页面不存在",
    "ko": "페이지를 찾을 수 없습니다",
    "ru": "Страница не найдена",
    "ar": "الصفحة غير موجودة",
    "pl": "Strona nie znaleziona",
    "sv": "Sidan hittades inte",
    "tr": "Sayfa bulunamadı",
    "el": "Η σελίδα δεν βρέθηκε",
    "id": "Halaman tidak ditemukan",
    "hi": "पृष्ठ नहीं मिला",
    "server": "Server error",
    "error": "Error",
}
WALLS = {
    "en": "<h3>Subscribe to continue reading</h3><p>Already a subscriber? Log in</p>",
    "de": "<h3>Weiterlesen mit dem Abo</h3><p>Jetzt weiterlesen</p>",
    "fr": "<p>Cet article est réservé aux abonnés</p>",
    "es": "<p>Contenido exclusivo para suscriptores</p>",
    "it": "<p>Contenuto riservato agli abbonati</p>",
    "ja": "<p>この記事は会員限定です。残り1200文字</p>",
}


def cases() -> dict[str, Case]:
    """The boxes above and below a short story; pages that are gone; walls after a few and after all paragraphs."""
    wants = {"title": TITLE, "body": SHORT}
    found = {}
    for language, words in ASKED.items():
        for name in ("consent-banner", "gdpr", "ot-sdk-container", "box"):
            box = f"<div class='{name}'><p>{words}</p></div>"
            found[f"{name} {language}"] = Case(shell(box + STORY), wants)
    for name in ("cookie-notice", "popup"):
        box = f"<div role='dialog' class='{name}'><h2>Your privacy</h2><p>{ASKED['en']}</p><p>{ASKED['en']}</p></div>"
        found[f"{name}, below"] = Case(shell(STORY, after=box), wants)
        found[f"{name}, above"] = Case(shell(STORY, before=box), wants)
    found["about cookies"] = Case(
        shell(article(paragraphs(ABOUT), title="Court rules on banners"), title="Court rules on banners"),
        {"body": ABOUT},
    )
    found["only asked"] = Case(
        shell(
            f"<div class='consent'><h1>Before you continue</h1><p>{ASKED['en']}</p></div>",
            title="The Tarrow Post",
        ),
        {"reject": "consent wall"},
    )
    for language, title in DEAD.items():
        page = shell("<h1>Sorry</h1><p>It may have been moved or taken down.</p>", title=title, shared=False)
        found[f"dead, {language}"] = Case(page, {"reject": "error page"}, f"{SITE}/x")
    for language, wall in WALLS.items():
        closed = {"isAccessibleForFree": False}
        stub = shell(article(paragraphs(TEXT[:4]) + f"<div class='gate'>{wall}</div>"), data=closed)
        whole = shell(article(paragraphs(TEXT + OTHER) + f"<div class='gate'>{wall}</div>"), data=closed)
        found[f"wall, {language}"] = Case(stub, {"reject": "paywall stub"})
        if language != "ja":  # where such a line may as well be all that is said of a stub
            found[f"wall below the text, {language}"] = Case(whole, {"body": TEXT + OTHER})
    for sent in ("0; url=https://a.example/x", "0;/x", "1; url = /x"):
        head = f"<html><head><title>Moved</title><meta http-equiv='refresh' content='{sent}'></head>"
        page = f"{head}<body><p>If you are not taken on, <a href='/x'>follow this link</a>.</p></body></html>"
        found[f"sent on, {sent}"] = Case(page, {"reject": "no text"})
    return found


CASES = cases()
