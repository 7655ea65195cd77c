"""A record as plain data: nothing in it that a program of another language could not hold."""

import json
from typing import Any

from store.plain_record import as_dict, columns
from stories.item import Story
from tests.desk import linked
from tests.making import LAMP, made_page, made_story


def plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(name, str) and plain(part) for name, part in value.items())
    if isinstance(value, list | tuple):
        return all(map(plain, value))
    return value is None or isinstance(value, str | int | float)


def test_a_story_is_plain_with_its_day_and_the_entry_that_led_to_it() -> None:
    story = made_story()
    story.entry = linked()
    record = as_dict(story)
    assert plain(record)
    assert (record["record"], record["outlet"], record["published"]) == ("story", "lamp", "2026-03-01")
    assert record["entry"] == story.entry.url
    assert record["quotes"][0]["speaker"] == "Lena Ruiz"
    assert "payload" not in json.dumps(record)


def test_an_entry_is_plain_with_its_passages_and_quotes() -> None:
    record = as_dict(linked(outlet="Evening Lamp"))
    assert plain(record)
    assert (record["record"], record["outlet"]) == ("entry", "Evening Lamp")
    assert [passage["fidelity"] for passage in record["passages"]] == ["unchecked", "unchecked"]
    assert record["quotes"][0]["content"] == '"Nobody asked us,"'
    assert record["page"]["sha256"] == linked().page.sha256  # type: ignore[union-attr]


def test_a_story_that_is_not_read_yet_says_where_it_was_found() -> None:
    record = as_dict(Story(made_page(), LAMP))
    assert (record["url"], record["outlet"]) == ("https://lamp.example/mill", "lamp")
    assert plain(record)


def test_the_columns_are_all_that_records_hold_a_story_s_first() -> None:
    story = made_story()
    assert columns()[0] == "record"
    assert set(columns()) == set(as_dict(story)) | set(as_dict(linked()))
    assert columns().index("quotes") < columns().index("passages")
