"""The main job, as a user runs it: python -m scrapy in a process of its own, over the bundled sample."""

import json
import re
import shlex
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from commands.sample import build, recorded
from runs.verdict import left
from store.database import Store
from store.warc import captures
from tests.once import made_once
from tests.sample import SAMPLE, crawl_sample
from tests.scrapy_process import ROOT, scrapy


@dataclass
class Crawled:
    """The database of the sample's evenings, the exit codes of the crawls, and what the last one, of crawlall, said."""

    db: Path
    codes: list[int]
    stdout: str
    stderr: str


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    """The sample crawled."""
    folder = made_once(tmp_path_factory, "sample", crawl_sample)
    return Crawled(folder / "sample.db", **json.loads((folder / "said.json").read_text(encoding="utf-8")))


def test_the_sample_archive_is_built_from_the_recorded_pages(tmp_path: Path) -> None:
    build(list(recorded(ROOT / "data" / "pages")), tmp_path / "sample.warc.gz")
    fresh, shipped = list(captures(tmp_path / "sample.warc.gz")), list(captures(SAMPLE))
    assert [(c.url, c.fetched, c.payload) for c in fresh] == [
        (c.url, c.fetched, c.payload) for c in shipped
    ], "data/sample.warc.gz is stale: run `make sample`"


def test_a_crawl_of_the_sample_does_the_main_job(
    crawled: Crawled,
) -> None:
    assert crawled.codes == [0] * 7, crawled.stderr
    store = Store(crawled.db)
    counts = {name: store.db[name].count for name in ("stories", "entries", "rejects")}
    assert counts["stories"] > 14
    assert counts["entries"] >= 5
    spoken = store.row("SELECT count(*) AS n FROM quotes WHERE speaker IS NOT NULL") or {}
    assert spoken["n"] > 30
    states = {row["source_state"] for row in store.rows("SELECT source_state FROM entries")}
    assert {"found", "gone"} <= states
    fidelities = {row["fidelity"] for row in store.rows("SELECT fidelity FROM passages")}
    assert {"exact", "altered"} <= fidelities


def test_the_counts_of_every_run_add_up(
    crawled: Crawled,
) -> None:
    runs = Store(crawled.db).rows("SELECT * FROM runs")
    assert {run["spider"] for run in runs} == {"bbc", "guardian", "resource_centre"}
    assert [left(run) for run in runs] == [0] * len(runs)
    lines = {line.split(":")[0]: line for line in crawled.stdout.splitlines()}
    counts = {name: int(n) for name, n in re.findall(r"(\w+)=(\d+)", lines["total"])}
    assert left(counts) == 0
    assert counts["found"]


def test_a_second_crawl_adds_nothing_and_says_so(
    crawled: Crawled,
) -> None:
    assert " new=0 updated=0 " in crawled.stdout.splitlines()[-2]
    assert crawled.stdout.splitlines()[-1].startswith("Nothing new")


