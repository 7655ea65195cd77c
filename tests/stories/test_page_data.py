"""Stories that stand only in the data of a page, in the forms of several publishing systems."""

import json

import pytest

from stories.extraction.body import Metadata, page_data, read_body
from stories.extraction.body.page_elements import elements, is_marked_up, plain_text
from stories.extraction.document import parse
from tests.stories.making import page

HEADLINE = "Ferry crews stop work at Tarrow"
TEXTS = [
    "The ferry stayed in port on Monday and nobody at the quay could say when it would ever sail again.",
    "Crews said that they had not been paid since the spring, though the company had promised it twice over.",
    "The harbour office counted eleven boats at the quay in the evening, and forty trucks that waited for them.",
]
OTHER = [text.replace("ferry", "cannery") for text in TEXTS]


def arc(texts, headline):
    parts = [
        {"_id": str(n), "type": "text", "content": f"{text[:20]}<b>{text[20:]}</b>"}
        for n, text in enumerate(texts)
    ]
    parts.insert(
        1, {"type": "image", "caption": "The quay at Tarrow, where nobody is at work on this Monday morning."}
    )
    return {"headlines": {"basic": headline}, "content_elements": parts}


def contentful(texts, headline):
    parts = [
        {
            "nodeType": "paragraph",
            "content": [{"nodeType": "text", "value": text[:30]}, {"nodeType": "text", "value": text[30:]}],
        }
        for text in texts
    ]
    return {"fields": {"title": headline, "body": {"nodeType": "document", "content": parts}}}


