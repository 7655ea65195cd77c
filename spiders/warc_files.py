"""The WARC files that somebody names: files, patterns, folders, addresses."""

import glob
import logging
from collections.abc import Iterator
from pathlib import Path

from scrapy.exceptions import UsageError

from store.location import Location, located, opened
from store.remote_address import Remote
from store.warc_records import is_warc
from stories.text import many

log = logging.getLogger(__name__)
NAMED = 5  # of those left out


def warc_files(given: str) -> list[Location]:
    """The files of `-a path=FILE[,FILE...]`, each once, in the order given; those of a folder and below it by name.

    What else is in a folder is left out, and logged. Raises UsageError for a file that is not there or cannot be had,
    and for a folder or a pattern without a WARC file.
    """
    files: dict[Location, None] = {}
    for name in filter(None, (part.strip() for part in given.split(","))):
        location = located(name)
        if isinstance(location, Remote):
            _check(location)
            files[location] = None
            continue
        try:
            files |= dict.fromkeys(_named(name))
        except OSError as error:
            raise UsageError(f"-a path={name}: {error.strerror}", print_help=False) from error
    return list(files)


def _named(name: str) -> Iterator[Path]:
    targets = [name] if Path(name).exists() else sorted(glob.glob(name))  # noqa: PTH207 -- absolute ones too
    if not targets:
        raise UsageError(f"-a path={name}: there is no such file", print_help=False)
    for target in targets:
        yield from _of(Path(target).absolute())


def _check(location: Remote) -> None:
    """Raises UsageError where an archive at an address cannot be read."""
    try:
        with opened(location) as file:
            why = "" if file.size else "the file is empty"
    except OSError as error:
        why = str(error)
    if why:
        raise UsageError(f"-a path={location}: {why}", print_help=False)


def _of(target: Path) -> Iterator[Path]:
    if not target.is_dir():
        if not target.stat().st_size:
            raise UsageError(f"-a path={target}: the file is empty", print_help=False)
        yield target
        return
    below = sorted(path for path in target.rglob("*") if path.is_file())
    chosen = [path for path in below if (is_warc(path.name) or path.suffix.lower() == ".wacz")]
    if not chosen:
        found = f"it holds {many(len(below), 'file')} of other kinds" if below else "it is empty"
        raise UsageError(f"-a path={target}: no WARC file in this folder; {found}", print_help=False)
    left = [path.relative_to(target).as_posix() for path in below if path not in chosen]
    if left:
        named = ", ".join(left[:NAMED]) + (", ..." if len(left) > NAMED else "")
        log.warning("%s: %s files are left out, being no WARC files: %s", target, len(left), named)
    yield from chosen
