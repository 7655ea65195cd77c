"""Initials in boxes of their own."""

import pytest
from lxml.html import fragment_fromstring, tostring

from stories.extraction.document import parse
from stories.extraction.drop_caps import join_drop_caps
from tests.stories.making import page

JOINED = {
    '<span class="dropcap">W</span><p>omen who gut fish</p>': "Women who gut fish",
    "<div><span>É</span></div>\n<p> tienne said so</p>": "Étienne said so",
    '<div class="initial">Д</div><div>океры ждут</div>': "Докеры ждут",
}
APART = [
    "<b>A</b><p>Women who gut fish</p>",
    "<span>5</span><p>women who gut fish</p>",
    "<span>W</span> <i>and</i><p>omen</p>",
    "<span>W</span> said<p>omen</p>",
    "<span>R</span> <span>says</span>",
    "<div><i>by</i><span>W</span></div><p>omen</p>",
]


@pytest.mark.parametrize("markup", JOINED)
def test_an_initial_is_put_back(markup):
    box = fragment_fromstring(markup, create_parent="div")
    join_drop_caps([*box.iter()])
    assert str(box.text_content()).strip() == JOINED[markup]


@pytest.mark.parametrize("markup", APART)
def test_other_letters_stay(markup):
    box = fragment_fromstring(markup, create_parent="div")
    before = tostring(box)
    join_drop_caps([*box.iter()])
    assert tostring(box) == before


@pytest.mark.parametrize("name", ["dropcap", "story__initial", "first-letter"])
def test_a_page_is_parsed_so(name):
    document = parse(page(f'<div><span class="{name}">W</span><p>omen who gut fish</p></div>'))
    assert document.tree.findtext(".//p") == "Women who gut fish"
