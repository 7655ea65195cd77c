"""Every way in, and every kind of page of the Resource Centre: an entry is an entry by whichever door it comes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from commands.record import Command as Record
from commands.record import record
from commands.sample import recorded
from runs.verdict import left
from store.database import Store
from store.warc_file import WarcArchive
from tests.scrapy_process import ROOT, Done, scrapy
from tests.server import Answer, serve, story_page
from tests.stories.test_entry import ENTRIES, SOURCE, rendered
from tests.waiting import QUICK

CENTRE = "https://www.business-humanrights.org"
LISTING = f"{CENTRE}/en/latest-news/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
COLUMNS = ("title", "attribution", "published", "source_title", "source_published", "excerpt")
NAMES = sorted(path.stem for path in ENTRIES.glob("*.json"))
LISTS = [name for name in NAMES if json.loads((ENTRIES / f"{name}.json").read_text("utf-8")).get("items")]
# As a `crawl story` of old left them
AS_STORIES = """
INSERT INTO stories (id, url, outlet, title, body, digest, reading, first_seen, last_seen, page)
SELECT 1000 + id, url, 'resource_centre', '', '', '', '', '2026', '2026', page FROM entries WHERE url NOT LIKE '%#%'
"""
Row = tuple[Any, ...]
Table = dict[str, Row]


def address(name: str) -> str:
    """Where a page stands: in the language that it speaks, under the name that it has there."""
    told = json.loads((ENTRIES / f"{name}.json").read_text("utf-8"))
    return f"{CENTRE}/{told.get('ui_language', 'en')}/{name.replace('_', '-')}"


def markup(name: str) -> str:
    page = ENTRIES / f"{name}.html"
    return (
        page.read_text("utf-8") if page.exists() else rendered((ENTRIES / f"{name}.txt").read_text("utf-8"))
    )


def expected(told: dict[str, Any]) -> Row:
    """What a recorded record says of an entry, as far as it says it, in the order of COLUMNS; None where it does not."""
    names = ("entry_title", "author_string", "entry_published", "source_title", "source_published")
    other = ("title", "attribution", "published", "source_title", "source_published")
    values = [told.get(one, told.get(two)) for one, two in zip(names, other, strict=True)]
    return (*values, "\n\n".join(told["excerpt"]) if "excerpt" in told else None)


def parts(name: str) -> list[Row]:
    told = json.loads((ENTRIES / f"{name}.json").read_text("utf-8"))
    return [expected(part) for part in (told.get("components") or [told])]


class World:
    """An archive of all the pages and of their one source, and a folder for what a door makes of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.db, self.warc = folder, folder / "c.db", folder / "w.warc.gz"
        self.urls = [address(name) for name in NAMES]
        archive = WarcArchive(self.warc)
        pages = {address(name): markup(name) for name in NAMES}
        pages[LISTING] = "<main>" + "".join(
            f'<div class="card"><a class="card__main-link" href="{url}"><h3>x</h3></a></div>'
            for url in self.urls
        )
        for url in (SOURCE, SOURCE.replace(".com", ".co.uk")):
            pages[url] = story_page("Ferry crews to wear trackers")
        for url, text in pages.items():
            archive.keep(url, NOON, 200, [("Content-Type", "text/html; charset=utf-8")], text.encode())

    @property
    def replay(self) -> tuple[str, str]:
        return "-s", f"REPLAY={self.warc}"

    def stored(self, *words: str) -> Table:
        """The entries that a command leaves in the database; none of their pages may be a story."""
        done = scrapy(*words, db=self.db)
        assert "Traceback" not in done.stderr, done.stderr
        store = Store(self.db)
        for run in store.rows("SELECT * FROM runs"):
            assert run["found"]
            assert left(run) == 0, run
        assert store.rows("SELECT url FROM stories WHERE outlet = 'resource_centre'") == []
        listed = store.rows("SELECT url FROM rejects WHERE reason = 'list of entries'")
        assert {row["url"] for row in listed} >= {address(name) for name in LISTS}
        linked = store.rows("SELECT story, source_state FROM entries WHERE source_url IS NOT NULL")
        assert linked
        assert all(row["story"] for row in linked), "every entry with a link has its source"
        return {
            row["url"]: tuple(row[name] for name in COLUMNS) for row in store.rows("SELECT * FROM entries")
        }

    def shown(self, *words: str) -> Table:
        """The entries that `story` prints."""
        done = scrapy("story", "--json", *words, *self.replay)
        assert "Traceback" not in done.stderr, done.stderr
        found = [json.loads(line) for line in done.stdout.splitlines()]
        assert all(one["outlet"] != "resource_centre" for one in found if one["record"] == "story")
        assert "listing" in [one["record"] for one in found] or "list of entries" in done.stderr
        entries = [one for one in found if one["record"] == "entry"]
        linked = [one for one in entries if one["source_url"]]
        assert all(one["source_state"] in ("found", "moved") for one in linked)
        assert all(passage["fidelity"] != "unchecked" for one in linked for passage in one["passages"])
        return {str(number): printed(one) for number, one in enumerate(entries)}

    def saved(self, suffix: str, text: Callable[[str], str], encoding: str = "utf-8") -> list[str]:
        """The pages as files, each saved without an address."""
        files = [self.folder / f"{name}{suffix}" for name in NAMES if suffix == ".html" or has_text(name)]
        for file in files:
            file.write_bytes(text(file.stem).encode(encoding))
        return [str(file) for file in files]


