"""Common Crawl's news archive: some hundred WARC files a month, whose paths a list names.

commoncrawl.org/blog/news-dataset-available: crawl-data/CC-NEWS/YEAR/MONTH/warc.paths.gz
"""

import re
import zlib
from collections.abc import Iterator

from scrapy.exceptions import UsageError

from store.location import Location, located, opened
from store.warc_records import is_warc

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
LIST = "crawl-data/CC-NEWS/{year}/{month}/warc.paths.gz"
MOST = 2**24  # bytes of a list; a thousand paths are a tenth of a megabyte


def ccnews_files(base: str, given: str) -> list[Location]:
    """The archives of `-a ccnews=2026-10` or `-a ccnews=2026-08..2026-10`, in their order; none where it is empty.

    base: the address or the folder that the paths begin at. Raises UsageError for what is no month, and for one whose
    list cannot be had or names no archive.
    """
    return [one for month in months(given) for one in _of_month(base.rstrip("/"), month)]


def months(given: str) -> list[str]:
    """The months of a month or a range of them; none where it is empty. Raises UsageError for what is neither."""
    if not given:
        return []
    first, dots, last = given.partition("..")
    ends = [MONTH.fullmatch(one) for one in (first, last if dots else first)]
    begin, end = (int(one[1]) * 12 + int(one[2]) - 1 if one else 0 for one in ends)
    if not begin or not end or begin > end:
        said = "no month; write it as 2026-10, several as 2026-08..2026-10"
        raise UsageError(f"-a ccnews={given}: {said}", print_help=False)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(begin, end + 1)]


def _of_month(base: str, month: str) -> Iterator[Location]:
    year, _, number = month.partition("-")
    place = located(f"{base}/{LIST.format(year=year, month=number)}")
    try:
        with opened(place) as file:
            packed = file.read(0, MOST)
        unpacker = zlib.decompressobj(31)
        lines = unpacker.decompress(packed, MOST).decode().split()
    except OSError as error:
        raise _unlisted(month, f"its list cannot be had: {place}: {error.strerror or error}") from error
    except (zlib.error, UnicodeDecodeError) as error:
        raise _unlisted(month, f"its list {place} is damaged, or none") from error
    if packed and not unpacker.eof:
        raise _unlisted(month, f"its list {place} is cut short")
    if wrong := next((line for line in lines if not is_warc(line) or "://" in line or ".." in line), ""):
        raise _unlisted(month, f"its list {place} names what is no WARC file: {wrong[:80]}")
    if not lines:
        raise _unlisted(month, f"its list {place} is empty")
    return (located(f"{base}/{line.lstrip('/')}") for line in lines)


def _unlisted(month: str, why: str) -> UsageError:
    return UsageError(f"-a ccnews={month}: {why}", print_help=False)
