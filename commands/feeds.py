"""The feeds of crawlall (-o, -O, FEEDS): files that several outlets, each in a process of its own, put records into."""

import json
from pathlib import Path

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings
from scrapy.utils.conf import feed_complete_default_values_from_settings
from scrapy.utils.python import global_object_name

from store.feed_file import NAME_TO_FILL, FeedError, Options, check, is_whole, local_file, start

Feeds = dict[str, Options]
EACH = "or %(name)s in the name, for a file an outlet: -O '%(name)s.{format}'"


def shared(settings: BaseSettings) -> Feeds:
    """The feeds that the settings ask for. Raises UsageError where one is none that several can write to."""
    try:
        asked = settings.getdict("FEEDS")
        feeds = {
            str(uri): feed_complete_default_values_from_settings(options, settings, str(uri))
            for uri, options in asked.items()
        }
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"FEEDS is not as Scrapy takes it: {error}", print_help=False) from error
    for uri, options in feeds.items():
        try:
            _check(uri, options)
        except FeedError as error:
            raise UsageError(str(error), print_help=False) from error
    return feeds


def _check(uri: str, options: Options) -> None:
    if NAME_TO_FILL.search(uri):
        return
    path, each = local_file(uri), EACH.format(format=options["format"])
    if path is None:
        raise FeedError(
            f"{uri.removesuffix(':')}: several outlets can only put records into one local file: name one, {each}"
        )
    if is_whole(options):
        raise FeedError(
            f"{uri}: a document of {options['format']} cannot be put together from several outlets: "
            f"use a .jsonl or .csv file, {each}"
        )
    check(path, options)


def begin(feeds: Feeds) -> list[str]:
    """Make the files ready; returns the options for the outlets' processes, which all append to them."""
    if not feeds:
        return []
    handed = {}
    for uri, options in feeds.items():
        path = local_file(uri)
        if path is not None:
            start(path, options)
        handed[str(path.absolute()) if path else uri] = options | ({"overwrite": False} if path else {})
    return ["-s", f"FEEDS={json.dumps(handed, default=_named)}"]


def _named(thing: object) -> str:
    """A class or a path as it is written in a setting."""
    return str(thing) if isinstance(thing, Path) else global_object_name(thing)
