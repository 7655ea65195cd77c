"""Pages, feeds, sitemaps, entries and WARC files, each changed in a way that its number alone decides, and read.

`python -m tests.soak.mutants FROM COUNT` reads them, a line for each that raises, hangs or loses something without a
word. What takes longer than a page may is rejected in a run; here it is told on standard error.
`python -m tests.soak.mutants show 4711 > FILE` writes one to look at.
"""

import gzip
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from store.warc import ArchiveError, captures
from stories.extraction import read
from stories.item import Story
from stories.lists import read_links, read_list
from stories.outlet import Outlet
from stories.page import Page
from stories.recognition import recognise
from tests.stories.making import FETCHED, html

RECORDED = Path(__file__).parents[2] / "data" / "pages"
SECONDS, MEGABYTES = 30, 2048  # READ_SECONDS and READ_MEGABYTES of settings.py
LISTS = 52 * 2**20  # LIST_MAXSIZE
TOKENS = (
    "< > & &#xD83D; &#1; &amp; ]]> <![CDATA[ <!-- --> <!DOCTYPE <? \" ' “ ” « „ ‘ ’ \0 \x1b \ufeff \u202e é 漢 😀 ( ) [ "
    "{ } , : ; \n\n \t </p> <p> <div> </div> <table> <script> </script> <style> <svg> <math> <template> <a href= "
    "<base href=//x> <meta charset= <item> </item> <link> </link> <url> <loc> </rss> WARC/1.1\r\n \r\n\r\n 1 00 - "
    "Content-Length: 9999999\r\n Content-Encoding: gzip\r\n 99999999999999999999 2026-13-45T99:99:99Z said that Mr. "
    "\"said February 29.02.2027 \xad \u200b http://[ //["
).encode().split(b" ")  # fmt: skip
REPEATED = (1, 1, 2, 3, 40, 3000)
Read = Callable[[bytes], None]
ADDRESSES = {f"https://lamp.example/p{number}" for number in range(4)}  # of what archives are changed


def mutated(data: bytes, chance: Random, other: bytes) -> bytes:
    """Data changed in one to four places: cut out, doubled, noise put in, bytes turned, cut off, mixed."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        place, size = chance.randrange(len(data) + 1), chance.choice((1, 2, 9, 60, 900))
        end = min(place + size, len(data))
        match chance.randrange(7):
            case 0:
                data = data[:place] + data[end:]
            case 1:
                data = data[:end] + data[place:end] * chance.choice(REPEATED) + data[end:]
            case 2 | 3:
                noise = chance.choice(TOKENS) * chance.choice(REPEATED)
                data = data[:place] + noise + data[place:]
            case 4:
                data = data[:place] + chance.randbytes(end - place) + data[end:]
            case 5 if chance.random() < 0.3:
                data = data[:place]
            case _:
                start = chance.randrange(len(other) + 1)
                data = data[:place] + other[start : start + size] + data[end:]
    return data


@cache
def samples(kind: str) -> list[bytes]:
    """What is changed."""
    if kind == "warc":
        return warcs()
    if kind == "entry":
        return [file.read_bytes() for file in sorted((RECORDED / "resource-centre").rglob("*.html"))]
    if kind == "list":
        found = [file.read_bytes() for file in sorted(RECORDED.rglob("*.xml"))]
        found.append(b'{"items": [{"url": "https://lamp.example/a", "date_published": "2026-03-01"}]}')
        return [*found, *map(gzip.compress, found)]
    own = [file for file in sorted(RECORDED.rglob("*.html")) if "resource-centre" not in file.parts]
    return [*(file.read_bytes() for file in own), html().encode(), html().encode("utf-16")]


def warcs() -> list[bytes]:
    """Archives of every make, each of three pages."""
    from tests.spiders.archives import FILES

    return [data for _, data, pages, is_told in FILES.values() if len(pages) == 3 and not is_told]


def read_page(data: bytes) -> None:
    """A story's page, as stages 100 and 200 read it."""
    outlet = Outlet("lamp", domains=("lamp.example",), timezone="Europe/London")
    story = Story(Page("https://lamp.example/2026/03/mill", data, FETCHED), outlet)
    story.reading = read(story.page, outlet)
    if not story.reading.reject:
        assert story.reading.body.strip(), "neither a story nor a reason"
        story.resolve_dates()
        story.resolve_identity()


