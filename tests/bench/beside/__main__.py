"""Pages read and stored, by us and by what a user would pick instead, in one run: `make bench-peers`.

Each reads the same 300 pages of the public sets in as many worker processes, round after round, one after another, and
stores what it read. --write keeps what was measured in peers.json, from which the README's table is printed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from tests.bench.beside import pages, table
from tests.bench.beside.process import Taken, taken

ROOT = Path(__file__).parents[3]
READERS = Path(__file__).with_name("readers.py")
PEERS = ROOT / ".venv-peers" / "bin" / "python"
OURS = "Cuttings"
PATIENCE = 600  # seconds that a page may take of ours: on a busy machine the clock says nothing of the page
CLI = "trafilatura's CLI"
ALONE = " "  # behind a name: on the pages of Fundus's outlets alone
EVERY = (OURS, "trafilatura", CLI, "newspaper4k", "news-please")
OF_OUTLETS = (OURS + ALONE, "fundus" + ALONE)


def command(name: str, folder: Path, made: Path, processes: int) -> list[str]:
    """How a reader is run over a folder of pages; what it stores is in `made`, in `stories.db` or files."""
    reader, database = name.removesuffix(ALONE), str(made / "stories.db")
    if reader == OURS:
        given = {
            "CUTTINGS_DB": database,
            "ARCHIVE_DIR": made,
            "READERS": processes,
            "READ_SECONDS": PATIENCE,
        }
        kept = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
        spider = ["crawl", "archive", "-a", f"path={folder / 'pages.warc.gz'}"]
        return [sys.executable, "-m", "scrapy", *spider, *kept]
    if reader == CLI:
        given = ["--input-dir", str(folder / "files"), "--output-dir", str(made), "--json", "--with-metadata"]
        return [str(Path(sys.executable).with_name("trafilatura")), *given, "--parallel", str(processes)]
    python = sys.executable if reader == "trafilatura" else str(PEERS)
    return [python, "-W", "ignore", str(READERS), reader, str(folder), database, str(processes)]


def versions() -> dict[str, str]:
    """What was measured, by name."""
    asked = "import importlib.metadata as m, sys; print(*map(m.version, sys.argv[1:]))"
    names = ["newspaper4k", "news-please", "fundus"]
    said = subprocess.run([PEERS, "-c", asked, *names], capture_output=True, text=True, check=True).stdout
    return dict(zip(names, said.split(), strict=True)) | {"trafilatura": version("trafilatura")}


def measured(rounds: int, processes: int, few: int, folder: Path) -> Iterator[dict[str, table.Measured]]:
    """After each round what each took, a figure a round, and what it stored in the last, scored."""
    rows = pages.chosen(few)
    sets = {"": rows, ALONE: [one for one in rows if one[0] == "fundus"]}
    ids = {which: pages.laid_out(those, folder / f"pages{which}") for which, those in sets.items()}
    pages.laid_out(sets[ALONE][:1], folder / "one")
    took: dict[str, list[Taken]] = {name: [] for name in (*EVERY, *OF_OUTLETS)}
    starts: dict[str, list[Taken]] = {name: [] for name in took}
    found = {}
    for number in range(1, rounds + 1):
        for name, so_far in took.items():
            which = ALONE if name.endswith(ALONE) else ""
            for read_of, kept in (("one", starts[name]), (f"pages{which}", so_far)):
                made = folder / name
                shutil.rmtree(made, ignore_errors=True)
                made.mkdir()
                kept.append(taken(command(name, folder / read_of, made, processes), ROOT, ok=(0, 3)))
                print(f"round {number}: {name.strip()} {kept[-1]}", flush=True)
            told = pages.stored(made / "stories.db", ids[which] if name.startswith(OURS) else None)
            stored = len(told) or len(list(made.glob("*.json")))
            scores = pages.scores(sets[which], told)
            found[name] = table.Measured(len(sets[which]), stored, so_far, starts[name], scores)
        yield found


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=0, help="so many of them, for a trial")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--write", action="store_true", help="keep it, and print the README's table")
    given = parser.parse_args()
    if not PEERS.exists():
        sys.exit(f"{PEERS} is not there: `make bench-peers` sets up what is measured beside ours")
    with tempfile.TemporaryDirectory() as folder:
        for found in measured(given.rounds, given.processes, given.pages, Path(folder)):
            told = table.kept(found, versions(), given.processes)
            if given.write:
                table.write(told)
            print(table.lines(told), flush=True)


if __name__ == "__main__":
    main()
