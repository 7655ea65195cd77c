"""How many quotes there are is told without a look at them, whoever writes."""

from pathlib import Path

import pytest

from commands.report import held
from store.database import Store

QUOTES = [
    {"number": 1, "speaker": "Lena Ruiz", "confidence": 0.95},
    {"number": 2, "speaker": "Viktor Hale", "confidence": 0.9},
    {"number": 3, "speaker": None, "confidence": 0.2},
    {"number": 4, "speaker": None, "confidence": None},
]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "c.db")
    key = store.add("stories", {"url": "https://lamp.example/mill", "title": "Mill", "body": "The mill."})
    store.replace("quotes", "story", key, QUOTES)
    return store


@pytest.mark.parametrize(
    ("sql", "quotes", "spoken", "sure"),
    [
        ("SELECT 1", 4, 2, 2),
        ("DELETE FROM quotes WHERE number = 1", 3, 1, 1),
        ("DELETE FROM quotes WHERE number > 2", 2, 2, 2),
        ("DELETE FROM quotes", 0, 0, 0),
        ("UPDATE quotes SET speaker = NULL WHERE number < 3", 4, 0, 2),
        ("UPDATE quotes SET speaker = 'Lena Ruiz'", 4, 4, 2),
        ("UPDATE quotes SET confidence = 0.91 WHERE number = 4", 4, 2, 3),
        ("UPDATE quotes SET confidence = NULL WHERE number < 3", 4, 2, 0),
        ("UPDATE quotes SET content = 'Nobody asked us.'", 4, 2, 2),
        ("INSERT INTO quotes (story, number, speaker) VALUES (1, 5, 'Ada Lind'), (1, 6, NULL)", 6, 3, 2),
    ],
    ids=["as saved", "one", "some", "none", "no names", "names", "surer", "unsure", "words", "more"],
)
def test_the_number_of_quotes_is_kept(store: Store, sql: str, quotes: int, spoken: int, sure: int) -> None:
    store.db.execute(sql)
    assert store.rows("SELECT * FROM quote_counts") == [
        {"id": 1, "quotes": quotes, "spoken": spoken, "sure": sure}
    ]
    assert f"{quotes} quotes ({spoken} with a speaker, {sure} sure)" in held(store)


def test_a_store_without_quotes_says_so(tmp_path: Path) -> None:
    assert "0 quotes (0 with a speaker, 0 sure)" in held(Store(tmp_path / "c.db"))
