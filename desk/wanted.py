"""What a list is asked for: the words and the choices of an address's query, each made sure of."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from urllib.parse import urlencode

from desk.words import SearchWords, words_of

ROWS, MOST_ROWS = 50, 1000  # of a page, by default and at most
LAST_PAGE = 10_000
ORDERS = ("newest", "found")
TEXTS = ("outlet", "language", "speaker", "person", "company", "about", "kind", "stance", "state")


@dataclass(slots=True, frozen=True)
class Wanted:
    """The choices. person, company: a whole name; speaker, about: words of one; order: see the kinds of lists."""

    q: str = ""
    outlet: str = ""
    language: str = ""
    speaker: str = ""
    person: str = ""
    company: str = ""
    about: str = ""
    kind: str = ""
    stance: str = ""
    state: str = ""
    since: str = ""
    until: str = ""
    story: int = 0
    order: str = ORDERS[0]
    page: int = 1
    rows: int = ROWS
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def words(self) -> SearchWords:
        """The search."""
        return words_of(self.q)

    @property
    def after(self) -> str:
        """The day after the last one that is wanted."""
        try:
            return (date.fromisoformat(self.until) + timedelta(days=1)).isoformat()
        except OverflowError:
            return self.until

    @property
    def chosen(self) -> dict[str, object]:
        """What is not as it is by default, but for the page."""
        names = [one.name for one in fields(self) if one.name not in ("notes", "page")]
        return {name: value for name in names if (value := getattr(self, name)) != DEFAULTS[name]}

    def query(self, **changed: object) -> str:
        """The query of an address that asks for the same, but for what is changed; with its question mark."""
        kept = {"page": self.page, **self.chosen, **changed}
        pairs = {name: value for name, value in kept.items() if value != DEFAULTS.get(name)}
        return f"?{urlencode(pairs)}" if pairs else ""


DEFAULTS = {one.name: one.default for one in fields(Wanted)}


def wanted(query: Mapping[str, str]) -> Wanted:
    """The choices of a query. What means nothing is left out, and `notes` says so in a sentence each."""
    notes: list[str] = []
    texts = {name: " ".join(query.get(name, "").replace("\0", "").split())[:400] for name in ("q", *TEXTS)}
    days = {name: _day(name, query.get(name, ""), notes) for name in ("since", "until")}
    order = query.get("order", ORDERS[0])
    return Wanted(
        **texts,
        **days,
        story=_whole(query.get("story", ""), 0, 10**15),
        order=order if order in ORDERS else ORDERS[0],
        page=_whole(query.get("page", ""), 1, LAST_PAGE),
        rows=_whole(query.get("rows", ""), ROWS, MOST_ROWS) or ROWS,
        notes=tuple(notes),
    )


def _day(name: str, text: str, notes: list[str]) -> str:
    text = text.strip()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        notes.append(f"“{text[:40]}” is no date and was left out of “{name}”: write it as 2026-11-01.")
        return ""


def _whole(text: str, otherwise: int, most: int) -> int:
    known = text.isascii() and text.isdecimal() and len(text) < 18
    return min(int(text), most) if known and int(text) else otherwise
