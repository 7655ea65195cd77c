"""Feed exports, as Scrapy's users ask for them: the records of a crawl in files of every format that Scrapy has."""

import csv
import json
import marshal
import pickle
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from itemadapter import ItemAdapter
from scrapy.settings.default_settings import FEED_EXPORTERS_BASE

from pipelines.export_feeds import Csv, Json, JsonLines, RecordAdapter, Xml
from store.database import Store
from store.plain_record import as_dict, columns
from store.warc_file import WarcArchive
from tests.desk import linked
from tests.making import NOON, made_story
from tests.sample import SAMPLE
from tests.scrapy_process import scrapy
from tests.server import story_page
from tests.stories.test_entry import rendered

Record = dict[str, Any]
REPLAY = ("-s", f"REPLAY={SAMPLE}")
STORY, ENTRY = "https://lamp.example/mill", "https://www.business-humanrights.org/en/looms"
BYLINE = "Author: Quay, Published on: 3 May 2018"
BOTH = ["stories.item.Story", "stories.entries.Entry"]


def many(load: Callable[[Any], Record]) -> Callable[[Path], list[Record]]:
    """A reader of a file that holds one record after the other."""

    def read(path: Path) -> list[Record]:
        records = []
        with path.open("rb") as file:
            while file.peek(1):
                records.append(load(file))
        return records

    return read


def lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows(path: Path) -> list[Record]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def elements(path: Path) -> list[Record]:
    items = ElementTree.parse(path).getroot()  # noqa: S314 -- written a moment ago
    return [{part.tag: part.text or "" for part in item} for item in items]


