"""The lines of a page that a printed date may stand in."""

import re

from lxml.html import HtmlElement

from stories.dates.calendars import tidy
from stories.dates.moment import Clues
from stories.dates.positions import HEADINGS, beginning
from stories.dates.printed import find_printed

MAX_LINE_CHARACTERS = 110  # characters of a line that a date is looked for in: beyond it stands prose
LABEL = 25  # characters before a date in which its label is looked for
DIGITS = re.compile(
    r"\d{4}|[〇○零一二三四五六七八九]{4}年|\d[./-]\s?\d{1,2}[./-]\s?\d\d|['’]\d\d|\d\s?[월月]|\d\s[^\W\d]{3,10}\s\d\d\b|\d\s?[\u0e00-\u0e7f.]{3,12}\s?\d\d\b"
)
DATELINE = re.compile(
    r"((?:[A-ZÄÖÜÉ][\w.'-]*[\s,/(]{1,3}){1,4}(?:den )?\d[^\n:–—]{4,18}?\d{4}\)?)\s?[.:–—|-](?=\s)"
)


def line_of(holder: HtmlElement | None, text: str) -> str:
    """The line that a piece of text stands in: its element, or the box around it, while they are short."""
    line = text if len(text) <= MAX_LINE_CHARACTERS else dateline(text)
    for _ in range(2):
        if (
            holder is None
            or holder.tag == "body"
            or next(holder.iterdescendants(*HEADINGS), None) is not None
        ):
            break
        whole = beginning(holder, MAX_LINE_CHARACTERS + 1)
        if len(whole) > MAX_LINE_CHARACTERS:
            break
        above = holder.getparent()
        line, holder = whole, None if above is None or above.tag in HEADINGS else above
    return line


def dateline(text: str) -> str:
    """The place and day that prose opens with, "Nowhere, 12 May 2019. The council ..."; empty where it does not."""
    opening = DATELINE.match(text[:MAX_LINE_CHARACTERS])
    return opening[1] if opening and len(find_printed(tidy(opening[1]), Clues())) == 1 else ""
