"""The front page, an entry's, a person's, a company's, the charts: what a researcher looks for is there, and true."""

import json
from pathlib import Path
from typing import Any

import pytest

from desk.charts import MONTHS
from desk.snapshot import Snapshot
from tests.browse.visitor import Visitor
from tests.desk import Desk, linked


def counts(page: Any, part: str) -> dict[str, int]:
    """The numbers of a chart's table by the names of its rows."""
    rows = page.cssselect(f"#{part}")[0].getparent().cssselect("tbody tr")
    return {
        row.cssselect("th")[0].text_content().strip(): int(row.cssselect("td")[0].text_content())
        for row in rows
    }


def test_the_front_page_says_where_to_begin_and_what_is_new(visitor: Visitor) -> None:
    page = visitor.page("/")
    words = visitor.words("/")
    (form,) = page.cssselect("form")
    assert form.get("action") == "/stories"
    assert form.cssselect("button[formaction='/quotes']")
    for table in ("stories", "quotes", "entries"):
        assert f"{visitor.value(f'SELECT count(*) FROM {table}')} {table}" in words  # noqa: S608
    newest = visitor.value("SELECT title FROM stories ORDER BY published DESC")
    assert page.cssselect(".rows h2")[0].text_content() == newest
    for told in (
        "58",
        "61",
        "headline",
        "figure",
        "Borduria: 58 men freed",
        "1 of 6 passages not as in the source",
    ):
        assert told in words, told
    for spider in ("bbc", "guardian", "resource_centre"):
        assert f"{spider}: what the last 2 runs found" in page.xpath(
            "string(//*[name()='svg']/@aria-label)"
        ) or any(spider in svg.get("aria-label") for svg in page.cssselect("svg.runs"))


def test_every_link_of_the_desk_leads_somewhere(visitor: Visitor) -> None:
    seen, todo = set(), ["/"]
    while todo:
        address = todo.pop()
        if address in seen or len(seen) > 150:
            continue
        seen.add(address)
        answer = visitor.get(address)
        assert answer.status_code == 200, address
        if "text/html" in answer.headers["content-type"] and not address.startswith("/cuttings/"):
            found = visitor.page(address).xpath("//a/@href | //link/@href")
            todo += [link.partition("#")[0] for link in found if link.startswith("/") and link not in seen]
    assert len(seen) > 100


def test_an_entry_stands_beside_its_source(visitor: Visitor) -> None:
    key = visitor.value("SELECT id FROM entries WHERE title LIKE 'Borduria: 58 men%'")
    page = visitor.page(f"/entry/{key}")
    passages = page.cssselect(".passage")
    assert [one.get("class").split()[1] for one in passages] == ["exact"] * 3 + ["altered"] + ["exact"] * 2
    excerpt, source = passages[3].cssselect(".two .text")
    assert [one.text_content() for one in excerpt.cssselect("mark")] == [
        "would be",
        '"when the accounts are settled"',
    ]
    assert [one.text_content() for one in source.cssselect("mark")] == ["had been", "in full on Saturday"]
    assert not passages[0].cssselect("mark")
    excerpt, source = passages[1].cssselect(".two .text")
    assert source.text_content() == excerpt.text_content()
    words = visitor.words(f"/entry/{key}")
    assert "altered since 2 Nov 2026; before that, exact since 30 Oct 2026" in words
    assert "The source is held, at the address that the entry names." in words
    assert page.cssselect("a[href='/company?name=Meridian%20Catch']")


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("gone", "The source is gone."),
        ("blocked", "The source could not be read."),
        ("moved", "it was found at another address"),
        ("not followed", "The source was not asked for."),
    ],
)
def test_the_state_of_a_source_is_told(visitor: Visitor, state: str, told: str) -> None:
    key = visitor.value("SELECT id FROM entries WHERE source_state = ?", state)
    assert told in visitor.words(f"/entry/{key}")


def test_what_a_source_lacks_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story()
    desk.entry(linked(excerpt="A whole new sentence that nobody printed anywhere at all, said by no one."))
    assert desk.fidelities() == ["missing"]
    assert "The source does not have these words." in Visitor(desk.store.path).words("/entry/1")


def test_a_person_has_all_that_is_attributed_to_them(visitor: Visitor) -> None:
    page = visitor.page("/person?name=Viktor+Hale")
    quotes = visitor.value("SELECT json_group_array(content) FROM quotes WHERE speaker = 'Viktor Hale'")
    assert {one.text_content() for one in page.cssselect(".quoted")} == set(json.loads(quotes))
    words = visitor.words("/person?name=Viktor+Hale")
    assert "Meridian Catch’s lawyer" in words
    assert "denies 1" in words
    assert page.cssselect("link[rel=alternate]")[0].get("href") == "/quotes.atom?person=Viktor+Hale"


def test_a_company_has_its_entries_and_the_stories_that_they_lead_to(visitor: Visitor) -> None:
    page = visitor.page("/company?name=Meridian+Catch")
    titles = [one.text_content() for one in page.cssselect(".rows h2")]
    assert [title.split()[0] for title in titles] == ["Borduria:", "Fishing"]


