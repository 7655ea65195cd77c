"""The failure table: what goes wrong, the exit code of the contract, and the one line that says so."""

import os
import random
import re
import shlex
import signal
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from store.database import Store, broken
from store.warc import captures, read_capture
from tests.making import made_story, match_and_save
from tests.scrapy_process import Done, begin, scrapy_in
from tests.server import Answer, Gate, Site, serve, story_page
from tests.waiting import QUICK, wait_for

PAGES = [f"/mill-{number}" for number in range(4)]
XML = {"Content-Type": "application/rss+xml"}
FAILING = ("-s", "SPIDER_MODULES=tests.failing")


def feed(site: Site, paths: list[str]) -> Answer:
    items = "".join(f"<item><title>Mill</title><link>{site.url}{path}</link></item>" for path in paths)
    return Answer(f"<rss version='2.0'><channel><title>Lamp</title>{items}</channel></rss>", headers=XML)


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with a feed of four stories."""
    with serve({path: Answer(story_page(f"Mill {path} closes")) for path in PAGES}) as site:
        site.answers["/rss"] = feed(site, PAGES)
        yield site


def run(site: Site, folder: Path, *words: str, file_bytes: int = 0, **settings: str) -> Done:
    """Run crawl or crawlall with the failing outlets."""
    named = {"ARCHIVE_DIR": str(folder / "archive"), "CUTTINGS_DB": str(folder / "c.db")} | settings
    options = [word for name, value in named.items() for word in ("-s", f"{name}={value}")]
    asked = (*words, *FAILING, *QUICK, *site.open, *options)
    return scrapy_in(os.environ | {"LAMP_URL": site.url}, *asked, file_bytes=file_bytes)


def test_a_run_without_failures_is_the_measure(site: Site, tmp_path: Path) -> None:
    done = run(site, tmp_path, "crawl", "lamp")
    assert done.returncode == 0, done.stderr
    said = "lamp: ok found=4 new=4 updated=0 unchanged=0 rejected=0 errors=0"
    assert re.fullmatch(rf"{said} \[\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{{4}}\]\n", done.stderr)


TABLE: list[tuple[str, str, dict[str, Answer], str]] = [
    ("feed 404", "lamp", {"/rss": Answer("no", 404)}, "nothing found; HTTP 404: {url}/rss"),
    ("feed empty", "lamp", {"/rss": Answer("<rss/>", headers=XML)}, "nothing found; feed empty: {url}/rss"),
    (
        "every page 500",
        "lamp",
        {path: Answer("no", 500) for path in PAGES},
        "none of 4 pages became a record",
    ),
    ("every page 403", "lamp", {path: Answer("no", 403) for path in PAGES}, "HTTP 403"),
    ("every callback raises", "raising", {}, "error: ZeroDivisionError"),
    ("the start raises", "unstarted", {}, "error: ZeroDivisionError"),
    ("the file cannot be imported", "unimportable", {}, "cannot be imported: ZeroDivisionError"),
]


@pytest.mark.parametrize(
    ("name", "answers", "said"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_fails_exits_1_and_says_so_in_its_last_line(
    site: Site, tmp_path: Path, name: str, answers: dict[str, Answer], said: str
) -> None:
    site.answers |= answers
    done = run(site, tmp_path, "crawl", name)
    assert done.returncode == 1, done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"{name}: failed")
    assert said.format(url=site.url) in last


def test_a_list_whose_reading_never_ends_costs_itself(site: Site, tmp_path: Path) -> None:
    done = run(site, tmp_path, "crawl", "hung")
    assert done.returncode == 3, done.stderr
    assert "found=4 new=4" in done.stderr
    assert f"reading took too long: {site.url}/rss" in done.stderr


def test_readers_that_cannot_be_had_any_more_end_the_run_and_leave_the_pages(
    site: Site, tmp_path: Path
) -> None:
    done = run(site, tmp_path, "crawl", "bereft")
    assert done.returncode == 1, done.stderr
    (said,) = done.stderr.splitlines()
    assert said.startswith("bereft: failed found=4 ")
    assert "rejected=0" in said
    assert "left to the next run" in said
    store = Store(tmp_path / "c.db")
    assert store.rows("SELECT * FROM rejects") == []
    left = store.rows("SELECT url FROM ledger WHERE state = 'fetched'")
    assert "/mill-2" in str(left)
    assert len(left) + store.db["stories"].count == len(PAGES)
    store.db.execute("UPDATE ledger SET outlet = 'lamp'")
    again = run(site, tmp_path, "crawl", "lamp")
    assert again.returncode == 0, again.stderr
    assert Store(tmp_path / "c.db").db["stories"].count == len(PAGES)


@pytest.mark.parametrize("what", ["removed", "replaced", "overwritten"])
def test_a_database_that_is_gone_in_mid_run_fails_it(site: Site, tmp_path: Path, what: str) -> None:
    if what != "removed":
        copy = tmp_path / ("copy.db" if what == "replaced" else "other.db")
        Store(copy).close()
    done = run(site, tmp_path, "crawl", "swapped")
    assert done.returncode == 1, done.stderr
    assert (
        f"swapped: failed found=4 new=4 updated=0 unchanged=0 rejected=0 errors=0 (the database {tmp_path}"
        in done.stderr
    )
    assert f"was {what} while it was in use" in done.stderr
    if what != "removed":
        store = Store(tmp_path / "c.db")
        assert store.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        assert not store.rows("SELECT 1 FROM stories"), "the copy is as it was"


def test_no_network_exits_1(tmp_path: Path) -> None:
    with serve({}) as site:
        site.url = "http://nowhere.invalid"
        done = run(site, tmp_path, "crawl", "lamp", GUARD_ALLOW="")
    assert done.returncode == 1
    assert "no network?" in done.stderr


def test_every_write_that_is_refused_exits_1_and_leaves_no_half_story(site: Site, tmp_path: Path) -> None:
    store = Store(tmp_path / "c.db")
    store.db.execute("CREATE TRIGGER no BEFORE INSERT ON quotes BEGIN SELECT RAISE(ABORT, 'no'); END")
    store.close()
    done = run(site, tmp_path, "crawl", "lamp")
    assert done.returncode == 1
    assert "lamp: failed found=4 new=0" in done.stderr
    store = Store(tmp_path / "c.db")
    assert store.db["stories"].count == store.db["urls"].count == store.db["versions"].count == 0


def test_no_disk_exits_1_and_leaves_no_half_story(site: Site, tmp_path: Path) -> None:
    long = {f"/long-{number}": Answer(story_page(f"Long {number}", 120)) for number in range(6)}
    site.answers |= long
    site.answers["/rss"] = feed(site, list(long))
    done = run(site, tmp_path, "crawl", "lamp", file_bytes=600_000)
    assert done.returncode == 1, done.stderr
    last = done.stderr.splitlines()[-1]
    assert last.startswith("lamp: failed")
    assert "cannot be written" in last
    store = Store(tmp_path / "c.db")
    stories = store.rows(
        "SELECT id, (SELECT count(*) FROM versions WHERE story = stories.id) AS n FROM stories"
    )
    assert all(story["n"] == 1 for story in stories)
    store.close()
    again = run(site, tmp_path, "crawl", "lamp")
    assert again.returncode == 0, again.stderr
    assert Store(tmp_path / "c.db").db["stories"].count == 6


def test_an_archive_that_is_full_ends_the_run_and_the_next_goes_on(site: Site, tmp_path: Path) -> None:
    noisy = {
        f"/noisy-{n}": Answer(
            f"{story_page(f'Noisy {n}')}<!-- {random.Random(n).randbytes(220_000).hex()} -->"
        )
        for n in range(5)
    }
    site.answers |= noisy
    site.answers["/rss"] = feed(site, list(noisy))
    done = run(site, tmp_path, "crawl", "lamp", file_bytes=800_000)
    assert done.returncode == 1, done.stderr
    assert "cannot write the archive" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    store = Store(tmp_path / "c.db")
    pages = store.rows("SELECT archive, offset, url FROM pages WHERE id IN (SELECT page FROM stories)")
    assert [read_capture(tmp_path / row["archive"], row["offset"]).url for row in pages] == [
        row["url"] for row in pages
    ]
    assert 0 < len(pages) < 5
    again = run(site, tmp_path, "crawl", "lamp")
    assert again.returncode == 0, again.stderr
    assert store.db["stories"].count == 5


def test_a_full_disk_is_known_as_such_and_leaves_nothing_of_a_story(tmp_path: Path) -> None:
    store = Store(tmp_path / "c.db")
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages + 4}")

    def save() -> None:
        with store.transaction():
            match_and_save(store, made_story(body="word " * 20_000))

    with pytest.raises(sqlite3.OperationalError) as caught:
        save()
    assert broken(caught.value)
    assert "disk is full" in store.unusable(caught.value)
    assert store.db["stories"].count == store.db["pages"].count == 0


@pytest.mark.parametrize(
    ("settings", "code", "said"),
    [
        ({"CUTTINGS_DB": "/proc/nowhere/c.db"}, 2, "cannot use the database /proc/nowhere/c.db"),
        ({"ARCHIVE_DIR": "/proc/nowhere"}, 1, "cannot write the archive"),
    ],
    ids=["database", "archive"],
)
def test_a_home_that_cannot_be_written(
    site: Site, tmp_path: Path, settings: dict[str, str], code: int, said: str
) -> None:
    done = run(site, tmp_path, "crawl", "lamp", **settings)
    assert done.returncode == code, done.stderr
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_damaged_database_is_said_to_be_one(site: Site, tmp_path: Path) -> None:
    assert run(site, tmp_path, "crawl", "lamp").returncode == 0
    path = tmp_path / "c.db"
    damaged = bytearray(path.read_bytes())
    damaged[8192:] = b"\xff" * (len(damaged) - 8192)
    path.write_bytes(damaged)
    done = run(site, tmp_path, "crawl", "lamp")
    assert done.returncode in (1, 2)
    assert str(path) in done.stderr.splitlines()[-1]


def test_crawlall_runs_the_others_and_its_exit_code_is_the_worst(site: Site, tmp_path: Path) -> None:
    done = run(site, tmp_path, "crawlall", "lamp", "unimportable", OUTLETS_AT_ONCE="1")
    assert done.returncode == 1
    assert "lamp: ok found=4 new=4" in done.stdout
    assert "unimportable: failed: tests.failing.unimportable cannot be imported" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("total: found=4 new=4")


def test_crawlall_with_a_database_that_cannot_be_used_exits_2(site: Site, tmp_path: Path) -> None:
    done = run(site, tmp_path, "crawlall", "lamp", CUTTINGS_DB="/proc/nowhere/c.db")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("crawlall: cannot use the database")


def test_a_killed_run_s_archive_is_readable_and_what_was_saved_is_not_asked_for_again(
    site: Site, tmp_path: Path
) -> None:
    killing = Gate(free=6)
    slow = {f"/slow-{n}": Answer(story_page(f"Slow {n}"), gate=killing) for n in range(24)}
    site.answers |= slow
    site.answers["/rss"] = feed(site, list(slow))
    options = ("-s", f"ARCHIVE_DIR={tmp_path / 'archive'}", "-s", f"CUTTINGS_DB={tmp_path / 'c.db'}")
    words = ["crawl", "lamp", *FAILING, *QUICK, *site.open, *options]
    store = Store(tmp_path / "c.db")
    killed = begin((words, os.environ | {"LAMP_URL": site.url}, 0, False, 0), [0, 1, 2])
    try:
        wait_for(lambda: store.db["stories"].count >= 4, "story", killed)
    finally:
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
        killing.open()
    (archive,) = (tmp_path / "archive").glob("*.warc.gz")
    assert list(captures(archive))
    saved = {row["url"].rpartition("/")[2] for row in store.rows("SELECT url FROM stories")}
    assert 4 <= len(saved) < 24
    asked = len(site.paths)
    done = run(site, tmp_path, "crawl", "lamp")
    assert done.returncode == 0, done.stderr
    assert f"new={24 - len(saved)} updated=0 unchanged={len(saved)}" in done.stderr
    assert not saved & {path.lstrip("/") for path in site.paths[asked:]}
    first = store.row("SELECT reason, verdict FROM runs ORDER BY id")
    assert first == {"reason": "killed", "verdict": "failed"}


def test_six_crawlalls_at_once(site: Site, tmp_path: Path) -> None:
    others = site.answers["/rss"].gate = Gate()
    with ThreadPoolExecutor(6) as pool:
        running = [pool.submit(run, site, tmp_path, "crawlall", "lamp") for _ in range(6)]
        try:
            wait_for(lambda: sum(one.done() for one in running) >= 5, "end of the five that do nothing")
        finally:
            others.open()
    codes = [one.result().returncode for one in running]
    assert sorted(codes) == [0, 75, 75, 75, 75, 75]
    verdicts = [row["verdict"] for row in Store(tmp_path / "c.db").rows("SELECT verdict FROM runs")]
    assert sorted(verdicts) == ["ok", *["skipped"] * 5]


def test_the_next_crawlall_takes_over_from_a_killed_one(site: Site, tmp_path: Path) -> None:
    killing = site.answers["/rss"].gate = Gate()
    options = ("-s", f"ARCHIVE_DIR={tmp_path / 'archive'}", "-s", f"CUTTINGS_DB={tmp_path / 'c.db'}")
    words = ["crawlall", "lamp", *FAILING, *QUICK, *site.open, *options]
    killed = begin((words, os.environ | {"LAMP_URL": site.url}, 0, False, 0), [0, 1, 2])
    try:
        wait_for(lambda: "/rss" in site.paths, "request", killed)
        assert run(site, tmp_path, "crawlall", "lamp").returncode == 75
    finally:
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    store = Store(tmp_path / "c.db")
    wait_for(
        lambda: bool(store.rows("SELECT 1 FROM runs WHERE reason = 'killed'")), "end of its outlet's run"
    )
    killing.open()
    done = run(site, tmp_path, "crawlall", "lamp")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "new=4" in done.stdout


def test_a_change_of_state_alerts_once(site: Site, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    script = tmp_path / "alert.py"
    script.write_text(
        "import os, sys\n"
        f"open({str(told)!r}, 'a').write(os.environ['CUTTINGS_BEFORE'] + ' > ' + sys.stdin.read())\n"
    )
    command = shlex.join([sys.executable, str(script)])
    for wrong in (False, True, True, False):
        site.answers["/rss"] = Answer("no", 404) if wrong else feed(site, PAGES)
        run(site, tmp_path, "crawl", "lamp", ALERT_COMMAND=command)
    lines = told.read_text().splitlines()
    assert [line.split(" found=")[0] for line in lines] == ["ok > lamp: failed", "failed > lamp: ok"]


def test_no_address_forges_a_line(site: Site, tmp_path: Path) -> None:
    forged = "lamp: ok found=40 new=40 updated=0 unchanged=0 rejected=0 errors=0"
    rss = f"<rss><channel><item><link>http://[&#10;{forged}&#27;[2J</link></item></channel></rss>"
    site.answers["/rss"] = Answer(rss, headers=XML)
    script, told = tmp_path / "alert.py", tmp_path / "told.txt"
    script.write_text(
        f"import os, sys\nopen({str(told)!r}, 'w').write(sys.stdin.read() + os.environ['CUTTINGS_NOTE'])\n"
    )
    alert = f'"{sys.executable}" "{script}"'
    for words in (("crawl", "lamp"), ("crawl", "lamp", "-L", "INFO"), ("crawlall", "lamp")):
        done = run(site, tmp_path, *words, ALERT_COMMAND=alert)
        said = done.stdout + done.stderr
        assert done.returncode == 1, said  # the one address that the feed names is none
        assert "⏎" in said
        assert "total: found=40" not in said, "what a note quotes is not counted"
        assert all(line.isprintable() and not line.startswith(forged) for line in said.splitlines())
    lines = told.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2, "an alert for the first of them: the run's line and its note"
    assert all("⏎lamp: ok" in line and line.isprintable() for line in lines)


def test_no_link_of_a_listing_forges_a_line(site: Site, tmp_path: Path) -> None:
    spoofed = Path(__file__).parent / "cases" / "listing-spoofed-line.html"
    site.answers["/list"] = Answer(spoofed.read_text())
    done = run(site, tmp_path, "crawlall", "lamplist")
    assert done.returncode == 1
    assert "⏎lamplist: ok found=40" in done.stdout
    assert not any(line.startswith("lamplist: ok") for line in done.stdout.splitlines())
    assert "total: found=1 " in done.stdout


def test_a_host_that_challenges_is_left_alone(site: Site, tmp_path: Path) -> None:
    challenge = (
        "<html><head><title>Just a moment...</title></head><body><div id='challenge-form'>Checking your browser before "
        "you go on. Please enable JavaScript and cookies.</div><script src='/cdn-cgi/challenge-platform/x.js'></script>"
    )
    paths = [f"/walled-{number}" for number in range(9)]
    resting = Gate(free=3)
    site.answers |= {path: Answer(challenge, gate=resting) for path in paths}
    site.answers["/rss"] = feed(site, paths)
    store = Store(tmp_path / "c.db")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run, site, tmp_path, "crawl", "lamp", CONCURRENT_REQUESTS="1")
        try:
            wait_for(lambda: running.done() or store.db["hosts"].count > 0, "host that rests")
        finally:
            resting.open()
    reasons = [row["reason"] for row in store.rows("SELECT reason FROM rejects")]
    assert "host left alone" in reasons
    assert store.row("SELECT reason FROM hosts") == {"reason": "a challenge page"}
    (last,) = store.rows("SELECT verdict, cause FROM runs")
    assert last == {"verdict": "failed", "cause": "blocked"}


def test_what_has_not_changed_costs_nothing(site: Site, tmp_path: Path) -> None:
    feed_answer = feed(site, ["/mill-0"])
    site.answers["/rss"] = Answer(feed_answer.body, headers=XML | {"ETag": '"feed"'})
    page = site.answers["/mill-0"]
    site.answers["/mill-0"] = Answer(page.body, headers=page.headers | {"ETag": '"mill"'})
    assert "new=1" in run(site, tmp_path, "crawl", "lamp").stderr
    store = Store(tmp_path / "c.db")
    store.db.execute("UPDATE ledger SET next_try = '2020-01-01T00:00:00+00:00' WHERE state = 'saved'")
    before = store.rows("SELECT * FROM pages")
    asked = len(site.paths)
    done = run(site, tmp_path, "crawl", "lamp")
    assert done.returncode == 0, done.stderr
    assert "found=1 new=0 updated=0 unchanged=1 rejected=0 errors=0" in done.stderr
    robots, *conditions = [headers.get("if-none-match") for headers in site.headers[asked:]]
    assert (robots, sorted(map(str, conditions))) == (None, ['"feed"', '"mill"']), (
        "robots.txt, the feed, the story that was due"
    )
    assert store.rows("SELECT * FROM pages") == before
    row = store.row("SELECT tries, next_try FROM ledger WHERE state = 'saved'") or {}
    assert row["tries"] == 1
    assert row["next_try"] > "2026"
