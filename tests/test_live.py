"""Fetching for real, from a server on 127.0.0.1: politeness, the archive, what fails, Ctrl-C."""

import gzip
import os
import signal
from pathlib import Path

import pytest

from store.database import Store
from store.warc import captures, read_capture
from tests.scrapy_process import Done, begin, scrapy
from tests.server import Answer, Gate, Site, serve, story_page
from tests.waiting import QUICK, wait_for


def crawl(site: Site, tmp_path: Path, *paths: str, more: tuple[str, ...] = ()) -> Done:
    """crawl story over paths of the site, with an archive and a database of the test's own."""
    addresses = ",".join(site.url + path for path in paths)
    archive = ("-s", f"ARCHIVE_DIR={tmp_path / 'archive'}")
    words = ("-a", f"url={addresses}", *QUICK, *site.open, *archive, *more)
    return scrapy("crawl", "story", *words, db=tmp_path / "c.db")


def test_a_story_is_fetched_archived_and_saved(tmp_path: Path) -> None:
    with serve({"/mill": Answer(story_page("Mill closes"))}) as site:
        done = crawl(site, tmp_path, "/mill", more=("-s", "CONTACT=desk@lamp.example"))
    assert done.returncode == 0, done.stderr
    assert "new=1" in done.stderr
    store = Store(tmp_path / "c.db")
    (story,) = store.rows("SELECT title, published, page FROM stories")
    assert (story["title"], story["published"]) == ("Mill closes", "2026-03-01T08:00:00+00:00")
    (page,) = store.rows("SELECT * FROM pages WHERE id = ?", story["page"])
    kept = read_capture(tmp_path / page["archive"], page["offset"])
    assert kept.url == site.url + "/mill"
    assert kept.payload.decode() == story_page("Mill closes")
    assert site.paths == ["/robots.txt", "/mill"]
    assert all("desk@lamp.example" in agent and agent.startswith("Cuttings/") for _, agent in site.asked)


def test_a_live_crawl_s_archive_replays_it_and_gives_the_same_record(tmp_path: Path) -> None:
    moved = Answer("", 301, {"Location": "/mill"})
    with serve({"/mill": Answer(story_page("Mill closes")), "/old": moved}) as site:
        crawl(site, tmp_path, "/old")
        (archive,) = (tmp_path / "archive").glob("*.warc.gz")
        asked = len(site.asked)
        again = ("-s", f"REPLAY={archive}", "-s", f"CUTTINGS_DB={tmp_path / 'again.db'}")
        done = scrapy("crawl", "story", "-a", f"url={site.url}/old", *again)
        assert len(site.asked) == asked, "a replay touches no network"
    assert done.returncode == 0, done.stderr
    sql = "SELECT url, title, body, published FROM stories"
    assert Store(tmp_path / "c.db").rows(sql) == Store(tmp_path / "again.db").rows(sql)
    sql = "SELECT how FROM urls ORDER BY how"
    assert [row["how"] for row in Store(tmp_path / "c.db").rows(sql)].count("redirect") >= 1


def test_robots_txt_is_obeyed(tmp_path: Path) -> None:
    robots = Answer("User-agent: *\nDisallow: /private/", headers={"Content-Type": "text/plain"})
    with serve({"/robots.txt": robots, "/private/mill": Answer(story_page("Mill closes"))}) as site:
        done = crawl(site, tmp_path, "/private/mill")
        assert site.paths == ["/robots.txt"]
    assert done.returncode == 1
    (reject,) = Store(tmp_path / "c.db").rows("SELECT stage, reason, detail FROM rejects")
    assert reject["stage"] == "fetch"
    assert "robots.txt" in reject["detail"]


