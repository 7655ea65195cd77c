"""The kinds of values that settings take. Each function says what is wrong with a value; nothing where nothing is."""

import codecs
import json
import logging
import math
import os
import re
import shlex
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings, default_settings
from scrapy.utils.misc import load_object

from store.warc import ArchiveError, as_of, captures

LEAST = {"READ_MEGABYTES": 256}  # a reader's own code and tables take about as much
MOST = {"READERS": 256, "OUTLETS_AT_ONCE": 256, "READ_MEGABYTES": 2**20}
LARGEST = 10**12  # of any number: a larger one overflows somewhere
SIGNED = frozenset(
    {"DEPTH_PRIORITY", "FEED_EXPORT_INDENT", "REDIRECT_PRIORITY_ADJUST", "RETRY_PRIORITY_ADJUST"}
)
POSITIVE = frozenset(  # 0 would stop a crawl, or break it
    {
        *("AUTOTHROTTLE_MAX_DELAY", "AUTOTHROTTLE_START_DELAY", "AUTOTHROTTLE_TARGET_CONCURRENCY"),
        *("CONCURRENT_ITEMS", "CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN", "DNS_TIMEOUT"),
        *("DOWNLOAD_TIMEOUT", "LOGSTATS_INTERVAL", "MEMUSAGE_CHECK_INTERVAL_SECONDS", "OUTLETS_AT_ONCE"),
        *("READERS", "READ_MEGABYTES", "READ_SECONDS", "REACTOR_THREADPOOL_MAXSIZE", "ROBOTS_SECONDS"),
        *("SCRAPER_SLOT_MAX_ACTIVE_SIZE", "URLLENGTH_LIMIT"),
    }
)
# Whose defaults are of another kind than what Scrapy and we read of them
SECONDS = frozenset({"DNS_TIMEOUT", "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT", "READ_SECONDS", "ROBOTS_SECONDS"})
SWITCHES = frozenset({"TELNETCONSOLE_ENABLED"})
FIXED = {"TWISTED_REACTOR_ENABLED": True, "FORCE_CRAWLER_PROCESS": False}  # `crawl` counts on asyncio
COMPONENTS = frozenset(
    {"ADDONS", "DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "ITEM_PIPELINES", "SPIDER_MIDDLEWARES"}
)
CLASS = re.compile(r"[a-z_]\w*(?:\.\w+)+")


def objection(name: str, value: Any, default: Any) -> str:
    """What is wrong with a setting's value, by its name, else by the kind of its default."""
    if name in SPECIAL:
        return SPECIAL[name](value) if value not in (None, "") or name == "CUTTINGS_DB" else ""
    if isinstance(default, bool) or name in SWITCHES:
        return switch(name, value)
    if isinstance(default, float) or name in SECONDS:
        return number(name, value, float)
    if isinstance(default, int):
        return number(name, value, int)
    if isinstance(default, dict | BaseSettings):
        return json_object(name, value)
    return loadable(value) if is_class(default) else ""


def is_class(default: Any) -> bool:
    """Whether a setting's default names a class, as `scrapy.core.scheduler.Scheduler` does."""
    return isinstance(default, str) and bool(CLASS.fullmatch(default))


def switch(name: str, value: Any) -> str:
    """True or False, as Scrapy reads them."""
    try:
        on = BaseSettings({name: value}).getbool(name)
    except (ValueError, TypeError):
        return "neither True nor False"
    return f"must stay {FIXED[name]}" if FIXED.get(name, on) != on else ""


def number(name: str, value: Any, kind: type[int] | type[float]) -> str:
    """A number within its bounds."""
    least = LEAST.get(name, 1 if kind is int else 0) if name in POSITIVE else 0
    most = MOST.get(name, LARGEST)
    wanted = "a whole number" if kind is int else "a number"
    if name not in SIGNED:
        wanted += f" from {least}" if least or name not in POSITIVE else " above 0"
    wanted += f" to {most}" if name in MOST else ""
    try:
        given = kind(value)
    except (ValueError, TypeError, OverflowError):
        return f"not {wanted}"
    low = name not in SIGNED and (given < least or (given == 0 and name in POSITIVE))
    return f"not {wanted}" if low or not math.isfinite(given) or abs(given) > most else ""


def json_object(name: str, value: Any) -> str:
    """A JSON object; of components, each can be imported."""
    try:
        given = json.loads(value) if isinstance(value, str) else dict(value)
        classes = [path for path, order in given.items() if order is not None and name in COMPONENTS]
    except (ValueError, TypeError, AttributeError):
        return 'not a JSON object, such as {"name": 1}'
    return next(filter(None, map(loadable, classes)), "")


def loadable(value: Any) -> str:
    """The name of something that can be imported."""
    try:
        load_object(value)
    except (ImportError, ValueError, NameError, AttributeError, TypeError) as error:
        return f"cannot be imported ({error})"
    return ""


def reactor(value: Any) -> str:
    """Scrapy's default: `crawl` and `story` count on asyncio."""
    kept = default_settings.TWISTED_REACTOR
    return "" if value == kept else f"must stay {kept}"


def modules(value: Any) -> str:
    """Modules that are there."""
    for name in parts(value):
        try:
            found = find_spec(name)
        except (ImportError, ValueError):
            found = None
        if not found:
            return f"there is no module {name!r}"
    return ""


def level(value: Any) -> str:
    """A level of logging."""
    levels = logging.getLevelNamesMapping()
    return "" if value in levels or str(value).isdecimal() else f"no level; there are {', '.join(levels)}"


def encoding(value: Any) -> str:
    """An encoding of text."""
    try:
        codecs.lookup(value)
    except (LookupError, ValueError):
        return "no encoding that Python knows"
    return ""


def log_format(value: Any) -> str:
    """The form of a log's line."""
    try:
        logging.Formatter(value)
    except ValueError as error:
        return f"no format of a log's line ({error})"
    return ""


def hours(value: Any) -> str:
    """A list of hours."""
    try:
        fits = all(0 <= float(part) <= LARGEST for part in parts(value))
    except ValueError:
        fits = False
    return "" if fits else "not a list of hours, such as 6,24,72"


def statuses(value: Any) -> str:
    """A list of HTTP status codes."""
    fits = all(str(part).strip().isdecimal() for part in parts(value))
    return "" if fits else "not a list of HTTP status codes, such as 500,503"


def opened(value: Any) -> str:
    """A list of addresses that the guard lets through."""
    for pair in parts(value):
        address, _, port = pair.rpartition(":")
        try:
            fits = bool(ip_address(address)) and port.isdecimal()
        except ValueError:
            fits = False
        if not fits:
            return f"{pair!r} is no ADDRESS:PORT, such as 127.0.0.1:8080"
    return ""


def parts(value: Any) -> list[Any]:
    """The parts of a list, as Scrapy reads it."""
    return BaseSettings({"LIST": value}).getlist("LIST")


def agent(value: Any) -> str:
    """A user agent, with a place for the contact."""
    try:
        return line(value.format(contact=""))
    except (LookupError, ValueError) as error:
        return f"nothing but {{contact}} may stand in braces ({error})"


def line(value: Any) -> str:
    """A line of text."""
    return "" if str(value).isprintable() else "holds a line break or another sign that cannot be printed"


def command(value: Any) -> str:
    """A command that is there."""
    try:
        first = shlex.split(value)[0]
    except (ValueError, IndexError) as error:
        return f"cannot be read as a command ({error})"
    return "" if shutil.which(first) else f"there is no command {first!r}"


def database(value: Any) -> str:
    """A file; one that is not there can be made."""
    if not value:
        return "names no file"
    return "is a folder; name a file" if Path(value).is_dir() else ""


def folder(value: Any) -> str:
    """A folder; one that is not there can be made."""
    taken = next((path for path in (Path(value), *Path(value).parents) if path.is_file()), None)
    return f"{taken} is a file; name a folder" if taken else ""


def output(value: Any) -> str:
    """A file that can be written."""
    path = Path(value)
    if path.is_dir():
        return "is a folder; name a file"
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    allowed = os.access(path if path.exists() else path.parent, os.W_OK)
    return "" if allowed else "may not be written by this user"


def replay(value: Any) -> str:
    """A WARC file that holds an answer."""
    path = Path(value)
    if path.is_dir():
        return "is a folder; name a WARC file (`crawl archive -a path=FOLDER` reads a folder's)"
    if not path.exists():
        return "there is no such file"
    try:
        return "" if any(True for _ in captures(path)) else "holds no HTTP answer: is it a WARC file?"
    except ArchiveError as error:
        return str(error)


def moment(value: Any) -> str:
    """A time, in ISO 8601."""
    try:
        as_of(value)
    except (ValueError, OverflowError):
        return "no time; write it as 2026-11-01 or 2026-11-01T08:00:00+00:00"
    return ""


SPECIAL: dict[str, Callable[[Any], str]] = {
    "ALERT_COMMAND": command,
    "ARCHIVE_DIR": folder,
    "ASYNCIO_EVENT_LOOP": loadable,
    "CONTACT": line,
    "CUTTINGS_DB": database,
    "DEFAULT_DROPITEM_LOG_LEVEL": level,
    "FEED_EXPORT_ENCODING": encoding,
    "GUARD_ALLOW": opened,
    "HTTPERROR_ALLOWED_CODES": statuses,
    "HTTPPROXY_AUTH_ENCODING": encoding,
    "JOBDIR": folder,
    "LOG_ENCODING": encoding,
    "LOG_FILE": output,
    "LOG_FORMAT": log_format,
    "LOG_LEVEL": level,
    "NEWSPIDER_MODULE": modules,
    "REFETCH_AFTER_HOURS": hours,
    "REPLAY": replay,
    "REPLAY_AT": moment,
    "RETRY_AFTER_HOURS": hours,
    "RETRY_GIVE_UP_LOG_LEVEL": level,
    "RETRY_HTTP_CODES": statuses,
    "SPIDER_MODULES": modules,
    "TWISTED_REACTOR": reactor,
    "USER_AGENT": agent,
}
