"""Speech in <q> and <blockquote>, for which a page has mark-up and no marks."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body import Block, join, set_off
from stories.extraction.quotation_tags import mark_quotations
from stories.quotes import find_quotes

TAGS = [
    ("<p><q>Nobody was cheated</q>, said Ivo Stann.", "en", "“Nobody was cheated”, said Ivo Stann."),
    ("<p>Ada Moss said: <q>The <b>well</b> is dry.</q>", "", "Ada Moss said: “The well is dry.”"),
    (
        "<p>Moss said: <q>He said <q>go</q>, and I <i>went</i></q>.",
        "en",
        "Moss said: “He said ‘go’, and I went”.",
    ),
    ("<p><q>Le puits est vide</q>, dit Ada Mousse.", "fr-FR", "«Le puits est vide», dit Ada Mousse."),
    ("<p><q><b>Go</b></q>, said Ada Moss.", "en", "“Go”, said Ada Moss."),
    ("<p>李海生說：<q>帳本鎖了。</q>", "zh-TW", "李海生說：「帳本鎖了。」"),
    ("<p><q>“The well is dry,”</q> said Ada Moss.", "en", "“The well is dry,” said Ada Moss."),
]


@pytest.mark.parametrize(("html", "language", "text"), TAGS)
def test_marks_stand_where_a_browser_prints_them(html: str, language: str, text: str) -> None:
    tree = document_fromstring(html)
    mark_quotations([*tree.iter()], language)
    assert tree.text_content() == text


QUOTE = [Block("The books were kept in a tin. Nobody read them.", "quote"), Block("They are gone.", "quote")]
LED = [
    ([Block("Ormsby writes:"), *QUOTE, Block("The council meets in May.")], "Ormsby", 2),
    ([Block("Boats lay idle."), QUOTE[0], Block("― Ada Moss, a clerk")], "Ada Moss", 1),
    ([Block("Boats lay idle."), *QUOTE, Block("The council meets in May.")], None, 0),
    ([Block("Ada Moss said on Friday:"), Block("The list of firms"), Block("It is long.")], None, 0),
]


@pytest.mark.parametrize(("blocks", "speaker", "pieces"), LED)
def test_paragraphs_that_the_page_sets_off(blocks: list[Block], speaker: str | None, pieces: int) -> None:
    text = join(blocks)
    quotes = [quote for quote in find_quotes(text, "en", set_off(blocks)) if quote.kind != "indirect"]
    assert [quote.speaker for quote in quotes] == [speaker] * (pieces > 0)
    assert sum(len(quote.content) for quote in quotes) == pieces
