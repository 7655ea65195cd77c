"""What a program reads is no story, whichever door it comes by."""

import json

import pytest

from stories.extraction.document import UnreadableError, parse
from stories.extraction.formats import format_of
from tests.scrapy_process import ROOT
from tests.stories.making import PARAGRAPHS, html, page, reading

ITEM = f"<item><title>Ferry stays</title><description>{PARAGRAPHS[0]}</description></item>"
FORMATS = {
    f'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel>{ITEM}': "a feed",
    f"<rdf:RDF xmlns='http://purl.example/rss/1.0/'>{ITEM}": "a feed",
    f"\ufeff<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><feed><entry>{PARAGRAPHS[0]}": "a feed",
    f"<!DOCTYPE rss SYSTEM 'rss.dtd'><RSS>{ITEM}": "a feed",
    "<urlset xmlns='x'><url><loc>https://lamp.example/mill</loc></url>": "a sitemap",
    "<sitemapindex><sitemap><loc>https://lamp.example/news.xml": "a sitemap",
    json.dumps({"title": "Ferry stays", "text": PARAGRAPHS}): "JSON",
    "\n" + json.dumps([{"text": PARAGRAPHS[0]}], indent=1): "JSON",
    json.dumps({"a": 1}) + "\n" + json.dumps({"b": 2}): "JSON",
    "[1] The ferry stays in port.\n\nIt will sail on Wednesday.": "",
    "{Ferry} stays in port.": "",
    "[" * 100_000: "",
    "[" + json.dumps(PARAGRAPHS[0]) + "]": "",
    "<html><body><feed>": "",
    "<feedback>The ferry stays.": "",
    "<?xml version='1.0'?><html xmlns='x'><p>Ferry": "",
    html(): "",
    "": "",
}


@pytest.mark.parametrize(("text", "what"), FORMATS.items(), ids=range(len(FORMATS)))
def test_a_text_for_programs_is_known(text: str, what: str) -> None:
    assert format_of(text) == what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [text for text, what in FORMATS.items() if what], ids=range(9))
def test_it_is_refused_as_a_page(text: str, encoding: str) -> None:
    with pytest.raises(UnreadableError) as error:
        parse(page(text.encode(encoding)))
    assert error.value.args == ("not HTML", f"the payload is {FORMATS[text]}")


def test_a_whole_feed_given_as_a_page_is_no_story() -> None:
    found = reading((ROOT / "data" / "pages" / "bbc" / "feed.xml").read_bytes())
    assert (found.reject, found.detail) == ("not HTML", "the payload is a feed")


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_a_page_in_utf_32_is_read_by_its_mark(encoding: str) -> None:
    mark = "" if encoding == "utf-32" else "\ufeff"
    found = reading((mark + html()).encode(encoding))
    assert (found.title, found.body) == ("Ferry stays in port", "\n\n".join(PARAGRAPHS))
