"""What a page's own data says of its story, form by form, and where each of its facts may stand."""

import json

import pytest

from stories.extraction.document import parse
from stories.extraction.payload import PayloadStory, find_payload, read_payload
from stories.loose_json import load_json
from tests.stories.making import page

Json = dict[str, object]


def text(words: str, kind: str = "paragraph") -> Json:
    return {"type": kind, "model": {"text": words}}


def holder(kind: str, *blocks: Json) -> Json:
    return {"type": kind, "model": {"blocks": list(blocks)}}


SALT = holder("text", text("The pans are dry."))
STORY: Json = {"contents": [SALT]}
RESOURCE: Json = {"content": {"model": {"blocks": [SALT]}}}
META: Json = {
    "metadata": {"contributor": "By Ada Moss", "firstPublished": 1777550400000, "lastUpdated": 1777554000000}
}


def told(story: PayloadStory) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in story.blocks]


@pytest.mark.parametrize(
    ("contents", "blocks"),
    [
        ([SALT], [("paragraph", "The pans are dry.")]),
        ([holder("text", text("One."), text("Two."))], [("paragraph", "One."), ("paragraph", "Two.")]),
        ([text("Loose."), SALT], [("paragraph", "The pans are dry.")]),  # no holder: a caption, a promotion
        ([holder("image", text("A pan.")), SALT], [("paragraph", "The pans are dry.")]),
        ([holder("subheadline", text("The pans"))], [("heading", "The pans")]),
        ([holder("crosshead", text("The pans"))], [("heading", "The pans")]),
        ([holder("blockquote", text("Dry."))], [("quote", "Dry.")]),
        ([holder("text", text("Dry.", "blockquote"))], [("quote", "Dry.")]),
        ([holder("unorderedList", text("salt", "listItem"))], [("list", "- salt")]),
        ([holder("orderedList", text("salt", "listItem"))], [("list", "- salt")]),
        ([holder("unorderedList", text("salt"))], [("list", "- salt")]),  # the list says what it holds
        ([holder("text", holder("unorderedList", text("salt", "listItem")))], [("list", "- salt")]),
        ([holder("text", text(" "), text("Two."))], [("paragraph", "Two.")]),
        (
            [holder("text", holder("paragraph", text("The ", "fragment"), text("pan.", "x")))],
            [("paragraph", "The pan.")],
        ),
        (
            [holder("text", {"type": "paragraph", "model": ["no", "object"]}, text("Two."))],
            [("paragraph", "Two.")],
        ),
        (["no object", SALT], [("paragraph", "The pans are dry.")]),
        ([], []),
        ({"no": "list"}, []),
    ],
)
def test_blocks(contents: object, blocks: list[tuple[str, str]]) -> None:
    assert told(read_payload({"contents": contents})) == blocks


@pytest.mark.parametrize(
    "data",
    [
        STORY,
        RESOURCE,
        [STORY],
        [[STORY]],
        {"props": {"pages": [{"x": 1}, STORY]}},
        {"contents": [holder("image", text("A pan."))], "article": STORY},  # a list without text is passed by
        {"content": "words", "article": STORY},
        {"content": {"model": "words"}, "article": STORY},
    ],
)
def test_the_story_is_found_wherever_it_stands(data: object) -> None:
    assert told(read_payload(data)) == [("paragraph", "The pans are dry.")]


@pytest.mark.parametrize("data", [None, "words", 3, [], {}, {"contents": None}])
def test_no_story(data: object) -> None:
    assert read_payload(data) == PayloadStory()


def nested(depth: int) -> object:
    data: object = STORY
    for _ in range(depth):
        data = [data]
    return data


@pytest.mark.parametrize(("depth", "found"), [(40, True), (41, False)])
def test_a_story_is_looked_for_forty_steps_deep(depth: int, found: bool) -> None:
    assert bool(read_payload(nested(depth)).blocks) == found
    data: object = STORY
    for _ in range(depth):
        data = {"a": data}
    assert bool(read_payload(data).blocks) == found


