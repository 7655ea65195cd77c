"""The reader's version: it changes with what decides how a page is read, and with nothing else.

It is made of the source text of the rooms that read, of their weights and tables, of the versions of the libraries that
read with them, and of the facts of the outlet. A comment counts, for it costs less to read once too often than to
know which line matters.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from stories.outlet import Outlet

# Of `stories`; what only compares stored texts, or reads lists, is left out
ROOMS = ("dates", "entries", "extraction", "lists", "quotes")
MODULES = (
    "item",
    "language_model",
    "loose_json",
    "outlet",
    "page",
    "recognition",
    "sites",
    "text",
    "transfer",
)
IDENTITY = ("corrections", "fingerprint", "urls")
LIBRARIES = (
    "babel",
    "courlan",
    "dateparser",
    "htmldate",
    "lxml",
    "lxml_html_clean",
    "py3langid",
    "tldextract",
    "trafilatura",
)
HEX = 12  # digits: 48 bits tell any two readers apart that one desk will have


@cache
def reader_version(*outlets: Outlet) -> str:
    """Twelve hex digits that name the reader of these outlets' pages."""
    told = "\n".join([_code(), *map(repr, outlets)])
    return sha256(told.encode()).hexdigest()[:HEX]


@cache
def _code() -> str:
    """Hex sha256 of all that reads."""
    made = sha256()
    for name, data in sources():
        made.update(f"{name} {len(data)}\n".encode() + data)
    for name in LIBRARIES:
        made.update(f"{name} {version(name)}\n".encode())
    return made.hexdigest()


def sources() -> Iterator[tuple[str, bytes]]:
    """The files that read, by name: code, weights and tables."""
    here = files("stories")
    for room in ROOMS:
        yield from _below(here.joinpath(room), room)
    for folder, names in ((here, MODULES), (here.joinpath("identity"), IDENTITY)):
        for name in names:
            yield f"{folder.name}/{name}.py", folder.joinpath(f"{name}.py").read_bytes()


def _below(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir():
            if one.name != "__pycache__":
                yield from _below(one, f"{name}/{one.name}")
        elif one.name.endswith((".py", ".weights", ".gz")):
            yield f"{name}/{one.name}", one.read_bytes()