def test_a_robots_txt_that_fails_means_wait_and_not_fetch(tmp_path: Path) -> None:
    with serve({"/robots.txt": Answer("", 503), "/mill": Answer(story_page("Mill closes"))}) as site:
        crawl(site, tmp_path, "/mill")
        assert "/mill" not in site.paths
    (reject,) = Store(tmp_path / "c.db").rows("SELECT reason FROM rejects")
    assert reject["reason"] == "robots.txt unreadable"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer("gone", 410), "HTTP 410"),
        (Answer("no", 403), "HTTP 403"),
        (Answer("oops", 500), "HTTP 500"),
        (Answer("%PDF-1.7 not a page", headers={"Content-Type": "application/pdf"}), ""),
        (Answer("<html><body></body></html>"), ""),
    ],
)
def test_what_is_no_story_is_a_row_in_rejects_beside_the_one_that_is(
    tmp_path: Path, answer: Answer, reason: str
) -> None:
    with serve({"/bad": answer, "/good": Answer(story_page("Mill closes"))}) as site:
        done = crawl(site, tmp_path, "/bad", "/good")
    assert "found=2 new=1 updated=0 unchanged=0 rejected=1 errors=0" in done.stderr
    (reject,) = Store(tmp_path / "c.db").rows("SELECT url, reason, page FROM rejects")
    assert reject["url"] == site.url + "/bad"
    assert reject["reason"].startswith(reason)
    assert reject["page"] is not None


def test_a_story_seen_lately_is_not_fetched_again(tmp_path: Path) -> None:
    with serve({"/mill": Answer(story_page("Mill closes"))}) as site:
        crawl(site, tmp_path, "/mill")
        done = crawl(site, tmp_path, "/mill")
        assert site.paths.count("/mill") == 1
    assert "unchanged=1 rejected=0" in done.stderr
    assert done.returncode == 0


def test_ctrl_c_saves_what_was_read_and_the_next_run_goes_on(tmp_path: Path) -> None:
    told = Gate(free=5)  # until the run is told to stop, it has five pages to read
    slow = {f"/{n}": Answer(story_page(f"Mill {n} closes"), gate=told) for n in range(30)}
    with serve(dict(slow)) as site:
        addresses = ",".join(site.url + path for path in slow)
        settings = (
            *QUICK,
            *site.open,
            "-s",
            f"ARCHIVE_DIR={tmp_path / 'archive'}",
            "-s",
            f"CUTTINGS_DB={tmp_path / 'c.db'}",
        )
        words = ["crawl", "story", "-a", f"url={addresses}", *settings]
        with (tmp_path / "said.txt").open("w") as said:
            running = begin((words, dict(os.environ), 0, False, 0), [0, 1, said.fileno()])
        store = Store(tmp_path / "c.db")
        try:
            wait_for(lambda: store.db["stories"].count >= 1, "story", running)
        finally:
            os.kill(running.pid, signal.SIGINT)
            told.open()
        assert running.wait() == 1, (tmp_path / "said.txt").read_text()
        (run,) = store.rows("SELECT reason, verdict, new FROM runs")
        assert (run["reason"], run["verdict"]) == ("cancelled", "failed")
        saved = store.db["stories"].count
        assert saved == run["new"] > 0
        store.close()
        done = crawl(site, tmp_path, *slow)
    assert done.returncode == 0, done.stderr
    assert f"new={30 - saved} updated=0 unchanged={saved}" in done.stderr
    (archive, _) = sorted((tmp_path / "archive").glob("*.warc.gz"))
    assert list(captures(archive))


def test_with_no_network_a_crawl_says_so_in_one_line_and_exits_1(tmp_path: Path) -> None:
    done = scrapy("crawl", "story", "-a", "url=https://nowhere.invalid/mill", *QUICK, db=tmp_path / "c.db")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "host not found" in done.stderr


def cut(head: str, body: bytes) -> Answer:
    """An answer that ends before its end, written as it stands."""
    start = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n".encode()
    return Answer(send=lambda file: file.write(start + body) and None)


