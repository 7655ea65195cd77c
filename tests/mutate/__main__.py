"""Break one line at a time and see whether the tests notice: `python -m tests.mutate [ROOM ...] [--each N] [--seed S]`.

Prints a line a change and a table by room. Exit code 1 where fewer than 85 % of the changes are noticed. About ten
minutes.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutate.rooms import ROOMS, draw
from tests.mutate.session import QUIETLY, TESTS, Trials, copy_tree

ROOT = Path(__file__).parent.parent.parent
ENOUGH = 0.85
COPY = "CUTTINGS_MUTATE_COPY"


def main() -> int:
    """Try a sample of changes in a copy of the tree, and print what was noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}; all by default")
    parser.add_argument("--each", type=int, default=18, help="changes a room (default 18)")
    parser.add_argument("--seed", default="", help="any word: another sample")
    parser.add_argument("--file", default="", help="only the files whose path holds this")
    arguments = parser.parse_args()
    if unknown := [room for room in arguments.rooms if room not in ROOMS]:
        parser.error(f"{unknown[0]!r} is no room: give any of {', '.join(ROOMS)}")
    if COPY not in os.environ:
        return in_a_copy()
    rooms = arguments.rooms or list(ROOMS)
    return try_all(
        {room: draw(Path(), room, arguments.each, arguments.seed, arguments.file) for room in rooms}
    )


def in_a_copy() -> int:
    """The same command once more, in a copy of the tree whose files may be changed."""
    with tempfile.TemporaryDirectory(prefix="mutate-") as name:
        folder = copy_tree(ROOT, Path(name))
        around = {key: value for key, value in os.environ.items() if key != "CI"}
        around |= {COPY: name, "CUTTINGS_CORPORA": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "tests.mutate", *sys.argv[1:]]
        return subprocess.run(command, cwd=folder, env=around, check=False).returncode


def try_all(samples: dict[str, list]) -> int:
    """Ask the tests about each change; 1 where too few were noticed."""
    import pytest  # here, since the parent does not need it

    trials = Trials([place for sample in samples.values() for place in sample])
    code = pytest.main([*TESTS, *QUIETLY], plugins=[trials])
    if code or trials.wrong:
        print(trials.wrong or f"pytest ended with exit code {code}")
        return 1
    seen = iter(trials.noticed)
    return report({room: [next(seen) for _ in sample] for room, sample in samples.items() if sample})


def report(counts: dict[str, list[bool]]) -> int:
    """Print the table; 1 where too few were noticed."""
    print(f"\n{'room':<10}{'changes':>8}{'noticed':>8}{'share':>7}")
    rows = {**counts, "all": [seen for room in counts.values() for seen in room]}
    for room, seen in rows.items():
        print(f"{room:<10}{len(seen):>8}{sum(seen):>8}{sum(seen) / len(seen):>7.0%}")
    return int(sum(rows["all"]) < ENOUGH * len(rows["all"]))


if __name__ == "__main__":
    sys.exit(main())
