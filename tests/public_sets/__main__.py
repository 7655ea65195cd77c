"""Fetch the public sets and convert them: `python -m tests.public_sets [SET ...]`, into `CUTTINGS_CORPORA`.

They are other people's texts, under their own licences: measure on them, copy no sentence. A set that is there already is
left as it is.
"""

import gzip
import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.corpora import CORPORA
from tests.public_sets.addresses import ADDRESSES
from tests.public_sets.pages import PAGES
from tests.public_sets.quotes import QUOTES

SECONDS = 600  # for one archive


def fetch(address: str, folder: Path) -> Path:
    """The unpacked archive of a repository. Raises OSError where it cannot be had, BadZipFile where it is none."""
    file = folder / "archive.zip"
    with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 -- an address of ours
        file.write_bytes(answer.read())
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder)  # it drops what points outside
    file.unlink()
    (root,) = folder.iterdir()
    return root


def write_pages(name: str, root: Path, folder: Path) -> int:
    """Write a set of pages; returns how many there are."""
    (folder / "pages").mkdir(parents=True)
    rows: list[dict[str, Any]] = []
    for number, (row, html) in enumerate(PAGES[name](root)):
        page = f"{number:04}.html.gz"
        (folder / "pages" / page).write_bytes(gzip.compress(html))
        rows.append(row | {"page": page})
    lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    (folder / "truth.jsonl").write_text(lines, encoding="utf-8")
    return len(rows)


def write_quotes(name: str, root: Path, folder: Path) -> int:
    """Write a set of quotes; returns how many documents there are."""
    folder.mkdir(parents=True, exist_ok=True)
    _, read, part = QUOTES[name]
    lines = [f"{json.dumps(row, ensure_ascii=False)}\n" for row in read(root, part)]
    with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(lines)
    return len(lines)


def make(source: str, address: str, corpora: Path) -> None:
    """Fetch one source and write its sets."""
    quotes = [name for name, (of, _, _) in QUOTES.items() if of == source]
    targets = [corpora / "quotes" / f"{name}.jsonl.gz" for name in quotes] or [corpora / source]
    if all(target.exists() for target in targets):
        print(f"{source}: already in {corpora}")
        return
    with tempfile.TemporaryDirectory() as folder:
        root = fetch(address, Path(folder))
        for name in quotes:
            print(f"{name}: {write_quotes(name, root, corpora / 'quotes')} documents")
        if not quotes:
            print(f"{source}: {write_pages(source, root, corpora / source)} pages")


def main(names: list[str], addresses: dict[str, str], corpora: Path) -> int:
    """Make each set; one that cannot be had is told, and the others are made."""
    failed = 0
    for name in names or addresses:
        try:
            make(name, addresses[name], corpora)
        except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
            failed = 1
            print(
                f"{name}: not made from {addresses.get(name)}: {type(error).__name__}: {error}",
                file=sys.stderr,
            )
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], ADDRESSES, CORPORA))