def test_the_readme_s_commands_give_the_answers_that_it_shows(
    crawled: Crawled,
) -> None:
    blocks = re.findall(
        r"(?<=\n\n)((?:    .*\n|\n(?=    ))+)", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    shown = [block for block in blocks if "scrapy verify --since" in block or "sqlite-utils" in block]
    assert len(shown) == 2
    for block in shown:
        command, answer = textwrap.dedent(block).split("\n\n", 1)
        program, *arguments = shlex.split(command.replace("data/sample.db", str(crawled.db)))
        module = [] if program.endswith("python") else ["-m", "sqlite_utils"]
        done = subprocess.run(
            [sys.executable, *module, *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.strip() == answer.strip()


def test_every_record_points_at_its_page_in_the_archive(
    crawled: Crawled,
) -> None:
    db = crawled.db
    offsets = {capture.offset: capture for capture in captures(SAMPLE)}
    pages = Store(db).rows("SELECT pages.* FROM pages JOIN stories ON stories.page = pages.id")
    assert pages
    for page in pages:
        capture = offsets[page["offset"]]
        assert capture.url == page["url"]


def test_crawlall_names_the_outlets_it_knows(tmp_path: Path) -> None:
    done = scrapy("crawlall", "lamp", db=tmp_path / "c.db")
    assert done.returncode == 2
    assert "bbc" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("crawl", "bcc"), "there is no spider 'bcc'; there are"),
        (("crawl", "bbc", "-a", "limt=3"), "takes no argument 'limt'"),
        (("crawl", "bbc", "-a", "since=yesterday"), "since=yesterday: no date"),
        (("crawl", "bbc", "-a", "limit=0"), "limit=0"),
        (("crawl", "story"), "no address"),
        (("crawl", "story", "-a", "file=/nowhere/at-all"), "cannot be read"),
        (("crawl", "archive", "-a", "path=nowhere.warc.gz"), "no such file"),
    ],
)
def test_wrong_usage_says_what_was_found_and_exits_2(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = scrapy(*words, db=tmp_path / "c.db")
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_newer_database_stops_the_crawl_before_it_starts(tmp_path: Path) -> None:
    store = Store(tmp_path / "c.db")
    store.db["_sqlite_migrations"].insert({"migration_set": "cuttings", "name": "m999", "applied_at": "2030"})
    store.close()
    done = scrapy("crawl", "bbc", "-s", f"REPLAY={SAMPLE}", db=tmp_path / "c.db")
    assert done.returncode == 2
    assert "newer Cuttings" in done.stderr


def test_what_is_not_in_the_archive_is_a_clear_miss(tmp_path: Path) -> None:
    address = "https://www.bbc.com/news/world-99999999"
    done = scrapy("crawl", "story", "-a", f"url={address}", "-s", f"REPLAY={SAMPLE}", db=tmp_path / "c.db")
    assert done.returncode == 1
    assert Store(tmp_path / "c.db").rows("SELECT url, reason FROM rejects") == [
        {"url": address, "reason": "not in the archive"}
    ]


def test_since_until_and_limit_bound_a_crawl(tmp_path: Path) -> None:
    replay = ("-s", f"REPLAY={SAMPLE}")
    scrapy("crawl", "bbc", "-a", "since=2024-01-01", *replay, db=tmp_path / "since.db")
    dates = [row["published"] for row in Store(tmp_path / "since.db").rows("SELECT published FROM stories")]
    assert dates
    assert min(dates) >= "2024"
    scrapy("crawl", "bbc", "-a", "until=2023-12-31", *replay, db=tmp_path / "until.db")
    dates = [row["published"] for row in Store(tmp_path / "until.db").rows("SELECT published FROM stories")]
    assert dates
    assert max(dates) < "2024"
    scrapy("crawl", "bbc", "-a", "limit=2", *replay, db=tmp_path / "limit.db")
    (run,) = Store(tmp_path / "limit.db").rows("SELECT found, arguments FROM runs")
    assert run["found"] == 2
    assert json.loads(run["arguments"]) == {"limit": "2"}


def test_addresses_come_from_standard_input_too(tmp_path: Path) -> None:
    address = "https://www.bbc.com/news/business-sample-00000104"
    done = scrapy(
        "crawl",
        "story",
        "-a",
        "file=-",
        "-s",
        f"REPLAY={SAMPLE}",
        db=tmp_path / "c.db",
        stdin=f"# one\n{address}\n",
    )
    assert "found=1" in done.stderr


def test_the_archive_spider_reads_every_capture(tmp_path: Path) -> None:
    done = scrapy("crawl", "archive", "-a", f"path={SAMPLE}", db=tmp_path / "c.db")
    assert done.returncode in (0, 3), done.stderr
    store = Store(tmp_path / "c.db")
    assert store.db["stories"].count > 14
    assert store.db["entries"].count >= 5
    assert store.rows("SELECT 1 FROM versions WHERE number = 2"), (
        "the story that was updated has two versions"
    )


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.warc.gz").write_text("no archive")
    done = scrapy("crawl", "archive", "-a", f"path={tmp_path / 'notes.warc.gz'}", db=tmp_path / "c.db")
    assert done.returncode == 1
    assert "archive cannot be read" in done.stderr


def test_story_prints_a_saved_page_and_its_origins() -> None:
    page = next(page for page in recorded(ROOT / "data" / "pages") if page.expect.get("quotes"))
    done = scrapy("story", str(page.sidecar.with_suffix(".html")), "--url", page.url)
    assert done.returncode == 0, done.stderr
    assert page.expect["title"] in done.stdout
    as_json = scrapy("story", "--json", str(page.sidecar.with_suffix(".html")), "--url", page.url)
    assert json.loads(as_json.stdout)["title"] == page.expect["title"]


def test_story_reads_a_saved_page_whose_own_address_is_broken(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<link rel=canonical href="http://[bad"><h1>Mill closes</h1><p>Nobody was told.</p>')
    done = scrapy("story", str(page))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("https://unknown.invalid/  [own address]")
    wrong = scrapy("story", str(page), "--url", "http://[bad")
    assert wrong.returncode == 2
    assert "--url http://[bad: no web address" in wrong.stderr


def test_report_shows_the_newest_stories(
    crawled: Crawled,
) -> None:
    db = crawled.db
    done = scrapy("report", "--rows", "3", db=db)
    assert done.returncode == 0
    newest = Store(db).row("SELECT title FROM stories ORDER BY published DESC, id") or {}
    assert newest["title"][:40] in " ".join(done.stdout.split()), "folded into its column"


def test_the_environment_names_the_database(tmp_path: Path) -> None:
    Store(tmp_path / "env.db").close()
    done = scrapy("report", CUTTINGS_DB=str(tmp_path / "env.db"))
    assert str(tmp_path / "env.db") in done.stdout


def test_reread_gives_each_record_what_its_page_gives_now(crawled: Crawled, tmp_path: Path) -> None:
    db = tmp_path / "c.db"
    Store(crawled.db).db.execute("VACUUM INTO ?", [str(db)])
    store = Store(db)
    sql = "SELECT content, speaker FROM quotes WHERE story = 1 ORDER BY number"
    right = store.rows(sql)
    store.db.execute("UPDATE quotes SET speaker = 'nobody' WHERE story = 1")
    store.db.execute("UPDATE stories SET title = 'damaged' WHERE id = 2")
    # The copy lies elsewhere than the archive that its pages are in
    store.db.execute("UPDATE pages SET archive = ?", [str(SAMPLE)])
    store.close()
    done = scrapy("reread", db=db)
    assert done.returncode == 0, done.stderr
    store = Store(db)
    assert store.rows(sql) == right
    assert store.rows("SELECT 1 FROM stories WHERE title = 'damaged'") == []
    counts = "SELECT (SELECT count(*) FROM stories) AS stories, (SELECT count(*) FROM versions) AS versions"
    assert store.rows(counts) == Store(crawled.db).rows(counts)


def test_every_search_of_the_docs_finds_something_in_the_sample(
    crawled: Crawled,
) -> None:
    text = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
    examples = re.findall(r"```sql\n(.*?)```", text, flags=re.DOTALL)
    assert len(examples) > 5
    store = Store(crawled.db)
    for sql in examples:
        assert store.rows(sql), f"finds nothing: {sql}"
