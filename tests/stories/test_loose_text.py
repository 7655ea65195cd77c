"""Text that stands straight in a box, put into paragraphs: mark-up before and after."""

import pytest
from lxml import etree
from lxml.html import document_fromstring

from stories.extraction.body.loose_text import box_loose_text

LONG = "The ferry stayed in port for the third day and nobody could say when it will go."  # 80 characters
SHORT = "Nobody could say when it sailed"[:29] + "."  # 30 characters
TEXT = "Nobody at the quay could say when."
BOXED = {
    "beside a box": (f"<div>{LONG}<div>x</div></div>", f"<div><p>{LONG}</p><div>x</div></div>"),
    "79 characters beside a box": (f"<div>{LONG[1:]}<div>x</div></div>", ""),
    "alone": (f"<div>{LONG}<b>x</b></div>", ""),
    "in a cell": (f"<td>{LONG}<p>x</p></td>", ""),
    "in an article": (
        f"<article>{LONG}<ul><li>x</li></ul></article>",
        f"<article><p>{LONG}</p><ul><li>x</li></ul></article>",
    ),
    "on both sides of a box": (
        f"<section>{LONG}<blockquote>x</blockquote>{TEXT}</section>",
        f"<section><p>{LONG}</p><blockquote>x</blockquote><p>{TEXT}</p></section>",
    ),
    "30 characters beside two breaks": (
        f"<div>{SHORT}<br><br>soup<div>x</div></div>",
        f"<div><p>{SHORT}<br></p><p>soup</p><div>x</div></div>",
    ),
    "29 characters beside two breaks": (f"<div>{SHORT[1:]}<br><br>soup<div>x</div></div>", ""),
    "a break behind a sentence": (
        f"<div>{SHORT}<br>{TEXT}<br>soup<div>x</div></div>",
        f"<div><p>{SHORT}</p><p>{TEXT}</p><p>soup</p><div>x</div></div>",
    ),
    "a break behind 29 characters": (
        f"<div>{SHORT[1:]}<br>{TEXT}<div>x</div></div>",
        f"<div><p>{SHORT[1:]}<br>{TEXT}</p><div>x</div></div>",
    ),
    "a break behind no sentence": (
        f"<div>{TEXT[:-1]}<br>{TEXT}<div>x</div></div>",
        f"<div><p>{TEXT[:-1]}<br>{TEXT}</p><div>x</div></div>",
    ),
    "single breaks where others are double": (
        f"<div>{TEXT}<br>soup<br><br>{TEXT}<br> <br>end<div>x</div></div>",
        f"<div><p>{TEXT}<br>soup<br></p><p>{TEXT}<br> </p><p>end</p><div>x</div></div>",
    ),
    "breaks that are drawn": (
        f"<div>{LONG}<span class='x br'></span><span class='br'></span>{TEXT}<div>x</div></div>",
        f'<div><p>{LONG}<br class="x br"></p><p>{TEXT}</p><div>x</div></div>',
    ),
    "one that says something": (
        f"<div>{LONG}<span class='br'>y</span>{TEXT}<div>x</div></div>",
        f'<div><p>{LONG}<span class="br">y</span>{TEXT}</p><div>x</div></div>',
    ),
    "headings alone in a box": (
        f"<div>{LONG}<div><h2>a</h2></div>{TEXT}<div><h4>b</h4></div>{TEXT}</div>",
        f"<div><p>{LONG}</p><h2>a</h2><p>{TEXT}</p><h4>b</h4><p>{TEXT}</p></div>",
    ),
    **{
        f"no heading alone, {number}": (
            f"<div>{LONG}{box}{TEXT}</div>",
            f"<div><p>{LONG}</p>{box}<p>{TEXT}</p></div>",
        )
        for number, box in enumerate(
            (
                "<div><h1>a</h1></div>",
                "<div>a<h3>b</h3></div>",
                "<div><h3>a</h3>b</div>",
                "<div><h3>a</h3><i>b</i></div>",
                "<section><h3>a</h3></section>",
            )
        )
    },
    "words in its lines": (
        f"<div>{LONG} <b>bold <i>it</i></b> on<div>x</div></div>",
        f"<div><p>{LONG} <b>bold <i>it</i></b> on</p><div>x</div></div>",
    ),
    "a box in words": (
        f"<div>{LONG} and <span>{TEXT}<div>x</div>{TEXT}</span> on</div>",
        f"<div><p>{LONG} and </p><div><p>{TEXT}</p><div>x</div><p>{TEXT}</p></div><p> on</p></div>",
    ),
    "nothing between boxes": (
        f"<div>{LONG}<div>x</div> <div>y</div><br><br></div>",
        f"<div><p>{LONG}</p><div>x</div><div>y</div></div>",
    ),
    "two boxes": (
        f"<div>{LONG}<p>x</p></div>" * 2,
        f"<div><p>{LONG}</p><p>x</p></div>" * 2,
    ),
    "the posts of a forum": (f"<div>{LONG}<p>x</p></div>" * 3, ""),
}


@pytest.mark.parametrize("name", BOXED)
def test_text_beside_boxes_is_put_into_paragraphs(name: str) -> None:
    before, after = BOXED[name]
    tree = document_fromstring(f"<html><body><main>{before}</main></body></html>")
    box_loose_text(tree)
    found = etree.tostring(tree.find("body/main"), encoding="unicode", method="html")
    assert found.replace("\n", "") == f"<main>{after or before}</main>"