@pytest.mark.parametrize(
    ("facts", "field", "value"),
    [
        ({"headline": " Pans run dry "}, "headline", "Pans run dry"),
        ({"contents": [holder("headline", text("Pans run dry")), SALT]}, "headline", "Pans run dry"),
        ({"headline": "Stated", "contents": [holder("headline", text("Shown")), SALT]}, "headline", "Stated"),
        ({}, "headline", ""),
        ({"contributor": {"title": "By Bela Finch"}}, "byline", "By Bela Finch"),
        ({"contributor": {"title": None}}, "byline", ""),
        ({"contributor": {"title": "By Bela Finch"}, **META}, "byline", "By Bela Finch"),
        (META, "byline", "By Ada Moss"),
        ({"metadata": {"contributor": ["Ada Moss"]}}, "byline", ""),
        ({"metadata": "words"}, "byline", ""),
        ({"topics": [{"title": "Salt"}, {"title": " Pans "}, {"title": ""}, "x"]}, "tags", ["Salt", "Pans"]),
        ({"topics": {"title": "Salt"}}, "tags", ["Salt"]),
        ({"topics": None}, "tags", []),
        ({"section": {"title": "Coast"}}, "section", "Coast"),
        ({"section": [{"title": "Coast"}, {"title": "Work"}]}, "section", "Coast"),
        ({}, "section", ""),
        ({"firstPublished": 1777550400000}, "published", ("firstPublished", "1777550400000")),
        ({"datePublished": "2026-04-30"}, "published", ("datePublished", "2026-04-30")),
        ({"firstPublishedAt": "2026-04-30"}, "published", ("firstPublishedAt", "2026-04-30")),
        ({"firstPublished": 1, "datePublished": "2026-04-30"}, "published", ("firstPublished", "1")),
        ({"firstPublished": "", "datePublished": "2026-04-30"}, "published", ("datePublished", "2026-04-30")),
        ({"firstPublished": {"iso": 3}}, "published", ("", "")),
        (META, "published", ("firstPublished", "1777550400000")),
        ({"datePublished": "2026-04-30", **META}, "published", ("datePublished", "2026-04-30")),
        ({"lastPublished": 2}, "modified", ("lastPublished", "2")),
        ({"lastUpdated": 2}, "modified", ("lastUpdated", "2")),
        ({"dateModified": "2026-05-01"}, "modified", ("dateModified", "2026-05-01")),
        (META, "modified", ("lastUpdated", "1777554000000")),
        ({}, "modified", ("", "")),
    ],
)
def test_facts(facts: Json, field: str, value: object) -> None:
    assert getattr(read_payload({**STORY, **facts}), field) == value


DATA = json.dumps({"held": 3})
SCRIPTS = {
    "a script with an id": ("<script id='__DATA__' type='application/json'>{}</script>", "#__DATA__"),
    "a variable": ("<script>window.__DATA__ = {};</script>", "window.__DATA__"),
    "a variable after others": (
        "<script>var a = 1; window.__DATA__={}; var b = 2;</script>",
        "window.__DATA__",
    ),
    "quoted": ("<script>window['__DATA__'] = {};</script>", "__DATA__"),
    "named before it is set": (
        "<script>if (!window.__DATA__) { window.__DATA__\n=\n{} }</script>",
        "window.__DATA__",
    ),
    "a key": ('<script>x({"__DATA__": {}, "a": 1})</script>', "__DATA__"),
    "a second script": ("<script id=a>{}</script><script id=b>\n{}</script>", "#b"),
}


@pytest.mark.parametrize("form", SCRIPTS)
def test_data_is_found(form: str) -> None:
    markup, name = SCRIPTS[form]
    document = parse(page(markup.replace("{}", DATA)))
    assert find_payload(document, name) == {"held": 3}
    assert find_payload(document, "another") is None
    assert find_payload(document, "#another") is None


@pytest.mark.parametrize("name", ["window.__DATA__", "#__DATA__"])
def test_data_in_a_string(name: str) -> None:
    markup = (
        f"<script id=__DATA__>{json.dumps(DATA)}</script><script>window.__DATA__={json.dumps(DATA)};</script>"
    )
    assert find_payload(parse(page(markup)), name) == {"held": 3}


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__DATA__">{"a": "b\nc"}</script>',
        '<script>__DATA__ = {"a": "b\nc"}</script>',
        '<script>__DATA__ = "{\\"a\\":\n\\"b\\\\nc\\"}"</script>',
        '<script>__DATA__ = "{\\"a\\": \\"b\\nc\\"}"</script>',
    ],
    ids=range(4),
)
def test_data_with_line_breaks_in_strings(script: str) -> None:
    name = "#__DATA__" if "id=" in script else "__DATA__"
    assert find_payload(parse(page(script)), name) == {"a": "b\nc"}


@pytest.mark.parametrize(("depth", "found"), [(39, True), (40, False)])
def test_a_paragraph_and_its_words_are_looked_for_forty_steps_deep(depth: int, found: bool) -> None:
    inside, words = text("The pans are dry."), text("The pans are dry.", "fragment")
    for _ in range(depth):
        inside, words = holder("x", inside), holder("x", words)
    for block in (inside, holder("paragraph", words)):
        contents = holder("text", block)
        blocks = told(read_payload({"contents": [contents]}))
        assert blocks == ([("paragraph", "The pans are dry.")] if found else [])


def test_data_that_is_none() -> None:
    assert find_payload(parse(page("<script id=a>{'no': json}</script>")), "#a") is None


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b\nc"}',
        '<!-- {"a": "b\\nc"} -->',
        '/*<![CDATA[*/ {"a": "b\\nc"} /*]]>*/',
        "{&quot;a&quot;: &quot;b\nc&quot;}",
        '{"a": "b\nc",}',
        '<!-- {"a": "b\\nc" ,\n} -->',
    ],
    ids=range(6),
)
def test_json_as_pages_carry_it(text: str) -> None:
    assert load_json(text) == {"a": "b\nc"}


def test_a_comma_behind_the_last_item_is_none_within_words() -> None:
    text = r'{"a": ["x,]", "y\",}", [1,2,],],}'
    assert load_json(text) == {"a": ["x,]", 'y",}', [1, 2]]}
    assert load_json("[1,,]") is None
