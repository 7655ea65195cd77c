"""The figures of the gold set, which everybody has: `python -m tests.bench.gold [--wrong]`. A few seconds."""

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


def _line(name: str, figures: dict[str, float]) -> str:
    return f"{name:<20}" + " ".join(f"{key} {share:.3f}" for key, share in figures.items())


def main() -> int:
    """Print the report."""
    logging.disable(logging.CRITICAL)
    for line in lines("--wrong" in sys.argv[1:]):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
