"""Break one line at a time and see whether the tests notice: `python -m tests.mutate [ROOM ...] [--each N] [--seed S]`.

Prints a line a change and a table by room. Exit code 1 where fewer than 85 % of the changes are noticed. About ten
minutes.
"""

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.mutate.changes import Change, changes
from tests.mutate.rooms import ROOMS, asked_of, sources
from tests.mutate.trial import copy_tree, load_libraries, passes

ROOT = Path(__file__).parent.parent.parent
ENOUGH = 0.85
Place = tuple[Path, Change]


def rank(path: Path, change: Change, seed: str) -> str:
    """A place in the order of a sample that is the same until the line itself changes."""
    key = f"{seed} {path.stem} {change.function} {change.before} {change.text}"
    return hashlib.sha256(key.encode()).hexdigest()


def sample(folder: Path, room: str, size: int, seed: str) -> list[Place]:
    """`size` changes of a room, as many from each file as from another while they last."""
    queues = []
    for path in sources(folder, room):
        found = sorted(changes(path.read_text("utf-8")), key=lambda change: rank(path, change, seed))
        queues.append([(path, change) for change in found])
    queues.sort(key=lambda queue: rank(*queue[0], seed) if queue else "")
    turns = [place for turn in range(size) for queue in queues for place in queue[turn : turn + 1]]
    return turns[:size]


def noticed(folder: Path, place: Place, asked: list[str]) -> bool:
    """Whether a test fails while the change is made."""
    path, change = place
    source = path.read_text("utf-8")
    path.write_text(change.apply(source), "utf-8")
    try:
        return not passes(folder, asked, folder / "log.txt")
    finally:
        path.write_text(source, "utf-8")


def try_room(folder: Path, room: str, size: int, seed: str) -> Iterator[tuple[Place, bool]]:
    """Each change of a room's sample, and whether it was noticed."""
    asked = asked_of(folder, room)
    if not passes(folder, asked, folder / "log.txt", keep_bytecode=True):
        sys.exit(
            f"The tests of {room} fail before anything is changed:\n{(folder / 'log.txt').read_text()[-3000:]}"
        )
    for place in sample(folder, room, size, seed):
        yield place, noticed(folder, place, asked)


def main() -> int:
    """Print what was noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all by default")
    parser.add_argument("--each", type=int, default=12, help="changes a room (default 12)")
    parser.add_argument("--seed", default="", help="any word: another sample")
    arguments = parser.parse_args()
    if unknown := [room for room in arguments.rooms if room not in ROOMS]:
        parser.error(f"{unknown[0]!r} is no room: give any of {', '.join(ROOMS)}")
    load_libraries()
    counts: dict[str, list[bool]] = {}
    with tempfile.TemporaryDirectory(prefix="mutate-") as name:
        folder = copy_tree(ROOT, Path(name))
        for room in arguments.rooms or ROOMS:
            for (path, change), seen in try_room(folder, room, arguments.each, arguments.seed):
                counts.setdefault(room, []).append(seen)
                print("noticed " if seen else "SURVIVED", path.relative_to(folder), change, flush=True)
    return report(counts)


def report(counts: dict[str, list[bool]]) -> int:
    """Print the table; 1 where too few were noticed."""
    print(f"\n{'room':<10}{'changes':>8}{'noticed':>8}{'share':>7}")
    rows = {**counts, "all": [seen for room in counts.values() for seen in room]}
    for room, seen in rows.items():
        print(f"{room:<10}{len(seen):>8}{sum(seen):>8}{sum(seen) / len(seen):>7.0%}")
    return int(sum(rows["all"]) < ENOUGH * len(rows["all"]))


if __name__ == "__main__":
    sys.exit(main())