def has_text(name: str) -> bool:
    return (ENTRIES / f"{name}.txt").exists()


def printed(entry: dict[str, Any]) -> Row:
    return (*(entry[name] for name in COLUMNS[:-1]), "\n\n".join(entry["excerpt"]))


def text_of(name: str) -> str:
    return (ENTRIES / f"{name}.txt").read_text("utf-8")


def by_outlet(world: World) -> Table:
    return world.stored("crawl", "resource_centre", *world.replay)


def by_address(world: World) -> Table:
    return world.stored("crawl", "story", "-a", f"url={','.join(world.urls)}", *world.replay)


def by_list(world: World) -> Table:
    (world.folder / "list.txt").write_text("\n".join(world.urls))
    return world.stored("crawl", "story", "-a", f"file={world.folder / 'list.txt'}", *world.replay)


def by_archive(world: World) -> Table:
    return world.stored("crawl", "archive", "-a", f"path={world.warc}")


def by_reread(world: World) -> Table:
    by_archive(world)
    store = Store(world.db)
    store.db.execute("UPDATE entries SET title = 'damaged', attribution = 'damaged'")
    store.db.execute(AS_STORIES)
    store.db.execute(
        "INSERT INTO urls SELECT url, id, 'canonical', first_seen, 'canonical' FROM stories WHERE id > 1000"
    )
    store.close()
    return world.stored("reread")


def by_shown_address(world: World) -> Table:
    return world.shown(*world.urls)


def by_saved_page(world: World) -> Table:
    return world.shown(*world.saved(".html", markup))


def by_saved_text(world: World) -> Table:
    """The text alone has no link: the source cannot be followed, and says so."""
    return world.shown(*world.saved(".txt", text_of))


def by_text_in_utf_16(world: World) -> Table:
    return world.shown(*world.saved(".txt", text_of, "utf-16"))


def by_record(world: World) -> Table:
    pages = world.folder / "pages"
    for name, file in zip(NAMES, world.saved(".html", markup), strict=True):
        Record().keep(pages, name, Path(file), address(name))
    for page in recorded(pages):
        record(page, [])
    told = [page.expect for page in recorded(pages)]
    assert [one["kind"] for one in told].count("listing") == len(LISTS)
    entries = [part for one in told for part in one.get("entries", [one]) if one["kind"] != "listing"]
    return {str(number): printed(one) for number, one in enumerate(entries)}


DOORS = (
    by_outlet,
    by_address,
    by_list,
    by_archive,
    by_reread,
    by_shown_address,
    by_saved_page,
    by_saved_text,
    by_text_in_utf_16,
    by_record,
)


@pytest.mark.parametrize("door", DOORS, ids=[door.__name__ for door in DOORS])
def test_an_entry_is_an_entry_by_every_door(door: Callable[[World], Table], tmp_path: Path) -> None:
    found = list(door(World(tmp_path)).values())
    texts = door in (by_saved_text, by_text_in_utf_16)
    due = [
        row for name in NAMES if name not in LISTS and (has_text(name) or not texts) for row in parts(name)
    ]
    missing = [row for row in due if not any(fits(row, one) for one in found)]
    assert not missing, "\n".join(map(repr, [*missing, "of", *found]))
    assert len(found) == len(due)


def linking(source: str, title: str = "Looms") -> str:
    lines = (title, "Author: Quay, Published on: 3 May 2018", "The looms of hall 1 stood still all day…")
    return rendered("\n".join([*lines, "Read the full post here"])).replace(SOURCE, source)


def told(done: Done) -> list[dict[str, Any]]:
    assert "Traceback" not in done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_source_of_a_saved_entry_is_asked_of_its_site(tmp_path: Path) -> None:
    answers = {
        "/mill": Answer(story_page("Mill closes")),
        "/wall": Answer("<p>Subscribe to continue reading"),
    }
    with serve(answers) as site:
        files = [tmp_path / f"{name}.html" for name in ("mill", "wall", "gone")]
        for file in files:
            file.write_text(linking(f"{site.url}/{file.stem}", file.stem))
        quick = (*QUICK, *site.open)
        done = scrapy("story", "--json", *map(str, files), *quick)
    records = told(done)
    entries = {one["title"]: one for one in records if one["record"] == "entry"}
    assert {title: one["source_state"] for title, one in entries.items()} == {
        "mill": "found",
        "wall": "blocked",
        "gone": "gone",
    }
    assert [passage["fidelity"] for passage in entries["mill"]["passages"]] == ["exact"]
    assert [one["title"] for one in records if one["record"] == "story"] == ["Mill closes"]
    assert done.returncode == 0, "the entries are what was asked for"


