"""Sets of annotated quotes: PolNeAR's stand-off files, and the JSON of the German Wikinews corpus."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from stories.quotes.layout.marks import find_regions

Spans = list[list[int]]
MARK = re.compile(r"^(T\d+)\t\w+ ([\d ;]+)\t")
LINK = re.compile(r"^E\d+\t(.*)$")
PARTS = {"Source": "source", "Cue": "cue", "Content": "content"}


def polnear(root: Path, part: str) -> Iterator[dict[str, Any]]:
    """The documents of a part (`train`, `dev`) of PolNeAR; of a text that several people annotated, the first file."""
    folder = root / "data" / part
    seen = set()
    for file in sorted((folder / "attributions").glob("*.ann")):
        name = file.stem.rpartition("_")[0]
        if name in seen:
            continue
        seen.add(name)
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        publisher, date, _ = name.split("_", 2)
        told = attributions(file.read_text(encoding="utf-8"), text)
        yield {"id": name, "publisher": publisher, "date": date, "text": text, "attributions": told}


def attributions(marks: str, text: str) -> list[dict[str, Any]]:
    """The attributions of a stand-off file, as brat writes it: marks with their offsets, and events that join them."""
    spans: dict[str, Spans] = {}
    found: list[dict[str, Any]] = []
    for line in marks.splitlines():
        if mark := MARK.match(line):
            spans[mark[1]] = [[int(n) for n in span.split()] for span in mark[2].split(";")]
        elif link := LINK.match(line):
            joined: defaultdict[str, Spans] = defaultdict(list)
            for role, _, key in (part.partition(":") for part in link[1].split()):
                joined[PARTS.get(role.rstrip("0123456789"), "")] += spans[key]
            one = {name: sorted(joined[name]) for name in PARTS.values()}
            found.append({**one, "kind": kind_of(one["content"], text)})
    return found


def wikinews(root: Path, part: str) -> Iterator[dict[str, Any]]:
    """The documents of a part (`train`, `dev`) of the German corpus."""
    for file in sorted((root / "data" / part).glob("*.json")):
        told = json.loads(file.read_bytes())
        text = told["originalText"]
        yield {
            "id": file.name,
            "text": text,
            "attributions": [_german(one, text) for one in told["annotations"]],
        }


def _german(one: dict[str, Any], text: str) -> dict[str, Any]:
    names = {"source": "speaker", "cue": "cue", "content": "quote"}
    spans = {name: _spans(one.get(theirs)) for name, theirs in names.items()}
    return {**spans, "kind": kind_of(spans["content"], text), "type": one["type"], "medium": one["medium"]}


def _spans(part: dict[str, Any] | list[Any] | None) -> Spans:
    return [[span["charBegin"], span["charEnd"]] for span in part["spans"]] if isinstance(part, dict) else []


def kind_of(content: Spans, text: str) -> str:
    """`direct` where all letters of a content stand between marks, `mixed` where some do, else `indirect`."""
    marked = [(region.start, region.end) for region in find_regions(text)]
    inside = {
        any(a <= i < b for a, b in marked)
        for start, end in content
        for i in range(start, end)
        if text[i].isalnum()
    }
    return "mixed" if len(inside) == 2 else "direct" if inside == {True} else "indirect"


QUOTES: dict[str, tuple[str, Callable[[Path, str], Iterator[dict[str, Any]]], str]] = {
    "train": ("polnear", polnear, "train"),
    "dev": ("polnear", polnear, "dev"),
    "german_train": ("wikinews", wikinews, "train"),
    "german_dev": ("wikinews", wikinews, "dev"),
}
