"""What is given to a spider with -a."""

import re
from datetime import date

from scrapy.exceptions import UsageError

from store.about import about

DOMAIN = re.compile(r"(?:[\w-]+\.)+[\w-]+$")


def day(name: str, text: str | None) -> str:
    """An ISO date; empty where none was given. Raises UsageError for what is no date."""
    if text is None:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"-a {name}={text}: no date; write it as 2019-12-01") from None


def period(since: str | None, until: str | None) -> tuple[str, str]:
    """Two ISO dates, each empty where none was given. Raises UsageError for no dates, or an end before the start."""
    first, last = day("since", since), day("until", until)
    if first and last and first > last:
        raise UsageError(f"-a since={first} is after -a until={last}: no day lies between", print_help=False)
    return first, last


def number(name: str, text: str | None) -> int | None:
    """A number of stories from 1; None where none was given. Raises UsageError for what is no such number."""
    if text is None:
        return None
    if not text.isdecimal() or not int(text):
        raise UsageError(f"-a {name}={text}: no number of stories; write it as {name}=50")
    return int(text)


def domains(text: str | None) -> tuple[str, ...]:
    """The hosts of -a domains=bbc.com,...; none where none was given. Raises UsageError for what is none."""
    named = tuple(one for one in (part.strip().lower() for part in (text or "").split(",")) if one)
    for one in named:
        if not DOMAIN.match(one):
            raise UsageError(
                f"-a domains={text}: {one!r} is no domain; write it as bbc.com", print_help=False
            )
    if text is not None and not named:
        raise UsageError(
            f"-a domains={text} names none; write it as domains=bbc.com,lemonde.fr", print_help=False
        )
    return named


def query(text: str | None) -> str:
    """The query of -a about=QUERY; empty where none was given. Raises UsageError for what SQLite does not take."""
    if text is None:
        return ""
    try:
        about(text)
    except ValueError as error:
        raise UsageError(
            f"-a about={text}: no query that SQLite's FTS5 takes ({error}); write it as 'mill OR \"river mill\"'",
            print_help=False,
        ) from error
    return text
