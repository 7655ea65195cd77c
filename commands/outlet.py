"""python -m scrapy outlet URL: look at a site, and write its outlet as a file of facts."""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.coverage import coverage, stated_texts
from commands.crawlall import Children
from commands.facts_file import facts_file, is_name
from commands.record import STORY, due, given, write
from extensions import outlets
from store.database import Store
from store.location import located
from store.remote_address import Remote
from store.scratch import scratch
from store.warc import ArchiveError, captures
from stories.extraction.saved_page import read_saved, stated_addresses
from stories.identity.urls import with_scheme
from stories.page import Page
from stories.sites import host_of, same_site
from stories.survey import Survey, SurveyError, survey
from stories.text import printable, with_detail
from terminal import Rows, show

KEPT = 5  # story pages that are kept with the records they give
ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz", ".wacz", ".warc.zst")
REJECTS = "SELECT url, reason, detail FROM rejects WHERE stage = 'fetch' ORDER BY id"


class Command(ScrapyCommand):
    """Looks at a site live, or at saved pages of it without a network; writes the outlet where -o says."""

    requires_project = True
    requires_crawler_process = False
    reads_pages = True
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] URL"

    def short_desc(self) -> str:
        return "Look at a site, live or in saved pages, and write its outlet as a file of facts"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--pages",
            nargs="+",
            default=[],
            metavar="FILE",
            help="saved pages and WARC files, which may lie at addresses, to look at in place of the live site: stories, "
            "a front page, feeds, sitemaps",
        )
        parser.add_argument(
            "-o",
            "--output",
            default="",
            metavar="spiders/NAME.py",
            help="the file to write; its pages go to data/outlets/NAME (default: only show it)",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        if len(args) != 1 or not host_of(with_scheme(args[0])):
            raise UsageError(
                "name one site, as in: python -m scrapy outlet https://lamp.example/", print_help=False
            )
        url = with_scheme(args[0])
        file = self.place(opts.output) if opts.output else None
        agent = self.settings["USER_AGENT"].split("/")[0]
        try:
            pages = list(saved(opts.pages, url)) if opts.pages else self.fetched(url, opts.set)
            found = survey(url, pages, file.stem if file else "", agent)
        except SurveyError as error:
            print(printable(str(error)), file=sys.stderr)
            self.exitcode = error.code
            return
        text = facts_file(found, live=not opts.pages)
        show([*report(found), ""])
        if file:
            file.write_text(text, encoding="utf-8")
            print(f"{file}\nRead it, then: python -m scrapy outlets {file.stem} --check")
            self.keep(found)
        else:
            print(text, end="")

    def place(self, output: str) -> Path:
        """The file to write, among the spiders. Raises UsageError where it cannot be one, or is there."""
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        folder = Path(import_module(self.settings["NEWSPIDER_MODULE"]).__path__[0])
        file = Path(output)
        said = ""
        if file.suffix != ".py" or not is_name(file.stem):
            said = f"-o {output}: no name of a spider's file: small letters, digits, underscores, .py"
        elif file.stem in outlets(self.settings) or file.exists() or (folder / file.name).exists():
            said = f"-o {output}: there is an outlet or a spider {file.stem} already: choose another name"
        elif not file.parent.is_dir():
            said = f"-o {output}: there is no folder {file.parent}"
        if said:
            raise UsageError(said, print_help=False)
        return file

    def fetched(self, url: str, options: Sequence[str]) -> list[Page]:
        """The pages of a live look, by the spider `survey`. Raises SurveyError where the site gives none."""
        with tempfile.TemporaryDirectory(dir=scratch()) as folder:
            path = Path(folder) / "look.db"
            words = ["-a", f"url={url}"]
            for setting in (*options, f"CUTTINGS_DB={path}", f"ARCHIVE_DIR={folder}/archive"):
                words += ["-s", setting]
            children = Children(quiet=True)
            children.listen()
            code, line = children.crawl("survey", words)
            if code == 2:
                raise UsageError(line, print_help=False)
            pages = list(saved(map(str, (Path(folder) / "archive").glob("*.warc.gz")), url))
            store = Store(path)
            refused = store.rows(REJECTS)
            store.close()
        if not any(page.status < 400 and not page.url.endswith("/robots.txt") for page in pages):
            why = next((with_detail(row["reason"], row["detail"]) for row in refused), line)
            if "robots.txt" in why and pages:
                return pages
            raise SurveyError(
                f"{url} gave no page: {why}; where it is up, save some pages and give them with --pages"
            )
        return pages

    def keep(self, found: Survey) -> None:
        """Keep some story pages, each with the record that it gives, to be checked by a person."""
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        folder = Path(self.settings["DATA"]) / "outlets" / found.outlet.name
        folder.mkdir(parents=True, exist_ok=True)
        for number, story in enumerate(found.stories[:KEPT], 1):
            body = folder / f"{number}.html"
            body.write_bytes(story.page.payload)
            told = {
                "url": story.page.url,
                "status": 200,
                "fetched": f"{story.page.fetched:%Y-%m-%dT%H:%M:%SZ}",
            }
            record = given(story)
            expect = due(story.page) | {name: record[name] for name in STORY}
            write(
                body.with_suffix(".json"),
                told | {"content_type": "text/html; charset=utf-8", "expect": expect},
            )
        print(
            f"{folder}: {min(len(found.stories), KEPT)} pages with the records they give: check them against the pages"
        )


def saved(files: Iterator[str] | Sequence[str], url: str) -> Iterator[Page]:
    """The pages in saved files, at the addresses that they state on the site of `url`, and in WARC files.

    Raises UsageError where one cannot be read.
    """
    for name in files:
        file = Path(name)
        try:
            if isinstance(located(name), Remote) or name.endswith(ARCHIVES):
                lost = partial(print, file=sys.stderr)
                for one in captures(located(name), lost):
                    yield Page(
                        one.url, one.payload, one.fetched, _charset(one.header("Content-Type")), one.status
                    )
            else:
                page = read_saved(file)
                own = (one for one in stated_addresses(page.payload) if same_site(host_of(one), host_of(url)))
                yield replace(page, url=next(own, page.url))
        except ArchiveError as error:
            raise UsageError(str(error), print_help=False) from error
        except OSError as error:
            raise UsageError(f"--pages {name}: {error.strerror}", print_help=False) from error


def _charset(header: str | None) -> str | None:
    found = re.search(r"charset=[\"']?([\w.:-]+)", header or "", re.IGNORECASE)
    return found[1] if found else None


def report(found: Survey) -> Iterator[str | Rows]:
    """What was found, for a person to check: the coverage of fields, where stories are named, what is not known."""
    stories = len(found.stories)
    yield f"{found.outlet.title}: {stories} of {stories + len(found.passed)} pages are stories"
    yield ""
    yield Rows(*coverage(found.stories))
    if found.by_reader:
        yield ""
        yield Rows(*stated_texts(found.by_reader, found.by_layout))
    for kind in ("feeds", "sitemaps", "listings"):
        for url in getattr(found, kind):
            yield f"{kind[:-1]}: {url}" + ("" if url in found.answered else " (named by the site; not asked)")
    for note in found.notes:
        yield f"note: {note}"
    for url, why in found.passed:
        yield f"no story: {url}: {why}"
