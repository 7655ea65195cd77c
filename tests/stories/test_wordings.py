"""The wordings that a page gives its headline, on both sides of each bound."""

import json

import pytest
from lxml.html import document_fromstring

from stories.extraction.document import Document, parse
from stories.extraction.metadata import wordings
from stories.extraction.metadata.headline import headline
from stories.extraction.metadata.wordings import h1s, host_letters, names_site, site_names, titled_at
from tests.stories.making import page

URL = "https://news.coastpress.example/a/1"
T = "Ferry stays in port"
OG = '<meta property="og:title" content="{}">'


def document(body: str = "", head: str = "", url: str = URL) -> Document:
    return parse(page(f"<html><head>{head}</head><body>{body}</body></html>", url))


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_headings_that_are_no_headline_are_too_long_or_too_many() -> None:
    tree = document("".join(f"<h1>{text}</h1>" for text in ("x" * 400, "y" * 401, " ", "z"))).tree
    assert h1s(tree) == ["x" * 400, "z"]
    many = document("".join(f"<h1>{number}</h1>" for number in range(21))).tree
    assert h1s(many) == [str(number) for number in range(20)]


@pytest.mark.parametrize(
    ("url", "letters"),
    [
        ("https://www.coas.example/a", "coas"),
        ("https://www.coa.example/a", ""),
        ("https://coast-press.example/a", "coastpress"),
        ("https://news.coast.co.uk/a", "coast"),
    ],
)
def test_the_name_in_a_host(url: str, letters: str) -> None:
    assert host_letters(document(url=url)) == letters


@pytest.mark.parametrize(
    ("tail", "host", "named"),
    [
        ("The Coast Press", "coastpress", True),
        ("a b c d Coast Press", "coastpress", True),
        ("a b c d e Coast Press", "coastpress", False),
        ("Coas", "coastpress", True),
        ("Coa", "coastpress", False),
        ("Shore", "coastpress", False),
        ("Coast Press", "", False),
    ],
)
def test_the_end_of_a_title_that_is_the_site_s_name(tail: str, host: str, named: bool) -> None:
    assert names_site(tail, host) == named


def test_what_a_site_calls_itself() -> None:
    head = "<meta property=og:site_name content='Coast Press'><meta name=application-name content=Tide>" + ld(
        publisher={"name": "Shore House"}
    )
    body = (
        "<h1><a href=/>Salt</a></h1><h1><a href=/b>Sea</a></h1><h1><b><a rel=home href=/c>Wind</a></b></h1>"
    )
    found = site_names(document(body, head, "https://www.coast.example/a"))
    assert found == {"coast press", "tide", "shore house", "salt", "wind", "coast example", "coast"}


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("/", True),
        ("", True),
        ("index.html", True),
        ("https://a.example", True),
        ("https://a.example/", True),
        ("/b", False),
        ("https://a.example/b", False),
        (f"{' ' * 400}/b", False),
    ],
    ids=range(8),
)
def test_a_heading_that_links_home(address: str, home: bool) -> None:
    assert ("salt" in site_names(document(f"<h1><a href='{address}'>Salt</a></h1>"))) == home
    assert "salt air" not in site_names(document(f"<h1><a href='{address}'>Salt</a> air</h1>"))


TITLED = {
    f"<p>Home</p><div>{T}</div>": T,
    f"<div><a>{T}</a></div><p>{T}</p>": T,
    f"<div><a><b>{T}</b></a></div>": "",
    "<p>Coast</p>": "",
    "<p>Harbor</p>": "Harbor",
    "<p>Coasts</p>": "",
}


@pytest.mark.parametrize("body", TITLED, ids=range(len(TITLED)))
def test_the_line_of_a_page_that_its_title_says(body: str) -> None:
    found = document(body, f"<title>{T} | Harbor | Coast</title>")
    at = titled_at(found)
    assert ("" if at is None else found.elements[at].text) == TITLED[body]
    assert at is None or found.elements[at].tag != "a"


def part(pieces: list[str], known: str) -> str:
    tree = document_fromstring(f"<h1>{''.join(f'<b>{piece} </b>' for piece in pieces)}</h1>")
    return wordings._part(tree, " ".join(pieces), {known})


