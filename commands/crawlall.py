"""python -m scrapy crawlall [NAMES]: every outlet, each in a process of its own; one line each, and a total."""

import argparse
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from extensions import outlets
from stories.verdict import SHOWN

COUNT = re.compile(r"\b(" + "|".join(SHOWN) + r")=(\d+)")


class Command(BaseRunSpiderCommand):
    """For cron: the outlets named, or all; options (-a, -s) are handed on to each."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012 -- as Scrapy declares it

    def syntax(self) -> str:
        return "[options] [NAMES]"

    def short_desc(self) -> str:
        return "Run every outlet, or those named, a few at a time"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        known = outlets(self.settings)
        names = args or list(known)
        if unknown := set(names) - set(known):
            raise UsageError(
                f"no outlet {sorted(unknown)[0]!r}; there are {', '.join(known)}", print_help=False
            )
        options = [word for pair in opts.set for word in ("-s", pair)]
        options += [word for name, value in opts.spargs.items() for word in ("-a", f"{name}={value}")]
        with ThreadPoolExecutor(self.settings.getint("OUTLETS_AT_ONCE")) as pool:
            results = list(pool.map(lambda name: crawl(name, options), names))
        self.exitcode = worst([code for code, _ in results])
        print(total([line for _, line in results]))


def crawl(name: str, options: list[str]) -> tuple[int, str]:
    """Run one outlet in its own process and print its last line; returns the exit code and that line."""
    command = [sys.executable, "-m", "scrapy", "crawl", name, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
    *before, line = done.stderr.strip().splitlines() or [
        f"{name}: failed without a word, exit code {done.returncode}"
    ]
    for words in before:
        print(words, file=sys.stderr)
    print(line, flush=True)
    return done.returncode, line


def worst(codes: list[int]) -> int:
    """The exit code of the whole: wrong usage, failed, degraded, skipped, done; in this order."""
    known = next((code for code in (2, 1, 3, 75) if code in codes), 0)
    return known if set(codes) <= {0, 1, 2, 3, 75} else 1


def total(lines: list[str]) -> str:
    """The sums of the outlets' lines."""
    sums: Counter[str] = Counter()
    for line in lines:
        sums.update({name: int(number) for name, number in COUNT.findall(line)})
    text = "total: " + " ".join(f"{name}={sums[name]}" for name in SHOWN)
    return (
        text
        if sums["new"] or sums["updated"]
        else f"{text}\nNothing new: all that was found is held already."
    )
