"""What reading an entry costs grows with its length, whatever of it comes again and again."""

from pathlib import Path

import pytest

from stories.entries import read_centre_page
from stories.page import Page
from tests.cost import assert_linear
from tests.stories.making import FETCHED

URL = "https://www.business-humanrights.org/en/latest-news/mill/"
ENTRY = (Path(__file__).parents[2] / "data" / "pages" / "resource-centre" / "held-at-sea.html").read_text(
    "utf-8"
)
PLACE = '<p>"The captain told us'
PARTS = {
    "excerpts": '<p>It wants to "know who is on the quay"…</p><p>"Nobody asked us," said Lena Ruiz…</p>',
    "brackets": "<p>…[S]he was not afraid [of being seen]. She was afraid, she added […] of what (then) was done</p>",
    "links": '<a href="https://lamp.example/mill" class="external">Read the full post here</a>',
    "text of links": '&quot;external&quot;&gt;Read the fullworld" class="external">Read the full',
    "titles": "<p>“Mill ‘closes’ without a word”, 28 February 2026</p>",
}  # fmt: skip


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_comes_often_costs_the_same_each_time(name: str) -> None:
    def read(times: int) -> None:
        page = ENTRY.replace(PLACE, PARTS[name] * times + PLACE)
        (entry,) = read_centre_page(Page(URL, page.encode(), FETCHED)).entries
        assert len("".join(entry.excerpt)) > 10 * times

    assert_linear(read, 20)
