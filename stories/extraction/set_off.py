"""Speech that a page sets off by its mark-up alone: who said a quotation below it, and interviews in lists."""

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from stories.text import words_of

MAX_SIGNATURE_CHARACTERS = 90  # characters of who said it, with an office
DASH = "— "  # which style sheets print before a signature
_DASHES = tuple("―—–-")
_LISTS = ("dl", "ol", "ul")
_NAME = re.compile(r"(?:[―—–-]\s*)?[^\W\d_a-z][\w'’-]*\.?\s(?:[\w'’-]+\s){0,2}[^\W\d_a-z]")
_SIGNS = re.compile(r"(?:^|[\s_-])(?:attribution|author|speaker|cite)(?=$|[\s_-])", re.IGNORECASE)
_LABEL = re.compile(r"(?P<name>[^\W\d_a-z][^\n\d:：.!?()]{1,40})[:：]\s*(?=\S|$)")


def set_off_speech(elements: list[HtmlElement]) -> None:
    """Write out in paragraphs what only the mark-up says of speech.

    elements: all of the tree's; those that are made or taken out are put right in the list.
    """
    found = [element for element in elements if element.tag in ("blockquote", *_LISTS)]
    changed = [_sign(box) if box.tag == "blockquote" else _write_turns(box) for box in found]
    if any(changed):
        elements[:] = elements[0].iter()


def _sign(box: HtmlElement) -> bool:
    """Make a paragraph, with a signature's dash, of who said a quotation: what ends it, or its figure's caption."""
    around = box.getparent()
    figure = (
        around if around is not None and around.tag == "figure" and around.find(".//img") is None else None
    )
    signs = list(box.iter("cite", "footer")) or [one for one in box.iter("p") if _names_one(one)]
    signs = signs or ([] if figure is None else figure.findall("figcaption"))
    said = words_of(signs[-1]) if signs else ""
    if not _NAME.match(said) or len(said) > MAX_SIGNATURE_CHARACTERS:
        return False
    if signs[-1] in box.iter() and not words_of(box).endswith(said):
        return False
    signs[-1].drop_tree()
    if box.find(".//p") is None:
        words = box.makeelement("p")
        words.text, box.text = box.text, None
        words.extend(list(box))
        box.append(words)
    line = box.makeelement("p")
    line.text = said if said.startswith(_DASHES) else DASH + said
    box.append(line)
    if figure is not None:
        figure.tag = "div"
    return True


def _names_one(line: HtmlElement) -> bool:
    return bool(_SIGNS.search(line.get("class") or ""))


def _write_turns(box: HtmlElement) -> bool:
    """Make paragraphs of the items of a list that are the turns of an interview: each begins with a name and a colon."""
    turns = _pairs(box) if box.tag == "dl" else [words_of(item) for item in box if item.tag == "li"]
    labels = [found["name"] for turn in turns if (found := _LABEL.match(turn))]
    last_names = Counter(label.split()[-1].casefold() for label in labels)
    by_turns = sum(times > 1 for times in last_names.values()) > 1 and any(map(_asks, turns))
    if len(labels) < len(turns) or not by_turns or not any(" " in label for label in labels):
        return False
    for child in list(box):
        box.remove(child)
    box.tag, box.text = "div", None
    for turn in turns:
        line = box.makeelement("p")
        line.text = turn
        box.append(line)
    return True


def _asks(turn: str) -> bool:
    return turn.rstrip('"”»’')[-1:] in tuple("?？؟")


def _pairs(box: HtmlElement) -> Sequence[str]:
    """The terms of a list of definitions, each with what is said of it."""
    turns: list[str] = []
    for part in box.iter("dt", "dd"):
        if part.tag == "dt" or not turns:
            turns.append(words_of(part))
        else:
            turns[-1] = f"{turns[-1]} {words_of(part)}"
    return turns