def read_entry(data: bytes) -> None:
    """A page of the Resource Centre."""
    url = "https://www.business-humanrights.org/en/latest-news/mill/"
    for entry in recognise(Page(url, data, FETCHED)).entries:
        entry.resolve_dates()
        assert entry.url


def read_any_list(data: bytes) -> None:
    """A feed, a sitemap, or a listing."""
    found = read_list(data, None, LISTS)
    assert all(isinstance(link, str) for link, _ in found.stories)
    read_links(data, None, "a", "a[rel=next]")


def read_archive(data: bytes) -> None:
    """An archive of three pages: each is read, or something is told."""
    with tempfile.NamedTemporaryFile(suffix=".warc") as file:
        file.write(data)
        file.flush()
        told: list[object] = []
        try:
            found = [one.url for one in captures(Path(file.name), told.append, told.append)]
        except ArchiveError as error:
            told.append(error)
            found = []
        if ADDRESSES.issuperset(found):  # else one was changed where no sum is, and may stand twice
            found = sorted(set(found))
        assert len(found) >= 3 or told or cut_between(data, len(found)), f"{found}, and nothing is told"


def cut_between(data: bytes, many: int) -> bool:
    """Whether an archive in which so many pages were found ends where one record does, so that nothing shows the cut."""
    named = sum(b"lamp.example/p%d" % number in data for number in range(3))
    plain = data.startswith((b"WARC/", b"https://", b"filedesc://"))
    return (plain and many >= named) or any(whole.startswith(data) for whole in samples("warc"))


READERS: dict[str, Read] = {
    "list": read_any_list,
    "warc": read_archive,
    "page": read_page,
    "entry": read_entry,
}
KINDS = (
    "list",
    "warc",
    "list",
    "warc",
    "page",
    "list",
    "warc",
    "list",
    "warc",
    "entry",
)  # the costly ones less


def mutant(number: int) -> tuple[str, bytes]:
    """The kind of an input, and the input."""
    chance, kind = Random(number), KINDS[number % len(KINDS)]
    one, other = chance.choice(samples(kind)), chance.choice(samples(kind))
    return kind, mutated(one, chance, other)


def trouble(number: int) -> str:
    """What went wrong with an input; empty where nothing did."""
    kind, data = mutant(number)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        READERS[kind](data)
    except TooLongError:
        print(f"{number} {kind}: more than {SECONDS} s", file=sys.stderr)
    except (Exception, RecursionError) as error:  # noqa: BLE001 -- whatever is raised is a find
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{number} {kind}: {type(error).__name__}: {str(error)[:200]!r} in {where.filename}:{where.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


class TooLongError(BaseException):
    """A worker would be ended now, and the input be rejected: `reading took too long`."""


def too_long(*_: object) -> None:
    """Signal handler."""
    raise TooLongError


def main(first: int, count: int) -> int:
    """Read so many; returns how many went wrong. A process that is killed has said before at which it was."""
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))
    signal.signal(signal.SIGPROF, too_long)
    found = 0
    for number in range(first, first + count):
        signal.alarm(40 * SECONDS)  # ends the process: what hangs in C is not to be interrupted otherwise
        print(number, end="\r", file=sys.stderr)
        if said := trouble(number):
            found += 1
            print(said, flush=True)
    return found


if __name__ == "__main__":
    if sys.argv[1] == "show":
        sys.stdout.buffer.write(mutant(int(sys.argv[2]))[1])
    else:
        sys.exit(bool(main(int(sys.argv[1]), int(sys.argv[2]))))
