"""The rooms of text rules, and the tests that hold each: those that start no process and need no public sets."""

from pathlib import Path

# Room: the tests to ask, in order; the quick and the wide come first, for most changes are noticed there.
ROOMS = {
    "body": ("gold/test_pages.py", "test_body*.py", "test_reading_[!f]*.py"),
    "metadata": ("gold/test_pages.py", "test_metadata*.py"),
    "dates": ("test_dates_[!f]*.py", "gold/test_pages.py", "test_dates.py"),
    "quotes": ("gold/test_quotes.py", "quotes/test_[!f]*.py"),
    "identity": (
        "test_identity_*.py",
        "test_copies.py",
        "test_clusters.py",
        "test_versions.py",
        "test_story_record.py",
    ),
    "entries": ("test_entry*.py", "test_excerpt*.py"),
}


def sources(root: Path, room: str) -> list[Path]:
    """The files of a room, wherever in the tree its folder or its one file stands."""
    return [path for path in sorted((root / "stories").rglob("*.py")) if room_of(root, path) == room]


def room_of(root: Path, path: Path) -> str:
    """The first part of a file's path that is a room, or nothing."""
    parts = path.relative_to(root).with_suffix("").parts
    return next((part for part in parts if part in ROOMS), "")


def asked_of(root: Path, room: str) -> list[str]:
    """The files of tests that are asked of a room, in order; none twice."""
    found = [
        path
        for pattern in ROOMS[room]
        for path in sorted((root / "tests").rglob(pattern.rpartition("/")[2]))
        if path.match(pattern)
    ]
    return list(dict.fromkeys(str(path.relative_to(root)) for path in found))
