"""What is wrong with the value of a setting: by the setting's name, else by the kind of its default.

Each function says what is wrong, in words that end a sentence about the setting; nothing where nothing is.
"""

import json
import math
import re

from scrapy.settings import BaseSettings

from commands.named_kinds import LARGEST_NUMBER, LISTS, NAMED, loadable

SMALLEST_OF = {"READ_MEGABYTES": 256}  # a reader's own code and tables take about as much
LARGEST_OF = {"READERS": 256, "OUTLETS_AT_ONCE": 256, "READ_MEGABYTES": 2**20}
SIGNED = frozenset(
    {"DEPTH_PRIORITY", "FEED_EXPORT_INDENT", "REDIRECT_PRIORITY_ADJUST", "RETRY_PRIORITY_ADJUST"}
)
POSITIVE = frozenset(  # 0 would stop a crawl, or break it
    {
        *("AUTOTHROTTLE_MAX_DELAY", "AUTOTHROTTLE_START_DELAY", "AUTOTHROTTLE_TARGET_CONCURRENCY"),
        *("CONCURRENT_ITEMS", "CONCURRENT_REQUESTS", "CONCURRENT_REQUESTS_PER_DOMAIN", "DNS_TIMEOUT"),
        *("DOWNLOAD_TIMEOUT", "LOGSTATS_INTERVAL", "MEMUSAGE_CHECK_INTERVAL_SECONDS", "OUTLETS_AT_ONCE"),
        *("READERS", "READ_MEGABYTES", "READ_SECONDS", "REACTOR_THREADPOOL_MAXSIZE", "ROBOTS_SECONDS"),
        *("CLUSTER_SECONDS", "SCRAPER_SLOT_MAX_ACTIVE_SIZE", "URLLENGTH_LIMIT"),
    }
)
# Whose defaults are of another kind than what Scrapy and we read of them
SECONDS = frozenset(
    {"CLUSTER_SECONDS", "DNS_TIMEOUT", "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT", "READ_SECONDS", "ROBOTS_SECONDS"}
)
SWITCHES = frozenset({"TELNETCONSOLE_ENABLED"})
FIXED = {"TWISTED_REACTOR_ENABLED": True, "FORCE_CRAWLER_PROCESS": False}  # `crawl` counts on asyncio
COMPONENTS = frozenset(
    {"ADDONS", "DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "ITEM_PIPELINES", "SPIDER_MIDDLEWARES"}
)
CLASS = re.compile(r"[a-z_]\w*(?:\.\w+)+")


def objection(name: str, value: object, default: object) -> str:
    """What is wrong with a setting's value, by its name, else by the kind of its default."""
    if name in NAMED or name in LISTS:
        return named(name, value) if value not in (None, "") or name == "CUTTINGS_DB" else ""
    if isinstance(default, bool) or name in SWITCHES:
        return switch(name, value)
    if isinstance(default, float) or name in SECONDS:
        return number(name, value, float)
    if isinstance(default, int):
        return number(name, value, int)
    if isinstance(default, dict | BaseSettings):
        return json_object(name, value)
    return loadable(str(value)) if is_class(default) else ""


def named(name: str, value: object) -> str:
    """A setting that has a kind of its own; a list is read as Scrapy reads it."""
    if name in NAMED:
        return NAMED[name](str(value))
    return LISTS[name]([str(part) for part in BaseSettings({name: value}).getlist(name)])


def is_class(default: object) -> bool:
    """Whether a setting's default names a class, as `scrapy.core.scheduler.Scheduler` does."""
    return isinstance(default, str) and bool(CLASS.fullmatch(default))


def switch(name: str, value: object) -> str:
    """True or False, as Scrapy reads them."""
    try:
        on = BaseSettings({name: value}).getbool(name)
    except (ValueError, TypeError):
        return "neither True nor False"
    return f"must stay {FIXED[name]}" if FIXED.get(name, on) != on else ""


def number(name: str, value: object, kind: type[int] | type[float]) -> str:
    """A number within its bounds."""
    least = SMALLEST_OF.get(name, 1 if kind is int else 0) if name in POSITIVE else 0
    most = LARGEST_OF.get(name, LARGEST_NUMBER)
    wanted = "a whole number" if kind is int else "a number"
    if name not in SIGNED:
        wanted += f" from {least}" if least or name not in POSITIVE else " above 0"
    wanted += f" to {most}" if name in LARGEST_OF else ""
    try:
        given = kind(str(value))
    except (ValueError, TypeError, OverflowError):
        return f"not {wanted}"
    low = name not in SIGNED and (given < least or (given == 0 and name in POSITIVE))
    return f"not {wanted}" if low or not math.isfinite(given) or abs(given) > most else ""


def json_object(name: str, value: object) -> str:
    """A JSON object; of components, each can be imported."""
    try:
        given = dict(value) if isinstance(value, dict | BaseSettings) else json.loads(str(value))
        classes = [path for path, order in given.items() if order is not None and name in COMPONENTS]
    except (ValueError, TypeError, AttributeError):
        return 'not a JSON object, such as {"name": 1}'
    return next(filter(None, map(loadable, classes)), "")
