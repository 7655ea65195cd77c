"""Copies in other languages: which tags are one language, what headers and pages link, what is the page's own."""

import pytest

from stories.lists import read_list
from stories.translations import copies, of_header, speaks, tongue
from tests.stories.making import URL, html, page, reading

TONGUES = {
    "en": "en-Latn",
    "en-GB": "en-Latn",
    "EN_us": "en-Latn",
    "zh": "zh-Hans",
    "zh-CN": "zh-Hans",
    "zh-TW": "zh-Hant",
    "zh-Hant-HK": "zh-Hant",
    "sr-Latn": "sr-Latn",
    "sr": "sr-Cyrl",
    "iw": "he-Hebr",
    "nb-NO": "no-Latn",
    "no": "no-Latn",
    "es-419": "es-Latn",
    "x-default": "",
    "und": "",
    "": "",
    "english, please": "",
}


@pytest.mark.parametrize("tag", TONGUES)
def test_two_tags_are_one_language_where_language_and_script_are(tag: str) -> None:
    assert tongue(tag) == TONGUES[tag]


@pytest.mark.parametrize(
    ("spoken", "tag", "does"),
    [
        (("en",), "en-GB", True),
        (("en-GB",), "en-US", True),
        (("en",), "fr", False),
        (("zh",), "zh-TW", True),
        (("zh-Hans",), "zh-TW", False),
        (("es", "pt"), "pt-BR", True),
        (("en",), "x-default", False),
        ((), "en", False),
    ],
)
def test_what_an_outlet_speaks(spoken: tuple[str, ...], tag: str, does: bool) -> None:
    assert speaks(spoken, tag) == does


EN, FR, ES = (f"https://lamp.example/{language}/mill-closes" for language in ("en", "fr", "es"))
ALL = [("en", EN), ("fr", FR), ("es-419", ES), ("x-default", EN)]


@pytest.mark.parametrize(
    ("stated", "own", "language", "found"),
    [
        (ALL, EN, "en", [FR, ES]),
        (ALL, FR, "en", [EN, ES]),  # what the links say goes before what the page says
        (ALL, "https://lamp.example/mill", "fr-CA", [EN, ES]),
        (ALL, "https://lamp.example/mill", "", []),  # nobody knows which is its own
        ([("en", EN), ("en-GB", FR)], EN, "en", []),  # of other readers, in the same language
        ([("en", EN), ("fr", EN)], EN, "en", []),  # one address for all
        (
            [("en", EN), ("fr", "https://lamp.example/fr"), ("es", "https://lamp.example/")],
            EN,
            "en",
            [],
        ),  # front pages
    ],
    ids=["first", "second", "by the page", "unknown", "regions", "one address", "front pages"],
)
def test_copies_are_what_is_linked_in_another_language(
    stated: list[tuple[str, str]], own: str, language: str, found: list[str]
) -> None:
    assert [url for _, url in copies(stated, {own}, language)[1]] == found


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([f'<{FR}>; rel="alternate"; hreflang="fr"'], [("fr", FR)]),
        (
            [f"<{FR}>;hreflang=fr;rel=alternate, </x>; rel=x", f'<{ES}>; REL="me ALTERNATE"; HREFLANG=es'],
            [("fr", FR), ("es", ES)],
        ),
        ([f'<{FR}>; rel="canonical"; hreflang="fr"'], []),
        ([f'<{FR}>; rel="alternate"; type="text/html"'], []),
        (["<"], []),
        (["<a>;" * 5_000], []),
    ],
    ids=["one", "several", "canonical", "no language", "cut", "long"],
)  # fmt: skip
def test_what_a_header_links(values: list[str], found: list[tuple[str, str]]) -> None:
    assert of_header(values) == found


def test_a_page_states_what_its_head_links() -> None:
    head = (
        "<link rel='alternate' hreflang='fr' href='/fr/mill-closes'>"
        "<LINK REL=Alternate HREFLANG=es HREF='//lamp.example/es'>"
        "<link rel=alternate hreflang=de href='javascript:x'><link rel=alternate type='application/rss+xml' href='/rss'>"
    )
    assert reading(page(html(head=head)).payload).alternates == [
        ("fr", URL.split("/harbour")[0] + "/fr/mill-closes"),
        ("es", "https://lamp.example/es"),
    ]


SITEMAP = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>{EN}</loc><xhtml:link rel="alternate" hreflang="en" href="{EN}"/>
<xhtml:link rel="alternate" hreflang="fr" href="{FR}"/></url>
<url><loc>{ES}</loc></url></urlset>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Mill</title>
<link rel="alternate" hreflang="en" href="{EN}"/>
<link rel="alternate" hreflang="fr" href="{FR}"/><link rel="enclosure" hreflang="de" href="{ES}"/></entry></feed>"""


@pytest.mark.parametrize("text", [SITEMAP, ATOM], ids=["sitemap", "atom"])
def test_a_list_links_copies(text: str) -> None:
    named = read_list(text.encode(), None, 10_000)
    assert named.stories[0][0] == EN
    assert named.copies == {EN: [("en", EN), ("fr", FR)]}
