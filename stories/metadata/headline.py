"""The headline of a page, weighed from its first-level headings, its JSON-LD and its title elements."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from stories.document import Document
from stories.metadata.nodes import first, story_nodes, texts
from stories.text import clean, key, plain, words_of

MAX_H1S = 20
LONGEST = 400  # characters; no headline is longer
ALIKE = 0.5  # share of words that two wordings of one headline have in common
CLEARLY = 0.15  # by how much more of the address a wording must hold than the next one
_SEPARATOR = re.compile(r"\s+[|–—·•»«:›/-]+\s+|:\s+|\s*[|｜ㅣ]\s*|(?<=\w)[-_](?=\w+$)")
# What a wording counts for when others agree with it. The address keeps the wording of the first publication,
# where the visible one may have been changed for effect since.
_WEIGHTS = {
    "h1": 1.5,
    "json-ld headline": 1.2,
    "meta og:title": 0.6,
    "meta twitter:title": 0.2,
    "title": 0.4,
    "url": 2.0,
}


def headline(document: Document) -> tuple[str, str]:
    """The headline and where it stood: the wording that most of its places share, the visible one in doubt.

    Names of the site and of sections around a wording are taken off where another wording goes without them.
    """
    wordings = [(text, origin) for text, origin in _wordings(document) if key(text)]
    names, all_texts = site_names(document), [text for text, _ in wordings]
    shorn = [(_shear(text, all_texts, names), origin) for text, origin in wordings]
    votes: defaultdict[str, float] = defaultdict(float)
    for text, origin in shorn:
        votes[key(text)] += _WEIGHTS[origin]
    votes[_in_address(document.url, list(votes))] += _WEIGHTS["url"]
    spellings = Counter(text for text, _ in shorn)
    return max(
        shorn, key=lambda item: (votes[key(item[0])], spellings[item[0]], len(item[0])), default=("", "")
    )


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


def h1s(tree: HtmlElement) -> list[str]:
    """The texts of the page's first-level headings."""
    found = islice(tree.iter("h1"), MAX_H1S)
    return [text for text in map(words_of, found) if 0 < len(text) <= LONGEST]


def site_names(document: Document) -> set[str]:
    """What the site calls itself, as keys."""
    names = [*document.metas.get("og:site_name", ()), *document.metas.get("application-name", ())]
    names += [name for node in document.nodes for name in texts(node.get("publisher"))]
    host = re.sub(r"^www\.", "", document.url.split("/")[2] if document.url.count("/") > 2 else "")
    return {key(name) for name in (*names, host, host.rsplit(".", 1)[0]) if name}


def _wordings(document: Document) -> Iterator[tuple[str, str]]:
    others = {
        "json-ld headline": first(
            plain(text) for node in story_nodes(document) for text in texts(node.get("headline"))
        ),
        "meta og:title": plain(document.meta("og:title")),
        "meta twitter:title": plain(document.meta("twitter:title")),
        "title": clean(document.tree.findtext(".//title") or ""),
    }
    visible = _visible(
        h1s(document.tree),
        [text for text in others.values() if 0 < len(text) <= LONGEST],
        site_names(document),
    )
    if visible:
        yield visible, "h1"
    for origin, text in others.items():
        if 0 < len(text) <= LONGEST:
            yield text, origin


def _visible(found: list[str], others: list[str], names: set[str]) -> str:
    """The first-level heading that is most like what the page calls itself elsewhere; none that names the site."""
    proper = [text for text in found if key(text) not in names]
    if not others:
        return first(iter(proper))
    likeness = {text: max(_alike(text, other) for other in others) for text in proper}
    best = max(proper, key=lambda text: likeness[text], default="")
    ends_as_site = best and any(
        key(other).endswith(key(best)) and key(other) != key(best) for other in others
    )
    return best if best and (likeness[best] >= ALIKE or (len(proper) == 1 and not ends_as_site)) else ""


def _alike(one: str, other: str) -> float:
    a, b = set(key(one).split()), set(key(other).split())
    return len(a & b) / min(len(a), len(b)) * (len(a & b) / max(len(a), len(b))) ** 0.5 if a and b else 0.0


def _shear(text: str, others: list[str], names: set[str]) -> str:
    """`text` without the site's name around it, and without a section or topic that another wording lacks."""
    known = {key(other) for other in others}
    for separator in reversed(list(_SEPARATOR.finditer(text))):
        head, tail = text[: separator.start()].strip(), text[separator.end() :].strip()
        if key(head) and (key(head) in known or key(tail) in names):
            text = head
        elif key(tail) in known and (key(head) in names or key(tail).count(" ") > 1):
            return tail
    return text
