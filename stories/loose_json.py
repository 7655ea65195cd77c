"""JSON as sites write it by hand: with raw line breaks, in comments, escaped as HTML, a comma behind the last item."""

import html
import json
import re
from contextlib import suppress
from functools import partial

_DEBRIS = re.compile(
    r"^\s*(?:<!--|(?://\s*)?<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|(?://\s*)?\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$"
)
_LAST_COMMA = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")|,(?=\s*[\]}])', re.DOTALL)


def load_json(text: str) -> object:
    """What such a text says; None where it cannot be read."""
    clean = partial(_DEBRIS.sub, "")
    for mended in (str, clean, html.unescape, lambda text: _LAST_COMMA.sub(r"\1", clean(text))):
        with suppress(ValueError, RecursionError):
            return json.loads(mended(text), strict=False)
    return None
