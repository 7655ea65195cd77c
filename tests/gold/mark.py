"""Passages marked by hand become rows of data/gold/quotes: `python -m tests.gold.mark en [FIRST NUMBER] < marked.txt`.

A line is a passage; ¶ parts paragraphs. `{c:..}` is the content of what was said, `{q:..}` the cue, `{s:..}` the
source; `{d:..}` a content without marks that is direct all the same (speech after a dash). `{s=Ada Moss:she}` names the
speaker, `{s=-:a clerk}` says that no name is known; else the speaker is called as the source is written. Where a passage
holds several attributions, their pieces are numbered: `{c1:..} {q1,2:..}`.
"""

import json
import re
import sys
from typing import Any

from tests.gold.quotes import quoted, words

TAG = re.compile(r"\{([cdqs])([\d,]*)(?:=([^:}]*))?:([^}]*)\}")
PARTS = {"c": "content", "d": "content", "q": "cue", "s": "source"}
Row = dict[str, Any]


def plain(text: str) -> str:
    """Text with its paragraphs parted."""
    return text.replace("¶", "\n\n")


def unmarked(line: str) -> tuple[str, dict[str, Row]]:
    """The text of a marked line, and its attributions by number."""
    text, position, found = "", 0, dict[str, Row]()
    for tag in TAG.finditer(line):
        text += plain(line[position : tag.start()])
        start, position = len(text), tag.end()
        text += plain(tag[4])
        for number in tag[2].split(","):
            row = found.setdefault(number, {"source": [], "cue": [], "content": []})
            row[PARTS[tag[1]]].append([start, len(text)])
            if tag[1] == "d":
                row["kind"] = "direct"
            if tag[1] == "s":
                row["speaker"] = {"-": None, None: tag[4]}.get(tag[3], tag[3])
    return text + plain(line[position:]), found


def kind(text: str, content: list[list[int]]) -> str:
    """Direct where all words stand between marks, mixed where some do, else indirect."""
    said = words(text, content)
    inside = said & words(text, quoted(text))
    return "direct" if inside == said else "mixed" if inside else "indirect"


def row(name: str, language: str, line: str) -> Row:
    """The row of a marked line."""
    text, found = unmarked(line)
    if empty := [number for number, one in found.items() if not one["content"]]:
        raise ValueError(
            f"{name}: attribution {empty[0] or 'without a number'} has no content: mark it with {{c:..}}"
        )
    attributions = [
        {"kind": kind(text, one["content"]), "speaker": None, **one} for _, one in sorted(found.items())
    ]
    return {"id": name, "language": language, "text": text, "attributions": attributions}


def main() -> int:
    """Print a row for each line that is given."""
    language, *first = sys.argv[1:]
    for number, line in enumerate(sys.stdin.read().splitlines(), int(first[0]) if first else 1):
        print(json.dumps(row(f"{language}-{number:02}", language, line), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
