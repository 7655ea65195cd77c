"""Which part of a page is searched for the body."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body.lines import read_lines
from stories.extraction.body.scope import find_scope

PROSE = (
    "<p>The ferry stayed in port for the third day, and nobody at the quay could say when it would sail.</p>"
)

# (mark-up with PROSE at each @, id of the part; empty where the whole page is searched)
PAGES = [
    ("<article id=a><div id=b>@@@</div></article><p>Short.</p>", "a"),
    ("<main id=a><article id=b>@@@</article></main>", "a"),
    ("<div itemprop=articleBody id=a>@@@</div>", "a"),
    ("<div id=a><div id=b class=article-body><div id=c>@@@</div></div></div>", "b"),
    ("<div id=content><div id=b>@@@</div></div>", "content"),
    ("<div id=a><div id=b>@@@</div></div>", ""),
    ("<article id=a>@@</article><div id=b>@</div>", ""),
    ("<article id=a>@@@@@</article><div id=b>@</div>", "a"),
    ("<article id=a>@@@@</article><div id=b>@</div>", "a"),
    ("<div id=a class=article-body>@@</div><div id=b>@</div>", ""),
    (f"<article id=a>@@</article>{'<p>A short line beside it.</p>' * 40}", "a"),
    ("<p>Short.</p>", ""),
]


@pytest.mark.parametrize(("markup", "part"), PAGES)
def test_the_part_that_holds_nearly_all_running_text(markup: str, part: str) -> None:
    pieces = markup.split("@")
    numbered = [piece + PROSE.replace("third", f"{n}th") for n, piece in enumerate(pieces[:-1])]
    scope = find_scope(read_lines(document_fromstring(f"<body>{''.join(numbered)}{pieces[-1]}</body>")))
    assert (scope.get("id") if scope is not None else "") == part


def test_a_page_nested_deeply_is_searched() -> None:
    deep = document_fromstring(f"{'<div class=content>' * 200}{PROSE}{'</div>' * 200}")
    scope = find_scope(read_lines(deep))
    assert scope is not None
    assert scope.getparent().tag == "body"


@pytest.mark.parametrize(
    "opening", ['div class=content !a="b"', "div class=content 1=2", 'di"v class=content']
)
def test_a_box_whose_tag_or_attribute_has_no_proper_name_is_searched(opening: str) -> None:
    scope = find_scope(
        read_lines(document_fromstring(f"<body><{opening}>{PROSE}</{opening.split()[0]}></body>"))
    )
    assert scope is not None
    assert scope.get("class") == "content"
