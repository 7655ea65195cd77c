"""Our reading beside trafilatura's default, page by page: `python -m tests.bench.peers [CORPUS ...]`.

A page that we reject counts as what a user gets of it: nothing. Printed for each set: body F1, the mean of the pages' F1,
recall; the share of pages that lose more than .2 to trafilatura and of stories that we reject; headline, authors, day.
`.cache/peers` keeps what trafilatura reads, by its version: one round is a reading of ours.
"""

import argparse
import json
import logging
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from stories.extraction.reading import read
from stories.page import Page
from tests import corpora
from tests.bench.pages import BY_DAY, UNKNOWN, prediction

CORPORA = ("aeb", "fundus", "wcxb", "traf", "htmldate")
CACHE = corpora.ROOT / ".cache" / "peers"
LOSS = 0.2
SHOWN = ("f1", "meanpagef1", "p", "r", "acc", "title_exact", "author_f1", "date_day", "date_instant")
Row = dict[str, Any]


def ours(corpus: str, row: Row) -> Row:
    """What a user gets of a page; nothing where it is rejected."""
    page = corpora.page(corpus, row)
    start = time.process_time()
    reading = read(page, UNKNOWN)
    found: Row = {"id": row["id"], "reject": reading.reject, "detail": reading.detail}
    if not reading.reject:
        found |= prediction(page, reading, corpus in BY_DAY) | {"origins": reading.origins}
    return found | {"cpu": time.process_time() - start}


def theirs(corpus: str, row: Row) -> Row:
    """What trafilatura reads by default, with its metadata."""
    page: Page = corpora.page(corpus, row)
    start = time.process_time()
    found = bare_extraction(page.payload, url=page.url, with_metadata=True)
    taken = time.process_time() - start
    read_there: Row = found.as_dict() if found is not None and not isinstance(found, dict) else {}
    names = [name.strip() for name in (read_there.get("author") or "").split(";") if name.strip()]
    keys = {"body": "text", "title": "title", "published": "date"}
    return {
        "id": row["id"],
        "authors": names,
        "cpu": taken,
        **{ours: read_there.get(key) for ours, key in keys.items()},
    }


def both(corpus: str, jobs: int) -> tuple[list[Row], dict[str, Row], dict[str, Row]]:
    """The rows of a set, and by their ids our readings and trafilatura's."""
    rows = corpora.truth(corpus)
    kept = CACHE / f"{corpus}-{version('trafilatura')}.jsonl"
    with ProcessPoolExecutor(jobs, initializer=logging.disable, initargs=[logging.CRITICAL]) as pool:
        if not kept.exists():
            keep(kept, pool.map(partial(theirs, corpus), rows, chunksize=8))
        mine = {one["id"]: one for one in pool.map(partial(ours, corpus), rows, chunksize=8)}
    lines = kept.read_text(encoding="utf-8").splitlines()
    return rows, mine, {one["id"]: one for one in map(json.loads, lines)}


def page_scores(corpus: str, rows: list[Row], found: dict[str, Row]) -> dict[str, float]:
    """The F1 of each page's body: of its shingles, or of its segments where the truth is segments."""
    scorer = corpora.scorer("score_pages")
    if corpus in ("traf", "htmldate"):
        return {row["id"]: scorer.score("traf", found, [row])["f1"] for row in rows if "must_have" in row}
    return {
        row["id"]: scorer.page_f1(row.get("body") or "", found[row["id"]].get("body") or "") for row in rows
    }


def figures(corpus: str, rows: list[Row], found: dict[str, Row], pages: dict[str, float]) -> str:
    """One reader's figures on a set; pages: the F1 of each page's body."""
    scored = corpora.scorer("score_pages").score(corpus, found, rows)
    if pages:
        scored["meanpagef1"] = sum(pages.values()) / len(pages)
    cpu = 1000 * sum(one["cpu"] for one in found.values()) / len(rows)
    return " ".join(f"{key} {scored[key]:.4f}" for key in SHOWN if key in scored) + f" cpu {cpu:.0f} ms"


def losses(mine: dict[str, float], peer: dict[str, float]) -> dict[str, float]:
    """What the pages lose to the peer that lose more than LOSS, the worst first."""
    lost = {key: peer[key] - score for key, score in mine.items() if peer[key] - score > LOSS}
    return dict(sorted(lost.items(), key=lambda item: -item[1]))


def report(corpus: str, jobs: int, worst: int, folder: Path | None) -> Iterator[str]:
    """The lines about one set. worst: how many pages are named. folder: where both readings are written."""
    rows, mine, peer = both(corpus, jobs)
    ours_by_page, peer_by_page = page_scores(corpus, rows, mine), page_scores(corpus, rows, peer)
    yield f"{corpus:9}ours        {figures(corpus, rows, mine, ours_by_page)}"
    yield f"{corpus:9}trafilatura {figures(corpus, rows, peer, peer_by_page)}"
    lost = losses(ours_by_page, peer_by_page)
    rejected = sum(bool(one["reject"]) for one in mine.values())
    shares = (
        f"{n} ({n / len(rows):.1%}) {what}" for n, what in ((len(lost), "lose much"), (rejected, "rejected"))
    )
    yield f"{corpus:9}{len(rows)} pages, {', '.join(shares)}"
    for key, loss in list(lost.items())[:worst]:
        one = mine[key]
        told = f"{one['reject']}: {one['detail']}" if one["reject"] else one["origins"].get("body")
        yield f"   -{loss:.2f} {key} {told}"
    if folder:
        keep(folder / f"{corpus}-ours.jsonl", mine.values())
        keep(folder / f"{corpus}-peer.jsonl", peer.values())


def keep(file: Path, found: Iterable[Row]) -> None:
    """Write readings, a JSON line a page."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(one, default=str) + "\n" for one in found), encoding="utf-8")


def main() -> None:
    """Print the report."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*", default=[], help=", ".join(CORPORA))
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--worst", type=int, default=0, help="pages named of those that lose most")
    parser.add_argument("--keep", type=Path, help="folder for what both read, a JSON line a page")
    arguments = parser.parse_args()
    for name in arguments.corpora or CORPORA:
        for line in report(name, arguments.jobs, arguments.worst, arguments.keep):
            print(line, flush=True)


if __name__ == "__main__":
    main()
