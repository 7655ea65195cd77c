"""What the Internet Archive is asked, and how its answers are read."""

import json
from typing import Any

import pytest

from spiders.memento import available, captured, copy_of

COPY = "http://web.archive.org/web/20260301100000/http://lamp.example/mill?x=1"


def answer(**facts: Any) -> bytes:
    closest = {"available": True, "status": "200", "url": COPY} | facts
    return json.dumps({"archived_snapshots": {"closest": closest}}).encode()


@pytest.mark.parametrize(
    ("said", "copy"),
    [
        (answer(), "https://web.archive.org/web/20260301100000id_/http://lamp.example/mill?x=1"),
        (answer(url=COPY.replace("00000/", "00000if_/")), "https://web.archive.org/web/20260301100000id_/http://lamp.example/mill?x=1"),
        (answer(available=False), ""),
        (answer(status="404"), ""),
        (answer(url="https://elsewhere.example/web/20260301100000/http://lamp.example/mill"), ""),
        (answer(url=None), ""),
        (b'{"archived_snapshots": {}}', ""),
        (b'{"archived_snapshots": []}', ""),
        (b"[]", ""),
        (b"<html>", ""),
        (b"", ""),
    ],
)  # fmt: skip
def test_the_copy_that_an_answer_names(said: bytes, copy: str) -> None:
    assert copy_of(said) == copy


@pytest.mark.parametrize(
    ("url", "header", "time"),
    [
        (COPY, "Sun, 01 Mar 2026 09:00:00 GMT", "2026-03-01T09:00:00+00:00"),
        (COPY, None, "2026-03-01T10:00:00+00:00"),
        (COPY, "yesterday", "2026-03-01T10:00:00+00:00"),
        (COPY.replace("20260301100000", "20261301100000"), None, None),
        (COPY.replace("20260301100000", "2026"), None, None),
        ("https://lamp.example/mill", None, None),
    ],
)
def test_when_a_copy_was_made(url: str, header: str | None, time: str | None) -> None:
    found = captured(url, header)
    assert (found and found.isoformat()) == time


def test_the_copy_nearest_to_a_day_is_asked_for() -> None:
    asked = available("https://lamp.example/mill?a=1&b=2", "2026-03-01")
    assert asked.endswith("?url=https%3A%2F%2Flamp.example%2Fmill%3Fa%3D1%26b%3D2&timestamp=20260301")
    assert "timestamp" not in available("https://lamp.example/mill")