@pytest.mark.parametrize(
    ("address", "said", "alike"),
    [
        (
            "/person?name=Hale",
            "Nobody called “Hale” is quoted in this database.",
            "/person?name=Viktor%20Hale",
        ),
        (
            "/company?name=meridian",
            "No entry is about a company called “meridian”.",
            "/company?name=Meridian%20Catch",
        ),
        ("/person", "No name is given", None),
        ("/company?name=", "No name is given", None),
        ("/person?name=%22)(*", 'Nobody called “")(*” is quoted', None),
        ("/entry/4711", "There is no entry 4711 in this database.", None),
    ],
)
def test_a_name_that_is_not_there_is_one_sentence_and_those_that_are_like_it(
    visitor: Visitor, address: str, said: str, alike: str | None
) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert said in answer.text.replace("&#34;", '"')
    assert (f'href="{alike}"' in answer.text) is bool(alike)


def test_charts_have_the_numbers_of_the_database(visitor: Visitor) -> None:
    page = visitor.page("/charts")
    years = counts(page, "time")
    assert sum(years.values()) == visitor.value("SELECT count(*) FROM stories WHERE published IS NOT NULL")
    assert years["2026"] == visitor.value("SELECT count(*) FROM stories WHERE published LIKE '2026%'")
    speakers = counts(page, "speakers")
    assert max(speakers.values()) == speakers["Sabine Okoro"] == 5
    assert counts(page, "companies")["Meridian Catch"] == 1
    assert len(page.cssselect("svg.runs rect")) == visitor.value("SELECT count(*) FROM runs")


def test_a_bar_is_as_long_as_its_number(visitor: Visitor) -> None:
    page = visitor.page("/charts")
    longest = max(counts(page, "speakers").values())
    for row in page.cssselect("#speakers")[0].getparent().cssselect("tbody tr"):
        number, width = (
            int(row.cssselect("td")[0].text_content()),
            float(row.cssselect("rect")[0].get("width")),
        )
        assert width == pytest.approx(number / longest * 1000, abs=0.1)


def dated(tmp_path: Path, *dates: str) -> Visitor:
    desk = Desk(tmp_path / "c.db")
    for number, date in enumerate(dates):
        desk.story(url=f"https://lamp.example/{number}", body=f"Number {number} is told. " * 9)
        desk.store.change("stories", number + 1, {"published": date})
    return Visitor(desk.store.path)


def test_months_without_a_story_have_a_row_too(tmp_path: Path) -> None:
    visitor = dated(tmp_path, "2025-11-30", "2026-02-01T08:00:00+00:00")
    assert counts(visitor.page("/charts"), "time") == {
        "Feb 2026": 1,
        "Jan 2026": 0,
        "Dec 2025": 0,
        "Nov 2025": 1,
    }
    link = visitor.page("/charts").cssselect("#time")[0].getparent().cssselect("tbody a")[0].get("href")
    assert link == "/stories?since=2026-02-01&until=2026-02-28"


def test_with_many_months_a_row_is_a_year(tmp_path: Path) -> None:
    assert MONTHS < 40
    visitor = dated(tmp_path, "2022-06-01", "2026-02", "2026")
    assert counts(visitor.page("/charts"), "time") == {"2026": 2, "2025": 0, "2024": 0, "2023": 0, "2022": 1}


@pytest.mark.parametrize("date", ["2026", "year 1", "9999-99", "2026-13-45", ""])
def test_a_date_that_is_no_month_breaks_no_chart(tmp_path: Path, date: str) -> None:
    visitor = dated(tmp_path, date)
    for address in ("/", "/charts", "/stories", "/story/1", "/stories.atom"):
        assert visitor.get(address).status_code == 200


def test_a_database_with_nothing_in_it_says_what_to_do(tmp_path: Path) -> None:
    visitor = Visitor(Desk(tmp_path / "c.db").store.path)
    assert "Nothing is held yet. A crawl brings stories: python -m scrapy crawl bbc" in visitor.words("/")
    assert "No story has a date." in visitor.words("/charts")


def test_figures_are_counted_again_only_where_something_was_written(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story(body='"Nobody asked us," said Lena Ruiz.')
    visitor = Visitor(desk.store.path)
    held = Snapshot(visitor.desk.get_database("cuttings").connect())
    counted: list[int] = []

    def stories(at: Snapshot) -> int:
        counted.append(at.value("SELECT count(*) FROM stories"))
        return counted[-1]

    assert [held.kept("stories", stories) for _ in range(3)] == [1, 1, 1]
    assert counted == [1]
    assert "Lena Ruiz1" in visitor.words("/charts")
    desk.story(
        url="https://lamp.example/other", title="Other", body='"Not a word," said Mara Quill, smiling.'
    )
    assert [held.kept("stories", stories) for _ in range(2)] == [2, 2]
    assert counted == [1, 2]
    assert "Mara Quill1" in visitor.words("/charts")
