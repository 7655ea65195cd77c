"""What is given to a spider with -a."""

from datetime import date

from scrapy.exceptions import UsageError


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
