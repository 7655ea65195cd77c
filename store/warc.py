"""WARC files (ISO 28500): what was fetched, kept as the proof of every record."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from store.capture import ArchiveError, Beside, Capture, capture_of
from store.location import Location, opened
from store.members import DamagedError
from store.revisits import record_in
from store.wacz import stretches
from store.warc_records import Progress, Record, records

__all__ = [
    "ArchiveError",
    "Beside",
    "Capture",
    "Reached",
    "as_of",
    "captures",
    "described",
    "newest",
    "read_capture",
]
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Reached:
    """How far an archive was read: in which of its stretches (a WACZ has several), how far in that, and whether any
    record was met.
    """

    stretch: int = 0
    progress: Progress = field(default_factory=Progress)
    read: bool = False


def captures(
    path: Location,
    lost: Callable[[str], None] = log.warning,
    beside: Callable[[Beside], None] = lambda _: None,
    mark: Reached | None = None,
) -> Iterator[Capture]:
    """Every HTTP answer in a WARC file, in its order; of a record that is not whole nothing.

    lost: is told, in a sentence, what of the file cannot be read: a record, or all from some byte on, as where a run was
    killed or a copy was cut short. beside: is told of what stands for a page and holds none. mark: where to begin; who
    stops behind a capture whose `offset` is 0 or more goes on there with the same mark.
    Raises ArchiveError where the file is missing, or no WARC file.
    """
    at = mark or Reached()
    told: list[str] = []
    try:
        with opened(path) as file:
            for number, stretch in enumerate(stretches(file)):
                if number < at.stretch:
                    continue
                if number > at.stretch:
                    at.stretch, at.progress = number, Progress()
                for record in records(stretch, lambda what: told.append(f"{path}: {what}"), at.progress):
                    at.read = True
                    _tell(told, lost)
                    yield from _answers(path, record, told.append, beside)
                    _tell(told, lost)
    except DamagedError as error:
        raise ArchiveError(f"cannot read the archive {path}: {error}") from error
    except OSError as error:
        raise ArchiveError(f"cannot read the archive {path}: {error.strerror or error}") from error
    if not at.read and told:
        why = told[0].removeprefix(f"{path}: ")
        raise ArchiveError(f"{path} is no WARC file that can be read by record ({why})")
    if not at.read:
        raise ArchiveError(f"{path} holds no record: it is empty, or no WARC file")
    _tell(told, lost)


def _tell(told: list[str], lost: Callable[[str], None]) -> None:
    while told:
        lost(told.pop(0))


def _answers(
    path: Location, record: Record, lost: Callable[[str], None], beside: Callable[[Beside], None]
) -> Iterator[Capture]:
    """The answer in a record, where it holds one."""
    try:
        found = capture_of(path, record)
        if isinstance(found, Capture):
            yield found
        elif found:
            beside(found)
    except ArchiveError as error:
        lost(f"{path}: the record at byte {record.place} is left out: {error}")


def as_of(text: str) -> datetime:
    """The time that an ISO 8601 text says, UTC where it names no zone. Raises ValueError where it is none."""
    told = datetime.fromisoformat(text)
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC)


def described(path: Location) -> str:
    """The `warcinfo` record that a WARC file begins with; empty where there is none, or no WARC file."""
    try:
        with opened(path) as file:
            for stretch in stretches(file):
                for record in records(stretch, lambda _: None):
                    head, _, block = record.data.partition(b"\r\n\r\n")
                    info = re.search(rb"^warc-type:\s*warcinfo\s*$", head, re.IGNORECASE | re.MULTILINE)
                    return block.decode("utf-8", "replace") if info else ""
    except (OSError, DamagedError):
        pass
    return ""


def read_capture(path: Location, offset: int) -> Capture:
    """The one capture whose record starts at `offset`. Raises ArchiveError where there is none."""
    try:
        record = record_in(path, offset)
        capture = capture_of(path, record) if record else None
    except (OSError, DamagedError) as error:
        raise ArchiveError(f"cannot read {path} at byte {offset}: {error}") from error
    if isinstance(capture, Beside) and capture.kind == "revisit":
        raise ArchiveError(
            f"{path} has at byte {offset} a revisit, and what it repeats is not kept: {' '.join(capture.of)}"
        )
    if not isinstance(capture, Capture):
        raise ArchiveError(f"{path} holds no HTTP answer at byte {offset}")
    return capture


def newest(candidates: Iterable[Capture], until: datetime | None = None) -> Capture | None:
    """The latest capture, of those not later than `until`; None where there is none."""
    eligible = [capture for capture in candidates if until is None or capture.fetched <= until]
    return max(eligible, key=lambda capture: capture.fetched, default=None)
