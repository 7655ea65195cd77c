"""A page parsed once: what is refused, what is taken out, what every reader shares."""

from dataclasses import replace

import pytest
from lxml import etree
from lxml.html import document_fromstring

from stories.extraction import document
from stories.extraction.document import UnreadableError, parse, refuse
from stories.extraction.drop_caps import join_drop_caps
from stories.extraction.hidden import drop_hidden
from stories.extraction.later_stories import drop_later_stories
from tests.stories.making import page

SPACED = b"<p>" + b"x" * 4093


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"x" * 8_000_000, ""),
        (b"x" * 8_000_001, "too large"),
        (b" \0\r\n\t", "empty page"),
        (b"\n%PDF-1.7 x", "not HTML"),
        (b"<p>%PDF-1.7 x", ""),
        (SPACED[:3891] + b"\1" * 205, "not HTML"),
        (SPACED[:3892] + b"\1" * 204 + b"\1" * 99, ""),
        (b"\xff\xfe" + "<p>".encode("utf-16-le") * 99, ""),
        ("<p>".encode("utf-16-be") * 99, ""),
        (b"\t\r\n" * 50 + b"x", ""),
        (b"x\x7f" * 50, "not HTML"),
    ],
    ids=range(11),
)
def test_what_can_hold_no_page_is_refused(payload: bytes, reason: str) -> None:
    found = ""
    try:
        refuse(payload)
    except UnreadableError as error:
        found = str(error.args[0])
    assert found == reason


