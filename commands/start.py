"""What each command does before it begins, Scrapy's own too: it looks at what was typed, and says what is wrong."""

import argparse
import inspect
import os
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings, default_settings

from commands.kinds import COMPONENTS, is_class, objection
from commands.named_kinds import output
from commands.pipe import piped
from store.remote_address import ADDRESS, Remote
from store.trouble import StoreError, unusable
from store.warc import ArchiveError
from stories.text import printable

Options = Callable[[ScrapyCommand, list[str], argparse.Namespace], None]
Run = Callable[[list[str], argparse.Namespace], None]
UNLISTED = ("CONCURRENT_REQUESTS_PER_IP", "META_COPY_WARN_SKIP_KEYS")  # Scrapy reads them all the same
NO_WORDS = re.compile(r"(?:\[(?:options|-v)\]\s*)*")  # the syntax of a command that takes options only


def begins(process_options: Options) -> Options:
    """The method by which each of Scrapy's commands takes its options, which also looks at them.

    Raises UsageError for what is wrong: Scrapy prints it, and ends with exit code 2.
    """

    @wraps(process_options)
    def checked(command: ScrapyCommand, args: list[str], opts: argparse.Namespace) -> None:
        assert command.settings is not None  # noqa: S101 -- Scrapy sets it
        reopen()
        wrong = next(objections(command, command.settings, args, opts), "")
        if wrong:
            raise UsageError(printable(wrong), print_help=False)
        for stream in (sys.stdout, sys.stderr):  # a terminal may lack a page's letters
            getattr(stream, "reconfigure", dict)(errors="backslashreplace")
        process_options(command, args, opts)
        command.run = told(command.run, command.settings)  # type: ignore[method-assign, assignment]

    return checked


def reopen() -> None:
    """Let what was closed (`>&-`, some schedulers) lead nowhere: else the next file that is opened is taken for it."""
    for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r+", encoding="utf-8"))  # noqa: SIM115 -- for good


def told(run: Run, settings: BaseSettings) -> Run:
    """The same, but what goes wrong with files is told in a sentence."""

    @wraps(run)
    def runs(args: list[str], opts: argparse.Namespace) -> None:
        try:
            with piped():
                run(args, opts)
        except OSError as error:
            raise UsageError(
                printable(f"{file_of(error, opts)}: {error.strerror or error}"), print_help=False
            ) from error
        except sqlite3.Error as error:
            raise UsageError(printable(unusable(settings["CUTTINGS_DB"], error)), print_help=False) from error
        except (StoreError, ArchiveError) as error:
            raise UsageError(printable(str(error)), print_help=False) from error
        except UsageError as error:
            error.args = tuple(map(printable, error.args))
            raise

    return runs


def file_of(error: OSError, opts: argparse.Namespace) -> str:
    """What an error of the system is about: a full disk tells no name, and is met by what a command writes."""
    written = [getattr(opts, name, None) for name in ("output", "html")]
    return str(
        error.filename or next((one for one in written if one and isinstance(one, str)), "standard output")
    )


def objections(
    command: ScrapyCommand, settings: BaseSettings, args: list[str], opts: argparse.Namespace
) -> Iterator[str]:
    """What is wrong with the words of a command, its options and its settings."""
    yield from of_words(command, args)
    yield from of_arguments(getattr(opts, "spargs", []))
    yield from of_settings(settings, opts)
    yield from of_weights(command)
    files = {"--pidfile": opts.pidfile, "--profile": opts.profile}
    for name, file in files.items():
        if file and (wrong := output(file)):
            yield f"{name} {file}: {wrong}"


def of_words(command: ScrapyCommand, args: list[str]) -> Iterator[str]:
    """Options that are none, which Scrapy takes for words; and words that the command does not take."""
    for word in args:
        if word.startswith("-") and word != "-" and not Path(word).is_file():
            yield f"there is no option {word}; -h lists them"
    if args and NO_WORDS.fullmatch(command.syntax()):
        yield f"it takes no words, and was given {args[0]!r}"


def of_weights(command: ScrapyCommand) -> Iterator[str]:
    """Whether the weights of quotes can be read, where the command reads pages: those that crawl, and who say so."""
    if not getattr(command, "reads_pages", command.requires_crawler_process):
        return
    from stories.quotes.tagger.weights import WeightsError, load

    try:
        load()
    except WeightsError as error:
        yield str(error)


def of_arguments(pairs: list[str]) -> Iterator[str]:
    """Spider arguments that are given twice, of which Scrapy would drop the first."""
    for name, count in Counter(pair.split("=", 1)[0] for pair in pairs).items():
        if count > 1:
            yield f"-a {name}= is given {count} times; give it once (several addresses or files with commas between)"


def of_settings(settings: BaseSettings, opts: argparse.Namespace) -> Iterator[str]:
    """Settings that are none, and values of a wrong kind: given by -s, by the environment, or in settings.py."""
    given = dict(pair.split("=", 1) for pair in opts.set if "=" in pair)
    given |= {
        name: value for name, value in (("LOG_LEVEL", opts.loglevel), ("LOG_FILE", opts.logfile)) if value
    }
    own = project(settings)
    known = {name for name in (*dir(default_settings), *dir(own), *UNLISTED) if name.isupper()}
    for name in given:
        if name not in known and not any(name in text for text in addons(settings)):
            yield f"there is no setting {name!r}; {hint(name, known)}"
    light = {name: settings[name] for name in dir(own) if name.isupper() and not heavy(name, settings[name])}
    effective = light | given
    for name, value in effective.items():
        default = getattr(default_settings, name, getattr(own, name, None))
        if wrong := objection(name, value, default):
            shown = Remote(value) if isinstance(value, str) and ADDRESS.match(value) else value
            yield f"{name}={shown}: {wrong}"  # without a password
    if effective.get("REPLAY_AT") and not effective.get("REPLAY"):
        yield "REPLAY_AT says as of when an archive is replayed: name the archive with -s REPLAY=FILE.warc.gz"
    yield from of_environment(own)


def of_environment(own: ModuleType) -> Iterator[str]:
    """Variables that nearly have the name of one that settings.py reads."""
    read = set(re.findall(r"CUTTINGS_[A-Z_]+", inspect.getsource(own)))
    for name in os.environ:
        near = get_close_matches(name, read, 1, 0.9) if name.startswith("CUTTINGS_") else []
        if near and name not in read:
            yield f"the environment has {name}, which nothing reads; did you mean {near[0]}?"


def project(settings: BaseSettings) -> ModuleType:
    """The project's settings.py; Scrapy's defaults outside of a project."""
    name = os.environ.get("SCRAPY_SETTINGS_MODULE")
    return import_module(name) if name else default_settings


def heavy(name: str, value: object) -> bool:
    """Whether looking at a value means to import what only a crawl needs; as settings.py has it, Scrapy tells."""
    return name in COMPONENTS or is_class(value)


def addons(settings: BaseSettings) -> Iterator[str]:
    """The source of the packages that add-ons come from: nothing else says which settings they have."""
    for addon in settings.get("ADDONS") or {}:
        package = (addon if isinstance(addon, str) else addon.__module__).split(".")[0]
        found = find_spec(package)
        for folder in (found and found.submodule_search_locations) or ():
            yield from (file.read_text(encoding="utf-8") for file in Path(folder).rglob("*.py"))


def hint(name: str, known: set[str]) -> str:
    """What else may have been meant."""
    near = get_close_matches(name.upper(), known, 1)
    return f"did you mean {near[0]}?" if near else "settings.py has those of this project"