def test_a_saved_text_is_held_against_the_stories_that_the_user_has(tmp_path: Path) -> None:
    db, warc, text = tmp_path / "c.db", tmp_path / "w.warc", tmp_path / "saved.txt"
    headers = [("Content-Type", "text/html")]
    WarcArchive(warc).keep(SOURCE, NOON, 200, headers, story_page("Ferry crews to wear trackers").encode())
    scrapy("crawl", "archive", "-a", f"path={warc}", db=db)
    lines = (
        "Looms",
        "Author: BBC, Published on: 3 March 2026",
        "“Ferry crews to wear trackers”, 1 March 2026",
    )
    words = "The looms of hall 1 stood still all day… Nobody came… Lena Ruiz, a weaver"
    text.write_text("\n\n".join([*lines, words, "Read the full post here"]), "utf-8")
    before = db.read_bytes()
    done = scrapy("story", "--json", str(text), db=db)
    (shown,) = told(done)
    assert [one["fidelity"] for one in shown["passages"]] == ["exact", "missing", "altered"]
    assert "matched by the title" in shown["source_note"]
    assert (done.returncode, done.stderr) == (0, "")
    assert db.read_bytes() == before
    db.write_text("no database")
    done = scrapy("story", "--json", str(text), db=db)
    (shown,) = told(done)
    assert {one["fidelity"] for one in shown["passages"]} == {"unchecked"}
    assert done.returncode == 0
    assert done.stderr.count("held against no stored story") == 1


def test_a_redirect_to_the_centre_gives_an_entry_and_never_a_story(tmp_path: Path) -> None:
    archive = WarcArchive(tmp_path / "w.warc.gz")
    short, entry, loop = "https://short.example/e", f"{CENTRE}/en/looms", f"{CENTRE}/en/wheels"
    for url, text in (
        (entry, linking("https://lamp.example/moved")),
        (loop, linking("https://short.example/e")),
    ):
        archive.keep(url, NOON, 200, [("Content-Type", "text/html; charset=utf-8")], text.encode())
    archive.keep(short, NOON, 302, [("Location", entry)], b"")
    archive.keep("https://lamp.example/moved", NOON, 302, [("Location", "https://lamp.example/mill")], b"")
    archive.keep(
        "https://lamp.example/mill", NOON, 200, [("Content-Type", "text/html")], story_page("Mill").encode()
    )
    db = tmp_path / "c.db"
    scrapy("crawl", "story", "-a", f"url={short},{loop}", "-s", f"REPLAY={tmp_path / 'w.warc.gz'}", db=db)
    kept = {row["url"]: row["source_note"] for row in Store(db).rows("SELECT url, source_note FROM entries")}
    assert kept == {entry: "to https://lamp.example/mill", loop: f"led to the Resource Centre: {entry}"}
    assert [row["outlet"] for row in Store(db).rows("SELECT outlet FROM stories")] == ["lamp.example"]


@pytest.mark.parametrize(
    ("payload", "code", "said"),
    [
        (b"", 1, "page.html: empty page; save the page as HTML, or its text as plain text"),
        (b"%PDF-1.7 x", 1, "page.html: not HTML: the payload is a PDF; save the page"),
        (bytes(range(256)), 1, "page.html: not HTML: "),
        (None, 2, "a folder, not a file: "),
    ],
)
def test_what_is_no_page_is_said_in_one_sentence(
    payload: bytes | None, code: int, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.mkdir() if payload is None else file.write_bytes(payload)
    done = scrapy("story", str(file))
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_docs_show_what_story_prints_of_a_saved_text(tmp_path: Path) -> None:
    shown = (
        (ROOT / "docs" / "entries.md")
        .read_text("utf-8")
        .partition("    .venv/bin/python -m scrapy story tests/")[2]
    )
    name, _, block = shown.partition("\n\n")
    said = " ".join(scrapy("story", f"tests/{name}", db=tmp_path / "none.db").stdout.split())
    assert said.startswith("https://unknown.invalid/")
    assert " ".join(block.split()).startswith(said)


def fits(row: Row, found: Row) -> bool:
    """Whether an entry is what its record says, as far as that goes."""
    return all(one is None or one == other for one, other in zip(row, found, strict=True))