@pytest.mark.parametrize(
    ("kind", "magic"), [("an archive", b"PK\3\4"), ("a PDF", b"%PDF-"), ("a picture", b"GIF8")]
)
def test_a_refusal_says_what_it_is(kind: str, magic: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        refuse(magic + b"x")
    assert error.value.args == ("not HTML", f"the payload is {kind}")


def tag(attributes: int, size: int) -> bytes:
    """A tag with so many attributes of so many bytes."""
    return b"<p" + b"".join(b' a%05d="%s"' % (n, b"x" * (size - 10)) for n in range(attributes)) + b">x"


@pytest.mark.parametrize(
    ("payload", "refused"),
    [
        (tag(5_000, 41), False),
        (tag(5_001, 40), True),
        (b"<p>" + tag(5_001, 40), True),
        (tag(5_001, 39), False),
        (tag(2_501, 41) + b"<i>" + tag(2_500, 41), False),
    ],
    ids=range(5),
)
def test_a_tag_of_many_attributes_is_refused(payload: bytes, refused: bool) -> None:
    if refused:
        with pytest.raises(UnreadableError, match="too large"):
            document._refuse_tags(payload)
    else:
        document._refuse_tags(payload)


def bound(markup: str, size: int) -> str:
    try:
        document._bound(document_fromstring(markup), size)
    except UnreadableError as error:
        return " ".join(error.args)
    return ""


def test_a_page_of_many_elements_or_much_text_is_refused() -> None:
    elements = "<html><body>" + "<br>" * 99_998
    assert bound(elements, 1) == ""
    assert bound(f"{elements}<br>", 1) == "too large 100001 elements, at most 100000 are read"
    assert bound(f"<p>{'x' * 500_000}</p>", 600_000) == ""
    assert (
        bound(f"<p>{'x' * 500_001}</p>", 600_000)
        == "too large 500001 characters of text, at most 500000 are read"
    )


def test_what_no_reader_sees_is_taken_out() -> None:
    unread = "<style>a</style><svg>b</svg><del>c</del><s>d</s><template>e</template><script>f</script>"
    found = parse(page(f"<html><body><p>One {unread}two<!-- g --><?h i?></p></body></html>"))
    assert found.tree.text_content() == "One two"
    assert [text for _, text in found.scripts] == ["f"]
    assert [node.tag for node in found.elements] == ["html", "body", "p"]


@pytest.mark.parametrize(
    ("attribute", "shown"),
    [("shadowrootmode=open", True), ("shadowroot=open", True), ("id=shadowroot", False)],
)
def test_a_shadow_root_is_shown_at_once(attribute: str, shown: bool) -> None:
    found = parse(page(f"<html><body><x-a><template {attribute}><p>One</p></template></x-a></body></html>"))
    assert ("One" in found.tree.text_content()) == shown


def test_scripts_are_known_by_id_or_type_and_lose_long_runs_of_backslashes() -> None:
    scripts = "<script id=a type=b>x</script><script type=b>y\\\\</script><script></script>"
    assert parse(page(f"{scripts}<p>x")).scripts == [("a", "x"), ("b", "y\\\\"), ("", "")]
    for size, kept in ((31, 31), (32, 0)):
        text = "a" + "\\" * size + "b"
        assert parse(page(f"<script>{text}</script><p>x")).scripts == [("", "a" + "\\" * kept + "b")]


def test_copies_in_other_languages_are_linked_by_head_and_header() -> None:
    head = "<link rel='Alternate x' hreflang=de href=/de><link rel=alternate hreflang=fr><link rel=alternate href=/es>"
    head += (
        "<link rel=next hreflang=it href=/it><a rel=alternate hreflang=pt href=/pt>x</a><i itemprop=a>y</i>"
    )
    given = replace(page(f"<html><head>{head}</head><body>x</body></html>"), alternates=(("nl", "/nl"),))
    found = parse(given)
    assert found.alternates == [("de", "/de"), ("fr", ""), ("nl", "/nl")]
    assert [node.tag for node in found.marked] == ["link", "link", "link", "link", "a", "i"]


def test_the_first_value_of_several_meta_elements_counts() -> None:
    found = parse(page("<meta name=a content=x><meta name=a content=y><meta name=b content=z><p>x"))
    assert (found.meta("c", "b", "a"), found.meta("a"), found.meta("c")) == ("z", "x", "")


def test_each_bound_is_held_against_the_page_that_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parse(page("<h1>One</h1><h1>Two</h1>"))  # without a title
    monkeypatch.setattr(document, "MAX_ELEMENTS", 4)
    parse(page("<p>x</p><p>y</p>"))
    with pytest.raises(UnreadableError, match="too large"):
        parse(page("<p>x</p><p>y</p><p>z</p>"))


def test_words_for_screen_readers_are_taken_out_as_the_page_is_parsed() -> None:
    text = "<p>One <span class=sr-only>two</span> <a>three (opens in a new tab)</a></p>"
    found = parse(page(f"<html><head><title></title></head><body>{text}</body></html>"))
    assert found.tree.text_content() == "One  three"


def test_speech_and_initials_are_marked_as_the_page_is_parsed() -> None:
    found = parse(page("<html lang=de><body><p><q>So</q></p><i class=dropcap>W</i><p>omen</p></body></html>"))
    assert found.tree.text_content() == "„So“Women"


HIDDEN = [
    # what stands in a sentence beside other words; whether it is seen
    ("<span class=sr-only>{80}</span>", False),
    ("<span class=sr-only>{81}</span>", True),
    ("<i><i><i><span class=sr-only>x</span></i></i></i>", False),
    ("<i><i><i><i><span class=sr-only>x</span></i></i></i></i>", True),
    ("<span style='display: none'>x</span>", False),
    ("<span style='color: red'>x</span>", True),
    ("<span hidden>x</span>", False),
    ("<span class=icon aria-hidden=true>x</span>", False),
    ("<span class=icon>x</span>", True),
    ("<span aria-hidden=true>x</span>", True),
    ("<u class=sr-only>x</u>", True),
    ("<b class=sr-only>x<b class=sr-only>x</b></b>", False),
    ("<a>Velm <u><span>(opens in a new tab)</span></u></a>", False),
    ("<a>Velm <u>(opens in a new tab)</u></a>", True),
    ("<a>Velm <span>(opens in a new tab)</span></a>", False),
    ("<u><span>(opens in a new tab)</span></u>", True),
]


@pytest.mark.parametrize(("inside", "seen"), HIDDEN, ids=range(len(HIDDEN)))
def test_what_is_hidden_in_a_sentence(inside: str, seen: bool) -> None:
    for size in (80, 81):
        inside = inside.replace(f"{{{size}}}", "x" * size)
    tree = document_fromstring(f"<div><p>Of the {inside} quay.</p></div>")
    shown = document_fromstring(f"<div><p>{inside}</p></div>").text_content().removeprefix("Velm ")
    drop_hidden(list(tree.iter()))
    assert (shown in tree.text_content()) == seen


LONG = "The ferry stayed in port for the third day and nobody could say when it will go."  # 80 characters


def later(heads: int, texts: tuple[str, str], titles: str = "Ferry stays") -> bool:
    """Whether a box below the page's own is a later story. heads: first-level headings of mastheads before both."""
    boxes = "".join(
        f"<article><h1>{title}</h1>{text}</article>"
        for title, text in zip((titles, "Mill"), texts, strict=True)
    )
    tree = document_fromstring(f"<body><header>{'<h1>x</h1>' * heads}</header>{boxes}<p>End</p></body>")
    drop_later_stories(tree, "Ferry stays in port")
    assert ("Mill" in tree.text_content()) == ("End" in tree.text_content())
    return "Mill" not in tree.text_content()


TWO = f"<p>{LONG}</p><p>{LONG}</p>"


@pytest.mark.parametrize(
    ("heads", "texts", "titles", "found"),
    [
        (0, (TWO, TWO), "Ferry stays", True),
        (38, (TWO, TWO), "Ferry stays", True),
        (39, (TWO, TWO), "Ferry stays", False),
        (0, (TWO, f"<p>{LONG}</p><p>{LONG[1:]}</p>"), "Ferry stays", False),
        (0, (f"<p>{LONG}</p>", TWO), "Ferry stays", False),
        (0, (TWO, f"<p>{LONG}</p><p>{LONG}<a>x</a></p>"), "Ferry stays", False),
        (0, (TWO, TWO * 2), "Ferry stays", True),
        (0, (TWO, TWO), "Another", False),
        (0, (TWO, TWO), "—", False),
    ],
    ids=range(9),
)
def test_a_later_story_has_a_headline_and_two_paragraphs(
    heads: int, texts: tuple[str, str], titles: str, found: bool
) -> None:
    assert later(heads, texts, titles) == found


CAPS = {
    "<i class=dropcap aria-hidden=true>W</i><p>omen</p>": '<i class="dropcap"></i><p>Women</p>',
    "<i aria-hidden=true>W</i><b>omen</b>": '<i aria-hidden="true">W</i><b>omen</b>',
    "<p><i class=initial>W</i> omen wait</p>": '<p><i class="initial">W</i>omen wait</p>',
    "<p><i class=initial>W</i> Omen wait</p>": '<p><i class="initial">W</i> Omen wait</p>',
    "<p><i>W</i> omen wait</p>": "<p><i>W</i> omen wait</p>",
    "<i> W </i><p> omen</p>": "<i></i><p>Women</p>",
    "<i>  W </i><p>omen</p>": "<i>  W </i><p>omen</p>",
    "<i>WI</i><p>omen</p>": "<i>WI</i><p>omen</p>",
    "<i>W<b></b></i><p>omen</p>": "<i>W<b></b></i><p>omen</p>",
    "<i>W</i><b>omen</b>": "<i>W</i><b>omen</b>",
    "<u>a<i>W</i></u><p>omen</p>": "<u>a<i>W</i></u><p>omen</p>",
    "<u><i>W</i></u>a<p>omen</p>": "<u><i>W</i></u>a<p>omen</p>",
    "<i>W</i><p></p>": "<i>W</i><p></p>",
}


@pytest.mark.parametrize("markup", CAPS, ids=range(len(CAPS)))
def test_an_initial_and_what_it_begins(markup: str) -> None:
    tree = document_fromstring(f"<html><body><div>{markup}</div></body></html>")
    join_drop_caps(list(tree.iter()))
    found = etree.tostring(tree.find(".//div"), encoding="unicode", method="html")
    assert found.replace("\n", "") == f"<div>{CAPS[markup]}</div>"