@pytest.mark.parametrize(("count", "found"), [(6, True), (7, False)])
def test_the_part_of_a_heading_that_is_the_headline(count: int, found: bool) -> None:
    pieces = ["Harbour", *"abcdefgh"[: count - 1]]
    rest = " ".join(pieces[1:])
    assert part(pieces, rest) == (rest if found else " ".join(pieces))
    assert part([*pieces[1:], "Harbour"][:6], rest) == (
        rest if found else " ".join([*pieces[1:], "Harbour"][:6])
    )
    assert part(pieces, " ".join(pieces).casefold()) == " ".join(pieces)


def test_the_title_itself_is_no_line() -> None:
    found = document(f"<p>{T}</p>", f"<title>{T}</title>")
    at = titled_at(found)
    assert at is not None
    assert found.elements[at].tag == "p"


HEADS = [
    (f"<h1>Ferry in Velm port stays</h1><h2>{T}</h2>", f"<title>{T}</title>", "Ferry in Velm port stays"),
    (f"<h1>Opinion</h1><h2>{T}</h2>", f"<title>{T} now</title>{OG.format(T)}", T),
    (
        "<h1>Air</h1>",
        "<title>Ferry stays in port at Velm for good - Air</title>",
        "Ferry stays in port at Velm for good - Air",
    ),
    # headings and lines, the head: the headline
    (f"<h1>Opinion</h1><h2>{T}</h2>", f"<title>{T}</title>", T),
    ("<h1>Opinion</h1><h2>Ferry</h2>", "<title>Ferry</title>", "Opinion"),
    (f"<h1>Opinion</h1><p>{T}</p>", f"<title>{T}</title>", T),
    (f"<h1>Opinion</h1><p>{T}</p>", f"<title>{T}</title>{OG.format('Mill closes its gates')}", "Opinion"),
    (f"<h1>Open port</h1><p>{T}</p>", f"<title>{T}</title>", "Open port"),
    (f"<h1>Fun in it</h1><p>{T}</p>", f"<title>{T}</title>", T),
    (f"<h1>Sea and salt</h1><p>{T} now</p>", f"<title>{T}</title>", "Sea and salt"),
    (f"<h1>{T}</h1><h2>Mill</h2>", f"<title>Mill closes - {T}</title>", T),
    ("<h1>Ferrystays<i> in port</i></h1>", f"<title>{T}</title>", T),
    ("<h1>Ferry<br>stays in port</h1>", "<title>Ferry st ays in port</title>", "Ferry st ays in port"),
    # of several, that which is most like the titles
    (f"<h1>Mill closes its gates</h1><h1>{T}</h1>", f"<title>{T}</title>", T),
    ("<h1>Mill closes</h1><h1>Weir breaks</h1>", f"<title>{T}</title>", T),
    ("<h1>Mill closes</h1>", f"<title>{T}</title>", "Mill closes"),
    # what is cut off its ends
    ("", f"<title>{T} | Tide</title>", T),
    ("", "<title>Ferry | Tide</title>", "Ferry | Tide"),
    ("", "<title>Ferrys | Tide</title>", "Ferrys"),
    ("", f"<title>Tide | {T}</title><meta property=og:site_name content=Tide>", T),
    ("", "<title>Tide | Ferry</title><meta property=og:site_name content=Tide>", "Tide | Ferry"),
    ("", f"<title>{T} -</title>", T),
    ("", f"<title>Tide - {T}</title>{OG.format(T)}", T),
    ("", f"<title>Tide - Ferry stays</title>{OG.format('Ferry stays')}", "Ferry stays"),
    ("", f"<title>{'x' * 400}</title>", "x" * 400),
    ("", f"<title>{'x' * 401}</title>", ""),
    ("", f'<title>{T} "again" and more</title>{OG.format(T)}', f'{T} "again" and more'),
    ("", f'<title>{T} "{"y" * 379}</title>{OG.format(T)}', f'{T} "{"y" * 379}'),
    ("", f'<title>{T} "{"y" * 380}</title>{OG.format(T)}', T),
]


@pytest.mark.parametrize(("body", "head", "wanted"), HEADS, ids=range(len(HEADS)))
def test_the_headline_among_wordings(body: str, head: str, wanted: str) -> None:
    assert headline(document(body, head))[0] == wanted
