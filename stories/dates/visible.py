"""Dates that a page prints for its readers: near the headline, behind a label, in elements named for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from stories.dates.calendars import tidy
from stories.dates.distances import find_ago
from stories.dates.evidence import Candidate, Field
from stories.dates.labels import says
from stories.dates.lines import DIGITS, LABEL, MAX_LINE_CHARACTERS, line_of
from stories.dates.moment import Clues
from stories.dates.positions import HEADINGS, Positions
from stories.dates.printed import Found, find_printed, read_month
from stories.dates.prose import is_sentence
from stories.dates.times import beside_headline, cost, stated_attributes, time_elements

CROWD = 1000  # dated lines of a page that are looked at
MAX_CANDIDATES = 6  # candidates of one kind and page
FAR_ABOVE = 25  # elements before the headline within which an element named for dates holds the story's
CLOSE = 20  # elements after it within which even a box named for other stories holds the date of this one
OPENING = 12  # characters that may stand before a date which a line opens with
ABOUT = 60  # characters that may stand beside such a date: the author, the place, the section

DIGIT = re.compile(r"\d")
NAMED = re.compile(
    r"(?:^|[\s_-])(?:date|datum|time|timestamp|datetime|published|pubdate|posted|publish|fecha|data|meta|postmeta|created|info"
    r"|author|autor|by-?line)"
    r"|Date\b",
    re.IGNORECASE,
)
NO_DATE = re.compile(
    r"©|copyright|\(c\)|\b(?:founded in|established in|founded (?=\d)|gegründet|fondée? en|fundad[oa] en)\b"
    r"|aktuelle zeit|current (?:time|date)|registriert|joined|member since|geboren|born\b|\*\s?\d"
    r"|expires"
    r"|(?:gültig|verfügbar) bis|available until|disponible (?:hasta|jusqu)|deadline|isbn"
    r"|\bvalid (?:until|through|till|to)\b|действител\w+ до|válid[oa] hasta|valable jusqu",
    re.IGNORECASE,
)
NO_DATE_AT_START = re.compile(
    r"(?:quelle|source|fuente|fonte|bron)n?\b|(?:photo|picture|image)s? (?:taken|of|from)\b"
    r"|(?:file|archive|stock|library) (?:photo|picture|image)"
    r"|(?:termine?|wann|when|cuándo|quand|quando|beginn|start|anmelde\w+|einsende\w+|bewerbungs\w+"
    r"|(?:date|fecha|data) (?:of|de[l']?|do) (?:the )?(?:event|l'événement|evento)|wanneer|kiedy|etkinlik tarihi|ne zaman"
    r"|waktu acara|kapan|thời gian diễn ra|lini|когда|коли|дата (?:проведения|события|заходу)|πότε|موعد(?: الفعالية)?"
    r"|زمان برگزاری|מתי|מועד האירוע|कब|วันที่จัดงาน|活动(?:时间|日期)|活動(?:時間|日期)|开始时间|截止(?:日期|时间)"
    r"|開催日時?|日時|締切|일시|행사일|마감일?)\s?[:：]",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*[|·•–—]\s*|,\s")  # "By A. Name · 2 hours ago"
TITLE_PARTS = re.compile(r"\s[|:·•»]+\s|[()]|(?<!\d)(?<!\d\.)\s[–—-]+\s|\s[–—-]+\s(?!\d)")  # no range of days
PARAGRAPHS = frozenset({"p", "li", "dd"})
INLINE = frozenset(
    {"a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "span", "strong", "sub", "sup", "u"}
)
RANKS = ("label", "headline", "class", "page")


@dataclass(slots=True, frozen=True)
class DatedLine:
    """A line with a date. distance: elements after the headline, negative before it; beside: characters without it."""

    element: HtmlElement
    text: str
    found: tuple[Found, ...]
    distance: int
    beside: int

    @property
    def labelled(self) -> bool:
        """Whether a word such as "Published" stands right before one of the dates."""
        text = tidy(self.text)
        return any(says(text[max(0, one.start - LABEL) : one.start]) for one in self.found)

    @property
    def dominant(self) -> bool:
        """Whether the line is mostly its date, or opens with it."""
        return _leads(self.text, self.found)

    @property
    def days(self) -> set[str]:
        """The days that it shows."""
        return {one.moment.value for one in self.found if one.moment.value and one.moment.precision == "day"}


def visible_dates(tree: HtmlElement, headline: str = "") -> list[Candidate]:
    """The printed dates that may be the story's, the likeliest first; the tree is without scripts and comments.

    headline: the story's, where it is known; else the heading that the page's title repeats is looked for.
    Origins: `time[datetime]` and `time` close to the headline, `time away` elsewhere; `visible label` (behind
    "Published"), `visible headline` (close to it), `visible class` (in an element named for dates), `visible page`
    (the only day that the page prints, away from prose, comments and other stories), `visible title` (a part of its own
    of the page's title).
    """
    positions = Positions(tree, headline)
    times = sorted(islice(time_elements(tree, positions), CROWD), key=lambda one: one[0])
    found = (_dated_line(element, holder, text, positions) for element, holder, text in _texts(positions))
    dated_lines = list(islice((dated_line for dated_line in found if dated_line), CROWD))
    alone = (
        len({day for dated_line in dated_lines if dated_line.beside <= ABOUT for day in dated_line.days}) == 1
    )
    ranked = sorted((r for s in dated_lines if (r := _ranked(s, positions, alone))), key=lambda one: one[:2])
    lines = [
        candidate
        for rank, _, dated_line in ranked
        for candidate in _candidates(dated_line, f"visible {RANKS[rank]}")
    ]
    stamps = [candidate for _, found in times for candidate in found]
    stamps += islice(stated_attributes(positions), MAX_CANDIDATES)
    return [
        *dict.fromkeys(stamps[: 3 * MAX_CANDIDATES]),
        *list(dict.fromkeys(lines))[:MAX_CANDIDATES],
        *_titled(tree),
    ]


def _titled(tree: HtmlElement) -> Iterator[Candidate]:
    """The part of the page's title that is nothing but a date."""
    for part in TITLE_PARTS.split((tree.findtext(".//title") or "")[: 4 * MAX_LINE_CHARACTERS]):
        found = find_printed(tidy(part), Clues()) if DIGITS.search(part) else []
        if len(found) == 1 and len(part) - (found[0].end - found[0].start) <= OPENING:
            yield Candidate("published", " ".join(part.split()), "visible title")


def _texts(positions: Positions) -> Iterator[tuple[HtmlElement, HtmlElement | None, str]]:
    """The pieces of text with digits or near the headline: (what they stand in or behind, their box, text)."""
    for element in positions.order:
        text, tail = element.text, element.tail
        if text and not text.isspace() and (DIGIT.search(text) or positions.near(element)):
            yield element, element, text
        if tail and not tail.isspace() and (DIGIT.search(tail) or positions.near(element)):
            yield element, element.getparent(), tail


def _dated_line(
    element: HtmlElement, holder: HtmlElement | None, text: str, positions: Positions
) -> DatedLine | None:
    if holder is None or len(text) > 4 * MAX_LINE_CHARACTERS or holder.tag == "time":
        return None
    dated = bool((DIGIT.search(text) or "年" in text) and DIGITS.search(text))
    if not dated and not (positions.near(element) and find_ago(text.strip())):
        return None
    text = " ".join(text.split())
    if tells_no_date(text) or positions.unread(holder):
        return None
    words = line_of(holder, text)
    if words != text and tells_no_date(words):  # said of the box around a line, or of the line's own words
        words = "" if holder.tag in INLINE or len(text) > MAX_LINE_CHARACTERS else text
    if not dated:
        words = next(filter(find_ago, ASIDE.split(words)), words)
    found = find_printed(tidy(words), Clues()) if dated and words else []
    if words != text and (own := _alone(text, holder)) and not _leads(words, found):
        words, found = text, own
    found = found or _month(words, holder, positions)
    if not words or (dated and not found):
        return None
    beside = len(words) - sum(one.end - one.start for one in found)
    dated_line = DatedLine(holder, words, tuple(found), positions.distance(element), beside)
    if is_sentence(tidy(words), [(one.start, one.end) for one in found], holder.tag in HEADINGS):
        return None
    known = dated_line.labelled or NAMED.search(positions.name(holder))
    return None if words == text and not known and _in_sentence(element, holder) else dated_line


def _alone(text: str, holder: HtmlElement) -> list[Found]:
    """The dates in the words of an element that is a line of its own, and holds little else."""
    if holder.tag in INLINE or len(holder) or len(text) > ABOUT:
        return []
    return find_printed(tidy(text), Clues())


def _leads(words: str, found: Sequence[Found]) -> bool:
    """Whether a line is mostly its date, or opens with it."""
    beside = len(words) - sum(one.end - one.start for one in found)
    opens = bool(found) and found[0].start <= OPENING
    return beside <= (MAX_LINE_CHARACTERS if opens else ABOUT)


def _month(words: str, holder: HtmlElement, positions: Positions) -> list[Found]:
    """A month and its year, in an element close to the headline that is named for dates and holds nothing else."""
    if not positions.near(holder) or not NAMED.search(positions.name(holder)):
        return []
    moment = read_month(tidy(words), Clues())
    return [Found(moment, 0, len(words))] if moment and moment.precision == "month" else []


def tells_no_date(text: str) -> bool:
    """Whether the words of a line say that its date is no story's: of an event, a deadline, a copyright."""
    return bool(NO_DATE_AT_START.match(text) or NO_DATE.search(text))


def _in_sentence(element: HtmlElement, holder: HtmlElement) -> bool:
    """Whether a piece of a long paragraph goes on in a link or in emphasis, before it or behind."""
    after = next(iter(element), None) if element is holder else element.getnext()
    before = element if element is not holder else None
    return holder.tag in PARAGRAPHS and any(one is not None and one.tag in INLINE for one in (before, after))


def _ranked(dated_line: DatedLine, positions: Positions, alone: bool) -> tuple[int, int, DatedLine] | None:
    """Rank, cost within it, and the line, if it may be the story's."""
    rank = _rank(dated_line, positions, alone)
    far = cost(dated_line.distance) + (0 if dated_line.found else 1000)  # a day beats "two hours ago"
    return (RANKS.index(rank), far, dated_line) if rank else None


def _rank(dated_line: DatedLine, positions: Positions, alone: bool) -> str:
    """Which kind of printed date a line has, empty for none that counts."""
    anchored, near = positions.anchor is not None, positions.near(dated_line.element)
    named, after = bool(NAMED.search(positions.name(dated_line.element))), dated_line.distance >= 0
    above = anchored and named and bool(dated_line.found) and -FAR_ABOVE <= dated_line.distance < 0
    box = (
        dated_line.element.getparent() if above else dated_line.element
    )  # a "teaser-date" of its own is the story's
    others = box is not None and positions.of_others(box)
    close = anchored and -3 <= dated_line.distance <= CLOSE and not positions.below_text(dated_line.element)
    listed = dated_line.element.tag == "li" or any(
        up.tag == "li" for up in islice(dated_line.element.iterancestors(), 2)
    )
    if others and (not close or (listed and beside_headline(dated_line.element))):
        return ""
    if any(one.moment.precision == "month" for one in dated_line.found):
        return "page"
    if dated_line.labelled and (near or after):
        return "label"
    if (near or above) and dated_line.dominant:
        return "headline"
    if not dated_line.found or not after:
        return ""
    if named and dated_line.beside <= ABOUT:
        return "class"
    return "page" if alone and dated_line.beside <= ABOUT else ""


def _candidates(dated_line: DatedLine, origin: str) -> Iterator[Candidate]:
    """The line as published, as modified, or as both, by the labels before its dates."""
    text, last, labels = tidy(dated_line.text), 0, set()
    for one in dated_line.found:
        label = says(text[last : one.start])
        if label or "modified" not in labels:
            labels.add("modified" if label == "modified" else "published")
        last = one.end
    fields: tuple[Field, ...] = ("published", "modified")
    for field in fields:
        if field in labels or (not labels and field == "published"):
            yield Candidate(field, dated_line.text, origin)
