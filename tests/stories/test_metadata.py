"""What a page says about its story."""

import json
from urllib.parse import urljoin

import pytest

from stories.extraction.metadata.language import language_tag, story_language
from tests.stories.making import PARAGRAPHS, html, paragraphs, reading


def ld(**fields: object) -> str:
    """A JSON-LD script of one article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def body(*headings: str) -> str:
    return "".join(f"<h1>{text}</h1>" for text in headings) + f"<article>{paragraphs(PARAGRAPHS)}</article>"


OG = "<meta property='og:title' content='{}'>"
SITE = "<meta property='og:site_name' content='The Coast Press'>"
HEADLINES = {
    "the heading alone": (html(body("Ferry stays in port")), "Ferry stays in port"),
    "a site's name after a bar": (
        html(body(), SITE, "Ferry stays in port | The Coast Press"),
        "Ferry stays in port",
    ),
    "a section and a site": (
        html(body("Ferry stays in port"), "", "Ferry stays in port - Harbour - The Coast Press"),
        "Ferry stays in port",
    ),
    "the site's own heading comes first": (
        html(body("The Coast Press", "Ferry stays in port"), SITE, "Ferry stays in port | The Coast Press"),
        "Ferry stays in port",
    ),
    "headings of menus": (
        html(body("Navigation", "Ferry stays in port"), OG.format("Ferry stays in port")),
        "Ferry stays in port",
    ),
    "entities in JSON-LD": (
        html(body(), ld(headline="Ferry &amp; crew stay &#8216;in port&#8217;"), ""),
        "Ferry & crew stay ‘in port’",
    ),
    "a promotional title for sharing": (
        html(
            body("Ferry stays in port"),
            OG.format("You will not believe why this boat is late"),
            "Ferry stays in port",
        ),
        "Ferry stays in port",
    ),
    "a kicker that the data goes without": (
        html(body("Velm: Ferry stays in port"), ld(headline="Ferry stays in port"), "Ferry stays in port"),
        "Ferry stays in port",
    ),
    "a dash of the headline's own": (
        html(
            body("Ferry stays in port - for now"),
            ld(headline="Ferry stays in port - for now"),
            "Ferry stays in port - for now",
        ),
        "Ferry stays in port - for now",
    ),
    "the site's heading is known by its link": (
        html(
            body("<a href='https://coastpress.example/'>Salt and Wind</a>"),
            "",
            "Ferry stays in port | Salt and Wind",
        ),
        "Ferry stays in port",
    ),
    "a site's name known by its host": (
        html(body(), "", "Ferry stays in port - News of the Coastpress"),
        "Ferry stays in port",
    ),
    "a site's name known by its host, before a bar": (
        html(body(), "", "Ferry stays in port | The Daily Coastpress"),
        "Ferry stays in port",
    ),
    "the site's own name in a headline": (
        html(body("Strike over: Coastpress back at work"), "", "Strike over: Coastpress back at work"),
        "Strike over: Coastpress back at work",
    ),
    "a title that only names the site": (
        html(body("Ferry stays in port", "The Coast Press by letter"), SITE, "The Coast Press"),
        "Ferry stays in port",
    ),
    "a site's name that is missing": (
        html(body("Ferry stays in port"), OG.format("Ferry stays in port - "), "Ferry stays in port - "),
        "Ferry stays in port",
    ),
    "a kicker in an element of its own": (
        html(
            body("<span>Velm</span> Ferry stays in port"),
            OG.format("Ferry stays in port | The Coast Press") + SITE,
        ),
        "Ferry stays in port",
    ),
    "a kicker that all wordings have": (
        html(
            body("<span>Velm:</span> Ferry stays in port"),
            OG.format("Velm: Ferry stays in port"),
            "Velm: Ferry stays in port",
        ),
        "Velm: Ferry stays in port",
    ),
    "an attribute that ends at a quotation mark": (
        html(body(), "<meta property='og:title' content='Owners call crew'>", 'Owners call crew "pirates"'),
        'Owners call crew "pirates"',
    ),
    "another that does": (
        html(body(), OG.format("The harbour is"), 'The harbour is "a disgrace", say owners'),
        'The harbour is "a disgrace", say owners',
    ),
    "one that does in Spanish": (
        html(body(), OG.format("La tripulación llama"), 'La tripulación llama "piratas" a los dueños'),
        'La tripulación llama "piratas" a los dueños',
    ),
    "values of JSON-LD with their language": (
        html(
            "<p>The ferry stays in port.</p>",
            ld(headline={"@value": "Ferry stays in port", "@language": "en"}),
        ),
        "Ferry stays in port",
    ),
    "a question and a subtitle": (
        html(
            body("Why does the ferry stay in port?"), "", "Why does the ferry stay in port? – The Coast Press"
        ),
        "Why does the ferry stay in port?",
    ),
}


@pytest.mark.parametrize("name", HEADLINES)
def test_headline(name):
    text, expected = HEADLINES[name]
    assert reading(text, url="https://coastpress.example/a/123456").title == expected


def test_the_address_keeps_the_first_wording():
    head = ld(headline="Crew refuses to sail") + OG.format("Storm over ferry: islands cut off")
    text = html(body("Storm over ferry: islands cut off"), head, "Storm over ferry")
    found = reading(text, url="https://coastpress.example/harbour/crew-refuses-to-sail")
    assert (found.title, found.origins["title"]) == ("Crew refuses to sail", "json-ld headline")


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        ("en", "en"),
        ("en_gb", "en-GB"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("pt_BR.utf-8", "pt-BR"),
        ("english", ""),
        ("", ""),
    ],
)
def test_language_tags(stated, tag):
    assert language_tag(stated) == tag


GERMAN = (
    "Die Fähre zwischen Velm und Tarrow blieb am Montag im Hafen, weil die Mannschaft nicht auslaufen wollte. "
    * 3
)
ENGLISH = " ".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("stated", "text", "expected"),
    [
        ("en-GB", ENGLISH, ("en-GB", "stated")),
        ("en", GERMAN, ("de", "text")),
        ("", GERMAN, ("de", "text")),
        ("fr", "Bref.", ("fr", "stated")),
        ("", "", ("", "")),
    ],
)
def test_the_text_decides_on_its_language(stated, text, expected):
    assert story_language(stated, text) == expected


CANONICALS = [
    ("https://coastpress.example/a/2", "https://coastpress.example/a/2"),
    ("https://www.coastpress.example/a/2", "https://www.coastpress.example/a/2"),
    ("/a/2", "https://news.coastpress.example/a/2"),
    ("https://other.example/a/2", "https://news.coastpress.example/a/1"),
    ("https://news.coastpress.example/", "https://news.coastpress.example/a/1"),
    ("https://news.coastpress.example", "https://news.coastpress.example/a/1"),
    ("javascript:void(0)", "https://news.coastpress.example/a/1"),
    ("http://[broken", "https://news.coastpress.example/a/1"),
    ("", "https://news.coastpress.example/a/1"),
]


@pytest.mark.parametrize(("link", "expected"), CANONICALS)
def test_a_canonical_address_is_believed_on_its_own_site(link, expected):
    found = reading(
        html(head=f"<link rel='canonical' href='{link}'>"), url="https://news.coastpress.example/a/1"
    )
    assert found.url == expected


@pytest.mark.parametrize(
    ("links", "expected", "origin"),
    [
        ([], "/a/1", "own address"),
        (["http://[bad", "https://elsewhere.example/b"], "/a/1", "own address"),
        (["/a/first", "/a/first"], "/a/first", "link canonical"),
        (["/a/first", "/a/second"], "/a/first", "link canonical, one of 2 that differ"),
        (["http://[bad", "https://www.coastpress.example/a", "/a/own"], "/a/own", "one of 2 that differ"),
        (["https://www.coastpress.example/a", "/"], "https://www.coastpress.example/a", "link canonical"),
    ],
)
def test_of_canonical_addresses_that_differ_the_first_on_the_page_s_host_counts(links, expected, origin):
    head = "".join(f'<link rel="Canonical nofollow" href="{link}">' for link in links)
    found = reading(html(head=head), url="https://news.coastpress.example/a/1")
    assert found.url == urljoin("https://news.coastpress.example", expected)
    assert found.origins["url"].endswith(origin)


@pytest.mark.parametrize(
    ("own", "stated", "believed"),
    [
        ("taz.de", "www.taz.de", True),
        ("www.taz.de", "taz.de", True),
        ("m.lamp.co.uk", "www.lamp.co.uk", True),
        ("lamp.co.uk", "mill.co.uk", False),
        ("www.economie.gouv.fr", "www.sante.gouv.fr", False),
        ("lamp.github.io", "mill.github.io", False),
        ("www.lamp.example.", "lamp.example", True),
    ],
)
def test_a_site_is_what_somebody_registered(own, stated, believed):
    found = reading(
        html(head=f"<link rel='canonical' href='https://{stated}/a/2'>"), url=f"https://{own}/a/1"
    )
    assert found.url == (f"https://{stated}/a/2" if believed else f"https://{own}/a/1")


def test_a_site_is_known_by_the_name_that_somebody_registered():
    text = html(body(), title="Ferry stays in port - Coastpress")
    assert reading(text, url="https://www.coastpress.gouv.fr/a/1").title == "Ferry stays in port"
    assert reading(text, url="https://coastpress.lmp.com/a/1").title == "Ferry stays in port - Coastpress"


def test_description_section_tags_and_picture():
    head = ld(
        description="The crew &amp; the owners disagree.",
        articleSection="Harbour",
        keywords="Ferries, Velm, ferries",
        image={"url": "/pier.jpg", "caption": "The pier of Velm"},
    )
    found = reading(html(head=head))
    assert found.description == "The crew & the owners disagree."
    assert found.section == "Harbour"
    assert found.tags == ["Ferries", "Velm"]
    assert (found.image, found.image_caption) == ("https://news.example/pier.jpg", "The pier of Velm")


def test_the_caption_is_that_of_the_pictures_figure():
    figures = "".join(
        f"<figure><img src='/{name}.jpg'><figcaption>The {name} of Velm</figcaption></figure>"
        for name in ("quay", "pier")
    )
    text = html(f"<article><h1>Ferry stays in port</h1>{figures}{paragraphs(PARAGRAPHS)}</article>")
    head = "<head><meta property='og:image' content='https://cdn.example/x/pier.jpg'>"
    assert reading(text.replace("<head>", head)).image_caption == "The pier of Velm"


def test_dates_are_gathered_with_where_they_stood():
    head = ld(datePublished="2026-04-30T08:00:00Z", dateModified="2026-04-30T09:30:00Z")
    head += "<meta property='article:published_time' content='2026-04-30'>"
    found = reading(html(head=head))
    assert [(date.field, date.origin) for date in found.candidates][:3] == [
        ("published", "json-ld datePublished"),
        ("modified", "json-ld dateModified"),
        ("published", "meta article:published_time"),
    ]
    assert found.candidates[-1].origin == "url"


@pytest.mark.parametrize(
    ("name", "field"),
    [("article:published_time", "published"), ("pub_date", "published"), ("last_modified", "modified")],
)
def test_dates_in_meta_elements(name, field):
    found = reading(html(head=f"<meta name='{name}' content='2026-04-30'>"))
    assert (field, "2026-04-30", f"meta {name}") in {
        (date.field, date.text, date.origin) for date in found.candidates
    }
