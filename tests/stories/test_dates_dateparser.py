"""Why ours reads a form before dateparser does (docs/dates.md): what each gives of the same string.

Where dateparser has learned to read one, a row fails here: then ask again which of the two should.
"""

from datetime import datetime

import dateparser
import pytest

from stories.dates import read_date
from stories.dates.reader import build_tables

BASE = datetime(2020, 4, 1, 12)  # noqa: DTZ001 -- dateparser wants none
SETTINGS = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "RELATIVE_BASE": BASE}
UNREAD = ""
ROWS = [
    # a string, its language, what dateparser gives, what ours gives
    ("2019-13-01", "en", "2019-01-13", UNREAD),
    ("20200414T00:38:07Z", "en", UNREAD, "2020-04-14"),
    ("Wed May 06 15:48:02 PDT 2020", "de", UNREAD, "2020-05-06"),
    ("Thu Apr 30 14:00:00 +0200 2020", "en", UNREAD, "2020-04-30"),
    ("Ada Moss, 3 May 2020", "en", UNREAD, "2020-05-03"),
    ("The ferry stays in port, 3 May 2020, 10:20", "en", UNREAD, "2020-05-03"),
    ("14/03/2020 17h59", "pt", "2020-03-31", "2020-03-14"),
    ("Publié le 14/03/2020 à 17h59", "fr", UNREAD, "2020-03-14"),
    ("02/03/2026", "en", "2026-02-03", UNREAD),
    ("May 2019", "en", UNREAD, "2019-05"),
    ("2026", "en", UNREAD, "2026"),
    ("5m", "en", "2020-04-01", UNREAD),
    ("1 ธันวาคม 2562", "th", "2562-12-01", "2019-12-01"),
    ("令和元年12月1日", "ja", UNREAD, "2019-12-01"),
    ("民國108年12月1日", "zh", UNREAD, "2019-12-01"),
    ("1398/09/10", "fa", "1398-09-10", "2019-12-01"),
    ("۱۰ آذر ۱۳۹۸", "fa", UNREAD, "2019-12-01"),
]
OF_SEVERAL_WORDS = [  # months
    ("2 tháng mười hai 2019", "vi", "2019-12-02"),
    ("5 Deireadh Fómhair 2019", "ga", "2019-10-05"),
]


@pytest.mark.parametrize(("text", "language", "theirs", "ours"), ROWS)
def test_which_of_the_two_reads_it(text: str, language: str, theirs: str, ours: str) -> None:
    given = dateparser.parse(text, languages=[language], settings=SETTINGS)
    assert (given.date().isoformat() if given else UNREAD) == theirs
    read = read_date(text, [language])
    assert (read[0][:10] if read else UNREAD) == ours


@pytest.mark.parametrize(("text", "language", "value"), OF_SEVERAL_WORDS)
def test_what_ours_does_not_know_dateparser_reads(
    monkeypatch: pytest.MonkeyPatch, text: str, language: str, value: str
) -> None:
    assert read_date(text, [language]) == (value, "day")
    build_tables()
    monkeypatch.setattr(dateparser, "parse", lambda *_, **__: None)
    assert read_date(text, [language]) is None
