"""python -m scrapy genspider NAME DOMAIN: write the file of a new outlet, for its facts to be filled in."""

import argparse
import os
import re
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

TEMPLATE = '''\
"""{title}."""

from spiders.finders import FeedFinder
from stories.outlet import Outlet


class {spider}(FeedFinder):
    """The feed of the front page."""

    name = "{name}"
    outlet = Outlet(
        name="{name}",
        title="{title}",
        domains=("{domain}",),
        languages=(),  # the likeliest first: ("en",)
        country="",  # "GB"
        timezone="",  # "Europe/London"
        date_order="",  # of dates in digits: "DMY", "MDY" or "YMD"
        stories=r"",  # pattern of the paths of stories: r"/\\d{{4}}/\\d{{2}}/"
    )
    feeds = ("{feed}",)
'''


class Command(ScrapyCommand):
    """Writes spiders/NAME.py, as CONTRIBUTING shows it."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] NAME DOMAIN"

    def short_desc(self) -> str:
        return "Write the file of a new outlet: genspider lamp lamp.example"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--title", default="", help="the outlet's name in print (default: from NAME)")
        parser.add_argument(
            "--feed", default="", metavar="URL", help="its feed (default: https://DOMAIN/rss)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        if len(args) != 2:
            raise UsageError(
                "name a spider and a domain, as in: python -m scrapy genspider lamp lamp.example",
                print_help=False,
            )
        folder = Path(import_module(self.settings["NEWSPIDER_MODULE"]).__path__[0])
        path = folder / f"{args[0]}.py"
        text = written(args[0], args[1], characters(opts.title), opts.feed)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise UsageError(f"{path} is there already: choose another name", print_help=False) from None
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}", print_help=False) from error
        print(
            f"{path}\nFill in its facts, then: python -m scrapy story ADDRESS, python -m scrapy crawl {args[0]}"
        )


def characters(word: str) -> str:
    """A word of the command line, in UTF-8 where the locale knows no such letters (LC_ALL=C)."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return os.fsencode(word).decode("utf-8", "replace")
    return word


def written(name: str, domain: str, title: str = "", feed: str = "") -> str:
    """The file of an outlet. Raises UsageError where a name, domain, title or feed is none."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or iskeyword(name):
        raise UsageError(
            f"{name!r} cannot be a spider's name: small letters, digits, underscores", print_help=False
        )
    host = re.sub(r"^https?://|^www\.|(?<=[^/])/.*$", "", re.sub(r"^https?://", "", domain)).casefold()
    if not re.fullmatch(r"([\w-]+\.)+[\w-]{2,}", host):
        raise UsageError(f"{domain!r} is no domain: write it as lamp.example", print_help=False)
    if feed and not re.fullmatch(r"https?://[^\s\"\\]+", feed):
        raise UsageError(f"--feed {feed}: no web address", print_help=False)
    if re.search(r"[\"\\\n]", title):
        raise UsageError(f"--title {title}: without quotation marks and backslashes", print_help=False)
    words = name.replace("_", " ").split()
    return TEMPLATE.format(
        name=name,
        spider="".join(word.capitalize() for word in words),
        title=title or " ".join(word.capitalize() for word in words),
        domain=host,
        feed=feed or f"https://{host}/rss",
    )
