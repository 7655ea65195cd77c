"""`reread`: kept pages by today's rules, what that changes, and what it leaves as it is."""

import json
import re
import signal
import sqlite3
from pathlib import Path

import pytest

from store.copy import copy_database
from store.database import Store
from store.reading_changes import reading_changes
from store.tables import Row
from tests.once import made_once
from tests.sample import SAMPLE, crawl_sample
from tests.scrapy_process import scrapy
from tests.shrink import STORIES, leave_out
from tests.store.contents import content

READ = ("stories", "versions", "entries")  # tables whose rows name their reader
MORE = (
    "%c0sample003o",
    "%c0sample005o",
    "%night-cleaners%",
)  # two that begin with a quote, one of another outlet
FEW = " UNION ".join([STORIES, *(f"SELECT id FROM stories WHERE url LIKE '{url}'" for url in MORE)])  # noqa: S608
OTHER_RULES = ("-s", "SPIDER_MODULES=spiders,tests.other_rules")  # the last of one name counts


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"


@pytest.fixture(scope="session")
def few(crawled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three entries and five stories of the sample, one of which was rewritten."""

    def make(folder: Path) -> None:
        copy_database(crawled, folder / "few.db")
        db = sqlite3.connect(folder / "few.db", isolation_level=None)
        leave_out(db, stories=FEW)
        db.close()

    return made_once(tmp_path_factory, "few", make) / "few.db"


@pytest.fixture
def db(few: Path, tmp_path: Path) -> Path:
    """A copy to work on."""
    copy_database(few, tmp_path / "c.db")
    return tmp_path / "c.db"


@pytest.fixture
def whole(crawled: Path, tmp_path: Path) -> Path:
    """A copy of all of the sample."""
    copy_database(crawled, tmp_path / "c.db")
    return tmp_path / "c.db"


def told(db: Path, *words: str) -> tuple[list[dict[str, object]], dict[str, int]]:
    """The changes that `reread --json` tells, and their counts."""
    done = scrapy("reread", "--json", *words, db=db)
    assert done.returncode == 0, done.stderr
    *changes, last = map(json.loads, done.stdout.splitlines())
    return changes, last["changes"]


def test_right_after_a_crawl_nothing_would_change_and_nothing_is_written(whole: Path) -> None:
    before = whole.read_bytes()
    done = scrapy("reread", "--dry-run", db=whole)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "0 fields of 0 records would change\n"
    assert re.search(r"reread: ok found=3\d new=0 updated=0 ", done.stderr)
    assert whole.read_bytes() == before
    assert [path.name for path in whole.parent.iterdir()] == [whole.name]


def test_a_changed_rule_shows_at_exactly_the_stories_concerned(db: Path) -> None:
    held = Store(db)
    versions = held.rows("SELECT story, number, seen FROM versions ORDER BY story, number")
    others = held.rows("SELECT url, title, reader FROM stories WHERE outlet != 'guardian' ORDER BY id")
    concerned = {row["url"] for row in held.rows("SELECT url FROM stories WHERE outlet = 'guardian'")}
    held.close()
    changes, counts = told(db, "--dry-run", *OTHER_RULES)
    titles = [change for change in changes if change["field"] == "stories.title"]
    assert {change["url"] for change in titles} == concerned
    assert set(counts) == {"stories.title", "versions.title"}
    assert all(change["before"] != change["after"] for change in titles)
    shown = scrapy("reread", "--dry-run", "--rows", "2", *OTHER_RULES, db=db).stdout
    assert f"{len(changes)} fields of {len(concerned)} records would change" in shown
    assert re.search(r"^ +\d+  stories.title$", shown, re.MULTILINE)
    assert shown.count("    before: ") == 2
    assert told(db, *OTHER_RULES) == (changes, counts)
    store = Store(db)
    assert store.rows("SELECT story, number, seen FROM versions ORDER BY story, number") == versions
    assert (
        store.rows("SELECT url, title, reader FROM stories WHERE outlet != 'guardian' ORDER BY id") == others
    )
    store.close()
    back, _ = told(db)
    assert [(one["after"], one["before"]) for one in back] == [
        (one["before"], one["after"]) for one in changes
    ]


def test_what_matters_most_comes_first(db: Path) -> None:
    store = Store(db)
    said = "SELECT story FROM quotes WHERE number = 1 AND speaker IS NOT NULL ORDER BY story LIMIT 3"
    one, two, three = (row["story"] for row in store.rows(said))
    edit = "UPDATE stories SET title = 'x', published = '1999-01-01', body = body || 'x' WHERE id = ?"
    store.db.execute(edit, [one])
    store.db.execute("UPDATE quotes SET speaker = 'nobody' WHERE story = ? AND number = 1", [two])
    store.db.execute("DELETE FROM quotes WHERE story = ? AND number = 1", [three])
    store.db.execute("UPDATE dates SET chosen = 1 - chosen WHERE story = ? AND field = 'published'", [three])
    store.close()
    changes, counts = told(db, "--dry-run")
    fields = [str(change["field"]) for change in changes]
    assert fields[:2] == ["quotes.speaker", "quotes"] or fields[:2] == ["quotes", "quotes.speaker"]
    assert fields.index("stories.published") < fields.index("stories.body") < fields.index("stories.title")
    assert fields.index("dates.chosen") < fields.index("stories.body")
    assert counts["quotes.speaker"] == counts["quotes"] == counts["stories.body"] == 1
    speaker = next(change for change in changes if change["field"] == "quotes.speaker")
    assert speaker["before"] == "nobody"
    assert speaker["of"]
    body = next(change for change in changes if change["field"] == "stories.body")
    assert body["before"] == f"{body['after']}x"
    assert "\n\n" not in str(body["before"])


@pytest.mark.parametrize("word", ["guardian", "url", "since"])
def test_only_what_was_asked_for_is_read(db: Path, word: str) -> None:
    store = Store(db)
    store.db.execute("UPDATE stories SET reader = NULL")
    url = (store.row("SELECT url FROM stories WHERE outlet = 'bbc'") or {})["url"]
    asked, expected = {
        "guardian": (["guardian"], "outlet = 'guardian'"),
        "url": ([url.replace("https://www.", "http://")], f"url = '{url}'"),
        "since": (["--since", "2026-01-01", "bbc"], "published >= '2026-01-01' AND outlet = 'bbc'"),
    }[word]
    due = store.rows(f"SELECT url FROM stories WHERE {expected} ORDER BY url")  # noqa: S608
    store.close()
    assert due
    told(db, *asked)
    assert Store(db).rows("SELECT url FROM stories WHERE reader IS NOT NULL ORDER BY url") == due


def test_a_run_that_was_killed_is_gone_on_with(db: Path) -> None:
    store = Store(db)
    killed = {"spider": "reread", "arguments": '{"stored": "all"}', "started": "2026-11-26T00:00:00+00:00"}
    store.add("runs", killed)
    once = (  # stories of a single page each
        "SELECT story FROM versions JOIN stories ON stories.id = story GROUP BY story "
        "HAVING count(*) = 1 AND max(versions.page) = max(stories.page) ORDER BY story LIMIT 2"
    )
    store.db.execute(f"UPDATE stories SET reader = 'another' WHERE id IN ({once})")  # noqa: S608
    store.db.execute(f"UPDATE versions SET reader = 'another' WHERE story IN ({once})")  # noqa: S608
    store.close()
    assert "found=2 " in scrapy("reread", db=db).stderr
    versions = Store(db).rows("SELECT * FROM versions ORDER BY story, number")
    assert "found=9 " in scrapy("reread", db=db).stderr  # that one came to its end: this one begins anew
    store = Store(db)
    assert store.rows("SELECT * FROM versions ORDER BY story, number") == versions, (
        "the same rules read the same"
    )
    store.add("runs", killed)
    store.close()
    done = scrapy("reread", db=db)
    assert (done.returncode, "reread: ok found=0 " in done.stderr) == (0, True), done.stderr


@pytest.mark.parametrize("saved", [2, 5])
def test_killed_for_real_it_is_gone_on_with_and_comes_to_the_same(db: Path, saved: int) -> None:
    copy_database(db, db.with_name("before.db"))
    store = Store(db)
    store.db.execute("UPDATE stories SET title = 'x'")
    for table in READ:
        store.db.execute(f"UPDATE {table} SET reader = 'another'")  # noqa: S608
    every = len(unread(store))
    store.close()
    mortal = ("-s", "SPIDER_MODULES=spiders,tests.mortal_reread")
    assert scrapy("reread", *mortal, db=db, MORTAL_RECORDS=str(saved)).returncode == -signal.SIGKILL
    store = Store(db)
    assert store.rows("SELECT finished FROM runs WHERE spider = 'reread'") == [{"finished": None}]
    assert 0 < len(unread(store)) < every
    store.close()
    gone_on, anew = scrapy("reread", db=db), scrapy("reread", "--dry-run", db=db)
    assert gone_on.returncode == 0, gone_on.stderr
    assert anew.stdout == "0 fields of 0 records would change\n"
    found, most = (int(re.findall(r"reread: ok found=(\d+)", done.stderr)[0]) for done in (gone_on, anew))
    assert found < most, "what was read before is not read again"
    store = Store(db)
    assert unread(store) == []
    assert reading_changes(db.with_name("before.db"), store) == []


def unread(store: Store) -> list[Row]:
    """The records that were not read since the rules changed."""
    return [row for table in READ for row in store.rows(f"SELECT 1 FROM {table} WHERE reader = 'another'")]  # noqa: S608


def test_a_page_that_is_not_where_the_record_points_is_told(db: Path) -> None:
    store = Store(db)
    before = content(store)["stories"]
    held = [row["page"] for row in store.rows("SELECT page FROM stories ORDER BY id LIMIT 3")]
    other = "UPDATE pages SET offset = (SELECT offset FROM pages WHERE id = ?) WHERE id = ?"
    store.db.execute(other, [held[1], held[0]])
    store.db.execute("UPDATE pages SET archive = '/nowhere/x.warc.gz' WHERE id = ?", [held[2]])
    store.close()
    done = scrapy("reread", db=db)
    assert done.returncode == 3
    store = Store(db)
    rejects = store.rows("SELECT reason, detail FROM rejects WHERE reason LIKE 'archive %' ORDER BY reason")
    assert [row["reason"] for row in rejects] == ["archive cannot be read", "archive holds another page"]
    assert "/nowhere/x.warc.gz" in rejects[0]["detail"]
    assert content(store)["stories"] == before


def test_the_ledger_and_hosts_learn_nothing(db: Path) -> None:
    store = Store(db)
    store.add(
        "hosts",
        {"host": "www.bbc.com", "refusals": 3, "rests": 1, "until": "2999-01-01", "reason": "HTTP 403"},
    )
    sql = "SELECT * FROM ledger ORDER BY url"
    held = store.rows(sql)
    store.close()
    told(db)
    store = Store(db)
    assert store.rows(sql) == held
    assert store.rows("SELECT host FROM hosts") == [{"host": "www.bbc.com"}]


def test_two_orders_of_the_same_archive_give_the_same_rows(tmp_path: Path) -> None:
    found = []
    data = SAMPLE.read_bytes()
    # The sample as two files, cut between two records
    cut = data.index(b"\x1f\x8b\x08", len(data) // 2)
    begin = data[: data.index(b"\x1f\x8b\x08", 3)]
    (tmp_path / "a.warc.gz").write_bytes(data[:cut])
    (tmp_path / "b.warc.gz").write_bytes(begin + data[cut:])
    for number, order in enumerate((("a", "b"), ("b", "a"))):
        paths = ",".join(str(tmp_path / f"{name}.warc.gz") for name in order)
        db = tmp_path / str(number) / "c.db"
        done = scrapy("crawl", "archive", "-a", f"path={paths}", db=db)
        assert "archive: ok" in done.stderr, done.stderr
        found.append(db)
    stores = [Store(db) for db in found]
    one, two = map(content, stores)
    assert one == two
    assert len(one["stories"]) > 14
    assert reading_changes(found[0], stores[0]) == []