def prosemirror(texts, headline):
    parts = [{"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in texts]
    return {"title": headline, "doc": {"type": "doc", "content": parts}}


def sanity(texts, headline):
    parts = [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": text}]} for text in texts
    ]
    return {"article": {"heading": headline, "sections": [{"_type": "section", "content": parts}]}}


def draft(texts, headline):
    return {
        "post": {
            "title": headline,
            "content": {"blocks": [{"type": "unstyled", "text": text} for text in texts]},
        }
    }


FORMS = [arc, contentful, prosemirror, sanity, draft]
HOLDERS = {
    "json": '<script id="__NEXT_DATA__" type="application/json">{}</script>',
    "state": "<script>window.__STATE__ = {};window.more = 1;</script>",
    "two": '<script>var a={{"b": [1]}}; Fusion.contextPath="/pf";Fusion.globalContent={}</script>',
}


def body(script: str) -> list[str]:
    """The paragraphs that are read where the page shows nothing but its headline."""
    shell = f'<meta property="og:title" content="{HEADLINE}">{script}'
    document = parse(
        page(f"<html><head><title>x</title>{shell}</head><body><h1>{HEADLINE}</h1></body></html>")
    )
    return [block.text for block in read_body(document, (), Metadata(HEADLINE)).blocks]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("holder", HOLDERS)
def test_rich_text_is_read(form, holder):
    data = {"page": {"props": [form(TEXTS, HEADLINE)]}, "related": [form(OTHER, "Cannery closes")]}
    assert body(HOLDERS[holder].format(json.dumps(data))) == TEXTS


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_the_text_of_another_story_is_not(form):
    assert body(HOLDERS["json"].format(json.dumps({"related": [form(OTHER, "Cannery closes")]}))) == []


def test_headings_lists_and_quotes_are_told():
    parts = [{"type": "paragraph", "text": text} for text in TEXTS]
    parts.insert(1, {"type": "heading", "text": "At the quay"})
    parts.append(
        {
            "type": "list",
            "items": [{"type": "item", "text": "one boat"}, {"type": "item", "text": "two boats"}],
        }
    )
    parts.append(
        {
            "type": "raw_html",
            "content": "<p>Sign up for the harbour letter, which comes at six.</p>",
        }
    )
    found = body(HOLDERS["json"].format(json.dumps({"title": HEADLINE, "body": parts})))
    assert found == [TEXTS[0], "At the quay", *TEXTS[1:], "- one boat\n- two boats"]


def test_elements_that_react_streams_are_read_in_order():
    rows = [
        ["$", "p", None, {"children": [text[:10], ["$", "a", None, {"children": text[10:]}]]}]
        for text in TEXTS
    ]
    stream = "1:" + json.dumps(["$", "article", None, {"children": rows}]) + "\n"
    half = len(stream) // 2  # a row may come in two parts
    pushes = "".join(
        f"self.__next_f.push([1,{json.dumps(part)}])\n" for part in (stream[:half], stream[half:])
    )
    assert body(f"<script>{pushes}</script>") == TEXTS


PLAIN = "\n".join(TEXTS)
MARKUP = "".join(f"<p>{text}</p>" for text in TEXTS)
DATA = {"title": HEADLINE, "body": [{"type": "paragraph", "text": text} for text in TEXTS]}


@pytest.mark.parametrize(
    "script",
    [
        f"<script type='application/json'>{json.dumps(DATA)}</script>",
        f"<script id='__NEXT_DATA__'>{json.dumps(DATA)}</script>",
        f"<script>window.state = {json.dumps(DATA)};</script>",
        f"<script>var a = [1]; b = {{}}; window.state = {json.dumps(DATA)};</script>",
        f"<script type='application/json'>{json.dumps({'story': {'text': MARKUP}})}</script>",
        f"<script type='application/json'>{json.dumps([[['x', MARKUP]]])}</script>",
        f"<script>window.state = {json.dumps({'text': MARKUP})};</script>",
    ],
)
def test_wherever_the_data_stand(script: str) -> None:
    assert body(script) == TEXTS


@pytest.mark.parametrize("depth", [39, 40])
def test_a_string_of_mark_up_is_looked_for_forty_steps_deep(depth: int) -> None:
    held = json.dumps({"text": MARKUP})
    script = f"<script>window.state = {'[' * depth}{held}{']' * depth};</script>"
    assert body(script) == (TEXTS if depth < 40 else [])


TYPED = [{"type": "paragraph", "text": text} for text in TEXTS]


def data(**fields: object) -> str:
    return HOLDERS["json"].format(json.dumps({"title": HEADLINE, **fields}))


def wrapped(value: object, depth: int) -> object:
    for _ in range(depth):
        value = [value]
    return value


def within(key: str, value: object, depth: int) -> object:
    for _ in range(depth):
        value = {key: value}
    return value


QUAY = {"type": "heading", "text": "At the quay"}
ITEMS = ["one boat", "two boats"]
LISTED = "- one boat\n- two boats"
FORMS_OF_TEXT = {
    "lines of a string": (data(text="\n".join(TEXTS)), TEXTS),
    "the longest of several strings": (
        data(lead="\n".join(TEXTS), text="\n".join([*OTHER, *TEXTS])),
        [*OTHER, *TEXTS],
    ),
    "two lines of a string": (data(text="\n".join(TEXTS[:2])), []),
    "a list of strings": (data(text=TEXTS), TEXTS),
    "strings with mark-up": (data(text=[f"{text[:9]}<b>{text[9:]}</b>" for text in TEXTS]), TEXTS),
    "a list of two strings": (data(text=TEXTS[:2]), []),
    "two paragraphs": (data(body=TYPED[:2]), []),
    "paragraphs in two lists": (data(body=TYPED[:2], more=TYPED[2:]), TEXTS),
    "an empty paragraph": (data(body=[TYPED[0], {"type": "paragraph", "text": " "}, *TYPED[1:]]), TEXTS),
    "an object without a type": (data(body=[TYPED[0], {"text": "Home"}, *TYPED[1:]]), TEXTS),
    "a type that is no text": (
        data(body=[{"type": 3, "kind": "paragraph", "text": text} for text in TEXTS]),
        TEXTS,
    ),
    "an image": (data(body=[*TYPED, {"type": "image", "text": TEXTS[0]}]), TEXTS),
    "a quote": (data(body=[*TYPED, {"type": "blockquote", "text": "We wait."}]), [*TEXTS, "We wait."]),
    "a section": (
        data(body=[TYPED[0], {"type": "section", "items": [QUAY, *TYPED[1:]]}]),
        [TEXTS[0], "At the quay", *TEXTS[1:]],
    ),
    "a section in an object": (data(body=[TYPED[0], {"type": "section", "x": {"items": TYPED[1:]}}]), TEXTS),
    "a section in two objects": (
        data(body=[TYPED[0], {"type": "section", "x": {"y": {"items": TYPED[1:]}}}]),
        TEXTS,
    ),
    "a section in three objects": (
        data(body=[TYPED[0], {"type": "section", "x": {"y": {"z": {"items": TYPED[1:]}}}}]),
        [],
    ),
    "an empty item": (
        data(
            body=[*TYPED, {"type": "list", "items": [{"text": text} for text in (ITEMS[0], " ", ITEMS[1])]}]
        ),
        [*TEXTS, LISTED],
    ),
    "a line break in a string": (
        f"<script>a = {json.dumps({'title': HEADLINE, 'body': TYPED}).replace(' Monday', chr(10) + 'Monday')}</script>",
        TEXTS,
    ),
    "a section of words": (
        data(
            body=[
                *TYPED,
                {
                    "type": "paragraph",
                    "children": [{"type": "text", "text": TEXTS[0]}, {"type": "text", "text": "x"}],
                },
            ]
        ),
        [*TEXTS, f"{TEXTS[0]}x"],
    ),
    "a list of items": (
        data(body=[*TYPED, {"type": "list", "items": [{"x": 1, "text": item} for item in ITEMS]}]),
        [*TEXTS, LISTED],
    ),
    "a list of typed items": (
        data(body=[*TYPED, {"type": "ul", "children": [{"type": "li", "text": item} for item in ITEMS]}]),
        [*TEXTS, LISTED],
    ),
    "an item alone": (data(body=[*TYPED, {"type": "list-item", "text": ITEMS[0]}]), [*TEXTS, "- one boat"]),
    "an item of words": (
        data(
            body=[
                *TYPED,
                {
                    "type": "li",
                    "children": [{"type": "text", "text": "one "}, {"type": "text", "text": "boat"}],
                },
            ]
        ),
        [*TEXTS, "- one boat"],
    ),
    "an item of bare words": (
        data(body=[*TYPED, {"type": "li", "children": ["one ", "boat"]}]),
        [*TEXTS, "- one boat"],
    ),
    "nested mark-up": (
        data(body=[["p", {"x": 1}, text[:9], ["a", {"href": "/"}, text[9:]]] for text in TEXTS]),
        TEXTS,
    ),
    "nested mark-up, an item": (
        data(body=[*(["p", text] for text in TEXTS), ["li", "one boat"], ["p", " "]]),
        [*TEXTS, "- one boat"],
    ),
    "the headline is another's": (data(title="Cannery closes", body=TYPED), []),
    "the innermost object": (
        data(body=TYPED, story={"title": HEADLINE, "body": [{"type": "p", "text": text} for text in OTHER]}),
        OTHER,
    ),
    "escaped for a script": (
        f"<script>window.state = JSON.parse({json.dumps(json.dumps(DATA))});</script>",
        TEXTS,
    ),
    "an attribute": (f"<div data-page='{json.dumps({**DATA, 'more': OTHER[0]})}'></div>", TEXTS),
    "no attribute": (f"<div data-page='x{json.dumps({**DATA, 'more': OTHER[0]})}'></div>", []),
}


@pytest.mark.parametrize("name", FORMS_OF_TEXT)
def test_forms_of_text(name: str) -> None:
    script, texts = FORMS_OF_TEXT[name]
    assert body(script) == texts


STORY = {"title": HEADLINE, "body": TYPED}
STRINGS = {"title": HEADLINE, "body": "\n".join(TEXTS)}
ROWS = [["$", "p", None, {"children": text}] for text in TEXTS]
DEEP = {
    "a story": (39, lambda depth: wrapped(STORY, depth)),
    "a story of strings": (40, lambda depth: wrapped(STRINGS, depth)),
    "the list of a story": (39, lambda depth: {"title": HEADLINE, "body": within("x", TYPED, depth)}),
    "the words of a paragraph": (
        40,
        lambda depth: {
            "title": HEADLINE,
            "body": [{"type": "p", "text": within("text", text, depth)} for text in TEXTS],
        },
    ),
    "words in lists": (
        40,
        lambda depth: {
            "title": HEADLINE,
            "body": [{"type": "p", "text": wrapped(text, depth)} for text in TEXTS],
        },
    ),
}


@pytest.mark.parametrize("name", DEEP)
def test_data_are_looked_through_forty_steps_deep(name: str) -> None:
    depth, made = DEEP[name]
    for deeper in (0, 1):
        script = HOLDERS["json"].format(json.dumps(made(depth + deeper)))
        assert body(script) == ([] if deeper else TEXTS)


@pytest.mark.parametrize(("depth", "found"), [(19, True), (20, False)])
def test_sections_are_looked_through_forty_steps_deep(depth: int, found: bool) -> None:
    held = [{"type": "p", "text": OTHER[0]}, *TYPED]
    for _ in range(depth):
        held = [{"type": "p", "text": OTHER[0]}, {"type": "section", "items": held}]
    texts = body(HOLDERS["json"].format(json.dumps({"title": HEADLINE, "body": held})))
    assert (TEXTS[0] in texts) == found
    assert texts.count(OTHER[0]) == 20


@pytest.mark.parametrize(
    "shown", [f"<meta property='og:title' content='{HEADLINE}'>", f"<h1>{HEADLINE}</h1>"]
)
def test_the_page_s_headline_stands_in_its_head_or_on_it(shown: str) -> None:
    script = HOLDERS["json"].format(json.dumps(STORY))
    assert [block.text for block in page_data.rich_text(parse(page(f"{shown}{script}<p>x")))] == TEXTS
    assert page_data.rich_text(parse(page(f"{script}<p>x"))) == []


@pytest.mark.parametrize(("kind", "depth"), [("rows", 39), ("words", 19)])
def test_what_react_streams_is_looked_through_forty_steps_deep(kind: str, depth: int) -> None:
    for deeper in (0, 1):
        rows: object = wrapped(ROWS, depth + deeper)
        if kind == "words":
            rows = [["$", "p", None, {"children": wrapped_words(text, depth + deeper)}] for text in TEXTS]
        whole = json.dumps("1:" + json.dumps(rows) + "\n")
        assert body(f"<script>self.__next_f.push([1,{whole}])</script>") == ([] if deeper else TEXTS)


def wrapped_words(text: str, depth: int) -> object:
    value: object = text
    for _ in range(depth):
        value = [["$", "b", None, {"children": value}]]
    return value


@pytest.mark.parametrize(("size", "read"), [(500, False), (501, True)])
def test_a_short_attribute_holds_no_data(size: int, read: bool) -> None:
    held = json.dumps({"x": "".join(f"<p>{text}</p>" for text in TEXTS)})
    held = held.replace(": ", ":" + " " * (size - len(held) + 1))
    assert len(held) == size
    assert bool(body(f"<div data-page='{held}'></div>")) == read


def test_values_behind_a_sign_of_equality() -> None:
    script = 'a = {"b": "c = [1]"}; d = {e: 1}; f = [2]; g=JSON.parse("h")'
    assert list(page_data._values(script, page_data._ASSIGNED)) == [{"b": "c = [1]"}, [2], "h"]


@pytest.mark.parametrize("broken", ['{"a": ', "[[[[", "{]}", '{"type": "paragraph"}', "[" * 5_000])
def test_what_is_no_data_costs_nothing(broken):
    assert body(HOLDERS["state"].replace("{}", "%s") % broken) == []


def test_a_stream_that_is_javascript_and_no_json_loses_only_itself():
    rows = [["$", "p", None, {"children": text}] for text in TEXTS]
    whole = json.dumps("1:" + json.dumps(rows) + "\n")
    assert body(f'<script>self.__next_f.push([1,"\\x27"])\nself.__next_f.push([1,{whole}])</script>') == TEXTS


ELEMENTS = [
    (["$", "p", None, {"children": "One"}], [("paragraph", "One")]),
    (["$", "p", None], []),
    (["$", "div", None, {"children": ["$", "h3", None, {"children": "One"}]}], [("heading", "One")]),
    (["$", "ul", None, {"children": [["$", "li", None, {"children": "One"}]]}], [("list", "- One")]),
    (["$", "p", None, "x"], []),
    (["#", "p", None, {"children": "One"}], []),
    (
        ["$", "p", None, {"children": ["One ", ["$", "b", None, {"children": "two"}], 3, "$"]}],
        [("paragraph", "One two")],
    ),
    (["$", "p", None, {"children": " "}], []),
    ({"a": ["$", "blockquote", None, {"children": "One"}], "b": "c"}, [("quote", "One")]),
    ("One", []),
]


@pytest.mark.parametrize(("value", "blocks"), ELEMENTS, ids=range(len(ELEMENTS)))
def test_elements_of_react(value: object, blocks: list[tuple[str, str]]) -> None:
    assert [(block.kind, block.text) for block in elements(value, 0)] == blocks


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (["p", "One"], True),
        (["li", {"x": 1}, "One"], True),
        ([], False),
        ([3, "One"], False),
        (["b", "One"], False),
        (["p", {"x": 1}], False),
    ],
)
def test_nested_mark_up_is_told(value: list[object], told: bool) -> None:
    assert is_marked_up(value) == told


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("One <b>two</b>", "One two"),
        ("Moss &amp; Lind", "Moss & Lind"),
        ("A < B", "A < B"),
        ("One  two", "One two"),
    ],
)
def test_mark_up_becomes_text(text: str, plain: str) -> None:
    assert plain_text(text) == plain
