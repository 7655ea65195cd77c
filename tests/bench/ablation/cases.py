"""The known cases of each room: pages whose body or day is known, texts whose attributions are, each with its site."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

from stories.dates import choose_dates
from stories.extraction import reading
from stories.extraction.document import UnreadableError, parse
from stories.extraction.metadata.authors import authors
from stories.extraction.metadata.dates import date_candidates
from stories.extraction.metadata.headline import headline
from stories.extraction.metadata.language import stated_language
from stories.outlet import Outlet
from stories.page import Page
from stories.quotes import find_quotes
from stories.text import key
from tests import corpora
from tests.gold import pages as gold
from tests.gold import quotes as passages

UNKNOWN = Outlet()
SETS = {
    "body": ("gold", "aeb", "fundus", "wcxb"),
    "dates": ("gold", "fundus", "traf", "htmldate", "wcxb"),
    "headlines": ("gold", "fundus", "traf", "wcxb"),
    "authors": ("gold", "fundus", "traf", "wcxb"),
    "quotes": ("gold", "dev", "german_dev", "german_train"),
}


@dataclass(frozen=True)
class Case:
    """site: whose page or text it is. score: how right it is read now: 1 right, 0 blank, -1 wrong, or an F1."""

    site: str
    score: Callable[[], float]


def cases(room: str, sets: tuple[str, ...]) -> list[Case]:
    """The cases of a room in the sets that are at hand."""
    return [case for name in sets for case in READERS[room](name)]


def _pages(name: str, field: str) -> Iterator[tuple[str, Page, str]]:
    """The pages of a set of which a field is known: (site, page, truth)."""
    if name == "gold":
        for row in gold.rows():
            if not row.get("reject") and row.get(field):
                yield row["id"], gold.page(row), row[field]
    elif (corpora.CORPORA / name).is_dir():
        for row, page in corpora.pages(name):
            if row.get(field):
                yield urlsplit(row["url"]).netloc.removeprefix("www."), page, row[field]


def _bodies(name: str) -> Iterator[Case]:
    for site, page, body in _pages(name, "body"):
        yield Case(site, partial(_body_score, page, body))


def _body_score(page: Page, truth: str) -> float:
    return gold.body_f1(truth, reading.read(page, UNKNOWN).body)


def _days(name: str) -> Iterator[Case]:
    for site, page, published in _pages(name, "published"):
        yield Case(site, partial(_day_score, page, published[:10]))


def _day_score(page: Page, truth: str) -> float:
    """A wrong day costs more than none. Only what dates need is read of the page."""
    try:
        document = parse(page)
    except UnreadableError:
        return 0.0
    found = date_candidates(document, headline(document)[0])
    fetched = max(page.fetched, datetime(2026, 1, 1, tzinfo=UTC))
    dates = choose_dates(found, UNKNOWN, fetched, stated_language(document) or None)
    chosen = next((date for date in dates if date.chosen and date.field == "published"), None)
    if chosen is None:
        return 0.0
    return 1.0 if truth in ((chosen.printed or "")[:10], (chosen.value or "")[:10]) else -1.0


def _headlines(name: str) -> Iterator[Case]:
    for site, page, title in _pages(name, "title"):
        yield Case(site, partial(_headline_score, page, title))


def _headline_score(page: Page, truth: str) -> float:
    try:
        return float(key(headline(parse(page))[0]) == key(truth))
    except UnreadableError:
        return 0.0


def _signers(name: str) -> Iterator[Case]:
    for site, page, names in _pages(name, "authors"):
        yield Case(site, partial(_author_score, page, frozenset(map(key, names))))


def _author_score(page: Page, truth: frozenset[str]) -> float:
    try:
        found = frozenset(map(key, authors(parse(page), "", UNKNOWN)[0]))
    except UnreadableError:
        return 0.0
    return 2 * len(found & truth) / (len(found) + len(truth))


def _texts(name: str) -> Iterator[Case]:
    """A document of German Wikinews is its own site: that one source has them all."""
    if name == "gold":
        for language in passages.LANGUAGES:
            for row in passages.rows(language):
                yield Case(row["id"], partial(_quote_score, row, language))
    elif (corpora.CORPORA / "quotes").is_dir():
        language = "de" if name.startswith("german") else "en"
        for row in corpora.quotes(name):
            yield Case(row.get("publisher") or row["id"], partial(_quote_score, row, language))


def _quote_score(row: dict[str, Any], language: str) -> float:
    """F1 of the attributions whose content is right to the word and whose source shares a word with the true one."""
    text = row["text"]
    told = {_words(text, one["content"]): _words(text, one["source"]) for one in row["attributions"]}
    read = {
        _words(text, quote.content): _words(text, [quote.source] if quote.source else [])
        for quote in find_quotes(text, language)
    }
    right = sum(
        content in read and bool(read[content] & source or read[content] == source)
        for content, source in told.items()
    )
    return 2 * right / (len(told) + len(read)) if told or read else 1.0


def _words(text: str, spans: Any) -> frozenset[int]:
    return frozenset(start for a, b in spans for start in _starts(text) if a <= start < b)


@cache
def _starts(text: str) -> tuple[int, ...]:
    return tuple(word.start() for word in passages.WORD.finditer(text))


READERS: dict[str, Callable[[str], Iterator[Case]]] = {
    "body": _bodies,
    "dates": _days,
    "headlines": _headlines,
    "authors": _signers,
    "quotes": _texts,
}
