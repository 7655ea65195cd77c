"""Metadata, rule by rule and just short of each rule, in invented words."""

import json

import pytest

from stories.extraction.document import Document, parse
from stories.extraction.metadata.authors import authors
from stories.extraction.metadata.bylines import headline_at
from stories.extraction.metadata.dates import date_candidates
from stories.extraction.metadata.description import description, section, tags
from stories.extraction.metadata.headline import headline
from stories.extraction.metadata.kickers import heading_text, without_kicker
from stories.extraction.metadata.language import language_tag, stated_language, story_language
from stories.extraction.metadata.persons import joined, read_names
from stories.extraction.metadata.picture import picture
from stories.outlet import Outlet
from tests.stories.making import page

LONG = "Anna" + "a" * 60


def document(body: str = "", head: str = "", attributes: str = "") -> Document:
    return parse(page(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def metas(**fields: str) -> str:
    return "".join(
        f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in fields.items()
    )


NAMES = {
    "Ada Moss": ["Ada Moss"],
    "By Ada Moss and Bo Lind": ["Ada Moss", "Bo Lind"],
    "Ada Moss, Political Editor": ["Ada Moss"],
    "Ada Moss, Velm": ["Ada Moss"],
    "Moss, Lind": ["Lind Moss"],
    "Ada Moss, Bo Lind": ["Ada Moss", "Bo Lind"],
    "Ada Moss, in the north": ["Ada Moss"],
    "Ada Moss, Ada Moss": ["Ada Moss"],
    "Ada Moss; Bo Lind: quay": ["Ada Moss"],
    "Ada Moss | 3 May 2026": ["Ada Moss"],
    "Text and pictures: Ada Moss": ["Ada Moss"],
    "ada-moss": [],
    "Ada Moss, bo-lind": ["Ada Moss"],
    "https://coast.example/ada": [],
    "@adamoss": [],
    "admin": [],
    "Monday": [],
    LONG[:60]: [LONG[:60]],
    LONG[:61]: [],
    "; ".join(f"Ada Moss{letter}" for letter in "abcdefghijklmnopqrstu"): [
        f"Ada Moss{letter}" for letter in "abcdefghijklmnopqrst"
    ],
    f"Ada Moss{' ' * 493}": [],
    "Anna Tamm | Peter Ask": ["Anna Tamm", "Peter Ask"],
    "Anna Tamm | Qxan life": ["Anna Tamm"],
    "김마라 이수진 기자": ["김마라", "이수진"],
    "社会部 高橋海": ["高橋海"],
    "Tamm, Anna; Ask, Peter": ["Anna Tamm", "Peter Ask"],
    "Tamm, Anna; Ask Peter": ["Tamm", "Anna", "Ask Peter"],
    "Tamm, Editor": ["Tamm"],
    "Anna Tamm, van der Holm": ["Anna Tamm", "van der Holm"],
    "Anna Tamm, at the Quay": ["Anna Tamm"],
    "Anna Tamm (with Peter Ask)": ["Anna Tamm", "Peter Ask"],
    "Anna Tamm, Anna Tamm of Velm": ["Anna Tamm"],
    "Anna Tamm, Velm quay": ["Anna Tamm"],
    "Anna Tamm staff writer": ["Anna Tamm"],
    "Anna Tamm, Peter Ask, PETER ASK": ["Anna Tamm", "Peter Ask"],
    "": [],
    " , ": [],
    f"Ada Moss{' ' * 492}": ["Ada Moss"],
}


@pytest.mark.parametrize("signature", NAMES)
def test_names_of_a_signature(signature):
    assert read_names(signature) == NAMES[signature]


JOINED = [
    (["Ada Moss", "Bo Lind"], "Ada Moss; Bo Lind"),
    (["Ada Moss", "Lind"], "Ada Moss Lind"),
    (["Ada", "Bo Lind"], "Ada Bo Lind"),
    (["Ada Moss", "of Velm quay"], "Ada Moss of Velm quay"),
    (["Ada Moss", "Reporter"], "Ada Moss; Reporter"),
    (["Ada Moss", "in Velm"], "Ada Moss in Velm"),
    (["Ada Moss,", "Bo Lind"], "Ada Moss, Bo Lind"),
    (["Ada von", "Bo Lind"], "Ada von Bo Lind"),
    (["Ada Moss", "(Velm Quay)"], "Ada Moss (Velm Quay)"),
    (["Ada Moss", ","], "Ada Moss ,"),
    (["Ada Moss", "Text:", "Bo Lind"], "Ada Moss; Text: Bo Lind"),
    (["Ada Moss", "text by:", "Bo Lind"], "Ada Moss text by: Bo Lind"),
    (["Ada Moss", "Bo Lind", "Cy Nash"], "Ada Moss; Bo Lind; Cy Nash"),
    ([], ""),
    (["Ada Moss", "", "Bo Lind"], "Ada Moss; Bo Lind"),
]


@pytest.mark.parametrize(("pieces", "line"), JOINED)
def test_a_line_of_pieces(pieces, line):
    assert joined(pieces) == line


P = "<h1>Ferry stays in port</h1>"
SIGNED = {
    "data before what is printed": (
        P + "<p>By Bo Lind</p>",
        ld(author={"name": "Ada Moss"}),
        ["Ada Moss"],
        "json-ld",
    ),
    "a list": (P, ld(author=[{"name": "Ada Moss"}, "Bo Lind"]), ["Ada Moss", "Bo Lind"], "json-ld"),
    "by its number": (
        P,
        ld(author={"@id": "#a"}) + ld(**{"@type": "Person", "@id": "#a", "name": "Ada Moss"}),
        ["Ada Moss"],
        "json-ld",
    ),
    "its byline": (P, ld(author={"byline": "Ada Moss"}), ["Ada Moss"], "json-ld"),
    "the first story that is signed": (
        P,
        ld() + ld(author="Ada Moss") + ld(author="Bo Lind"),
        ["Ada Moss"],
        "json-ld",
    ),
    "lists four deep": (P, ld(author=[[[["Ada Moss"]]]]), ["Ada Moss"], "json-ld"),
    "lists five deep": (P, ld(author=[[[[["Ada Moss"]]]]]), [], ""),
    "a meta element": (P, metas(author="Ada Moss"), ["Ada Moss"], "meta"),
    "the most telling": (P, metas(byl="By Bo Lind", author="Ada Moss"), ["Ada Moss"], "meta"),
    "no address": (P, metas(author="https://coast.example/a", byl="By Bo Lind"), ["Bo Lind"], "meta"),
    "a person before a desk": (P + "<p>By Ada Moss</p>", metas(author="News desk"), ["Ada Moss"], "printed"),
    "a desk at last": (P, metas(author="News desk"), ["News desk"], "meta"),
    "rel": (P + "<a rel=author>Ada Moss</a>", "", ["Ada Moss"], "marked"),
    "rel, and the one beside it": (
        P + "<p><a rel=author>Ada Moss</a><a rel=author>Bo Lind</a></p>",
        "",
        ["Ada Moss", "Bo Lind"],
        "marked",
    ),
    "itemprop with a name": (
        P + "<p itemprop=author>By <b itemprop=name>Ada Moss</b> of Velm</p>",
        "",
        ["Ada Moss"],
        "marked",
    ),
    "79 characters": (P + f"<p rel=author>Ada Moss, {'x' * 69}</p>", "", ["Ada Moss"], "marked"),
    "80 characters": (P + f"<p rel=author>Ada Moss, {'x' * 70}</p>", "", [], ""),
    "a class": (P + "<p class=article-author>Ada Moss</p>", "", ["Ada Moss"], "classed"),
    "a class in humps": (P + "<p class=articleAuthor>Ada Moss</p>", "", ["Ada Moss"], "classed"),
    "two of a class": (
        P + "<p class=byline>Ada Moss</p><p class=byline>Bo Lind</p><p class=by>Cy Roe</p>",
        "",
        ["Ada Moss", "Bo Lind"],
        "classed",
    ),
    "no comment's": (P + "<div class=comment><p class=author>Ada Moss</p></div>", "", [], ""),
    "no teaser's": (
        P + "<div id=related><div><div><p class=author>Ada Moss</p></div></div></div>",
        "",
        [],
        "",
    ),
    "four boxes above": (
        P + "<div class=related><div><div><div><p class=author>Ada Moss</p></div></div></div></div>",
        "",
        ["Ada Moss"],
        "classed",
    ),
    "no caption's": (P + "<figcaption><p class=author>Ada Moss</p></figcaption>", "", [], ""),
    "printed": (P + "<p>By Ada Moss</p>", "", ["Ada Moss"], "printed"),
    "printed with the day": (P + "<p>3 May 2026, by Ada Moss</p>", "", ["Ada Moss"], "printed"),
    "printed with a label": (P + "<p>Author: Ada Moss</p>", "", ["Ada Moss"], "printed"),
    "no photograph's": (P + "<p>Photos by Ada Moss</p>", "", [], ""),
    "a label far below": (P + "<i></i>" * 98 + "<p>Author: Ada Moss</p>", "", ["Ada Moss"], "printed"),
    "a label too far below": (P + "<i></i>" * 99 + "<p>Author: Ada Moss</p>", "", [], ""),
    "a preposition far below": (P + "<i></i>" * 39 + "<p>By Ada Moss</p>", "", ["Ada Moss"], "printed"),
    "a preposition a little farther below": (P + "<i></i>" * 40 + "<p>By Ada Moss</p>", "", [], ""),
    "a preposition too far below": (P + "<i></i>" * 60 + "<p>By Ada Moss</p>", "", [], ""),
    "far down the page": ("<i></i>" * 60 + P + "<p>By Ada Moss</p>", "", ["Ada Moss"], "printed"),
    "behind a line break": (P + "<div>Velm<br>By Ada Moss</div>", "", ["Ada Moss"], "printed"),
    "behind a line break, 180 characters": (
        P + f"<div>Velm<br>By Ada Moss | {'x' * 166}</div>",
        "",
        ["Ada Moss"],
        "printed",
    ),
    "behind a line break, 181 characters": (P + f"<div>Velm<br>By Ada Moss | {'x' * 167}</div>", "", [], ""),
    "90 characters": (P + f"<p>By Ada Moss | {'x' * 76}</p>", "", ["Ada Moss"], "printed"),
    "91 characters": (P + f"<p>By Ada Moss | {'x' * 77}</p>", "", [], ""),
    "a link of six words": (P + "<p>By Ada Moss | <a>a b c d e f</a></p>", "", ["Ada Moss"], "printed"),
    "a link of seven words": (P + "<p>By Ada Moss | <a>a b c d e f g</a></p>", "", [], ""),
    "in a link of seven words": (P + "<a>a b c d <b>By Ada Moss</b></a>", "", [], ""),
    "in the third box of a teaser": (
        P + "<div class=related><div><div><div><p>By Ada Moss</p></div></div></div></div>",
        "",
        [],
        "",
    ),
    "in the fourth box of a teaser": (
        P + "<div class=related><div><div><div><div><p>By Ada Moss</p></div></div></div></div></div>",
        "",
        ["Ada Moss"],
        "printed",
    ),
    "above the headline": ("<p>By Ada Moss</p>" + "<i></i>" * 11 + P, "", ["Ada Moss"], "printed"),
    "too far above the headline": ("<p>By Ada Moss</p>" + "<i></i>" * 12 + P, "", [], ""),
    "of two first-level headings none is the page's": (
        "<h1>One</h1><h1>Two</h1><p>By Ada Moss</p>",
        "",
        [],
        "",
    ),
}


@pytest.mark.parametrize("name", SIGNED)
def test_who_signs(name):
    body, head, names, origin = SIGNED[name]
    found, where = authors(document(body, head), "", Outlet())
    assert (found, where.split(" ")[0]) == (names, origin)


HEADS = [
    # the headings, the title, which of them is the headline
    (["Harbour", "Ferry st"], "Ferry st | Coast", 1),
    (["Harbour", "Ferry s"], "Ferry s | Coast", None),
    (["Harbour", "Ferry in port today"], "Ferry in port", 1),
    (["Harbour life", "Ferry in port"], "", None),
    (["Harbour life"], "", 0),
    (["Harbour"], "Ferry in port", 0),
]


@pytest.mark.parametrize(("headings", "title", "which"), HEADS, ids=range(len(HEADS)))
def test_which_heading_is_the_headline(headings: list[str], title: str, which: int | None) -> None:
    found = document("".join(f"<h1>{text}</h1>" for text in headings), f"<title>{title}</title>")
    at = headline_at(found)
    assert (None if at is None else found.elements[at].text) == (None if which is None else headings[which])


def test_the_outlet_s_own_name_signs_only_where_nobody_else_does():
    lamp = Outlet(title="Evening Lamp")
    body = P + "<p>By Ada Moss</p>"
    assert authors(document(body, metas(author="Evening Lamp")), "", lamp)[0] == ["Ada Moss"]
    assert authors(document(P, metas(author="Evening Lamp")), "", lamp)[0] == ["Evening Lamp"]
    stated = Outlet(title="Evening Lamp", own_names=("Lamp reporters",))
    for nobody in ("Evening Lamp", "Lamp reporters", "Reuters", "News desk"):
        assert authors(document(P, metas(author=nobody)), "", stated)[0] == []
    assert authors(document(P), "By Bo Lind", stated) == (["Bo Lind"], "byline")


def dates(body: str = "", head: str = "") -> list[tuple[str, str, str]]:
    found = date_candidates(document(body, head))
    return [(date.field, date.text, date.origin) for date in found if date.origin != "url"]


DAY, LATER = "2026-04-30", "2026-05-02"
DATED = {
    "json-ld": (
        "",
        ld(datePublished=DAY, dateModified=LATER),
        [("published", DAY, "json-ld datePublished"), ("modified", LATER, "json-ld dateModified")],
    ),
    "json-ld, its value": (
        "",
        ld(datePublished={"@value": DAY}),
        [("published", DAY, "json-ld datePublished")],
    ),
    "json-ld, a list": (
        "",
        ld(datePublished=[DAY, LATER, None]),
        [("published", DAY, "json-ld datePublished"), ("published", LATER, "json-ld datePublished")],
    ),
    "json-ld, a number": (
        "",
        ld(datePublished=1777536000),
        [("published", "1777536000", "json-ld datePublished")],
    ),
    "the story first": (
        "",
        ld(**{"@type": "WebPage", "datePublished": LATER}) + ld(datePublished=DAY),
        [("published", DAY, "json-ld datePublished"), ("published", LATER, "json-ld WebPage datePublished")],
    ),
    "meta": (
        "",
        metas(pubdate=DAY, lastmod=LATER),
        [("published", DAY, "meta pubdate"), ("modified", LATER, "meta lastmod")],
    ),
    "no digit": ("", metas(pubdate="today"), []),
    "three characters": ("", metas(pubdate="202"), []),
    "four characters": ("", metas(pubdate="2026"), [("published", "2026", "meta pubdate")]),
    "80 characters": ("", metas(pubdate="2" * 80), [("published", "2" * 80, "meta pubdate")]),
    "81 characters": ("", metas(pubdate="2" * 81), []),
    "microdata, datetime": (
        f"<p itemprop=datePublished datetime={DAY} content=x>Thursday</p>",
        "",
        [("published", DAY, "microdata datePublished")],
    ),
    "microdata, content": (
        f"<p itemprop='x datePublished' content={DAY}>Thursday</p>",
        "",
        [("published", DAY, "microdata datePublished")],
    ),
    "microdata, words": (
        f"<p itemprop=dateModified>{DAY}</p>",
        "",
        [("modified", DAY, "microdata dateModified")],
    ),
    "a name of their own": (
        "",
        metas(acme__published_on=DAY, acme__mood=LATER, firstPublicationDate=DAY),
        [
            ("published", DAY, "meta named acme:published_on"),
            ("published", DAY, "meta named firstpublicationdate"),
        ],
    ),
    "microdata of a teaser": (
        f"<div class=related><p itemprop=datePublished>{DAY}</p></div>",
        "",
        [("published", DAY, "microdata datePublished elsewhere")],
    ),
    "rdfa": (
        f"<h1>Ferry</h1><i property='dc:date dc:modified dc:x' content={DAY}></i><i property=dc:date></i>",
        "",
        [("published", DAY, "microdata datePublished"), ("modified", DAY, "microdata dateModified")],
    ),
    "rdfa above the headline": (
        f"<i property=dc:date content={DAY}></i>{'<b></b>' * 11}<h1>Ferry</h1>",
        "",
        [("published", DAY, "microdata datePublished")],
    ),
    "rdfa far above the headline": (
        f"<i property=dc:date content={DAY}></i>{'<b></b>' * 12}<h1>Ferry</h1>",
        "",
        [],
    ),
    "rdfa below the headline": (
        f"{'<hr>' * 60}<h1>Ferry</h1>{'<b></b>' * 38}<i property=dc:date content={DAY}></i>",
        "",
        [("published", DAY, "microdata datePublished")],
    ),
    "rdfa far below the headline": (
        f"<h1>Ferry</h1>{'<b></b>' * 39}<i property=dc:date content={DAY}></i>",
        "",
        [],
    ),
    "none twice": ("", metas(pubdate=DAY) * 2, [("published", DAY, "meta pubdate")]),
}


@pytest.mark.parametrize("name", DATED)
def test_dates_that_the_page_states(name):
    body, head, wanted = DATED[name]
    assert [
        date for date in dates(body, head) if date[2].split()[0] in ("json-ld", "meta", "microdata")
    ] == wanted


def test_dates_of_scripts_only_where_nothing_is_stated():
    script = f'<script>var page = {{"publishedAt": "{DAY}T10:00:00Z", "datePublished": "{DAY}T10:00:00Z"}}</script>'
    assert any(date[2] not in ("url",) for date in dates("", script))
    assert dates("", script + metas(pubdate=DAY)) == [("published", DAY, "meta pubdate")]
    named = metas(acme__published_on=LATER)
    assert DAY in {date[1][:10] for date in dates("", script + named)}
    assert DAY in {date[1][:10] for date in dates("", script + metas(lastmod=LATER))}


def test_dates_of_a_list_of_others_are_none_of_the_page_s():
    listed = {
        "@context": "https://schema.org",
        "itemListElement": [{"@type": "Article", "name": "Mill", "datePublished": f"{DAY}T10:00:00Z"}],
    }
    script = f"<title>Ferry</title><script type=application/ld+json>{json.dumps(listed)}</script>"
    assert dates("", script) == []
    assert dates("", script.replace("itemListElement", "parts"))[0][1].startswith(DAY)
    assert dates("", script.replace("https://schema.org", "x"))[0][1].startswith(DAY)
    assert dates("", script.replace("]}", "]"))[0][1].startswith(DAY)


TAGS = {
    "json-ld": (ld(keywords=["Quay", "Ferry, Wind"]), ["Quay", "Ferry", "Wind"], "json-ld keywords"),
    "meta": (metas(article__tag="Quay"), ["Quay"], "meta article:tag"),
    "keywords": (metas(keywords="Quay; Ferry|Wind, QUAY"), ["Quay", "Ferry", "Wind"], "meta keywords"),
    "one letter": (metas(keywords="Q, Quay"), ["Quay"], "meta keywords"),
    "60 letters": (metas(keywords="Q" * 60), ["Q" * 60], "meta keywords"),
    "61 letters": (metas(keywords="Q" * 61), [], ""),
    "31 tags": (
        metas(keywords=",".join(f"Quay{n}" for n in range(31))),
        [f"Quay{n}" for n in range(30)],
        "meta keywords",
    ),
}


@pytest.mark.parametrize("name", TAGS)
def test_tags(name):
    head, wanted, origin = TAGS[name]
    assert tags(document("", head)) == (wanted, origin)


def test_tags_that_the_mark_up_names():
    body = (
        "<a rel=tag>Quay</a><a rel='category tag'>Ferry</a><i itemprop=keywords>Wind</i><a rel=next>More</a>"
    )
    assert tags(document(body, "<link rel=tag href=x>")) == (["Quay", "Ferry", "Wind"], "marked tags")


def test_a_description_and_a_list_of_tags_end_somewhere():
    for head in (metas(description="A " * 3000), ld(description="A " * 3000)):
        assert len(description(document("", head))[0]) in (4999, 5000)  # a space at the end is none
        assert len(description(document("", head.replace("A ", "AB")))[0]) == 5000
    many = metas(keywords=f"{'A' * 40}," * 121 + f"{'B' * 37},Quay")  # 4,999 characters before the last
    assert tags(document("", many))[0] == ["A" * 40, "B" * 37]


def test_description_and_section():
    assert description(document("", metas(description="A ferry.") + ld(description="B"))) == (
        "A ferry.",
        "meta description",
    )
    assert description(document("", ld(description="A ferry."))) == ("A ferry.", "json-ld description")
    assert description(document()) == ("", "")
    assert section(document("", ld(articleSection=["", "Quay"]))) == ("Quay", "json-ld articleSection")
    assert section(document("", metas(article__section="Quay"))) == ("Quay", "meta article:section")
    assert section(document()) == ("", "")


LANGUAGES = {
    "en": "en",
    "EN_gb.utf-8": "en-GB",
    "zh-hant": "zh-Hant",
    "zh_Hans_CN": "zh-Hans-CN",
    "es-419": "es-419",
    "und": "",
    "english": "",
    "": "",
    " de ": "de",
    "x": "",
}


@pytest.mark.parametrize("stated", LANGUAGES)
def test_language_tags(stated):
    assert language_tag(stated) == LANGUAGES[stated]


def test_the_first_characters_tell_the_language():
    english = "The ferry stayed in port, and nobody at the quay could say when it would sail again. " * 6
    assert story_language("", GERMAN[:180] + english)[0] == "de"


GERMAN = (
    "Die Fähre blieb am dritten Tag im Hafen, und niemand am Kai konnte sagen, wann sie wieder fährt. " * 4
)


def test_the_text_counts_where_it_is_long_enough():
    assert story_language("en", GERMAN[:199]) == ("en", "stated")
    assert story_language("en", GERMAN[:200]) == ("de", "text")
    assert story_language("de-AT", GERMAN) == ("de-AT", "stated")
    assert story_language("", GERMAN[:199]) == ("", "")
    assert story_language("", GERMAN) == ("de", "text")


def test_the_language_that_a_page_states():
    assert stated_language(document("", ld(inLanguage="fr"), "lang=de")) == "fr"
    assert stated_language(document("", metas(language="fr"), "lang=de")) == "de"
    assert stated_language(document("", metas(language="fr"))) == "fr"
    assert stated_language(document()) == ""
    assert stated_language(document("", "", "xml:lang=nl")) == "nl"
    assert stated_language(document("", "", "lang=x xml:lang=nl")) == "nl"


FIGURE = "<figure><img src=x.jpg><figcaption>{}</figcaption></figure>"
PICTURE = "https://news.example/a/pier.jpg"
PICTURES = {
    "meta": ("", metas(og__image="/a/pier.jpg"), (PICTURE, "", "meta og:image")),
    "json-ld": ("", ld(image=PICTURE), (PICTURE, "", "json-ld image")),
    "json-ld, an object": (
        "",
        ld(image={"url": PICTURE, "caption": "A pier"}),
        (PICTURE, "A pier", "json-ld image"),
    ),
    "json-ld, a list": (
        "",
        ld(image=[{"contentUrl": PICTURE, "description": "A pier"}, "x"]),
        (PICTURE, "A pier", "json-ld image"),
    ),
    "none": ("<figure><img src=x.jpg></figure>", "", ("", "", "")),
    "its figure": (
        f"{FIGURE.format('No')}<figure><img src=/b/pier.png><figcaption>A pier</figcaption></figure>",
        metas(og__image="/a/pier.jpg"),
        (PICTURE, "A pier", "meta og:image"),
    ),
    "the first figure with a picture": (
        f"<figure><figcaption>Film</figcaption></figure>{FIGURE.format('A pier')}",
        metas(og__image="/a/pier.jpg"),
        (PICTURE, "A pier", "meta og:image"),
    ),
    "json-ld, a list of addresses": ("", ld(image=[PICTURE, "x"]), (PICTURE, "", "json-ld image")),
    "json-ld, no address": ("", ld(image=[{"url": 3}, PICTURE]), (PICTURE, "", "json-ld image")),
    "json-ld, a caption that is none": (
        "",
        ld(image={"url": PICTURE, "caption": ["A"]}),
        (PICTURE, "", "json-ld image"),
    ),
    "json-ld, its caption before its description": (
        "",
        ld(image={"url": PICTURE, "contentUrl": "x", "caption": "A pier", "description": "No"}),
        (PICTURE, "A pier", "json-ld image"),
    ),
    "both": (
        "",
        metas(og__image="/a/pier.jpg") + ld(image={"url": "x", "caption": "A pier"}),
        (PICTURE, "A pier", "meta og:image"),
    ),
    "a folder has no figure": (
        f"{FIGURE.format(' ')}{FIGURE.format('A pier')}",
        metas(og__image="/a/"),
        ("https://news.example/a/", "", "meta og:image"),
    ),
    "a label is no caption": (
        FIGURE.format("Image caption"),
        metas(og__image="/a/x.jpg"),
        ("https://news.example/a/x.jpg", "", "meta og:image"),
    ),
    "a long caption": (
        FIGURE.format("A " * 600),
        metas(og__image="/a/x.jpg"),
        ("https://news.example/a/x.jpg", ("A " * 600)[:1000], "meta og:image"),
    ),
    "of two films the first": (
        "<figure><figcaption> </figcaption></figure><figure><figcaption>Film</figcaption></figure>",
        metas(og__image="/a/pier.jpg"),
        (PICTURE, "", "meta og:image"),
    ),
    "json-ld, a folder and two dots": (
        f"{FIGURE.format('No')}<figure><img src=/b/pier.x.png><figcaption>A pier</figcaption></figure>",
        metas(og__image="/a/b/pier.x.jpg"),
        ("https://news.example/a/b/pier.x.jpg", "A pier", "meta og:image"),
    ),
    "1,000 characters": (
        FIGURE.format("A" * 1001),
        metas(og__image="/a/x.jpg"),
        ("https://news.example/a/x.jpg", "A" * 1000, "meta og:image"),
    ),
    "a film's at last": (
        "<figure><figcaption>Film</figcaption></figure>",
        metas(og__image="/a/pier.jpg"),
        (PICTURE, "Film", "meta og:image"),
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name):
    body, head, wanted = PICTURES[name]
    assert picture(document(body, head)) == wanted


T = "Ferry stays in port"
HEADLINES = {
    "the heading": (f"<h1>{T}</h1>", "<title>Port</title>", T),
    "without the site's name": ("", f"<title>{T} | Coast</title>" + metas(og__site_name="Coast"), T),
    "the name in front": ("", f"<title>Coast | {T}</title>" + metas(og__site_name="Coast", og__title=T), T),
    "two agree": (
        "<h1>Trouble at sea</h1>",
        f"<title>{T} today</title>" + metas(og__title=f"{T} today") + ld(headline=f"{T} today"),
        f"{T} today",
    ),
    "the heading that the title repeats": (f"<h1>Weather</h1><h1>{T}</h1>", f"<title>{T}</title>", T),
    "no heading that names the site": (
        f"<h1>Coast</h1><p>{T}</p>",
        f"<title>{T}</title>" + metas(og__site_name="Coast"),
        T,
    ),
    "no heading that links home": ("<h1><a href=/>Shore news</a></h1>", f"<title>{T}</title>", T),
    "no heading that says that it links home": (
        "<h1><a rel=home href=/start/page.html>Shore news</a></h1>",
        f"<title>{T}</title>",
        T,
    ),
    "a heading that links home and says more": (
        "<h1><a href=/>Shore</a> and pier</h1>",
        "<title>Tarrow</title>",
        "Shore and pier",
    ),
    "a heading that links elsewhere": (
        "<h1><a href=/a/b.html>Shore news</a></h1>",
        "<title>Tarrow</title>",
        "Shore news",
    ),
    "without a kicker": (f"<h1><b>Sea</b> <i>{T}</i></h1>", f"<title>{T}</title>", T),
    "whole beyond a quotation mark": (
        "",
        '<title>Ferry "stays" in port</title>' + metas(og__title="Ferry"),
        'Ferry "stays" in port',
    ),
}


SLUG = "https://news.example/a/crews-stay-in-velm"
ADDRESSED = [
    # the address, the visible heading, the title, the headline
    (SLUG, "Trouble at sea", "Crews stay in Velm", "Crews stay in Velm"),
    (SLUG.replace("-in", ""), "Trouble at sea", "Crews stay in Velm", "Trouble at sea"),
    (
        SLUG.replace("velm", "tarrow-again-today-too"),
        "Trouble at sea",
        "Crews stay in Velm",
        "Trouble at sea",
    ),
    (SLUG, "Crews stay at Velm", "Crews stay in Velm", "Crews stay at Velm"),
    (SLUG, "Crews stay", "Crews stay in Velm", "Crews stay"),
]


@pytest.mark.parametrize(("url", "heading", "stated", "wanted"), ADDRESSED, ids=range(len(ADDRESSED)))
def test_the_address_has_the_words_of_a_headline(url: str, heading: str, stated: str, wanted: str) -> None:
    text = f"<html><head>{metas(og__title=stated)}</head><body><h1>{heading}</h1></body></html>"
    assert headline(parse(page(text, url)))[0] == wanted


KICKED = {
    # a heading, the title: the heading without its kicker
    ("<h1><i class=kicker>Coast</i> Ferry stays in port</h1>", ""): "Ferry stays in port",
    ("<h1>Ferry stays <i class=label>in port</i></h1>", ""): "Ferry stays",
    ("<h1><i class=label>Ferry stays</i> in port</h1>", ""): "Ferry stays in port",
    ("<h1><i class=tag>Coast <b>life</b></i> Ferry stays in port</h1>", ""): "Ferry stays in port",
    ("<h1><i>Coast</i> Ferry stays in port</h1>", "Coast: Ferry stays in port"): "Ferry stays in port",
    ("<h1><i>Coast</i> Ferry stays in port</h1>", "Coast Ferry stays in port"): "Coast Ferry stays in port",
    ("<h1><i>Coast</i> Ferry stays in port</h1>", "Coast: Mill stays"): "Coast Ferry stays in port",
    ("<h1><i>A b c</i> Ferry stays in port</h1>", "A b c: Ferry stays in port"): "Ferry stays in port",
    (
        "<h1><i>A b c d</i> Ferry in port today</h1>",
        "A b c d: Ferry in port today",
    ): "A b c d Ferry in port today",
    ("<h1><i>Coast</i> Ferry in port</h1>", "Coast - Ferry in port"): "Ferry in port",
    ("<h1><i>Coast</i> Ferry stays</h1>", "Coast - Ferry stays"): "Coast Ferry stays",
    (
        "<h1><i>Coast</i> - Ferry stays in port</h1>",
        "Coast - - Ferry stays in port",
    ): "Coast - Ferry stays in port",
    ("<h1>At <i>Coast</i> Ferry stays in port</h1>", "At Coast: Ferry"): "At Coast Ferry stays in port",
    (
        "<h1><div>Ferry</div>stays<div>in</div><b style='display:block'>port</b>now</h1>",
        "",
    ): "Ferry stays in port now",
    ("<h1>Ferry<b>s</b> stay</h1>", ""): "Ferrys stay",
}


@pytest.mark.parametrize(("heading", "title"), KICKED, ids=range(len(KICKED)))
def test_a_heading_without_its_kicker(heading: str, title: str) -> None:
    tree = document(heading).tree
    visible = heading_text(tree.find(".//h1"))
    assert without_kicker(tree, visible, {"title": title}) == KICKED[heading, title]
    assert without_kicker(tree, visible, {"json-ld headline": visible}) == visible


@pytest.mark.parametrize("name", HEADLINES)
def test_headlines(name):
    body, head, wanted = HEADLINES[name]
    assert headline(document(body, head))[0] == wanted
