"""What a person may type wrongly, and what is said: no traceback, exit code 2, one sentence, nothing made."""

import gzip
import shlex
from pathlib import Path

import pytest

from store.database import Store
from store.warc_file import WarcArchive
from tests.scrapy_process import scrapy
from tests.world import NOON

ANSWER = b"HTTP/1.1 200 OK\r\n\r\n<p>"
HEAD = "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: https://lamp.example/\r\nWARC-Date: 2026-03-01T08:00:00Z\r\n"
# Words -> what is said. {here}: a folder with the files below; nothing else may be in it afterwards
WRONG = {
    # settings that are none
    "crawl bbc -s REPALY={here}/x.warc.gz": "there is no setting 'REPALY'; did you mean REPLAY?",
    "crawl bbc -s replay={here}/x.warc.gz": "there is no setting 'replay'; did you mean REPLAY?",
    "crawl bbc -s DOWNLOAD_DELY=5": "did you mean DOWNLOAD_DELAY?",
    "crawl bbc -s XYZZY=1": "there is no setting 'XYZZY'; settings.py has those of this project",
    "crawl bbc -s =1": "there is no setting ''",
    "crawl bbc -s REPLAY": "Invalid -s value, use -s NAME=VALUE",
    "crawlall -s REPALY=x": "did you mean REPLAY?",
    "reread -s REPALY=x": "did you mean REPLAY?",
    "story https://lamp.example/ -s REPALY=x": "did you mean REPLAY?",
    "report -s REPALY=x": "did you mean REPLAY?",
    "verify -s REPALY=x": "did you mean REPLAY?",
    "history https://lamp.example/ -s REPALY=x": "did you mean REPLAY?",
    "clusters -s REPALY=x": "did you mean REPLAY?",
    "join a b -s REPALY=x": "did you mean REPLAY?",
    "split a -s REPALY=x": "did you mean REPLAY?",
    "record a -s REPALY=x": "did you mean REPLAY?",
    "sample -s REPALY=x": "did you mean REPLAY?",
    "docs -s REPALY=x": "did you mean REPLAY?",
    "list -s REPALY=x": "did you mean REPLAY?",
    "settings --get REPLAY -s REPALY=x": "did you mean REPLAY?",
    # values of a wrong kind
    "crawl bbc -s READERS=0": "READERS=0: not a whole number from 1 to 256",
    "crawl bbc -s READERS=1.5": "not a whole number from 1 to 256",
    "crawl bbc -s READERS=": "READERS=: not a whole number",
    "crawl bbc -s READERS=-3": "not a whole number from 1",
    "crawl bbc -s READERS=9999": "not a whole number from 1 to 256",
    "crawlall -s OUTLETS_AT_ONCE=0": "not a whole number from 1",
    "crawl bbc -s READ_SECONDS=0": "READ_SECONDS=0: not a number above 0",
    "crawl bbc -s READ_SECONDS=inf": "not a number above 0",
    "crawl bbc -s READ_MEGABYTES=1": "not a whole number from 256",
    "crawl bbc -s DOWNLOAD_DELAY=abc": "DOWNLOAD_DELAY=abc: not a number from 0",
    "crawl bbc -s DOWNLOAD_DELAY=-1": "not a number from 0",
    "crawl bbc -s DOWNLOAD_DELAY=nan": "not a number from 0",
    "crawl bbc -s CONCURRENT_REQUESTS=0": "not a whole number from 1",
    "crawl bbc -s RETRY_TIMES=-1": "not a whole number from 0",
    "crawl bbc -s ROBOTSTXT_OBEY=maybe": "ROBOTSTXT_OBEY=maybe: neither True nor False",
    "crawl bbc -s PROGRESS=": "neither True nor False",
    "crawl bbc -s REFETCH_AFTER_HOURS=6,often": "not a list of hours, such as 6,24,72",
    "crawl bbc -s REFETCH_AFTER_HOURS=[6]": "not a list of hours",
    "crawl bbc -s RETRY_AFTER_HOURS=-1": "not a list of hours",
    "crawl bbc -s RETRY_HTTP_CODES=5xx": "not a list of HTTP status codes",
    "crawl bbc -s DEFAULT_REQUEST_HEADERS=Accept": "not a JSON object",
    "crawl bbc -s EXTENSIONS=[]": "not a JSON object",
    """crawl bbc -s ITEM_PIPELINES='{{"pipelines.none.None": 1}}'""": "cannot be imported",
    "crawl bbc -s SCHEDULER=none.at.All": "SCHEDULER=none.at.All: cannot be imported",
    "crawl bbc -s SPIDER_MODULES=spyders": "there is no module 'spyders'",
    "crawl bbc -s TWISTED_REACTOR=twisted.internet.selectreactor.SelectReactor": "must stay twisted.internet.asyncio",
    "crawl bbc -s FORCE_CRAWLER_PROCESS=True": "must stay False",
    "crawl bbc -s GUARD_ALLOW=localhost:80": "'localhost:80' is no ADDRESS:PORT",
    "crawl bbc -s GUARD_ALLOW=127.0.0.1": "is no ADDRESS:PORT",
    "crawl bbc -s 'USER_AGENT=Desk {{name}}'": "nothing but {contact} may stand in braces",
    "crawl bbc -s 'CONTACT=a\nb'": "holds a line break",
    "crawl bbc -s ALERT_COMMAND=no-such-command": "there is no command 'no-such-command'",
    """crawl bbc -s 'ALERT_COMMAND=mail "'""": "cannot be read as a command",
    "crawl bbc -L NONSENSE": "LOG_LEVEL=NONSENSE: no level; there are CRITICAL",
    "crawl bbc -s LOG_LEVEL=info": "no level",
    "crawl bbc -s LOG_ENCODING=klingon": "no encoding that Python knows",
    "crawl bbc -s LOG_FORMAT=%(": "no format of a log's line",
    "crawl bbc --logfile {here}/none/x.log": "there is no folder {here}/none",
    "crawl bbc --pidfile {here}/none/x.pid": "there is no folder {here}/none",
    "report --profile {here}": "is a folder; name a file",
    "crawl bbc -s CUTTINGS_DB=": "CUTTINGS_DB=: names no file",
    "crawl bbc -s CUTTINGS_DB={here}": "is a folder; name a file",
    "crawl bbc -s ARCHIVE_DIR={here}/empty": "{here}/empty is a file; name a folder",
    # archives
    "crawl bbc -s REPLAY={here}/none.warc.gz": "there is no such file",
    "crawl bbc -s REPLAY={here}": "is a folder; name a WARC file",
    "crawl bbc -s REPLAY={here}/empty": "holds no record: it is empty, or no WARC file",
    "crawl bbc -s REPLAY={here}/text.txt": "is no WARC file that can be read by record",
    "crawl bbc -s REPLAY={here}/empty.gz": "holds no record: it is empty, or no WARC file",
    "crawl bbc -s REPLAY={here}/asked.warc": "holds no HTTP answer",
    "crawlall -s REPLAY={here}/none.warc.gz": "there is no such file",
    "crawl bbc -s REPLAY_AT=yesterday": "REPLAY_AT=yesterday: no time; write it as 2026-11-01",
    "crawl bbc -s REPLAY_AT=2026-11-01": "name the archive with -s REPLAY=FILE.warc.gz",
    "crawl bbc -s JOBDIR={here}/job": "leave it out: the ledger knows what a run that was ended left",
    "crawl archive": "archive was given no file",
    "crawl archive -a path={here}/none.warc.gz": "there is no such file",
    "crawl archive -a 'path={here}/*.none'": "there is no such file",
    "crawl archive -a path={here}/empty": "the file is empty",
    "crawl archive -a path={here}/folder": "no WARC file in this folder; it holds 1 file of other kinds",
    "crawl archive -a path={here}/" + "n" * 300: "File name too long",
    "crawl archive -a path={here}/asked.warc -a domains=https://lamp.example/": "is no domain; write it as bbc.com",
    "crawl archive -a path={here}/asked.warc -a domains=,": "-a domains=, names none",
    "crawl archive -a path={here}/none.warc.gz -a 'about=\"mill'": "FTS5 takes (unterminated string)",
    # words and options
    "crawl": "name one spider",
    "crawl nobody": "there is no spider 'nobody'",
    "crawl bbc guardian": "name one spider",
    "crawl bbc --limit 5": "there is no option --limit",
    "crawl bbc -a limit": "Invalid -a value, use -a NAME=VALUE",
    "crawl bbc -a limit=-1": "no number of stories",
    "crawl bbc -a since=tomorrow": "no date; write it as 2019-12-01",
    "crawl bbc -a since=": "-a since=: no date",
    "crawl bbc -a since=2026-03-02 -a until=2026-03-01": "-a since=2026-03-02 is after -a until=2026-03-01",
    "reread nobody -s CUTTINGS_DB={here}/made.db": "there is no outlet 'nobody'; the database holds stories of none",
    "crawl reread -a stored=nobody -s CUTTINGS_DB={here}/made.db": "there is no outlet 'nobody'",
    "story https://lamp.example/ -O x.jsonl": "there is no option -O",
    "story https://lamp.example/ -a limit=1": "there is no option -a",
    "crawl bbc -a lmit=5": "bbc takes no argument 'lmit'",
    "crawl story -a url=https://lamp.example/a -a url=https://lamp.example/b": "-a url= is given 2 times",
    "crawlall nobody": "no outlet 'nobody'",
    "crawlall -s OUTLETS=bbc,nobody": "no outlet 'nobody'",
    "outlets nobody": "no outlet 'nobody'",
    "report --rowz 5": "there is no option --rowz",
    "report bbc": "it takes no words, and was given 'bbc'",
    "report --rows five": "'five' is no number of rows from 1",
    "verify -s CUTTINGS_DB={here}/made.db --since tomorrow": "--since tomorrow: no date",
    "story": "name an address or a saved page",
    "story {here}/none.html": "neither a web address nor a file: {here}/none.html",
    "story ''": "neither a web address nor a file: an empty word",
    "story ftp://lamp.example/mill": "neither a web address nor a file: ftp://lamp.example/mill",
    "verify {here}/text.txt": "{here}/text.txt is no bundle of evidence",
    "verify {here}/folder": "{here}/folder: Is a directory",
    "verify {here}/text.txt https://lamp.example/": "name bundles or entries, not both",
    "help crawl": "help is not offered here: python -m scrapy -h lists the commands",
    "history": "name the address of a stored story",
    "join https://lamp.example/a": "name the addresses of two stored stories or more",
    "split": "name the address of a stored story",
    "nonsense": "there is no command 'nonsense'",
    # a database that is not there, or none
    "report": "there is no database {here}/new.db: a crawl makes it",
    "report --html {here}/x.html": "there is no database {here}/new.db",
    "verify": "there is no database {here}/new.db",
    "clusters": "there is no database {here}/new.db",
    "history https://lamp.example/": "there is no database {here}/new.db",
    "split https://lamp.example/": "there is no database {here}/new.db",
    "join https://lamp.example/a https://lamp.example/b": "there is no database {here}/new.db",
    "reread": "there is no database {here}/new.db",
    "crawl reread -a stored=all": "there is no database {here}/new.db",
    "report -s CUTTINGS_DB={here}/empty": "the database {here}/empty is empty",
    "report -s CUTTINGS_DB={here}/text.txt": "{here}/text.txt: file is not a database",
    "verify -s CUTTINGS_DB={here}/text.txt": "{here}/text.txt: file is not a database",
    "crawl bbc -s CUTTINGS_DB={here}/text.txt": "{here}/text.txt: file is not a database",
    "crawlall -s CUTTINGS_DB={here}/text.txt": "{here}/text.txt: file is not a database",
    "reread -s CUTTINGS_DB={here}/text.txt": "{here}/text.txt: file is not a database",
    "report -s CUTTINGS_DB={here}/torn.db": "{here}/torn.db: database disk image is malformed",
    "verify -s CUTTINGS_DB={here}/torn.db": "{here}/torn.db: database disk image is malformed",
    "clusters -s CUTTINGS_DB={here}/torn.db": "{here}/torn.db: database disk image is malformed",
    "history https://lamp.example/mill -s CUTTINGS_DB={here}/torn.db": "{here}/torn.db: database disk image is malformed",
    # files that cannot be written
    "report -s CUTTINGS_DB={here}/made.db --html {here}/none/x.html": "{here}/none/x.html: No such file",
    "report -s CUTTINGS_DB={here}/made.db --html {here}": "{here}: Is a directory",
    "report -s CUTTINGS_DB={here}/made.db --rows -1": "is no number of rows from 1",
    "clusters -s CUTTINGS_DB={here}/made.db --rows 99999999999999999999": "is no number of rows from 1",
    "history -s CUTTINGS_DB={here}/made.db https://lamp.example/none": "no story is stored under",
    "history -s CUTTINGS_DB={here}/made.db http://[::1": "not a web address: 'http://[::1': Invalid IPv6 URL",
}
VARIABLES = {  # of the environment
    "CUTTINGS_CONTAKT": "the environment has CUTTINGS_CONTAKT, which nothing reads; did you mean CUTTINGS_CONTACT?",
}


