"""The pages that all read: of the public sets, as files and as one WARC file; and what each made of them, scored."""

import json
import sqlite3
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from store.warc_file import WarcArchive
from tests import corpora

PAGES = 300
Row = dict[str, Any]
# Ours by the page that each text is of; what is known of the story beside
OURS = """
SELECT pages.sha256, stories.title, stories.authors, stories.published, versions.body
FROM versions JOIN pages ON pages.id = versions.page JOIN stories ON stories.id = versions.story
"""
THEIRS = "SELECT page, title, authors, published, body FROM stories"
SCORED = {"f1": "body F1", "title_exact": "headline", "author_f1": "authors", "date_instant": "instant"}


def chosen(few: int = 0) -> list[tuple[str, Row]]:
    """Rows of the sets of news, each with its set: all of Fundus and of AEB, then of WCXB those of news outlets first.

    few: so many of these, drawn the same each time; 0 for all.
    """
    rows = [(name, row) for name in ("fundus", "aeb") for row in corpora.truth(name)]
    others = corpora.truth("wcxb")
    Random(PAGES).shuffle(others)
    others.sort(key=lambda row: not row.get("news"))
    rows += [("wcxb", row) for row in others[: PAGES - len(rows)]]
    return Random(few).sample(rows, few) if few else rows


def laid_out(rows: list[tuple[str, Row]], folder: Path) -> dict[str, str]:
    """Write pages into a folder: `files/`, `pages.json`, `pages.warc.gz`. Returns their ids by the sha256 of the page."""
    (folder / "files").mkdir(parents=True)
    archive, listed, ids = WarcArchive(folder / "pages.warc.gz"), [], {}
    for name, row in rows:
        page, file = corpora.page(name, row), f"files/{row['id']}.html"
        (folder / file).write_bytes(page.payload)
        archive.keep(page.url, page.fetched, 200, [("Content-Type", "text/html")], page.payload)
        outlet = {"country": row.get("cc"), "publisher": row.get("publisher")}
        listed.append(
            {"id": row["id"], "url": page.url, "file": file, "crawled": row.get("crawl_date")} | outlet
        )
        ids[sha256(page.payload).hexdigest()] = row["id"]
    (folder / "pages.json").write_text(json.dumps(listed), encoding="utf-8")
    return ids


def stored(database: Path, ids: dict[str, str] | None = None) -> dict[str, Row]:
    """What a reader stored, by the id of the page; nothing of one that writes files. ids: of ours, from `laid_out`."""
    found: dict[str, Row] = {}
    if not database.exists():
        return found
    db = sqlite3.connect(database)
    for key, title, authors, published, body in db.execute(OURS if ids else THEIRS):
        told = {"title": title, "authors": json.loads(authors or "[]"), "published": published, "body": body}
        found[ids[key] if ids else key] = told
    db.close()
    return found


def scores(rows: list[tuple[str, Row]], found: dict[str, Row]) -> dict[str, dict[str, float]]:
    """The scorer's figures by set. A page without a row counts as an empty one."""
    of_set: dict[str, list[Row]] = defaultdict(list)
    for name, row in rows:
        of_set[name].append(row)
    scorer = corpora.scorer("score_pages")
    return {
        name: {key: value for key, value in scorer.score(name, found, rows).items() if key in SCORED}
        for name, rows in of_set.items()
    }
