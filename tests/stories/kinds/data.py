"""Text that a page carries only in its data, a shadow root or a noscript element."""

import json

from tests.stories.kinds import OTHER, TEXT, TITLE, Case, paragraphs, shell

SKELETON = f"<div id='app'><div class='Skeleton'><h1>{TITLE}</h1><div class='shimmer'></div></div></div>"
MARKUP = paragraphs(TEXT)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _next(key: str, value: object) -> str:
    data = {"props": {"pageProps": {"entry": {"title": TITLE, key: value}}}}
    return f"<script id='__NEXT_DATA__' type='application/json'>{_json(data)}</script>"


def _streamed(text: str) -> str:
    return f"<script>self.__next_f.push([1,{_json(text)}])</script>"


def _fusion(elements: list[dict[str, object]]) -> str:
    story = {"type": "story", "headlines": {"basic": TITLE}, "content_elements": elements}
    return (
        f"<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={_json(story)};Fusion.x=1;</script>"
    )


REACT = [
    "$",
    "article",
    None,
    {"children": [["$", "p", str(n), {"children": text}] for n, text in enumerate(TEXT)]},
]
STATE = {"story": {"title": TITLE, "html": MARKUP}}
ITEMS = [{"type": "text", "content": text} for text in TEXT[1:4]]
SCRIPTS = {
    "blocks": _next("body", [{"type": "paragraph", "text": text} for text in TEXT]),
    "mark-up": _next("body", MARKUP),
    "blocks of mark-up": _next("body", [{"type": "html", "html": f"<p>{text}</p>"} for text in TEXT]),
    "portable text": _next(
        "content", [{"_type": "block", "children": [{"text": t[:40]}, {"text": t[40:]}]} for t in TEXT]
    ),
    "contentful": _next(
        "body", {"content": [{"nodeType": "paragraph", "content": [{"value": text}]} for text in TEXT]}
    ),
    "prosemirror": _next(
        "body", {"content": [{"type": "paragraph", "content": [{"text": text}]} for text in TEXT]}
    ),
    "draft.js": _next(
        "body", {"blocks": [{"text": text, "type": "unstyled"} for text in TEXT], "entityMap": {}}
    ),
    "editor.js": _next("body", {"blocks": [{"type": "paragraph", "data": {"text": text}} for text in TEXT]}),
    "tag names": _next(
        "body", [{"tagName": "p", "children": [{"tagName": "text", "text": text}]} for text in TEXT]
    ),
    "strings": _next("paragraphs", TEXT),
    "lines": _next("text", "\n\n".join(TEXT)),
    "nested lists": _next("body", ["div", *(["p", text] for text in TEXT)]),
    "state": f"<script>window.__INITIAL_STATE__={_json(STATE)}</script>",
    "state in a string": f"<script>window.__INITIAL_STATE__=JSON.parse({_json(_json(STATE))})</script>",
    "escaped": f"<script>window.__data={_json(STATE).replace('<', '&lt;')}</script>",
    "fusion": _fusion([{"type": "text", "content": text} for text in TEXT]),
    "streamed": _streamed(f"7:{_json(REACT)}\n"),
    "streamed in parts": _streamed(f"7:{_json(REACT)}\n"[:900]) + _streamed(f"7:{_json(REACT)}\n"[900:]),
}
BOXES = {
    "shadow root": f"<x-body><template shadowrootmode='open'><div>{MARKUP}</div></template></x-body>",
    "old shadow root": f"<x-body><template shadowroot='open'><article>{MARKUP}</article></template></x-body>",
    "noscript": f"<div id='root'></div><noscript><div>{MARKUP}</div></noscript>",
    "streamed segment": f"<template id='B:0'></template><div hidden id='S:0'><article>{MARKUP}</article></div>",
    "attribute": f"<div data-page='{_json(STATE).replace(chr(39), '&#39;')}'></div>",
}


def cases() -> dict[str, Case]:
    """Each form of data below a page without text; another story's text in them is not the page's."""
    found = {name: Case(shell(SKELETON + script), {"body": TEXT}) for name, script in SCRIPTS.items()}
    found |= {name: Case(shell(f"<h1>{TITLE}</h1>{box}"), {"body": TEXT}) for name, box in BOXES.items()}
    lists = _fusion([{"type": "text", "content": TEXT[0]}, {"type": "list", "items": ITEMS}, *ITEMS, *ITEMS])
    found["list of fusion"] = Case(shell(SKELETON + lists), {"has": [f"- {TEXT[1]} - {TEXT[2]} - {TEXT[3]}"]})
    others = _next("latest", [{"title": "Mill at Odder closes", "body": paragraphs(OTHER)}])
    found["of another story"] = Case(shell(SKELETON + others), {"reject": "no text"})
    return found


CASES = cases()