def furnish(here: Path) -> None:
    """Make the files that the lines speak of."""
    (here / "empty").touch()
    (here / "empty.gz").write_bytes(gzip.compress(b""))
    (here / "text.txt").write_text("The mill closed.\n" * 99)
    (here / "folder").mkdir()
    (here / "folder" / "notes.txt").write_text("notes")
    (here / "asked.warc").write_text(HEAD.format("request") + "Content-Length: 0\r\n\r\n\r\n\r\n")
    Store(here / "made.db").close()
    tear(here / "torn.db")


def names(here: Path) -> set[str]:
    return {path.name for path in here.iterdir()}


def tear(path: Path) -> None:
    """A database whose list of tables is whole, and whose rows are not."""
    store = Store(path)
    tables = ("runs", "stories", "entries", "urls")
    roots = store.rows(f"SELECT rootpage FROM sqlite_master WHERE rootpage AND tbl_name IN {tables}")  # noqa: S608
    size = store.db.execute("PRAGMA page_size").fetchone()[0]
    store.close()
    data = bytearray(path.read_bytes())
    for row in roots:
        start = (row["rootpage"] - 1) * size
        data[start : start + size] = b"\xff" * size
    path.write_bytes(data)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("with a space")
    furnish(folder)
    return folder


def split(line: str) -> list[str]:
    return shlex.split(line.format(here="HERE"))


