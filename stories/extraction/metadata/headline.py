"""The headline of a page, weighed from its first-level headings, its JSON-LD and its title elements."""

import re
import unicodedata
from collections import Counter, defaultdict
from urllib.parse import unquote, urlsplit

from stories.extraction.document import Document
from stories.extraction.metadata.wordings import wordings
from stories.text import key, plain

_ESCAPED = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|#\d{2,4}|#x[0-9a-f]{2,4});", re.I
)  # twice over
CLEARLY = 0.15  # by how much more of the address a wording must hold than the next one
# What search engines show: its words in the address say nothing of the headline
FOR_SEARCH = {"title", "meta twitter:title"}
TITLES = FOR_SEARCH | {"meta og:title"}  # one field of many systems, where JSON-LD states no headline
# What a wording counts for when others agree with it. The address keeps the wording of the first publication,
# where the visible one may have been changed for effect since.
_WEIGHTS = {
    "h1": 1.5,
    "json-ld headline": 1.2,
    "meta og:title": 0.8,
    "meta twitter:title": 0.2,
    "title": 0.4,
    "url": 2.0,
}


def headline(document: Document) -> tuple[str, str]:
    """The headline and where it stood: the wording that most of its places share, the visible one in doubt."""
    shorn = wordings(document)
    votes: defaultdict[str, float] = defaultdict(float)
    for text, origin in shorn:
        votes[key(text)] += _WEIGHTS[origin]
    best = _in_address(document.url, list(votes))
    places = {origin for text, origin in shorn if key(text) == best}
    visible = next((text for text, origin in shorn if origin == "h1"), "")
    stated = any(origin == "json-ld headline" for _, origin in shorn)
    searched = FOR_SEARCH if stated or not _says_as_much(visible, best) else TITLES
    if not (places <= searched and visible):
        votes[best] += _WEIGHTS["url"]
    spellings = Counter(text for text, _ in shorn)
    chosen, origin = max(
        shorn, key=lambda item: (votes[key(item[0])], spellings[item[0]], len(item[0])), default=("", "")
    )
    return plain(chosen) if _ESCAPED.search(chosen) else chosen, origin


def _says_as_much(visible: str, title: str) -> bool:
    """Whether a heading shares half of its words with a title of the page."""
    said, titled = (set(key(text).split()) for text in (visible, title))
    return 2 * len(said & titled) >= min(len(said), len(titled))


def _in_address(url: str, keys: list[str]) -> str:
    """The wording whose words the address holds clearly more of than of any other."""
    slug = folded(max(re.split(r"[/,]", unquote(urlsplit(url).path)), key=len))
    if len(slug) < 4 or len(keys) < 2:
        return ""
    (second, _), (most, best) = sorted((len(folded(words) & slug) / len(slug), words) for words in keys)[-2:]
    return best if most > 0.5 and most > second + CLEARLY else ""


def folded(text: str) -> set[str]:
    """The words of `text` as addresses spell them: without accents, German umlauts in two letters."""
    plain_letters = unicodedata.normalize("NFD", text.lower().translate(_TWO_LETTERS))
    return set(
        re.findall(r"[^\W_]+", "".join(char for char in plain_letters if not unicodedata.combining(char)))
    )


_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a", "æ": "ae"})
