"""Who signs: the names in a signature, and which of a page's signatures count."""

import json

import pytest

from stories.extraction.metadata.persons import read_names
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
    "Mara Dunn And Tobin Ask": ["Mara Dunn", "Tobin Ask"],
    "Mara Dunn, Projektleiterin in Velm": ["Mara Dunn"],
    "Written by: Mara Dunn": ["Mara Dunn"],
    "Words and sound : Mara Dunn; Cutting : Tobin Ask": ["Mara Dunn"],
    "Mara Dunn April 30, 2026": ["Mara Dunn"],
    "April 30, 2026": [],
    "Mara Dunn; More of this": ["Mara Dunn"],
    "~ Mara Dunn": ["Mara Dunn"],
    "Post author By Mara Dunn": ["Mara Dunn"],
    "More from": [],
    "Photo: Mara Dunn": [],
    "© Mara Dunn": [],
    "von mdu": ["mdu"],
    "Thursday": [],
    "Мара Дунн": ["Мара Дунн"],
    "김마라 기자": ["김마라"],
    "作者：王小明": ["王小明"],
    "Автор: Мара Дунн": ["Мара Дунн"],
    "مریم کریمی": ["مریم کریمی"],
    "高橋 海": ["高橋 海"],
    "https://coastpress.example/mara": [],
    "@maradunn": [],
    "mara-dunn": [],
    "admin": [],
    "30 April 2026": [],
    "": [],
    "A B, " * 1000: [],
}


@pytest.mark.parametrize("signature", NAMES)
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
    "a desk of the outlet beside a person": (
        ld(author=[person("Mara Dunn"), person("Coast Press Velm")])
        + SITE.replace("The Coast Press", "Coast"),
        ["Mara Dunn"],
    ),
    "an institution in JSON-LD, a person in a meta element": (
        ld(author="Hafenverband Velm e.V.") + "<meta name='author' content='Mara Dunn'>",
        ["Mara Dunn"],
    ),
    "an article before a single word": (
        ld(author="El Costero") + "<meta name='author' content='Mara Dunn'>",
        ["Mara Dunn"],
    ),
    "a phrase is no person": (
        ld(author="The Harbour") + "<meta name='author' content='Show archive'>",
        ["The Harbour"],
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
    "a title in an element of its own": "<div class='author'><b>Mara Dunn</b><i>Harbour correspondent</i></div>",
    "a title of one word": "<div class='author'><b>Mara Dunn</b><i>Correspondent</i></div>",
    "the name twice": "<div class='author'><b>Mara Dunn</b><i>Mara Dunn</i></div>",
    "a name in two elements": "<div class='author'><b>Mara</b> <i>Dunn</i></div>",
    "a picture's": "<figure><figcaption class='author'>Tobin Ask</figcaption></figure><b class='author'>Mara Dunn</b>",
    "class": "<div class='article-byline'>By <b>Mara Dunn</b>, Harbour Correspondent</div>",
}


@pytest.mark.parametrize("name", MARKED)
def test_authors_in_the_mark_up(name):
    comment = "<div class='comment'><span class='comment-author'>Harbour Troll</span></div>"
    text = html(
        f"{comment}<h1>Ferry stays in port</h1>{MARKED[name]}<article>{paragraphs(PARAGRAPHS)}</article>"
    )
    assert reading(text).authors == ["Mara Dunn"]


# what stands around the headline, and who signs
PRINTED = {
    "<p>By Mara Dunn</p>": ["Mara Dunn"],
    "<p>Von <a href='/mara'>Mara Dunn</a> und Tobin Ask, Velm</p>": ["Mara Dunn", "Tobin Ask"],
    "<p>30 April 2026 | Por Mara Dunn</p>": ["Mara Dunn"],
    "<p>Posted on 30 April 2026 by Mara Dunn</p>": ["Mara Dunn"],
    "<p>Posted in Harbour by maradunn on 30 April</p>": ["maradunn"],
    "<p>Par Dr. Mara van Dunn (Velm)</p>": ["Mara van Dunn"],
    f"{'<br>' * 60}<p>Autorin: Mara Dunn, Pressesprecherin</p>": ["Mara Dunn"],
    "<p>Ein Kommentar von Mara Dunn</p>": ["Mara Dunn"],
    "<p>Reporting by Mara Dunn; editing by Tobin Ask</p>": ["Mara Dunn"],
    "<p>Redaktion: Mara Dunn, Tobin Ask<br>Sendung: Velm am Abend</p>": ["Mara Dunn", "Tobin Ask"],
    "<p>By the harbour</p>": [],
    "<p>A painting by Mara Dunn</p>": [],
    "<p>Von Velm nach Tarrow</p>": [],
    "<p>Photo by Mara Dunn</p>": [],
    f"{'<br>' * 60}<p>By Mara Dunn</p>": [],
}


@pytest.mark.parametrize("line", PRINTED)
def test_authors_in_plain_text(line):
    text = html(f"<h1>Ferry stays in port</h1>{line}<article>{paragraphs(PARAGRAPHS)}</article>")
    assert reading(text).authors == PRINTED[line]


def test_a_site_of_a_persons_name_is_signed_by_that_person():
    head = ld(author=person("Mara Dunn"))
    assert reading(html(head=head), url="https://mara.example/a/1").authors == ["Mara Dunn"]


@pytest.mark.parametrize("sign", ["class='author'", "rel='author'"])
def test_those_who_sign_beside_the_first_one_count_too(sign):
    line = f"<p><a {sign}>Mara Dunn</a> <a {sign}>Tobin Ask</a></p>"
    others = f"<ul><li><a {sign}>Ilse Vorn</a></li></ul>"
    text = html(f"<h1>Ferry stays in port</h1>{line}<article>{paragraphs(PARAGRAPHS)}</article>{others}")
    assert reading(text).authors == ["Mara Dunn", "Tobin Ask"]


@pytest.mark.parametrize("sign", ["class='author'", "rel='author'"])
def test_who_signs_after_the_headline_counts_before_who_signs_a_teaser_above(sign):
    teaser, line = f"<div><a {sign}>Ilse Vorn</a></div>", "<p class='writer'>Mara Dunn</p>"
    text = html(f"{teaser}<h1>Ferry stays in port</h1>{line}<article>{paragraphs(PARAGRAPHS)}</article>")
    assert reading(text).authors == ["Mara Dunn"]


def test_the_outlets_own_name_is_no_person():
    outlet = Outlet(name="coast", title="The Coast Press", own_names=("Coast Desk",))
    head = ld(author=[person("Coast Desk"), person("Mara Dunn")])
    assert reading(html(head=head), outlet=outlet).authors == ["Mara Dunn"]


OWN = Outlet(name="coast", title="Coast Press", own_names=("Coast Press", "CP News"))
NO_PERSONS = (
    "CP News",
    "Coast Press",
    "Coast Press staff",
    "CP News Africa",
    "The newsroom",
    "News desk",
    "Reuters",
    "AFP",
)


@pytest.mark.parametrize("name", NO_PERSONS)
def test_an_outlet_that_states_how_it_signs_has_persons_only(name):
    assert reading(html(head=ld(author=person(name))), outlet=OWN).authors == []
    both = ld(author=[person(name), person("Mara Dunn")])
    assert reading(html(head=both), outlet=OWN).authors == ["Mara Dunn"]
