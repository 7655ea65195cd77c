"""Which language a text is written in, and which one a page of the Centre speaks.

Apart from `stories/extraction/metadata/language.py`: an excerpt is short and in one of
few languages, so the choice is among those.
"""

import re

from stories.identity.urls import unwrapped
from stories.language_model import model_among

CODES = frozenset({"en", "es", "fr", "pt", "de", "ru", "zh", "ja", "ko", "ar", "tr", "it", "id"})
MIN_LETTERS = 20  # letters; fewer say nothing
PATH = re.compile(
    r"https?://[^/]+/(?P<code>en|es|fr|pt|de|ru|zh-hans|zh-hant|ja|ko|ar|my|tr)(?:/|$)", re.IGNORECASE
)
BURMESE = re.compile("[\u1000-\u109f]")


def language_of(text: str) -> str:
    """The BCP 47 code of the text's language among the Centre's; empty for a text too short to tell."""
    if len(BURMESE.findall(text)) * 2 > len(text):
        return "my"
    wide = sum(ord(character) > 0x2E80 for character in text)
    if len(text) + 3 * wide < MIN_LETTERS:
        return ""
    return str(model_among(CODES).classify(text[:2000])[0])


def page_language(url: str, stated: str) -> str:
    """The interface language: the first part of the address, else what the page states in `lang`."""
    match = PATH.match(unwrapped(url))
    code = match["code"] if match else stated.strip()
    main, _, script = code.partition("-")
    return (
        f"{main.lower()}-{script.title()}"
        if main.lower() == "zh" and script.lower() in ("hans", "hant")
        else main.lower()
    )