def test_a_page_cut_in_transfer_is_no_version_and_is_tried_again(tmp_path: Path) -> None:
    page = story_page("Mill closes")
    half = page[: len(page) // 2].encode()
    packed = gzip.compress(page.encode())[:-30]
    cuts = {
        "/length": cut(f"Content-Length: {len(page)}\r\n", half),
        "/chunks": cut("Transfer-Encoding: chunked\r\n", b"%x\r\n%s" % (len(page), half)),
        "/close": cut("Connection: close\r\n", half),
        "/gzip": cut(f"Content-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n", packed),
    }
    with serve({path: Answer(page.replace("Mill", f"Mill {path[1:]}")) for path in cuts}) as site:
        assert "new=4" in crawl(site, tmp_path, *cuts).stderr
        again = ("-s", "REFETCH_AFTER_HOURS=0")
        site.answers |= cuts
        done = crawl(site, tmp_path, *cuts, more=again)
        assert "found=4 new=0 updated=0 unchanged=0 rejected=4" in done.stderr, done.stderr
        store = Store(tmp_path / "c.db")
        assert store.db["versions"].count == 4
        assert {row["reason"] for row in store.rows("SELECT reason FROM rejects")} == {"page cut short"}
        site.answers["/gzip"] = Answer(queue=[cuts["/gzip"], Answer(page.replace("Mill", "Mill gzip"))])
        done = crawl(site, tmp_path, "/gzip", more=("-s", "RETRY_TIMES=1", *again))
        assert "found=1 new=0 updated=0 unchanged=1 rejected=0" in done.stderr, done.stderr


def test_a_proxy_that_is_not_public_is_named(tmp_path: Path) -> None:
    story = "http://lamp.example/mill"
    words = ("crawl", "story", "-a", f"url={story}", *QUICK, "-s", f"ARCHIVE_DIR={tmp_path / 'archive'}")
    with serve({story: Answer(story_page("Mill closes"))}) as proxy:
        done = scrapy(*words, db=tmp_path / "c.db", http_proxy=proxy.url)
        name = proxy.url.removeprefix("http://")
        assert done.returncode == 1
        assert "became no record; proxy not public" in done.stderr
        assert f"{name} leads to 127.0.0.1; GUARD_ALLOW={name} opens it" in done.stderr
        assert not proxy.asked
        done = scrapy(*words, *proxy.open, db=tmp_path / "d.db", http_proxy=proxy.url)
        assert done.returncode == 0, done.stderr


def test_what_is_asked_for_by_name_is_stored_with_the_doubt_by_every_door(tmp_path: Path) -> None:
    """Live, replayed and read again it is kept; what a crawl of the archive finds by itself is turned away."""
    text = "The mill by the old bridge closed its gates on Friday after the river had risen above the second step."
    teasers = "".join(f"<h3><a href='/{n}'>Story number {n}</a></h3>" for n in range(16))
    markup = f"<html lang='en'><title>News</title><main><h1>News</h1><p>{text}</p></main>{teasers}</html>"
    sql = "SELECT url, body, doubt FROM stories"
    with serve({"/news": Answer(markup)}) as site:
        crawl(site, tmp_path, "/news")
        (archive,) = (tmp_path / "archive").glob("*.warc.gz")
        again = ("-a", f"url={site.url}/news", "-s", f"REPLAY={archive}")
        scrapy("crawl", "story", *again, db=tmp_path / "replayed.db")
    (story,) = Store(tmp_path / "c.db").rows(sql)
    assert (story["body"], story["doubt"]) == (text, "index page: 16 headings that link, 1 paragraph")
    assert Store(tmp_path / "replayed.db").rows(sql) == [story]
    reread = scrapy("reread", db=tmp_path / "c.db")
    assert reread.returncode == 0, reread.stderr
    assert Store(tmp_path / "c.db").rows(sql) == [story]
    assert "1 story (1 that may be no story)" in scrapy("report", db=tmp_path / "c.db").stdout
    scrapy("crawl", "archive", "-a", f"path={archive}", db=tmp_path / "found.db")
    found = Store(tmp_path / "found.db")
    assert (found.rows(sql), found.rows("SELECT reason FROM rejects")) == ([], [{"reason": "index page"}])
