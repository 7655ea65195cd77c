"""The wordings that a page gives its headline: first-level headings, JSON-LD, title elements."""

import re
from itertools import islice

from lxml.html import HtmlElement

from stories.document import Document
from stories.metadata.nodes import first, story_nodes, texts
from stories.text import clean, key, plain, words_of

MAX_H1S = 20
LONGEST = 400  # characters; no headline is longer
ALIKE = 0.5  # share of words that two wordings of one headline have in common
_SEPARATOR = re.compile(r"\s+[|–—·•»«:›/-]+\s+|:\s+|\s*[|｜ㅣ]\s*|(?<=\w)[-_](?=\w+$)")


def h1s(tree: HtmlElement) -> list[str]:
    """The texts of the page's first-level headings."""
    found = islice(tree.iter("h1"), MAX_H1S)
    return [text for text in map(words_of, found) if 0 < len(text) <= LONGEST]


def site_names(document: Document) -> set[str]:
    """What the site calls itself, as keys."""
    names = [*document.metas.get("og:site_name", ()), *document.metas.get("application-name", ())]
    names += [name for node in document.nodes for name in texts(node.get("publisher"))]
    host = _host(document)
    return {key(name) for name in (*names, host, host.rsplit(".", 1)[0]) if name}


def _host(document: Document) -> str:
    return re.sub(r"^www\.", "", document.url.split("/")[2] if document.url.count("/") > 2 else "")


def wordings(document: Document) -> list[tuple[str, str]]:
    """The wordings of the page's headline with where they stand, the visible one first."""
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
    return [(text, origin) for origin, text in {"h1": visible, **others}.items() if 0 < len(text) <= LONGEST]


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


def shear(found: list[tuple[str, str]], document: Document) -> list[tuple[str, str]]:
    """The wordings without the site's name around them, and without a section or topic that another one lacks."""
    names, all_texts = site_names(document), [text for text, _ in found]
    return [(_shorn(text, all_texts, names), origin) for text, origin in found]


def _shorn(text: str, others: list[str], names: set[str]) -> str:
    known = {key(other) for other in others}
    for separator in reversed(list(_SEPARATOR.finditer(text))):
        head, tail = text[: separator.start()].strip(), text[separator.end() :].strip()
        if key(head) and (key(head) in known or key(tail) in names):
            text = head
        elif key(tail) in known and (key(head) in names or key(tail).count(" ") > 1):
            return tail
    return text
