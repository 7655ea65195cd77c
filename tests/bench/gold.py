"""The figures of the gold set, which everybody has: `python -m tests.bench.gold [--wrong | --table]`. A few seconds.

--table: those of the passages, as docs/quotes.md has them.
"""

import logging
import sys
from collections.abc import Iterator

from tests.gold import pages, quotes


def lines(with_faults: bool) -> Iterator[str]:
    """The report; with_faults: what is read wrongly, page by page and passage by passage, too."""
    read = [(row, pages.found(row)) for row in pages.rows()]
    yield _line(f"gold pages ({len(read)})", pages.figures(read))
    for truth, found in read:
        faults = [field for field, share in pages.right(truth, found).items() if share < 1]
        if with_faults and faults:
            yield f"  {truth['id']}: {', '.join(faults)} ({truth['kind']})"
    for language in quotes.LANGUAGES:
        rows = quotes.rows(language)
        yield _line(f"gold quotes {language} ({len(rows)})", quotes.figures(language))
        for row in rows if with_faults else []:
            yield from (f"  {row['id']}: {field}: {fault}" for field, fault in quotes.wrong(row).items())


def table() -> str:
    """The figures of the passages as a table, of 100."""
    names = (
        "right source",
        "its precision",
        "direct, to the word",
        "indirect, to the word",
        "speaker’s name",
    )
    head = ["| language | passages | " + " | ".join(names) + " |", "|---" * (len(names) + 2) + "|"]
    shown = (
        (language, len(quotes.rows(language)), quotes.figures(language).values())
        for language in quotes.LANGUAGES
    )
    return "\n".join(
        head
        + [
            f"| {name} | {n} | " + " | ".join(f"{100 * x:.1f}" for x in found) + " |"
            for name, n, found in shown
        ]
    )


def _line(name: str, figures: dict[str, float]) -> str:
    return f"{name:<20}" + " ".join(f"{key} {share:.3f}" for key, share in figures.items())


def main() -> int:
    """Print the report."""
    logging.disable(logging.CRITICAL)
    if "--table" in sys.argv[1:]:
        print(table())
        return 0
    for line in lines("--wrong" in sys.argv[1:]):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
