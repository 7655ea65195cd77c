"""verify: a table for people, JSON for programs, exit codes for cron."""

import json
import os
import textwrap
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from scrapy.exceptions import UsageError
from scrapy.utils.project import get_project_settings

from commands.sample import recorded
from commands.verify import ENTRIES, finding, lines_of, named, of_outlet, since
from extensions import outlets
from store.database import Store
from terminal.lines import plain
from tests.desk import URL, Desk, entry, linked
from tests.making import BODY, NOON
from tests.once import made_once
from tests.sample import SAMPLE, crawl_sample
from tests.scrapy_process import ROOT, scrapy, scrapy_in

KNOWN = outlets(get_project_settings())
ALTERED = '"Nobody paid us," said Lena Ruiz... The owner wept when nobody came to see it.'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "c.db")


def found(desk: Desk) -> list[dict[str, Any]]:
    return [finding(desk.store, row) for row in desk.store.rows(ENTRIES)]


def test_the_words_that_differ_stand_below_each_other(desk: Desk) -> None:
    desk.story()
    changed = linked()
    changed.excerpt = [ALTERED]
    changed.passages = entry(ALTERED).passages
    changed.quotes = entry(ALTERED).quotes
    desk.entry(changed)
    lines = plain(lines_of(found(desk)))
    assert lines[0].split() == ["exact", "altered", "missing", "unchecked", "source", "entry"]
    assert lines[1].split() == ["0", "1", "1", "0", "found", "Mill"]
    there = lines.index("    in the source:  asked")
    assert lines[there + 1] == "    in the excerpt: paid"
    assert any("“The owner wept when nobody came to see it.”" in line for line in lines)
    assert any("quote of Lena Ruiz: “paid” for “asked”" in line for line in lines)
    assert lines[-1] == "1 entry, 2 passages: 0 exact, 1 altered, 1 missing, 0 unchecked"


def test_a_passage_that_its_source_dropped_says_since_when(desk: Desk) -> None:
    desk.story()
    desk.entry(linked())
    assert "the source had" not in "\n".join(plain(lines_of(found(desk))))
    desk.story(
        body=BODY.replace("Its owner gave no reason", "Its owner gave a reason"),
        fetched=NOON + timedelta(days=2),
    )
    assert any(
        "had these words on 2026-03-01, and not on 2026-03-03" in line
        for line in plain(lines_of(found(desk)))
    )


def test_what_could_not_be_checked_says_why(desk: Desk) -> None:
    desk.entry(linked(source_state="gone", source_note="HTTP 404"))
    assert "  gone: HTTP 404" in lines_of(found(desk))


@pytest.mark.parametrize("width", [80, 40, 200])
@pytest.mark.parametrize(
    "title", ["港口必須支付潛水員加班費" * 9, "عمال الميناء " * 20, "Mill\x1b[2J\n1 entry, 2 passages"]
)
def test_the_lines_fit_the_terminal_whatever_the_script(desk: Desk, title: str, width: int) -> None:
    made = linked()
    made.title = title
    made.excerpt = ["Nobody " + "asked" * 40 + " us, said Lena Ruiz and " + "港口必須" * 30]
    made.passages = entry(made.excerpt[0]).passages
    desk.story()
    desk.entry(made)
    lines = plain(lines_of(found(desk)), width)
    assert all(cell_len(line) <= width or line.startswith("https://") for line in lines)
    assert not any("\x1b" in line or line.startswith("1 entry, 2 passages") for line in lines[:-1])


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        (URL, True),
        (URL.replace("www.", "") + "?page=2", True),
        (URL.replace("/en/", "/es/"), True),
        (URL + "s", False),
        ("https://lamp.example/mill", False),
        ("mill", False),
    ],
)
def test_an_entry_is_known_by_any_of_its_addresses(desk: Desk, url: str, fits: bool) -> None:
    desk.entry(linked())
    rows = desk.store.rows(ENTRIES)
    if fits:
        assert named(rows, [url, url], KNOWN) == rows
    else:
        with pytest.raises(UsageError):
            named(rows, [url], KNOWN)


