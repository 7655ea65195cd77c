"""What a page states of itself as data: JSON-LD objects and meta elements."""

import json

import pytest
from lxml.html import document_fromstring

from stories.extraction.structured import json_ld_nodes, meta_values
from stories.loose_json import load_json

STORY = {"@type": "NewsArticle", "headline": "Ferry stays in port"}
OTHER = {"@type": "NewsArticle", "headline": "Mill closes"}


def named(value: object, head: str = "<title>Ferry stays in port | Coast</title>") -> list[object]:
    """What the objects of a script are called."""
    script = f"<script type='application/ld+json'>{json.dumps(value)}</script>"
    tree = document_fromstring(f"<html><head>{head}{script}</head><body></body></html>")
    return [node.get("headline") or node.get("name") for node in json_ld_nodes(tree)]


def wrapped(value: object, depth: int, key: str = "") -> object:
    for _ in range(depth):
        value = {key: value} if key else [value]
    return value


@pytest.mark.parametrize("key", ["", "@graph", "mainEntity", "mainEntityOfPage", "hasPart", "video", "item"])
@pytest.mark.parametrize(("depth", "found"), [(6, True), (7, False)])
def test_an_object_is_looked_for_six_steps_deep(depth: int, found: bool, key: str) -> None:
    assert ("Ferry stays in port" in named(wrapped(STORY, depth, key))) == found


def test_the_first_two_thousand_objects_count() -> None:
    assert len(named([{"name": str(number)} for number in range(2001)])) == 2000


TITLED = "<title>Ferry</title>"
SHARED = "<title>Coast</title><meta property='og:title' content='Ferry stays, in port'>"
LISTED = [
    # an object of a list, the head, whether it is one of the page's
    (STORY, "<title>Ferry stays in port | Coast</title>", True),
    (STORY, TITLED, True),
    (STORY, SHARED, True),
    (STORY, SHARED.replace("og:title", "title"), False),
    (STORY, "", False),
    (OTHER, TITLED, False),
    ({"@type": "NewsArticle", "name": "Mill closes"}, TITLED, False),
    ({"@type": "NewsArticle"}, TITLED, True),
    ({"@type": "Person", "name": "Mill closes"}, TITLED, True),
]


@pytest.mark.parametrize(("item", "head", "own"), LISTED, ids=range(len(LISTED)))
def test_a_story_that_a_page_lists_is_another(item: dict[str, str], head: str, own: bool) -> None:
    name = item.get("headline") or item.get("name")
    for held in (item, [item], {"@type": "ListItem", "item": item}):
        found = named({"@type": "ItemList", "name": "List", "itemListElement": held}, head)
        assert found == ["List", *[None] * ("item" in held), *[name] * own]
    assert named(item, head) == [name]


def test_data_that_cannot_be_read_are_none() -> None:
    for text in ("", "{", "[" * 100_000, "<!-- -->"):
        assert load_json(text) is None
    assert load_json("// <![CDATA[\n[1]\n// ]]>") == [1]


CARDS = {
    "<div itemscope>@<h3><a>Mill</a></h3></div>": False,
    "<div itemscope><p>@</p><h5><b><a>Mill</a></b></h5></div>": False,
    "<div itemscope>@<h3>Mill</h3></div>": True,
    "<div itemscope>@<h1>Ferry</h1><h3><a>Mill</a></h3></div>": True,
    "<div>@<h3><a>Mill</a></h3></div>": True,
    "<div itemscope><h3><a>Mill</a></h3><div itemscope>@</div></div>": True,
}


@pytest.mark.parametrize("markup", CARDS, ids=range(len(CARDS)))
def test_a_meta_element_on_a_teaser_tells_of_another_story(markup: str) -> None:
    for name, told in (("itemprop", CARDS[markup]), ("name", True)):
        text = markup.replace("@", f"<meta {name}='DatePublished ' content=' x '>")
        assert meta_values(document_fromstring(f"<body>{text}</body>")) == (
            {"datepublished": ["x"]} if told else {}
        )


def test_meta_elements_without_a_name_or_a_content_say_nothing() -> None:
    text = (
        "<meta name=a><meta name=a content=' '><meta content=x><meta http-equiv=Refresh property=B content=y>"
    )
    assert meta_values(document_fromstring(text)) == {"b": ["y"], "refresh": ["y"]}
