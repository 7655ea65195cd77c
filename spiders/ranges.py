"""What a worker makes of an archive: where in it pages lie, and what the pages at some of these places say.

The worker opens the file itself, so that no page passes through the main process. It runs `walk` and `read_range`.
"""

import re
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from mimetypes import MimeTypes

from spiders.captured_page import leads_away, page_of
from spiders.period import within
from store.about import about
from store.location import Location
from store.story_rows import told_by
from store.warc import ArchiveError, Beside, Capture, Reached, captures, read_capture
from stories.entries import Entry
from stories.identity.urls import belongs_to, canonical_url, is_story, outlet_of
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from stories.recognition import Recognised, is_centres, recognise
from stories.sites import host_of, is_within

WALKED = 64  # pages met by one walk: some seconds of reading
READ = (200, 203, 206)  # RFC 9110, 15.3: pages as they are, as a proxy changed them, and parts of them
PART = 206
KINDS = ("html", "text/plain", "multipart/related", "message/rfc822", "mimearchive")  # that may hold a page
# What sites keep for programs (RFC 9309, RFC 8615), which each own archive holds
FOR_PROGRAMS = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|llms)\.txt(?:[?#]|$)|/\.well-known/", re.IGNORECASE
)
ENDS = {signal.ITIMER_REAL: signal.SIGALRM, signal.ITIMER_PROF: signal.SIGPROF}  # setitimer(2)
NAMES = MimeTypes()  # of its own: what the machine knows beside is not asked


@dataclass(slots=True, frozen=True)
class Scan:
    """What a run asks for of archives.

    outlets: whose pages are read by their facts. since, until: ISO dates, empty where open. domains: hosts whose pages,
    and whose subdomains', are read; none: all. query: what headline and body are to match, as `store.about` takes it;
    empty: anything. seconds: that a page may take. longest: characters of an address. patience: seconds after which a
    page that leads elsewhere does so at once.
    """

    outlets: tuple[Outlet, ...] = ()
    since: str = ""
    until: str = ""
    domains: tuple[str, ...] = ()
    query: str = ""
    seconds: float = 0
    longest: int = 0
    patience: int = 0

    def takes(self, url: str) -> bool:
        """Whether an address lies in the domains."""
        return not self.domains or is_within(host_of(url), self.domains)

    def is_about(self, title: str, body: str) -> bool:
        """Whether a text has what is asked for."""
        return not self.query or about(self.query).matches(title, body)


@dataclass(slots=True)
class Walked:
    """What was met on a part of the way through an archive.

    places: of the pages to read. pages: how many there are, those that were not asked for too. known_by: what a revisit
    may name the captures by. others: captures that are no page, by status and kind. beside: records that stand for a
    page. told: what cannot be read. failed: why nothing more can. reached: where to go on; None at the end.
    """

    places: list[int] = field(default_factory=list)
    pages: int = 0
    known_by: list[str] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    beside: list[Beside] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    failed: str = ""
    reached: Reached | None = None


@dataclass(slots=True)
class Came:
    """What became of the page at a place: a story, or a page of the Resource Centre and what it is.

    apart: it is to be asked for by itself, since it is no plain page, or reading it failed. left_out: by its date. read:
    whether it was read. With none of these it is no page that was asked for.
    """

    place: int
    story: Story | None = None
    page: Page | None = None
    centres: Recognised | None = None
    apart: bool = False
    left_out: bool = False
    read: bool = True


def may_be_page(kind: str, url: str) -> bool:
    """Whether what is of a media type may be a page: mark-up, plain text, a page that a browser saved (MHTML)."""
    return any(name in kind.lower() for name in KINDS) and not FOR_PROGRAMS.search(url)


def walk(path: Location, reached: Reached, scan: Scan) -> Walked:
    """The pages that come next in an archive. Of CPU it may take as much as that many pages may take to be read; waiting
    for a server counts for nothing.
    """
    with limited(scan.seconds * WALKED, signal.ITIMER_PROF):
        return _walk(path, reached, scan)


def _walk(path: Location, reached: Reached, scan: Scan) -> Walked:
    walked, met = Walked(), 0
    try:
        for capture in captures(path, walked.told.append, walked.beside.append, reached):
            met += 1
            _meet(walked, capture, scan)
            if met >= WALKED and capture.offset >= 0:  # a file packed as a whole is gone through at once
                walked.reached = reached
                break
    except ArchiveError as error:
        walked.failed = str(error)
    walked.beside = [one for one in walked.beside if scan.takes(one.url)]
    return walked


def _meet(walked: Walked, capture: Capture, scan: Scan) -> None:
    walked.known_by += capture.known_by
    kind = (capture.header("Content-Type") or "html").lower()
    if capture.status not in READ or not may_be_page(kind, capture.url):
        walked.others[f"HTTP {capture.status} {kind}"] += 1
        return
    walked.pages += 1
    if scan.takes(capture.url):
        walked.places.append(capture.offset)


def read_range(path: Location, places: list[int], scan: Scan) -> list[Came]:
    """What the pages at these places say; a page that takes too long ends the worker."""
    return [_came(path, place, scan) for place in places]


def _came(path: Location, place: int, scan: Scan) -> Came:
    try:
        capture = read_capture(path, place)
        with limited(scan.seconds):
            return _read(capture, scan)
    except Exception:  # noqa: BLE001 -- read by itself, it says what is wrong
        return Came(place, apart=True)


@contextmanager
def limited(seconds: float, clock: int = signal.ITIMER_REAL) -> Iterator[None]:
    """End this process where it takes longer, wherever it is then; no more than that ends what hangs in a library.

    clock: that is counted by, as `signal.setitimer` takes it.
    """
    signal.signal(ENDS[clock], signal.SIG_DFL)
    signal.setitimer(clock, seconds)
    try:
        yield
    finally:
        signal.setitimer(clock, 0)


def _read(capture: Capture, scan: Scan) -> Came:
    """What a page says, and whether it was asked for."""
    outlet = outlet_of(capture.url, scan.outlets)
    try:
        if not _may_be_story(canonical_url(capture.url, outlet), outlet):
            return Came(capture.offset, read=False)
        page = page_of(capture, outlet)
        apart = _is_apart(capture, page, scan)
    except ValueError:  # it is no address
        apart = True
    if apart:  # what cannot be read cannot be found to be what is asked for
        return Came(capture.offset, apart=not scan.query, read=False)
    if is_centres(page.url):
        return _read_centres(capture.offset, page, scan)
    return _read_story(capture, page, scan)


def _read_story(capture: Capture, page: Page, scan: Scan) -> Came:
    outlet = outlet_of(page.url, scan.outlets)
    told = told_by(page, outlet, False)
    reading = told.reading
    if scan.query and (reading.refused or not scan.is_about(reading.title, reading.body)):
        return Came(capture.offset)
    published = next(
        (one.value for one in told.resolved or () if one.chosen and one.field == "published"), None
    )
    if not within(published, scan.since, scan.until):
        return Came(capture.offset, left_out=True)
    reading.candidates, reading.spoken = [], []  # they are among the dates, judged
    named = [(capture.url, "feed")] if capture.url != page.url else []
    story = Story(page.without_payload(), outlet, addresses=named, told=told)  # type: ignore[arg-type]
    return Came(capture.offset, story=story)


def _read_centres(place: int, page: Page, scan: Scan) -> Came:
    found = recognise(page)
    kept = page.without_payload()
    found.entries = [replace(entry, page=kept) for entry in found.entries if is_asked_for(entry, scan)]
    if scan.query and not found.entries:
        return Came(place)
    return Came(place, page=kept, centres=found)


def is_asked_for(entry: Entry, scan: Scan) -> bool:
    """Whether an entry has what is asked for."""
    return scan.is_about(entry.title, "\n\n".join(entry.excerpt))


def _may_be_story(canonical: str, outlet: Outlet) -> bool:
    """Whether an address may be a story's, as a spider of any outlet has it."""
    elsewhere = bool(outlet.domains) and not belongs_to(canonical, outlet)
    return elsewhere or is_story(canonical, outlet)


def _is_apart(capture: Capture, page: Page, scan: Scan) -> bool:
    """Whether a page is not whole, its address none that is asked for as it is, or it leads to another."""
    if capture.cut or capture.status == PART or (scan.longest and len(page.url) > scan.longest):
        return True
    outlet = outlet_of(page.url, scan.outlets)
    return not _may_be_story(canonical_url(page.url, outlet), outlet) or leads_away(
        page.payload, scan.patience
    )
