"""One odd byte in a page of a legacy encoding, labels that lie, and addresses that are no identity."""

from tests.stories.kinds import SITE, TEXT, TITLE, Case, article, paragraphs, shell
from tests.stories.kinds.scripts import TEXTS

URL = f"{SITE}/news/9"
CODECS = {
    "shift_jis": ("cp932", "ja"),
    "euc-jp": ("euc_jp", "ja"),
    "iso-2022-jp": ("iso2022_jp", "ja"),
    "euc-kr": ("cp949", "ko"),
    "gbk": ("gbk", "zh"),
    "gb18030": ("gb18030", "zh"),
    "windows-1251": ("cp1251", "ru"),
    "windows-1256": ("cp1256", "ar"),
    "windows-1255": ("cp1255", "he"),
    "windows-1253": ("cp1253", "el"),
    "windows-874": ("cp874", "th"),
}


def cases() -> dict[str, Case]:
    """Each encoding as the page states it, as the answer does, and with bytes that break in a footer and a tag."""
    found = {}
    for label, (codec, language) in CODECS.items():
        title, texts = TEXTS[language]
        page = shell(
            article(paragraphs(texts * 3), title=title), title=title, lang=language, charset=label
        ).encode(codec)
        wants = {"title": title, "has": texts}
        cut = texts[0].encode(codec)[:21]
        found[f"{label}, stated"] = Case(page, wants, URL)
        found[f"{label}, answered"] = Case(page.replace(label.encode(), b"utf-8", 1), wants, URL, label)
        found[f"{label}, odd byte"] = Case(page.replace(b"About us", b"About \xff us"), wants, URL)
        if label != "iso-2022-jp":  # whose escapes would go on in the page
            tag = b'<meta name="keywords" content="' + cut + b'"></head>'
            found[f"{label}, cut tag"] = Case(page.replace(b"</head>", tag), wants, URL)
    page = shell(article())
    found["utf-8, odd byte"] = Case(page.encode().replace(b"About us", b"About \xff us"), {"body": TEXT})
    found["utf-8, in the text"] = Case(
        page.encode().replace(b"</article>", b"<p>Caf\xe9</p></article>"), {"has": TEXT}
    )
    found["utf-8, said to be latin"] = Case(shell(article(), charset="iso-8859-1"), {"body": TEXT})
    return found | {f"canonical {link}": _linked(link) for link in NO_IDENTITY}


NO_IDENTITY = [
    *(
        "/news/",
        "/news",
        "/",
        "{{page.url}}",
        "/undefined",
        "/news/undefined",
        "%%canonical%%",
        "__CANONICAL__",
        "${url}",
    ),
    *(
        "https://staging.tarrow-post.example/news/net-menders-paid-for-four-days-of-six",
        "http://localhost:3000/news/net",
    ),
    *(
        "/404",
        "/404.html",
        "/error",
        "/home",
        "/news/index.html",
        "/category/news",
        "/tag/nets",
        "/author/nell-van-harrow",
    ),
    *(
        "/en/news",
        "/search?q=nets",
        "/news?page=2",
        "https://cdn.example.org/news/net-menders-paid-for-four",
        "#",
        "[url]",
    ),
]


def _linked(link: str) -> Case:
    own = f"{SITE}/news/net-menders-paid-for-four-days-of-six"
    return Case(shell(article(), canonical=link), {"url": own, "title": TITLE}, f"{own}?utm_source=x")


CASES = cases()
