"""The lists: what is asked for is what is shown, on pages and in files alike."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree

from desk.wanted import wanted
from tests.browse.visitor import Visitor
from tests.desk import Desk

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def links(page: Any) -> Iterator[str]:
    """The addresses here that the rows of a page lead to."""
    yield from (link.get("href") for link in page.cssselect(".rows h2 a, .rows .to"))


@pytest.mark.parametrize(
    "path",
    [
        "/stories",
        "/quotes?rows=1000",
        "/entries",
        "/changes",
        "/stories?q=wages",
        "/quotes?q=wages&kind=direct",
        "/quotes?person=Viktor Hale",
        "/stories?q=pay&about=meridian",
        "/quotes?q=pay&about=meridian",
        "/entries?q=pay&about=meridian",
    ],
)
def test_files_have_exactly_what_the_page_shows(visitor: Visitor, path: str) -> None:
    address, _, query = path.partition("?")
    shown = list(links(visitor.page(path)))
    rows = cells(visitor.get(f"{address}.csv?{query}").text)
    told = visitor.get(f"{address}.json?{query}").json()
    assert shown
    for rows_of_file in (rows, told["rows"]):
        paths = [urlsplit(row["desk"]) for row in rows_of_file]
        assert [one.path + (f"#{one.fragment}" if one.fragment else "") for one in paths] == shown
    feed = etree.fromstring(visitor.get(f"{address}.atom?{query}").content)
    found = {urlsplit(one.get("href")).path for one in feed.findall("a:entry/a:link[@rel='alternate']", ATOM)}
    assert found == {one.path for one in paths}
    assert told["total"] == len(told["rows"])


@pytest.mark.parametrize(
    ("path", "sql"),
    [
        ("/stories?outlet=guardian", "SELECT count(*) FROM stories WHERE outlet = 'guardian'"),
        ("/stories?language=es", "SELECT count(*) FROM stories WHERE language LIKE 'es%'"),
        ("/stories?since=2026-01-01", "SELECT count(*) FROM stories WHERE published >= '2026'"),
        ("/stories?until=2025-12-31", "SELECT count(*) FROM stories WHERE published < '2026'"),
        ("/stories?speaker=hale", "SELECT count(DISTINCT story) FROM quotes WHERE speaker LIKE '%Hale%'"),
        (
            "/stories?about=catch",
            "SELECT count(*) FROM companies WHERE name = 'Meridian Catch'",
        ),
        ("/quotes", "SELECT count(*) FROM quotes"),
        ("/quotes?stance=denies", "SELECT count(*) FROM quotes WHERE stance = 'denies'"),
        ("/quotes?person=Viktor Hale", "SELECT count(*) FROM quotes WHERE speaker = 'Viktor Hale'"),
        (
            "/quotes?kind=mixed&outlet=bbc",
            "SELECT count(*) FROM quotes, stories s ON s.id = story WHERE kind = 'mixed' AND outlet = 'bbc'",
        ),
        (
            "/entries?state=altered",
            "SELECT count(DISTINCT entry) FROM passages WHERE fidelity IN ('altered', 'missing')",
        ),
        ("/entries?state=gone", "SELECT count(*) FROM entries WHERE source_state = 'gone'"),
        ("/entries?company=Meridian Catch", "SELECT count(*) FROM companies WHERE name = 'Meridian Catch'"),
        ("/changes?kind=figure", "SELECT count(*) FROM changes WHERE kind = 'figure'"),
        ("/changes?outlet=guardian", "SELECT 0"),
    ],
)
def test_a_choice_cuts_a_list_down(visitor: Visitor, path: str, sql: str) -> None:
    address, _, query = path.partition("?")
    assert visitor.get(f"{address}.json?{query}").json()["total"] == visitor.value(sql)
    if visitor.value(sql):
        assert visitor.page(path).cssselect(".rows li")


def test_a_list_has_pages_that_follow_each_other(visitor: Visitor) -> None:
    seen: list[str] = []
    path = "/quotes?rows=40&outlet=bbc"
    while path:
        page = visitor.page(path)
        seen += links(page)
        following = page.cssselect("a[rel=next]")
        path = following[0].get("href") if following else ""
    assert len(seen) == len(set(seen)) == visitor.get("/quotes.json?outlet=bbc").json()["total"] > 80
    last = visitor.get(f"/quotes.json?rows=40&outlet=bbc&page={-(-len(seen) // 40)}").json()
    assert (last["total"], last["pages"]) == (len(seen), -(-len(seen) // 40))
    assert "There is no page 900: the list has" in visitor.words("/quotes?page=900")


def test_a_search_by_words_alone_tells_what_the_other_lists_have(visitor: Visitor) -> None:
    def tabs(path: str) -> list[list[str]]:
        return [link.text_content().split() for link in visitor.page(path).cssselect(".tabs a")]

    alone, narrowed = tabs("/stories?q=wages"), tabs("/stories?q=wages&language=en")
    names = {"story", "stories", "quote", "quotes", "entry", "entries"}
    assert [words[0].isdigit() and words[1] in names for words in alone] == [True] * 3
    assert [len(words) for words in narrowed] == [2, 1, 1]


@pytest.mark.parametrize("kind", ["stories", "quotes", "entries"])
def test_what_is_counted_at_one_go_is_what_there_is(visitor: Visitor, kind: str) -> None:
    path = f"/{kind}.json?q=pay&about=meridian"
    whole, one = visitor.get(path).json(), visitor.get(f"{path}&rows=1").json()
    assert whole["total"] == one["total"] == len(whole["rows"]) > 0
    assert one["rows"] == whole["rows"][:1]
    assert visitor.get(f"{path}&rows=1&page=9").json()["total"] == whole["total"]
    assert "counted" not in whole["rows"][0]


def test_what_was_chosen_stays_in_the_form(visitor: Visitor) -> None:
    page = visitor.page('/quotes?q="locked+doors"&outlet=bbc&kind=direct&since=2019-01-01')
    assert page.cssselect("#q")[0].get("value") == '"locked doors"'
    assert [one.get("value") or one.text for one in page.cssselect("option[selected]")] == ["bbc", "direct"]
    assert page.cssselect("details[open]")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"since": "yesterday"}, "“yesterday” is no date and was left out of “since”"),
        ({"until": "2026-13-01"}, "is no date and was left out of “until”"),
        ({"page": "-3", "rows": "many", "order": "random", "story": "x"}, ""),
        ({"page": "9" * 30, "rows": "٣"}, ""),
        ({"until": "9999-12-31"}, ""),
    ],
)
def test_a_choice_that_means_nothing_is_left_out_and_told(
    visitor: Visitor, query: dict[str, str], told: str
) -> None:
    answer = visitor.get_with("/stories", **query)
    assert answer.status_code == 200
    assert told in answer.text


def test_the_query_of_what_is_wanted_says_what_is_not_by_default() -> None:
    asked = wanted({"q": "mill & quarry", "page": "3", "rows": "50"})
    assert asked.query() == "?page=3&q=mill+%26+quarry"
    assert asked.query(page=1, q="") == ""


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_of_a_spreadsheet_is_a_formula(tmp_path: Path, text: str) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story()
    for column in ("title", "url"):
        desk.store.change("stories", 1, {column: text})
    desk.store.change("quotes", 1, {"content": text, "speaker": text, "cue": text})
    answer = Visitor(desk.store.path).get("/quotes.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="quotes.csv"' in answer.headers["content-disposition"]
    (row,) = cells(answer.text)
    for name in ("content", "speaker", "cue", "title", "url"):
        assert row[name] == f"'{text}"


def test_a_cell_with_lines_quotes_and_letters_of_all_scripts_comes_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story()
    text = 'a "b", c;\nd 厂 مصنع'
    desk.store.change("quotes", 1, {"content": text})
    (row,) = cells(Visitor(desk.store.path).get("/quotes.csv").text)
    assert row["content"] == text


def test_a_feed_has_what_was_found_last_first(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    for number in range(3):
        desk.story(
            url=f"https://lamp.example/{number}", title=f"Mill {number}", body=f"Number {number}. " * 20
        )
    desk.store.change("stories", 3, {"published": "1999-01-01"})
    visitor = Visitor(desk.store.path)
    assert visitor.get("/stories.json").json()["rows"][-1]["title"] == "Mill 2"
    answer = visitor.get("/stories.atom?q=mill&page=2")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(answer.content)
    assert [one.text for one in feed.findall("a:entry/a:title", ATOM)] == ["Mill 2", "Mill 1", "Mill 0"]
    assert feed.findtext("a:updated", namespaces=ATOM) == "2026-03-01T12:00:00+00:00"
    ids = [one.text for one in feed.iterfind(".//a:id", ATOM)]
    assert len(set(ids)) == len(ids) == 4
    assert all(str(one).startswith("http") for one in ids)


def test_a_feed_can_hold_whatever_a_record_holds(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story()
    desk.store.change(
        "stories",
        1,
        {"title": "a\x08b\ufffe<i>&amp;\u202e", "url": "javascript:alert(1)", "authors": '["\\u0001"]'},
    )
    feed = etree.fromstring(Visitor(desk.store.path).get("/stories.atom").content)
    assert feed.findtext("a:entry/a:title", namespaces=ATOM) == "a<U+0008>b<U+FFFE><i>&amp;<U+202E>"
    assert "javascript" not in str(etree.tostring(feed))
