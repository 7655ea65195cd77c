"""Stories that stand only in the data of a page, in the forms of several publishing systems."""

import json

import pytest

from stories.extraction.body import Metadata, read_body
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


@pytest.mark.parametrize("broken", ['{"a": ', "[[[[", "{]}", '{"type": "paragraph"}', "[" * 5_000])
def test_what_is_no_data_costs_nothing(broken):
    assert body(HOLDERS["state"].replace("{}", "%s") % broken) == []


def test_a_stream_that_is_javascript_and_no_json_loses_only_itself():
    rows = [["$", "p", None, {"children": text}] for text in TEXTS]
    whole = json.dumps("1:" + json.dumps(rows) + "\n")
    assert body(f'<script>self.__next_f.push([1,"\\x27"])\nself.__next_f.push([1,{whole}])</script>') == TEXTS