@pytest.mark.parametrize(
    ("outlet", "count"), [("lamp", 1), ("Evening Lamp", 1), ("evening lamp", 1), ("bbc", 0), ("lamb", None)]
)
def test_entries_are_chosen_by_the_outlet_that_they_excerpt(
    desk: Desk, outlet: str, count: int | None
) -> None:
    desk.story()
    desk.entry(linked(outlet="Evening Lamp"))
    rows = desk.store.rows(ENTRIES)
    if count is None:
        with pytest.raises(UsageError, match=r"no outlet 'lamb'; there are \w+, "):
            of_outlet(rows, outlet, KNOWN)
    else:
        assert len(of_outlet(rows, outlet, KNOWN)) == count


@pytest.mark.parametrize(
    ("published", "day", "count"),
    [
        ("2026-03-05", "2026-03-05", 1),
        ("2026-03-05", "2026-03-06", 0),
        ("2026-03", "2026-03-06", 1),
        (None, "2026-03-06", 1),
    ],
)
def test_entries_are_chosen_by_their_date(desk: Desk, published: str | None, day: str, count: int) -> None:
    desk.entry(linked(published=published))
    assert len(since(desk.store.rows(ENTRIES), day)) == count


def test_a_day_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no date"):
        since([], "yesterday")


def test_the_exit_code_tells_whether_any_excerpt_differs(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    desk.story()
    desk.entry(linked())
    assert scrapy("verify", db=tmp_path / "c.db").returncode == 0
    desk.story(body=BODY.replace("reason", "answer"), fetched=NOON + timedelta(days=2))
    done = scrapy("verify", URL, "--outlet", "lamp", "--since", "2026-01-01", "--json", db=tmp_path / "c.db")
    assert done.returncode == 3, done.stderr
    for form in ((), ("--json",)):
        read = ("verify", *form, "-s", f"CUTTINGS_DB={tmp_path / 'c.db'}")
        assert scrapy_in(os.environ, *read, unread=True).returncode == 3, "whoever reads it may leave early"
    [told] = json.loads(done.stdout)
    assert (told["url"], told["altered"], told["passages"][1]["differences"]) == (
        URL,
        1,
        [["answer", "reason"]],
    )
    assert [verdict["fidelity"] for verdict in told["passages"][1]["verdicts"]] == ["exact", "altered"]
    done = scrapy("verify", "https://www.business-humanrights.org/en/no-such", db=tmp_path / "c.db")
    assert (done.returncode, "no entry is stored" in done.stderr) == (2, True)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample world crawled on its evenings, as `make crawl` does."""
    return made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"


def test_the_docs_show_what_verify_says_of_the_sample(sample: Path) -> None:
    done = scrapy("verify", "--outlet", "bbc", db=sample)
    assert done.returncode == 3
    shown = (ROOT / "docs" / "entries.md").read_text(encoding="utf-8")
    assert textwrap.indent(done.stdout, "    ") in shown


def test_following_the_sample_s_entries_comes_to_what_their_pages_expect(sample: Path) -> None:
    store = Store(sample)
    rows = {row["title"]: row for row in store.rows(ENTRIES)}
    expected = [
        page.expect for page in recorded(ROOT / "data" / "pages") if page.expect.get("kind") == "entry"
    ]
    assert {told["source_state"] for told in expected} == {
        "found", "moved", "gone", "blocked", "not followed"
    }  # fmt: skip
    for told in expected:
        row = rows[told["title"]]
        assert (row["source_state"], row["story"]) == (told["source_state"], told["story"]), told["title"]
        passages = finding(store, row)["passages"]
        assert [one["fidelity"] for one in passages] == [one["fidelity"] for one in told["passages"]]


def test_the_sample_holds_a_copy_of_the_source_that_is_gone(tmp_path: Path) -> None:
    allowed = ("-s", "TRY_INTERNET_ARCHIVE=True")
    scrapy("crawl", "resource_centre", "-s", f"REPLAY={SAMPLE}", *allowed, db=tmp_path / "c.db")
    store = Store(tmp_path / "c.db")
    [row] = [row for row in store.rows(ENTRIES) if row["source_state"] == "archived"]
    assert (row["story"], row["archived"]) == (row["source_address"], "2018-07-02T08:30:15+00:00")
    assert {passage["fidelity"] for passage in finding(store, row)["passages"]} == {"exact"}


def test_an_empty_desk_has_nothing_to_verify(desk: Desk) -> None:
    assert lines_of(found(desk)) == ["No entry is stored that fits: nothing to verify."]
