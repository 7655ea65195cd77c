"""The rooms of text rules, and a sample of the changes that may be made to each."""

import hashlib
from itertools import islice
from pathlib import Path

from tests.mutate.changes import Change, changes, compiles

# Room: its folders in `stories`, the narrowest first.
ROOMS = {
    "body": "extraction/body",
    "metadata": "extraction/metadata",
    "documents": "extraction",
    "dates": "dates",
    "quotes": "quotes",
    "identity": "identity",
    "entries": "entries",
}
Place = tuple[Path, Change]


def room_of(root: Path, path: Path) -> str:
    """The first room whose folder holds a file, or nothing."""
    return next(
        (room for room, folder in ROOMS.items() if path.is_relative_to(root / "stories" / folder)), ""
    )


def sources(root: Path, room: str) -> list[Path]:
    """The files of a room."""
    return [path for path in sorted((root / "stories").rglob("*.py")) if room_of(root, path) == room]


def draw(root: Path, room: str, size: int, seed: str, file: str = "") -> list[Place]:
    """`size` changes of a room, one a line, each line as likely as another. file: a part of the paths to draw from."""
    texts = {path: path.read_text("utf-8") for path in sources(root, room) if file in str(path)}
    found = [(path, change) for path, text in texts.items() for change in changes(text)]
    found.sort(key=lambda place: rank(*place, seed))
    firsts = {(path, change.line): (path, change) for path, change in reversed(found)}
    lines = sorted(firsts.values(), key=lambda place: rank(*place, f"{seed} lines"))
    return list(islice((place for place in lines if compiles(texts[place[0]], place[1])), size))


def rank(path: Path, change: Change, seed: str) -> str:
    """A place in the order of a sample that is the same until the line itself changes."""
    key = f"{seed} {path.stem} {change.function} {change.before} {change.text}"
    return hashlib.sha256(key.encode()).hexdigest()