@pytest.mark.parametrize("line", [*WRONG, *VARIABLES])
def test_what_is_wrong_is_said_in_a_sentence(line: str, here: Path) -> None:
    before = names(here)
    words = ["list"] if line in VARIABLES else [word.replace("HERE", str(here)) for word in split(line)]
    done = scrapy(
        *words, **{"CUTTINGS_DB": str(here / "new.db")} | ({line: "x"} if line in VARIABLES else {})
    )
    said = (WRONG | VARIABLES)[line].replace("{here}", str(here))
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "usage:" not in done.stderr
    assert done.returncode == 2
    assert names(here) == before, "a command that refuses makes no file"


FORGED = "lamplist: ok found=40 new=40 updated=0 unchanged=0 rejected=0 errors=0"


def test_no_name_of_a_file_forges_a_line(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "cases" / "listing-spoofed-line.html").read_bytes()
    spoofed = tmp_path / f"x\n{FORGED}"
    spoofed.write_bytes(page)
    empty, report = tmp_path / f"e\n{FORGED}", tmp_path / f"r\n{FORGED}"
    empty.touch()
    Store(tmp_path / "c.db").close()
    found = [
        scrapy("story", str(spoofed)),
        scrapy("story", str(empty)),
        scrapy("report", "--html", str(report), CUTTINGS_DB=str(tmp_path / "c.db")),
    ]
    assert [one.returncode for one in found] == [1, 1, 0]
    for one in found:
        assert FORGED not in (one.stdout + one.stderr).splitlines()
    assert "⏎" in found[1].stderr
    assert "⏎" in found[2].stdout


def test_no_list_of_addresses_steers_a_terminal(tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("url,note\n,\x1b[2J\u202eforged\n\x1b[31mlamp.example/mill,x\n", encoding="utf-8")
    empty = tmp_path / f"x\n{FORGED}"
    empty.touch()
    kept = tmp_path / "kept.warc.gz"
    WarcArchive(kept).keep("https://lamp.example/mill", NOON, 404, [], b"")
    database = f"CUTTINGS_DB={tmp_path / 'c.db'}"
    for given in (table, empty):
        done = scrapy("crawl", "story", "-a", f"file={given}", "-s", f"REPLAY={kept}", "-s", database)
        assert done.returncode in (1, 2)
        assert all(line.isprintable() for line in done.stderr.splitlines()), done.stderr
        assert FORGED not in done.stderr.splitlines()
