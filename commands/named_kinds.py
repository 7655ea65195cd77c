"""The kinds of values of the settings that have a kind of their own, such as a level of logging or a WARC file.

Each function says what is wrong with a value; nothing where nothing is.
"""

import codecs
import logging
import os
import shlex
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from scrapy.settings import default_settings
from scrapy.utils.misc import load_object

from engine.scheduler_address import scheduler
from store.location import located
from store.remote_address import Remote, objection
from store.warc import ArchiveError, as_of, captures

LARGEST_NUMBER = 10**12  # of any number: a larger one overflows somewhere


def loadable(value: str) -> str:
    """The name of something that can be imported."""
    try:
        load_object(value)
    except (ImportError, ValueError, NameError, AttributeError, TypeError) as error:
        return f"cannot be imported ({error})"
    return ""


def reactor(value: str) -> str:
    """Scrapy's default: `crawl` and `story` count on asyncio."""
    kept = default_settings.TWISTED_REACTOR
    return "" if value == kept else f"must stay {kept}"


def modules(values: list[str]) -> str:
    """Modules that are there."""
    for name in values:
        try:
            found = find_spec(name)
        except (ImportError, ValueError):
            found = None
        if not found:
            return f"there is no module {name!r}"
    return ""


def level(value: str) -> str:
    """A level of logging."""
    levels = logging.getLevelNamesMapping()
    return "" if value in levels or value.isdecimal() else f"no level; there are {', '.join(levels)}"


def encoding(value: str) -> str:
    """An encoding of text."""
    try:
        codecs.lookup(value)
    except (LookupError, ValueError):
        return "no encoding that Python knows"
    return ""


def log_format(value: str) -> str:
    """The form of a log's line."""
    try:
        logging.Formatter(value)
    except ValueError as error:
        return f"no format of a log's line ({error})"
    return ""


def hours(values: list[str]) -> str:
    """A list of hours."""
    try:
        fits = all(0 <= float(part) <= LARGEST_NUMBER for part in values)
    except ValueError:
        fits = False
    return "" if fits else "not a list of hours, such as 6,24,72"


def days(value: str) -> str:
    """A number of days, a whole one at least: a run that began in the last day may be at work."""
    fits = value.isdecimal() and 1 <= int(value) <= LARGEST_NUMBER
    return "" if fits else "not a whole number of days from 1, such as 365"


def statuses(values: list[str]) -> str:
    """A list of HTTP status codes."""
    fits = all(part.strip().isdecimal() for part in values)
    return "" if fits else "not a list of HTTP status codes, such as 500,503"


def opened(values: list[str]) -> str:
    """A list of addresses that the guard lets through."""
    for pair in values:
        address, _, port = pair.rpartition(":")
        try:
            fits = bool(ip_address(address)) and port.isdecimal()
        except ValueError:
            fits = False
        if not fits:
            return f"{pair!r} is no ADDRESS:PORT, such as 127.0.0.1:8080"
    return ""


def agent(value: str) -> str:
    """A user agent, with a place for the contact."""
    try:
        return line(value.format(contact=""))
    except (LookupError, ValueError) as error:
        return f"nothing but {{contact}} may stand in braces ({error})"


def line(value: str) -> str:
    """A line of text."""
    return "" if value.isprintable() else "holds a line break or another sign that cannot be printed"


def command(value: str) -> str:
    """A command that is there."""
    try:
        first = shlex.split(value)[0]
    except (ValueError, IndexError) as error:
        return f"cannot be read as a command ({error})"
    return "" if shutil.which(first) else f"there is no command {first!r}"


def database(value: str) -> str:
    """A file; one that is not there can be made."""
    if not value:
        return "names no file"
    return "is a folder; name a file" if Path(value).is_dir() else ""


def folder(value: str) -> str:
    """A folder; one that is not there can be made."""
    taken = next((path for path in (Path(value), *Path(value).parents) if path.is_file()), None)
    return f"{taken} is a file; name a folder" if taken else ""


def no_job(value: str) -> str:
    """No folder of a job at all: what Scrapy keeps there has a second run pass over its own lists."""
    return (
        "leave it out: the ledger knows what a run that was ended left, and the next run takes it up"
        if value
        else ""
    )


def output(value: str) -> str:
    """A file that can be written."""
    path = Path(value)
    if path.is_dir():
        return "is a folder; name a file"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    allowed = os.access(path if path.exists() else path.parent, os.W_OK)
    return "" if allowed else "may not be written by this user"


def replay(value: str) -> str:
    """A WARC file that holds an answer."""
    location = located(value)
    if isinstance(location, Remote) and (why := objection(value)):
        return why
    if isinstance(location, Path) and location.is_dir():
        return "is a folder; name a WARC file (`crawl archive -a path=FOLDER` reads a folder's)"
    if isinstance(location, Path) and not location.exists():
        return "there is no such file"
    try:
        return "" if any(True for _ in captures(location)) else "holds no HTTP answer: is it a WARC file?"
    except ArchiveError as error:
        return str(error)


def service(value: str) -> str:
    """The address of a service, which it alone is asked at."""
    try:
        parts = urlsplit(value)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and value.isprintable()
        fits = fits and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        return "no address of a service, such as https://time.example.org/tsr"
    return "holds a password, and would be told in each bundle" if parts.username or parts.password else ""


def certificates(value: str) -> str:
    """A file of certificates."""
    from evidence.stamp import roots_in  # with what reads them

    try:
        roots_in(Path(value))
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    except ValueError:
        return "holds no certificate in PEM (-----BEGIN CERTIFICATE-----)"
    return ""


def moment(value: str) -> str:
    """A time, in ISO 8601."""
    try:
        as_of(value)
    except (ValueError, OverflowError):
        return "no time; write it as 2026-11-01 or 2026-11-01T08:00:00+00:00"
    return ""


NAMED: dict[str, Callable[[str], str]] = {
    "ALERT_COMMAND": command,
    "ARCHIVE_DIR": folder,
    "ARCHIVE_KEEP": days,
    "ASYNCIO_EVENT_LOOP": loadable,
    "CLUSTER": scheduler,
    "CONTACT": line,
    "CUTTINGS_DB": database,
    "DEFAULT_DROPITEM_LOG_LEVEL": level,
    "FEED_EXPORT_ENCODING": encoding,
    "HTTPPROXY_AUTH_ENCODING": encoding,
    "JOBDIR": no_job,
    "LOG_ENCODING": encoding,
    "LOG_FILE": output,
    "LOG_FORMAT": log_format,
    "LOG_LEVEL": level,
    "REPLAY": replay,
    "REPLAY_AT": moment,
    "RETRY_GIVE_UP_LOG_LEVEL": level,
    "TIMESTAMP_AUTHORITY": service,
    "TIMESTAMP_ROOTS": certificates,
    "TWISTED_REACTOR": reactor,
    "USER_AGENT": agent,
}
LISTS: dict[str, Callable[[list[str]], str]] = {
    "GUARD_ALLOW": opened,
    "HTTPERROR_ALLOWED_CODES": statuses,
    "NEWSPIDER_MODULE": modules,
    "REFETCH_AFTER_HOURS": hours,
    "RETRY_AFTER_HOURS": hours,
    "RETRY_HTTP_CODES": statuses,
    "SPIDER_MODULES": modules,
}
