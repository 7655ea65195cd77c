"""Who signs, in many layouts: persons without offices and places, never the publisher, a teaser or a photographer."""

import json
from typing import Any

import pytest

from stories.extraction.metadata.persons import is_known, read_names
from tests.stories.making import PARAGRAPHS, html, paragraphs, reading

SIGNATURES = {
    # a place behind each name
    "By Orla Tamm in Velm and Jon Abel in Tarrow Bay": ["Orla Tamm", "Jon Abel"],
    "Von Orla Tamm in Velm und Jon Abel": ["Orla Tamm", "Jon Abel"],
    "Por Orla Tamm en Velm y Jon Abel en Tarrow": ["Orla Tamm", "Jon Abel"],
    # an office before or behind it
    "Political editor Orla Tamm": ["Orla Tamm"],
    "BBC Chief correspondent Jon Abel": ["Jon Abel"],
    "Corresponsal Orla Tamm": ["Orla Tamm"],
    "Orla Tamm, Head of Marketing": ["Orla Tamm"],
    "Orla Tamm, Certified Harbour Specialist": ["Orla Tamm"],
    "Orla Tamm, Lead Reviewer": ["Orla Tamm"],
    "Orla Tamm, directora de la oficina": ["Orla Tamm"],
    # the other way round
    "By Tamm, Orla": ["Orla Tamm"],
    "Abel, Jon P.": ["Jon P. Abel"],
    "Тамм, Ольга": ["Ольга Тамм"],
    # parted by commas, marks and words
    "Orla Tamm,Jon Abel,Mira Holm": ["Orla Tamm", "Jon Abel", "Mira Holm"],
    "Orla Tamm, & Jon Abel": ["Orla Tamm", "Jon Abel"],
    "& Orla Tamm": ["Orla Tamm"],
    # those who made the pictures, wrote it down, edited
    "By Orla Tamm and photographs by Jon Abel": ["Orla Tamm"],
    "Orla Tamm; Photos: Jon Abel": ["Orla Tamm"],
    "Von Orla Tamm, Fotos: Jon Abel": ["Orla Tamm"],
    "Orla Tamm, illustrations by Jon Abel": ["Orla Tamm"],
    "By Orla Tamm, as told to Jon Abel": ["Orla Tamm"],
    "Reporting by Orla Tamm and Mira Holm; editing by Jon Abel": ["Orla Tamm", "Mira Holm"],
    # words of templates
    "Written By": [],
    "Full Bio": [],
    "Updated": [],
    "Updated by Jon Abel": [],
    "This post was written by Orla Tamm": ["Orla Tamm"],
    "Guide by Orla Tamm": ["Orla Tamm"],
    "About the author Orla Tamm": ["Orla Tamm"],
}


@pytest.mark.parametrize(("signature", "names"), SIGNATURES.items(), ids=range(len(SIGNATURES)))
def test_names(signature: str, names: list[str]) -> None:
    assert read_names(signature) == names


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Maria", False),
        ("Maria Tamm", True),
        ("Maria Ana Rosa Clara Tamm", True),
        ("Maria Ana Rosa Clara Elena Tamm", False),
        ("Zürqx Tamm", False),
        ("José Tamm", True),
        ("Dr. Maria Tamm", True),
        ("Q. Tamm", True),
        ("Ада Мосс", True),
        ("Ада", False),
        ("高橋海", True),
    ],
    ids=range(11),
)
def test_a_person_has_two_to_five_words(name: str, known: bool) -> None:
    assert is_known(name) == known
    assert is_known(name, listed=True) == ((known and "Maria" in name) or name == "José Tamm")


def story(line: str, head: str = "") -> str:
    """A page with a line between the headline and the text."""
    text = f"<article><h1>Ferry stays in port</h1>{line}{paragraphs(PARAGRAPHS)}</article>"
    return html(text, head=head)


def json_ld(author: Any) -> str:
    """A head with a news article of that author."""
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry stays in port", "author": author})
    return f"<script type='application/ld+json'>{data}</script>"


ORGANISATION = {"@type": "NewsMediaOrganization", "name": "Tarrow Wire"}
SIGNED = "<p>By Orla Tamm</p>"
NAST = "<meta name='author' content='Tarrow Nast'>"
MARKED = "<p>By <a rel='author' href='/o'>Orla Tamm</a></p>"
LAYOUTS = {
    # an organisation of the data loses to a person who signs
    "organisation": story(MARKED, json_ld({"@type": "Organization", "name": "Tarrow Wire"})),
    "news organisation": story(SIGNED, json_ld([ORGANISATION])),
    "split name": story(SIGNED, json_ld({"@type": "Organization", "name": "Abel & Abel TODAY"})),
    "copyright": story(MARKED, NAST + "<meta name='copyright' content='Tarrow Nast'>"),
    "publisher": story(MARKED, NAST + "<meta name='dc.publisher' content='Tarrow Nast'>"),
    # a name in two fields
    "given and family": story("", json_ld({"@type": "Person", "givenName": "Orla", "familyName": "Tamm"})),
    "in a list": story("", json_ld([{"@type": "Person", "familyName": "Tamm", "givenName": "Orla", "name": ""}])),
    # what else the box of a signature tells
    "place": story("<div class='byline'><span>Orla Tamm</span> <span class='byline-location'>Santa Velma</span></div>"),
    "office": story("<div class='author'><b>Orla Tamm</b><span class='jobTitle'>Wine Whisperer, Tarrow</span></div>"),
    "role": story("<div class='byline'><i>Orla Tamm</i><i class='Role'>Velm Brasil</i></div>"),
    # a label in a box of its own
    "labels": story("<ul><li><b>Author, </b><i>Orla Tamm</i></li><li><b>Role, </b><i>Velm News</i></li></ul>"),
    # headlines of others
    "teaser": story("<ul class='related'><li><a>UPDATE 5-Burned by MF Harbour, watchdogs look on</a></li></ul>" + SIGNED),
    "link": story("<div><a href='/x'>2 ships sold by Velm Marine, and nobody asks the crews</a></div>" + SIGNED),
}  # fmt: skip


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(text: str) -> None:
    assert reading(text).authors == ["Orla Tamm"]


def test_an_organisation_signs_where_nobody_else_does() -> None:
    assert reading(story("", json_ld({"@type": "Organization", "name": "Tarrow Wire"}))).authors == [
        "Tarrow Wire"
    ]
