"""Who signs: the names in a signature, and which of a page's signatures count."""

import json

import pytest

from stories.metadata.persons import read_names
from stories.outlet import Outlet
from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

SITE = "<meta property='og:site_name' content='The Coast Press'>"


def ld(**fields: object) -> str:
    """A JSON-LD script of one article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


NAMES = {
    "Mara Dunn": ["Mara Dunn"],
    "By Mara Dunn": ["Mara Dunn"],
    "by Mara Dunn and Tobin Ask": ["Mara Dunn", "Tobin Ask"],
    "Mara Dunn, Tobin Ask & Ilse Vorn": ["Mara Dunn", "Tobin Ask", "Ilse Vorn"],
    "Von Mara Dunn, Velm": ["Mara Dunn"],
    "von Mara van Dunn": ["Mara van Dunn"],
    "Von: Mara Dunn": ["Mara Dunn"],
    "Par Mara Dunn et Tobin Ask": ["Mara Dunn", "Tobin Ask"],
    "Por Mara Dunn y Tobin Ask": ["Mara Dunn", "Tobin Ask"],
    "Texto: Mara Dunn": ["Mara Dunn"],
    "Mara Dunn, Harbour Correspondent": ["Mara Dunn"],
    "Mara Dunn (mdu)": ["Mara Dunn"],
    "Mara Dunn | 30 April 2026": ["Mara Dunn"],
    "Mara Dunn Published 30 April 2026": ["Mara Dunn"],
    "Written by Mara Dunn for The Coast Press": ["Mara Dunn"],
    "Mara Dunn @maradunn": ["Mara Dunn"],
    "Mara Dunn <mara@coastpress.example>": ["Mara Dunn"],
    "Ein Kommentar von Mara Dunn": ["Mara Dunn"],
    "Vonda Parry": ["Vonda Parry"],
    "Davin Byron": ["Davin Byron"],
    "MARA DUNN": ["MARA DUNN"],
    "Мара Дунн": ["Мара Дунн"],
    "高橋 海": ["高橋 海"],
    "https://coastpress.example/mara": [],
    "@maradunn": [],
    "mara-dunn": [],
    "admin": [],
    "30 April 2026": [],
    "": [],
    "A B, " * 1000: [],
}


@pytest.mark.parametrize("signature", NAMES, ids=lambda text: text[:40])
def test_names_in_a_signature(signature):
    assert read_names(signature) == NAMES[signature]


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


AUTHORS = {
    "persons in JSON-LD": (ld(author=[person("Mara Dunn"), person("Tobin Ask")]), ["Mara Dunn", "Tobin Ask"]),
    "a string in JSON-LD": (ld(author="By Mara Dunn"), ["Mara Dunn"]),
    "a meta element": ("<meta name='author' content='Mara Dunn'>", ["Mara Dunn"]),
    "the outlet in JSON-LD, a person in a meta element": (
        ld(author=person("The Coast Press")) + SITE + "<meta name='author' content='Mara Dunn'>",
        ["Mara Dunn"],
    ),
    "the outlet alone": (ld(author=person("The Coast Press")) + SITE, ["The Coast Press"]),
    "the outlet beside a person": (
        ld(author=[person("The Coast Press"), person("Mara Dunn")]) + SITE,
        ["Mara Dunn"],
    ),
    "an address in a meta element": ("<meta property='article:author' content='https://x.example/mara'>", []),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_authors(name):
    head, expected = AUTHORS[name]
    assert reading(html(head=head)).authors == expected


def test_a_reference_in_json_ld_is_followed():
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "author": {"@id": "#mara"}},
            {"@type": "Person", "@id": "#mara", "name": "Mara Dunn"},
        ]
    }
    assert reading(html(head=f'<script type="application/ld+json">{json.dumps(graph)}</script>')).authors == [
        "Mara Dunn"
    ]


MARKED = {
    "rel": "<a rel='author' href='/mara'>Mara Dunn</a>",
    "itemprop": "<span itemprop='author'><span itemprop='name'>Mara Dunn</span></span>",
    "class": "<div class='article-byline'>By <b>Mara Dunn</b>, Harbour Correspondent</div>",
}


@pytest.mark.parametrize("name", MARKED)
def test_authors_in_the_mark_up(name):
    comment = "<div class='comment'><span class='comment-author'>Harbour Troll</span></div>"
    text = html(
        f"{comment}<h1>Ferry stays in port</h1>{MARKED[name]}<article>{paragraphs(PARAGRAPHS)}</article>"
    )
    assert reading(text).authors == ["Mara Dunn"]


def test_the_outlets_own_name_is_no_person():
    outlet = Outlet(name="coast", title="The Coast Press", signs=("Coast Desk",))
    head = ld(author=[person("Coast Desk"), person("Mara Dunn")])
    assert reading(html(head=head), outlet=outlet).authors == ["Mara Dunn"]
