"""A story's page: all that is held of the story, each thing where a reader looks for it."""

import sys
from pathlib import Path

import pytest

from desk.pages.story import from_here
from tests.browse.visitor import Visitor
from tests.desk import Desk


@pytest.fixture
def address(visitor: Visitor) -> str:
    """The story of the sample that was rewritten, and that an entry excerpts."""
    key = visitor.value("SELECT story FROM versions WHERE number = 2")
    return f"/story/{key}"


def test_the_text_stands_there_to_the_letter(visitor: Visitor, address: str) -> None:
    body = visitor.value("SELECT body FROM stories WHERE id = ?", int(address.rsplit("/", 1)[1]))
    page = visitor.page(address)
    for tip in page.cssselect(".tip"):
        tip.drop_tree()
    assert "\n\n".join(p.text_content() for p in page.cssselect(".body > p")) == body


def test_every_quote_is_marked_in_place_and_named_beside_it(visitor: Visitor, address: str) -> None:
    page = visitor.page(address)
    key = int(address.rsplit("/", 1)[1])
    count = visitor.value("SELECT count(*) FROM quotes WHERE story = ?", key)
    assert len(page.cssselect(".quotes li")) == count > 10
    for link in page.cssselect(".quotes a.to"):
        (place,) = page.cssselect(link.get("href"))
        mark = place.xpath("following-sibling::mark")[0]
        first_word = link.text_content().split()[0]
        assert mark.text_content().startswith(first_word)
    mark = page.cssselect("mark.direct")[0]
    assert mark.get("tabindex") == "0"
    assert " ".join(mark.cssselect(".tip")[0].text_content().split()).startswith(
        "Budi Hartanto · “said” · direct · affirms"
    )


def test_dates_changes_entries_and_proof_are_told(visitor: Visitor, address: str) -> None:
    words = visitor.words(address)
    for told in (
        "By Mara Dunn. 28 Oct 2026, 05:02 UTC",
        "json-ld",
        "Version 2, seen 2 Nov 2026",
        "It found 5861 men from six countries.",
        "quote dropped Viktor Hale",
        "Borduria: 58 men freed from squid boats",
        "1 not as in the source",
        "24 Oct 2026 “Saturday”",
        "sample.warc.gz at byte",
        f"{from_here(sys.executable)} -m scrapy evidence https://www.bbc.com/news/articles/c0sample004o -o story-",
        f".wacz -s CUTTINGS_DB={from_here(str(visitor.path))}",
        "nothing in this database was ever published",
    ):
        assert told in words, told


def test_a_story_that_is_not_there_is_one_sentence(visitor: Visitor) -> None:
    answer = visitor.get("/story/4711")
    assert answer.status_code == 404
    assert "There is no story 4711 in this database." in answer.text


@pytest.mark.parametrize(
    "address",
    [
        *("/story/x", "/story/-1", "/story/1e3", "/story/99999999999999999999", "/nothing/here", "/nothing"),
        *("/cuttings/nothing", "/cuttings/stories/4711"),
    ],
)
def test_an_address_that_is_none_is_a_page_that_says_so(
    visitor: Visitor, address: str, capfd: pytest.CaptureFixture[str]
) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert "Not here" in answer.text
    assert "There is no such" in answer.text
    assert "Traceback" not in "".join(capfd.readouterr())


def test_a_path_is_named_as_where_the_desk_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert from_here(str(tmp_path / "data" / "sample.db")) == str(Path("data", "sample.db"))
    assert from_here(str(tmp_path.parent / "other.db")) == str(tmp_path.parent / "other.db")


def test_copies_of_a_story_lead_to_each_other(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "c.db")
    lead, *copies = [
        desk.story(url=f"https://lamp.example/{name}", title=f"Mill {name}")
        for name in ("one", "two", "three")
    ]
    for copy in copies:
        desk.store.change("stories", copy, {"same_as": lead})
    visitor = Visitor(desk.store.path)
    for key in (lead, *copies):
        links = visitor.page(f"/story/{key}").xpath("//section[h2='Also printed as']//a/@href")
        assert sorted(links) == [f"/story/{other}" for other in (lead, *copies) if other != key]
