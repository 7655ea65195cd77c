"""Full-text search: exact words, and English words by their stems; kept by triggers as rows change."""

from pathlib import Path

import pytest

from store.database import Store

TABLES = {
    "stories": ("title", "body"),
    "quotes": ("content", "speaker"),
    "entries": ("title", "excerpt", "attribution"),
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "c.db")


def found(store: Store, index: str, words: str) -> list[int]:
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid"  # noqa: S608
    return [row["rowid"] for row in store.rows(sql, words)]


@pytest.mark.parametrize(("table", "column"), [(table, name) for table in TABLES for name in TABLES[table]])
def test_a_word_is_found_in_every_form_by_its_stem_and_in_one_by_itself(
    store: Store, table: str, column: str
) -> None:
    store.add(table, {column: "They took her passport"})
    store.add(table, {column: "Twelve passports were found"})
    for word in ("passport", "passports", "Passport"):
        assert found(store, f"{table}_stems", word) == [1, 2]
    assert found(store, f"{table}_fts", "passport") == [1]
    assert found(store, f"{table}_fts", "passports") == [2]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("kind", ["fts", "stems"])
def test_an_index_follows_its_table(store: Store, table: str, kind: str) -> None:
    for column in TABLES[table]:
        key = store.add(table, {column: "a harbour"})
        store.change(table, key, {column: "a mill"})
        assert found(store, f"{table}_{kind}", "harbour") == []
        assert found(store, f"{table}_{kind}", "mill") == [key]
        store.db.execute(f"DELETE FROM {table} WHERE id = ?", [key])  # noqa: S608
        assert found(store, f"{table}_{kind}", "mill") == []


def test_a_row_that_keeps_its_text_is_not_indexed_anew(store: Store) -> None:
    key = store.add("stories", {"title": "Mill", "body": "It closed."})
    before = store.rows("SELECT * FROM stories_stems_data")
    store.change("stories", key, {"last_seen": "2026-03-01T12:00:00+00:00"})
    assert store.rows("SELECT * FROM stories_stems_data") == before


@pytest.mark.parametrize(
    ("body", "words", "index"),
    [
        ("La société a confisqué les pièces", "societe", "stories_fts"),
        ("قالت الشركة إن العمال", "الشركة", "stories_fts"),
        ("Компания отказала рабочим", "рабочим", "stories_fts"),
        ("他说，护照被没收。", "护照被没收", "stories_fts"),  # a run of characters between marks is one word
    ],
    ids=["French", "Arabic", "Russian", "Chinese"],
)
def test_other_languages_are_found_by_exact_words(store: Store, body: str, words: str, index: str) -> None:
    store.add("stories", {"body": body})
    assert found(store, index, words) == [1]


def test_a_part_of_a_chinese_sentence_is_no_word(store: Store) -> None:
    store.add("stories", {"body": "他说，护照被没收。"})
    assert found(store, "stories_fts", "护照") == []
    assert store.rows("SELECT id FROM stories WHERE instr(body, '护照')") == [{"id": 1}]