READ: dict[str, Callable[[Path], list[Record]]] = {
    "json": lambda path: json.loads(path.read_text(encoding="utf-8")),
    "jsonl": lines,
    "jl": lines,
    "jsonlines": lines,
    "csv": rows,
    "xml": elements,
    "pickle": many(pickle.load),
    "marshal": many(marshal.load),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's Resource Centre, crawled into a file of each format, and as FEEDS tells."""
    folder = tmp_path_factory.mktemp("the feeds")
    feeds = {
        str(folder / "entries.jsonl"): {
            "format": "jsonlines",
            "item_classes": ["stories.entries.Entry"],
            "fields": {"url": "address", "published": "day"},
        },
        str(folder / "batch-%(batch_id)02d.csv"): {"format": "csv", "batch_item_count": 8, "fields": ["url"]},
    }
    asked = [word for kind in READ for word in ("-O", str(folder / f"out.{kind}"))]
    done = scrapy(
        "crawl", "resource_centre", *REPLAY, *asked, "-s", f"FEEDS={json.dumps(feeds)}", db=folder / "run.db"
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert len(done.stderr.splitlines()) == 1
    return folder


def test_a_list_of_addresses_gives_its_records_in_every_format_of_scrapy(tmp_path: Path) -> None:
    assert set(READ) == set(FEED_EXPORTERS_BASE)
    archive = WarcArchive(tmp_path / "w.warc")
    answers = {
        STORY: story_page("Mill closes"),
        ENTRY: rendered(f"Looms\n{BYLINE}\nThe looms of hall 1 stood still…"),
    }
    for url, text in answers.items():
        archive.keep(url, NOON, 200, [("Content-Type", "text/html")], text.encode())
    (tmp_path / "list.txt").write_text("\n".join([*answers, "https://lamp.example/none"]))
    asked = [word for kind in READ for word in ("-O", str(tmp_path / f"out.{kind}"))]
    words = ("-a", f"file={tmp_path / 'list.txt'}", "-s", f"REPLAY={tmp_path / 'w.warc'}", *asked)
    done = scrapy("crawl", "story", *words, db=tmp_path / "c.db")
    assert (done.returncode, done.stderr.count("\n")) == (0, 1), done.stderr
    for kind, read in READ.items():
        records = {record["record"]: record for record in read(tmp_path / f"out.{kind}")}
        assert {name: record["url"] for name, record in records.items()} == {"story": STORY, "entry": ENTRY}
        assert (records["story"]["title"], records["entry"]["title"]) == ("Mill closes", "Looms"), kind
        assert records["entry"]["published"] == "2018-05-03", kind


def held(folder: Path, table: str, name: str = "run.db") -> list[str]:
    return sorted(row["url"] for row in Store(folder / name).rows(f"SELECT url FROM {table}"))  # noqa: S608


@pytest.mark.parametrize("kind", READ)
def test_a_feed_holds_what_the_database_does_and_nothing_that_was_refused(folder: Path, kind: str) -> None:
    records = READ[kind](folder / f"out.{kind}")
    found = {
        table: sorted(record["url"] for record in records if record["record"] == name)
        for name, table in (("story", "stories"), ("entry", "entries"))
    }
    assert found == {table: held(folder, table) for table in found}
    refused = Store(folder / "run.db").rows("SELECT url FROM rejects")
    assert refused
    assert not {row["url"] for row in refused} & set(found["stories"])


@pytest.mark.parametrize("kind", ["json", "jl", "pickle", "marshal"])
def test_every_format_of_data_holds_the_same(folder: Path, kind: str) -> None:
    def plain(kind: str) -> Any:
        return json.loads(json.dumps(READ[kind](folder / f"out.{kind}")))

    assert plain(kind) == plain("jsonl")


def test_a_spreadsheet_has_each_column_and_lists_as_json(folder: Path) -> None:
    table, records = rows(folder / "out.csv"), lines(folder / "out.jsonl")
    assert list(table[0]) == list(columns())
    for row, record in zip(table, records, strict=True):
        assert row["title"] == record["title"]
        assert json.loads(row["quotes"]) == record["quotes"]
        assert not [cell for cell in row.values() if cell.startswith("b'")]


def test_an_entry_whose_source_was_refused_says_so(folder: Path) -> None:
    entries = {record["url"]: record for record in lines(folder / "out.jsonl") if record["record"] == "entry"}
    sql = "SELECT url, source_state FROM entries WHERE source_note LIKE 'what stands there is no story%'"
    told = Store(folder / "run.db").rows(sql)
    assert told
    for row in told:
        assert entries[row["url"]]["source_state"] == row["source_state"]


def test_feeds_of_the_setting_have_their_classes_fields_and_batches(folder: Path) -> None:
    entries = lines(folder / "entries.jsonl")
    assert {frozenset(record) for record in entries} == {frozenset({"address", "day"})}
    assert sorted(record["address"] for record in entries) == held(folder, "entries")
    batches = [rows(path) for path in sorted(folder.glob("batch-*.csv"))]
    assert [len(batch) for batch in batches[:-1]] == [8] * (len(batches) - 1)
    assert len(batches) > 1
    assert sum(map(len, batches)) == len(lines(folder / "out.jsonl"))


@pytest.mark.parametrize("exporter", [Json, JsonLines, Csv])
def test_no_text_of_a_page_steers_a_terminal_by_way_of_a_feed(exporter: type[Json | JsonLines | Csv]) -> None:
    file = BytesIO()
    feed = exporter(file, encoding="utf-8")
    feed.start_exporting()
    item = {"tags": ["\x9b2J\u202egnp\u2028\udc80 港"]}
    feed.export_item(item)
    feed.finish_exporting()
    file.flush()
    said = file.getvalue().decode().replace("\r\n", "\n")
    assert "港" in said
    assert all(line.isprintable() for line in said.split("\n"))
    told = next(csv.reader([said.split("\n")[1]]))[0] if exporter is Csv else said
    assert json.loads(told) in (item, [item], item["tags"])


def test_a_feed_goes_to_standard_output_and_behind_what_a_file_holds(tmp_path: Path) -> None:
    table = tmp_path / "out.csv"
    shown: list[str] = []
    for number in (1, 2):
        run = ("guardian", *REPLAY, "-o", "-:jsonlines", "-o", str(table))
        done = scrapy("crawl", *run, db=tmp_path / f"{number}.db")
        shown += [json.loads(line)["url"] for line in done.stdout.splitlines()]
        assert len(shown) == number * len(held(tmp_path, "stories", f"{number}.db"))
        assert done.stderr.startswith("guardian: ok found=")
        assert [row["url"] for row in rows(table)] == shown


def test_crawlall_puts_the_records_of_all_outlets_into_one_file(tmp_path: Path) -> None:
    asked = ("-O", str(tmp_path / "all.jsonl"), "-O", str(tmp_path / "all.csv"))
    (tmp_path / "all.jsonl").write_text("of yesterday\n")
    names = ("guardian", "resource_centre", "unimportable")
    failing = ("-s", "SPIDER_MODULES=spiders,tests.failing")
    done = scrapy("crawlall", *names, *REPLAY, *asked, *failing, db=tmp_path / "run.db")
    assert done.returncode == 1  # a file of tests/failing cannot be imported, which costs the others nothing
    assert "unimportable: failed" in done.stdout
    records = lines(tmp_path / "all.jsonl")
    by_outlet = {record["outlet"] for record in records if record["record"] == "story"}
    assert {"bbc", "guardian"} <= by_outlet  # the BBC's are the sources of entries
    assert {record["record"] for record in records} == {"story", "entry"}
    assert {record["url"] for record in records} == set(held(tmp_path, "stories") + held(tmp_path, "entries"))
    table = rows(tmp_path / "all.csv")
    assert sorted(row["url"] for row in table) == sorted(record["url"] for record in records)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "out.json",
            "a document of json cannot be put together from several outlets: use a .jsonl or .csv file",
        ),
        ("out.xml", "-O '%(name)s.xml'"),
        ("-:jsonlines", "name one, or %(name)s in the name"),
        ("there.txt/out.jsonl", "cannot be written: "),
    ],
)
def test_crawlall_says_which_file_it_could_write(tmp_path: Path, asked: str, said: str) -> None:
    (tmp_path / "there.txt").write_text("a file, no folder")
    name = asked if asked.startswith("-") else str(tmp_path / asked)
    done = scrapy("crawlall", *REPLAY, "-O", name, db=tmp_path / "run.db")
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / "run.db").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("-o", "{}/there.json"), "nothing can be put behind a document of json: overwrite it with -O"),
        (("-o", "{}/there.csv"), "a column 'colour' that no record has"),
        (("-O", "{}"), "Is a directory"),
        (("-O", "s3://bucket/out.jsonl"), "a feed (-o, -O, FEEDS) cannot be written"),
        (("-s", 'FEEDS={{"out.jsonl": "jsonlines"}}'), "FEEDS is not as Scrapy takes it"),
    ],
)
def test_a_feed_that_cannot_be_written_ends_a_crawl_before_it_begins(
    tmp_path: Path, asked: tuple[str, str], said: str
) -> None:
    (tmp_path / "there.json").write_text("[]")
    (tmp_path / "there.csv").write_text("colour\nblue\n")
    folder = tmp_path / "out.jsonl" if "{}" in asked[1][-2:] else tmp_path
    folder.mkdir(exist_ok=True)
    done = scrapy("crawl", "bbc", *REPLAY, asked[0], asked[1].format(folder), db=tmp_path / "run.db")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "run.db").exists()


