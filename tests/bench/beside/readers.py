"""One reader over a folder of pages, into a database of its own: `python readers.py READER FOLDER DATABASE PROCESSES`.

It runs in the environment of that reader, so it knows nothing of this project. FOLDER has `pages.json`, a list of {id,
url, file, crawled, country, publisher}, and the files. The reader works as its documentation has it, in a pool of as
many processes; this process writes a plain table, a row a page, as they come. A page that a reader fails on has none.
"""

import json
import logging
import sqlite3
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

Row = dict[str, Any]
TABLE = "CREATE TABLE stories (page TEXT PRIMARY KEY, url TEXT, title TEXT, authors TEXT, published TEXT, body TEXT)"
CHUNK = 4  # pages handed to a process at once


def newspaper4k(page: Row, html: str) -> Row:
    """https://newspaper4k.readthedocs.io: an article of a page that was fetched already."""
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False
    article = Article(page["url"], config=config)
    article.download(input_html=html)
    article.parse()
    return _row(article.title, article.authors, article.publish_date, article.text)


def news_please(page: Row, html: str) -> Row:
    """https://github.com/fhamborg/news-please: the library's door for a page that was fetched already."""
    from newsplease import NewsPlease

    article = NewsPlease.from_html(html, url=page["url"], fetch_images=False)
    return _row(article.title, article.authors, article.date_publish, article.maintext)


def trafilatura(page: Row, html: str) -> Row:
    """https://trafilatura.readthedocs.io: the default extraction, with metadata."""
    from trafilatura import bare_extraction

    found = bare_extraction(html, url=page["url"], with_metadata=True)
    read = found.as_dict()
    return _row(read["title"], (read["author"] or "").split("; "), read["date"], read["text"])


def fundus(page: Row, html: str) -> Row:
    """https://github.com/flairNLP/fundus: the parser that the outlet had when the page was fetched."""
    from fundus import PublisherCollection

    outlet = getattr(getattr(PublisherCollection, page["country"]), page["publisher"])
    read = outlet.parser(datetime.fromisoformat(page["crawled"])).parse(html, "suppress")
    return _row(read.get("title"), read.get("authors"), read.get("publishing_date"), str(read["body"]))


READERS: dict[str, Callable[[Row, str], Row]] = {
    "newspaper4k": newspaper4k,
    "news-please": news_please,
    "trafilatura": trafilatura,
    "fundus": fundus,
}


def _row(title: str | None, authors: list[str] | None, published: object, body: str | None) -> Row:
    when = published.isoformat() if isinstance(published, datetime) else published
    return {"title": title, "authors": json.dumps(authors or []), "published": when or None, "body": body}


def read(reader: str, folder: Path, page: Row) -> tuple[Row, Row | None]:
    """A page, and what the reader makes of it: None where it fails, or finds no text."""
    html = (folder / page["file"]).read_bytes().decode("utf-8", "replace")
    try:
        found = READERS[reader](page, html)
    except Exception:  # noqa: BLE001 -- whatever a library raises, the page has no row
        return page, None
    return page, found if found["body"] else None


def main() -> None:
    """Read and store."""
    logging.disable(logging.CRITICAL)
    reader, folder, database, processes = sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    pages = json.loads((folder / "pages.json").read_text("utf-8"))
    db = sqlite3.connect(database, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute(TABLE)
    with Pool(processes) as pool:
        for page, found in pool.imap_unordered(partial(read, reader, folder), pages, CHUNK):
            if found:
                row = {"page": page["id"], "url": page["url"]} | found
                marks = ", ".join("?" * len(row))
                db.execute(f"INSERT INTO stories ({', '.join(row)}) VALUES ({marks})", list(row.values()))  # noqa: S608
    db.close()


if __name__ == "__main__":
    main()
