"""An archive's answer as a crawl sees it: the same kind of response as the live one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse, XmlResponse

from middlewares import as_response
from store.warc import Capture

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "kind", "expected"),
    [
        ("mill", "text/html; charset=utf-8", HtmlResponse),
        ("report.pdf", "text/html", HtmlResponse),
        ("list", "application/rss+xml", XmlResponse),
    ],
)
def test_a_captured_answer_is_what_its_content_type_says(
    path: str, kind: str, expected: type[Response]
) -> None:
    headers = [("Content-Type", kind), ("Link", "<a>"), ("Link", "<b>"), ("Content-Encoding", "gzip")]
    capture = Capture(Path(), 0, f"https://lamp.example/{path}", NOON, 200, headers, b"Mill closes")
    answer = as_response(Request(capture.url), capture)
    assert type(answer) is expected
    assert answer.headers.getlist("Link") == [b"<a>", b"<b>"]
    assert "Content-Encoding" not in answer.headers
    assert not isinstance(answer, TextResponse) or answer.text == "Mill closes"