def test_a_feed_that_fails_while_it_is_written_is_told_and_keeps_nothing_from_the_others(
    tmp_path: Path,
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    asked = ("-O", "/dev/full:jsonlines", "-O", str(tmp_path / "out.jsonl"))
    done = scrapy("crawl", "guardian", *REPLAY, *asked, db=tmp_path / "run.db")
    assert done.returncode == 3
    assert "feed cannot be written: /dev/full" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(lines(tmp_path / "out.jsonl")) == len(held(tmp_path, "stories"))


def test_whoever_asks_scrapy_for_the_fields_of_a_record_gets_what_story_prints() -> None:
    for record in (made_story(), linked()):
        adapter = ItemAdapter(record)
        assert isinstance(adapter.adapter, RecordAdapter)
        assert dict(adapter) == as_dict(record)
        assert "url" in adapter
        with pytest.raises(KeyError):
            adapter["url"] = ""
    assert ItemAdapter.get_field_names_from_class(type(made_story())) == list(columns())


def test_xml_has_no_sign_that_xml_does_not_know(tmp_path: Path) -> None:
    story = made_story(body="The mill\x0b closed\x00.\n\n\ufffe", title="Mill \x1b[1m closes")
    path = tmp_path / "out.xml"
    with path.open("wb") as file:
        exporter = Xml(file)
        exporter.start_exporting()
        exporter.export_item(story)
        exporter.finish_exporting()
    [record] = elements(path)
    assert record["title"] == "Mill [1m closes"
    assert record["modified"] == ""


def test_pages_of_a_folder_of_archives_and_pages_read_again_go_to_files_too(tmp_path: Path) -> None:
    folder, db = tmp_path / "kept here", tmp_path / "c.db"
    folder.mkdir()
    (folder / "one.warc.gz").write_bytes(SAMPLE.read_bytes())
    first, again = tmp_path / "first.jsonl", tmp_path / "again.jsonl"
    done = scrapy("crawl", "archive", "-a", f"path={folder}", "-a", "limit=2", "-O", str(first), db=db)
    assert "archive: ok found=2 new=2" in done.stderr, done.stderr
    done = scrapy("reread", "-O", str(again), db=db)
    assert "reread: ok found=2 new=0" in done.stderr, done.stderr
    urls = [
        {json.loads(line)["url"] for line in file.read_text("utf-8").splitlines()} for file in (first, again)
    ]
    assert urls[0] == urls[1]
    assert len(urls[0]) == 2
