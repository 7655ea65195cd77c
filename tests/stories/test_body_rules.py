"""What is cut out of a body, rule by rule, and just short of each rule."""

import pytest
from lxml.html import document_fromstring

from stories.extraction.body import Block, Metadata
from stories.extraction.body.boilerplate import by_links, left_out, remove_boilerplate
from stories.extraction.body.lines import read_lines
from stories.extraction.body.surroundings import Surroundings
from stories.text import text_of
from tests.stories.making import reading

SENTENCE = (
    "The ferry stayed in port on day {} and nobody at the quay could say when it would ever sail again."
)
ONE, TWO, THREE, FOUR = (SENTENCE.format(number) for number in ("one", "two", "three", "four"))
FIVE = SENTENCE.format("five")
TEXT = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
METADATA = Metadata(
    "Ferry stays in port",
    ("Ferry stays", "Coast news"),
    ("Mara Dunn",),
    "The crew will not sail with a single mate this year",
)


def reasons(above: str = "", below: str = "", metadata: Metadata = METADATA) -> dict[str, str]:
    """Why each line above and below three paragraphs is cut; empty where it is kept."""
    tree = document_fromstring(f"<body><main>{above}{TEXT}{below}</main></body>")
    lines = read_lines(tree)
    kinds = {"h1": "heading", "h2": "heading", "h3": "heading", "li": "list"}
    blocks = [Block(line.text, kinds.get(line.element.tag, "paragraph")) for line in lines.lines]  # type: ignore[arg-type]
    kept, cuts = remove_boilerplate(blocks, lines, metadata)
    return {block.text: "" for block in kept} | dict(cuts)


def long(start: str, size: int) -> str:
    """A line of `size` characters that begins so."""
    return f"{(start + ' and so on' * 40)[: size - 1]}x"


# markup above the text: the reason for its first line
ABOVE = {
    "<p>Ferry stays in port</p>": "headline",
    "<h1>Ferry stays</h1>": "headline",
    "<h1>Coast news!</h1>": "headline",
    "<h1>Harbour news</h1>": "",
    "<p>Mara Dunn</p>": "signature",
    "<p>MARA DUNN</p>": "signature",
    "<p>Mara Dunn, quay</p>": "signature",
    "<p>Mara Dunn told the quay about it.</p>": "",
    "<p>By Ada Moss and Bo Lind</p>": "signature",
    "<p>By the time it rained</p>": "",
    "<p>Published: 30 April 2026</p>": "signature",
    "<p>4 min read</p>": "signature",
    f"<p>{long('By Ada Moss', 84)}</p>": "signature",
    f"<p>{long('By Ada Moss', 105)}</p>": "",
}
BELOW = {
    "<p>Ferry stays in port</p>": "headline",
    "<h1>Ferry stays</h1><p>And no more of it came in the days that followed it, they say.</p>": "",
    "<p>By Ada Moss and Bo Lind</p>": "",
    "<p>Published: 30 April 2026</p>": "",
    "<p>Tags: quay</p>": "credit",
    "<p>ADVERTISEMENT</p>": "label",
    "<p>mara@coast.example</p>": "contact",
    f"<p>{long('Subscribe to us', 199)}</p>": "request",
    f"<p>{long('Subscribe to us', 200)}</p>": "",
    "<p><a href=/x>A second pier is to be built</a></p>": "link",
    "<p><a href=/x>A second pier</a> is</p>": "link",
    "<p><a href=/x>A second pier</a> is it</p>": "",
    "<p><a href=/x>The pier</a> x</p>": "link",
    "<p>Read more: <a href=/x>A second pier is to be built</a></p>": "teaser",
    "<p>Read more: <a href=/x>A second pier</a> abc</p>": "",
    "<p>Read more: <a href=/x>A second pier</a>..</p>": "teaser",
    "<p>Read more: <a href=/x>A second pier</a>...</p>": "",
    "<p>QUAY: <a href=/x>A second pier</a></p>": "teaser",
    "<p>QUAY – <a href=/x>A second pier</a></p>": "teaser",
    "<p>Quay: <a href=/x>A second pier</a></p>": "",
    "<p>QUAY. <a href=/x>A second pier</a></p>": "",
    "<h2><a href=/x>A second pier</a></h2><p>It is to be built of stone in the summer, says the town.</p>": "",
    "<p class=caption>The quay in the winter, when no ferry sails, seen from the hill above the town.</p>": "caption",
    "<figcaption>The quay</figcaption>": "caption",
    "<p>Image caption, The quay of Velm in winter</p>": "caption",
    "<p>Légende image, Le quai en hiver</p>": "caption",
    "<p>图像来源，海岸社</p>": "caption",
    "<div class=related-stories><p>The quay</p></div>": "teaser box",
    f"<div class=related-stories><p>{FIVE}</p></div>": "",
    f"<div class=newsletter><p>{FIVE}</p></div>": "newsletter",
    f"<p><a href=/x>{FIVE}</a></p>": "",
    f"<p><a href=/x>{FIVE[:-1]}</a></p>": "link",
    "<div id=shareTools><p>The quay</p></div>": "share",
    "<div class=share-price><p>The quay</p></div>": "share",
    "<div class=imageCaption><p>The quay</p></div>": "caption",
    "<div class=shareholder><p>The quay fell down</p></div>": "",
    "<div class=shares><div class=x><p>The quay fell down</p></div></div>": "",
    "<div class=ad><div class=x><p>The quay</p></div></div>": "advert",
    "<form><p>The quay</p></form>": "newsletter",
    "<nav><p>The quay</p></nav>": "apparatus",
    "<div class=byline><p>The quay</p></div>": "byline",
    "<div class=byline><p>The quay</p></div><p>The quay</p>": "",
}


@pytest.mark.parametrize("markup", ABOVE)
def test_above_the_text(markup):
    found = reasons(above=markup)
    line = document_fromstring(f"<body>{markup}</body>")[0].text_content()
    assert found[line] == ABOVE[markup]


@pytest.mark.parametrize("markup", BELOW)
def test_below_the_text(markup):
    first = next(document_fromstring(f"<body>{markup}</body>").iter("p", "h1", "h2", "figcaption"))
    assert reasons(below=f"{markup}<p>{FOUR}</p>")[first.text_content()] == BELOW[markup]


TOLD = "<p>They are told by everybody on the quay.</p>"
SAID = "We sign for the week and he fills it in"
QUOTED = f"<p>They said it at the quay on Monday: “{SAID}”, and nobody there would say more of it.</p>"


def last(markup: str, metadata: Metadata = METADATA) -> str:
    """The reason for the last line of a text."""
    found = reasons(below=markup, metadata=metadata)
    return found[list(document_fromstring(f"<body>{markup}</body>").iter("p", "li", "h3"))[-1].text_content()]


LIFE = "Mara Dunn has told of the ports of the north for the Coast since she was a girl. Write to her, please, at "
ENDS = {
    "<p>Mara Dunn</p>": "signature",
    "<h3>Mara Dunn</h3>": "signature",
    "<li>Mara Dunn</li>": "",
    "<p>(mdu)</p>": "signature",
    "<p>(mdu/dpa)</p>": "signature",
    f"<p>(mdu)</p><p>{FOUR}</p>": "",
    "<p>Published: 30 April 2026</p>": "signature",
    "<p>30 April 2026</p>": "signature",
    "<p>— Mara (@mara), 30 April 2026</p>": "",
    "<p>It was told on 30 April 2026.</p>": "",
    "<p>MDU</p>": "signature",
    "<p>Mdu</p>": "",
    "<p>MDUX</p>": "",
    f"<p>Author: {'Ada ' * 16}Lindner</p>": "signature",
    f"<p>Author: {'Ada ' * 16}Lindners</p>": "",
    f"<p>{LIFE}mara@coast.example</p>": "contact",
    f"<p>{LIFE}{'x' * (299 - len(LIFE) - 18)}mara@coast.example</p>": "contact",
    f"<p>{LIFE}{'x' * (300 - len(LIFE) - 18)}mara@coast.example</p>": "",
    f"<p>{LIFE}the office</p>": "",
    f"<p>Ada Moss, too. {LIFE}mara@coast.example</p>": "",
}


@pytest.mark.parametrize("markup", ENDS, ids=range(len(ENDS)))
def test_the_last_line_signs(markup):
    assert last(markup) == ENDS[markup]


def test_the_last_lines_sign_above_what_is_cut_and_above_one_another():
    found = reasons(below="<p>Mara Dunn</p><p>(mdu)</p><p>Tags: quay</p><p>Published: 30 April 2026</p>")
    assert [why for why in found.values() if why] == ["signature", "signature", "credit", "signature"]


PULLED = {
    f"{QUOTED}<p>{SAID}</p>{TOLD}": "pull quote",
    f"<p>{SAID}</p>{QUOTED}": "pull quote",
    f"{QUOTED}<p>“{SAID}”</p>{TOLD}": "pull quote",
    f"{QUOTED.replace('“', '« ').replace('”', ' »')}<p>{SAID}</p>{TOLD}": "pull quote",
    f"{QUOTED.replace('“', '').replace('”', '')}<p>{SAID}</p>{TOLD}": "",
    f"<p>{SAID}</p>{TOLD}": "",
    f"{QUOTED}<p>{SAID[:30]}</p>{TOLD}": "pull quote",
    f"{QUOTED}<p>{SAID[:29]}</p>{TOLD}": "",
    f"{QUOTED}<h3>{SAID}</h3>{TOLD}": "",
    f"<p>He said “{long('It', 199)}” at the quay, and it was so.</p><p>{long('It', 199)}</p>{TOLD}": "pull quote",
    f"<p>He said “{long('It', 200)}” at the quay, and it was so.</p><p>{long('It', 200)}</p>{TOLD}": "",
}


@pytest.mark.parametrize("markup", PULLED, ids=range(len(PULLED)))
def test_a_quotation_that_is_set_in_large_letters(markup):
    said = [node.text_content() for node in document_fromstring(f"<body>{markup}</body>").iter("p", "h3")]
    pulled = min((text for text in said if text not in TOLD), key=len)
    assert reasons(below=markup)[pulled] == PULLED[markup]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Ada Moss", "pull quote"),
        (long("Ada Moss, of the quay", 39), "pull quote"),
        (long("Ada Moss, of the quay", 40), ""),
        ("Ada Moss waits.", ""),
    ],
    ids=range(4),
)
def test_who_is_quoted_in_large_letters_stands_below(line: str, why: str) -> None:
    found = reasons(below=f"{QUOTED}<p>{SAID}</p><p>{line}</p>{TOLD}")
    assert (found[SAID], found[line]) == ("pull quote", why)


@pytest.mark.parametrize(("size", "why"), [(19, ""), (20, "pull quote")])
def test_a_quotation_that_the_mark_up_sets_off_may_be_shorter(size: int, why: str) -> None:
    said = SAID[:size]
    lines = read_lines(document_fromstring(f"<body>{QUOTED}<p>{said}</p>{TEXT}</body>"))
    blocks = [Block(line.text, "quote" if line.text == said else "paragraph") for line in lines.lines]
    assert dict(remove_boilerplate(blocks, lines, METADATA)[1]).get(said, "") == why


def test_what_is_cut_above_the_text_does_not_begin_it():
    """A caption of a whole sentence is no text: the line below it still stands above the text."""
    found = reasons(above=f"<p class=caption>{FOUR}</p><p>4 min read</p>")
    assert (found[FOUR], found["4 min read"]) == ("caption", "signature")
    assert reasons(above=f"<p>{FOUR}</p><p>4 min read</p>")["4 min read"] == ""


def test_where_a_layout_names_the_boxes_nothing_stands_below_them():
    texts = [SENTENCE.format(number) for number in range(9)]
    markup = f"<main>{''.join(f'<p>{text}</p>' for text in texts[:8])}</main><div><p>{texts[8]}</p></div>"
    lines = read_lines(document_fromstring(f"<body>{markup}</body>"))
    blocks = [Block(text) for text in texts]
    assert remove_boilerplate(blocks, lines, Metadata())[1] == [(texts[8], "below the text")]
    assert remove_boilerplate(blocks, lines, Metadata(), chosen=True)[1] == []


@pytest.mark.parametrize(("size", "why"), [(159, "signature"), (160, "")])
def test_who_signs_in_a_line_that_is_no_text(size: int, why: str) -> None:
    line = long("30 April 2026 - Velm, the quay", size)
    assert reasons(above=f"<p>{line[:40]}</p>")[line[:40]] == "signature"
    many = Metadata(names=(line,))
    assert reasons(above=f"<p>{line}</p>", metadata=many)[line] == why


def subtitle(heading: str, metadata: Metadata = METADATA) -> str:
    tree = document_fromstring(f"<body><header><h2>{heading}</h2></header><main>{TEXT}</main></body>")
    lines = read_lines(tree)
    blocks = [
        Block(line.text, "heading" if line.element.tag == "h2" else "paragraph") for line in lines.lines
    ]
    return dict(remove_boilerplate(blocks, lines, metadata)[1]).get(heading, "")


def test_a_short_heading_that_the_page_describes_itself_with():
    told = METADATA.description
    assert subtitle(told) == "subtitle"
    assert subtitle(told[:-3]) == ""
    for size, why in ((139, "subtitle"), (140, "")):
        heading = long(told, size)
        assert subtitle(heading, Metadata("", (), (), heading)) == why
    assert reasons(above=f"<h2>{told}</h2>")[told] == ""
    for same, why in ((60, "subtitle"), (59, "")):
        described = Metadata("", (), (), f"{'a' * 60}, and so on")
        assert subtitle(f"{'a' * same}b and on", described) == why


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_a_subtitle_of_any_level(tag):
    told = "The crew of the only ferry want a second mate"
    above = f"<header><h1>Ferry stays in port</h1><{tag}>{told}</{tag}></header>"
    page = (
        f"<html><head><title>Ferry stays in port</title><meta name='description' content='{told}.'></head>"
        f"<body><article>{above}<section class=story>{TEXT}</section></article></body></html>"
    )
    assert (told, "subtitle") in reading(page).cuts


LINK, ADVERT, CREDIT = (
    "<p><a href=/x>A second pier</a></p>",
    "<div class=ad><p>Buy soup</p></div>",
    "<p>Tags: quay</p>",
)
LABELS = {
    f"<p>Old tales</p>{LINK}{TOLD}": "label",
    f"<p>An old tale.</p>{LINK}{TOLD}": "",
    f"<p>An old tale of piers and of those who built them:</p>{LINK}{TOLD}": "label",
    f"<p>{long('Old', 39)}</p>{LINK}{TOLD}": "label",
    f"<p>{long('Old', 40)}</p>{LINK}{TOLD}": "",
    f"<h3>{long('Old', 79)}</h3>{LINK}{TOLD}": "label",
    f"<h3>{long('Old', 80)}</h3>{LINK}{TOLD}": "",
    f"<h3>Old tales</h3>{LINK}{TOLD}": "label",
    f"<h3>Old tales</h3>{ADVERT}{TOLD}": "label",
    f"<h3>Old tales</h3>{CREDIT}{TOLD}": "",
    f"<h3>Old tales</h3>{TOLD}": "",
    f"<h3>Old tales</h3><h2>New tales</h2>{LINK}{TOLD}": "label",
    "<h3>Old tales</h3>": "label",
    f"<h3>Old tales</h3>{CREDIT}": "label",
    "<p>Old tales</p>": "",
    f"<p>Old tales</p>{LINK}": "",
}


@pytest.mark.parametrize("markup", LABELS)
def test_a_label_goes_with_what_it_labels(markup):
    first = next(document_fromstring(f"<body>{markup}</body>").iter("p", "h3")).text_content()
    assert reasons(below=markup)[first] == LABELS[markup]


def test_lines_of_links_and_labels_are_teasers():
    tree = document_fromstring(
        f"<p><a>A pier</a></p><p>Read more: <a>A weir</a></p><blockquote><a>{ONE}</a></blockquote>"
    )
    page = read_lines(tree)
    assert by_links(Block("A pier\nRead more: A weir"), page.lines[:2], page) == "teaser"
    assert by_links(Block(ONE), page.lines[2:], page) == "link"


H1 = "<h1>Ferry stays in port</h1>"
KICKERS = {
    f"<p>Coast life</p>{H1}": "label",
    f"<p>Coast life</p>{H1.replace('h1', 'h2')}": "label",
    f"<p>Coast life</p>{H1.replace('h1', 'h3')}": "",
    f"{H1}<p>Coast life</p>": "",
    f"<p>Coast life</p>{H1}<p>Coast life</p>": "",
    f"<p>{FOUR}</p><p>Coast life</p>{H1}": "",
    "<p>Coast life</p><h1>Another</h1>": "",
}


@pytest.mark.parametrize("above", KICKERS, ids=range(len(KICKERS)))
def test_a_kicker_stands_above_the_headline(above: str) -> None:
    assert reasons(above=above)["Coast life"] == KICKERS[above]
    assert reasons(above=above)[ONE] == ""


def test_a_heading_that_says_the_description_below_the_text_is_no_subtitle():
    told = METADATA.description
    tree = document_fromstring(f"<body><main>{TEXT}</main><div><h2>{told}</h2><p>{FOUR}</p></div></body>")
    lines = read_lines(tree)
    blocks = [Block(line.text, "heading" if line.text == told else "paragraph") for line in lines.lines]
    assert remove_boilerplate(blocks, lines, METADATA, chosen=True)[1] == []


def test_a_list_of_sentences_that_are_links_is_a_list_of_links():
    tree = document_fromstring(
        f"<ul><li><p><a href=/x>{ONE}</a></p></li><li><p><a href=/y>{TWO}</a></p></li></ul>"
    )
    block = Block(f"- {ONE}\n- {TWO}", "list")
    page = read_lines(tree)
    assert by_links(block, page.lines, page) == "link"
    assert by_links(Block(f"{ONE}\n{TWO}"), page.lines, page) == ""


@pytest.mark.parametrize(("longer", "cut"), [(0, True), (1, False)])
def test_what_stands_below_the_text_is_no_paragraph_of_it_and_not_longer(longer: int, cut: bool) -> None:
    items = FIVE[::-1] + "x" * longer
    lines = read_lines(document_fromstring(f"<body><div><p>{FIVE}</p></div><ul><li>{items}</li></ul></body>"))
    _, cuts = remove_boilerplate([Block(FIVE), Block(items, "list")], lines, Metadata())
    assert cuts == ([(items, "below the text")] if cut else [])


TITLE = "The ferry of Velm stays in port"  # 26 letters
LONG_TITLE = "The ferry of Velm stays in port for good"  # 33


def opening(line: str, title: str, kind: str = "p", before: str = "") -> str:
    """The reason for a line above the box of the text."""
    tree = document_fromstring(
        f"<body><header>{before}<{kind}>{line}</{kind}></header><main>{TEXT}</main></body>"
    )
    lines = read_lines(tree)
    kinds = {"li": "list", "h2": "heading"}
    blocks = [Block(one.text, kinds.get(one.element.tag, "paragraph")) for one in lines.lines]  # type: ignore[arg-type]
    why = dict(remove_boilerplate(blocks, lines, Metadata(title, names=("Mara Dunn",)))[1]).get(line, "")
    return why if why != "set apart" else ""  # by a later rule, for where it stands


GLUED = [
    (f"Coast life {LONG_TITLE}", LONG_TITLE, "headline"),
    (f"{'x' * 60} {LONG_TITLE}", LONG_TITLE, "headline"),
    (f"{'x' * 61} {LONG_TITLE}", LONG_TITLE, ""),
    (f"{LONG_TITLE} Mara Dunn", LONG_TITLE, "headline"),
    (f"{LONG_TITLE}, said Orla Tamm.", LONG_TITLE, ""),
    (f"Said: {LONG_TITLE}.", LONG_TITLE, "headline"),
    (f"On Monday: {'x' * 31}.", "x" * 31, "headline"),
    (f"On Monday: {'x' * 30}.", "x" * 30, ""),
    (f"On Monday: {'x' * 31} again", "x" * 31, ""),
]
WORDED = [  # three words of it at least, and half of them
    ("A ferry of Velm waits", TITLE, "headline"),
    ("A ferry of Velm waits there", TITLE, "headline"),
    ("A ferry of Velm waits there now", TITLE, ""),
    ("A ferry of Tarrow", TITLE, ""),
    ("A ferry of Velm waits.", TITLE, ""),
]


@pytest.mark.parametrize(("line", "title", "why"), GLUED, ids=range(len(GLUED)))
def test_a_headline_with_a_kicker(line: str, title: str, why: str) -> None:
    assert opening(line, title, before="<p>Soup for all</p>") == why


@pytest.mark.parametrize(("line", "title", "why"), WORDED, ids=range(len(WORDED)))
def test_a_headline_in_other_words(line: str, title: str, why: str) -> None:
    assert opening(line, title) == why


def test_the_title_in_other_words_stands_above_all_that_is_kept_and_is_no_item():
    line = "A ferry of Velm waits"
    assert opening(line, TITLE, "li") == ""
    assert opening(line, TITLE, before="<p>Soup for all</p>") == ""
    assert reasons(above="<p>Ferry in port now</p>")["Ferry in port now"] == ""


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (long("Mara Dunn, of the quay", 110), "signature"),
        (long("Mara Dunn, of the quay", 111), ""),
        (f"It was told at the quay on 30 April 2026{' x' * 7}", "signature"),
        (f"It was told at the quay on 30 April 2026{' x' * 8}", ""),
        ("Mara Dunn, of the quay.", ""),
        ("It was told at the quay on 30 April 2026 again.", ""),
    ],
    ids=range(6),
)
def test_a_line_that_signs_is_short_and_no_sentence(line: str, why: str) -> None:
    assert opening(line, TITLE) == why
    assert opening(line, TITLE, "h2") == ""


@pytest.mark.parametrize(("blocks", "why"), [(1, "signature"), (2, "signature"), (3, "")])
def test_who_signs_below_a_standfirst(blocks: int, why: str) -> None:
    above = "".join(f"<p>{text}</p>" for text in (FOUR, FIVE, FOUR.replace("four", "six"))[:blocks])
    assert reasons(above=f"{above}<p>Mara Dunn, of the quay</p>")["Mara Dunn, of the quay"] == why
    assert reasons(above=f"{above}<p>Mara Dunn waits.</p>")["Mara Dunn waits."] == ""
    for size, told in ((79, why), (80, "")):
        line = long("Mara Dunn, of the quay", size)
        assert reasons(above=f"{above}<p>{line}</p>")[line] == told


@pytest.mark.parametrize(("size", "why"), [(400, "newsletter"), (401, "")])
def test_a_box_that_asks_to_subscribe_is_short(size: int, why: str) -> None:
    told = [SENTENCE.format(number) for number in range(14)]
    half = long(FIVE, size // 2 - 1)[:-1] + "."
    rest = long(FIVE[::-1], size - size // 2)[:-1] + "."
    box = f"<div class=newsletter><p>{half}</p> <p>{rest}</p></div>"
    markup = (
        "".join(f"<p>{text}</p>" for text in told[:7]) + box + "".join(f"<p>{text}</p>" for text in told[7:])
    )
    lines = read_lines(document_fromstring(f"<body>{markup}</body>"))
    assert len(text_of(lines.lines[7].element.getparent())) == size
    found = dict(remove_boilerplate([Block(line.text) for line in lines.lines], lines, Metadata())[1])
    assert (found.get(half, ""), found.get(rest, "")) == (why, why)


@pytest.mark.parametrize(("beside", "why"), [(3, "gallery"), (2, "")])
def test_a_gallery_stands_among_three_paragraphs(beside: int, why: str) -> None:
    around = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(beside))
    tree = document_fromstring(
        f"<body><div>{around}<p>Soup.</p><div class=gallery><p>{FIVE}</p></div></div></body>"
    )
    assert Surroundings(10_000).of(read_lines(tree).lines[-1].element) == why


@pytest.mark.parametrize(("size", "why"), [(997, "advert"), (998, "")])
def test_the_first_thousand_characters_of_a_class_are_read(size: int, why: str) -> None:
    tree = document_fromstring(f"<body><div class='{'x' * size} ad'><p>Soup</p></div></body>")
    assert Surroundings(10_000).of(read_lines(tree).lines[0].element) == why


def boxed(inside: int, outside: int) -> list[str]:
    """The reasons for paragraphs of a second box below the first."""
    texts = [SENTENCE.format(number) for number in range(inside + outside)]
    one, other = ("".join(f"<p>{text}</p>" for text in some) for some in (texts[:inside], texts[inside:]))
    tree = document_fromstring(f"<body><div>{one}</div><section>{other}</section></body>")
    lines = read_lines(tree)
    return [
        why for _, why in remove_boilerplate([Block(line.text) for line in lines.lines], lines, Metadata())[1]
    ]


def test_what_stands_below_the_box_of_four_fifths_of_the_text():
    assert boxed(8, 2) == ["below the text"] * 2
    assert boxed(7, 2) == []


def test_a_box_that_holds_the_story_is_no_teaser():
    texts = [SENTENCE.format(number) for number in range(10)]
    for inside, why in ((4, "newsletter"), (5, "")):
        held = "".join(f"<p>{text[:70]}</p>" for text in texts[:inside])
        rest = "".join(f"<p>{text[:70]}</p>" for text in texts[inside:])
        tree = document_fromstring(f"<body><div class=newsletter>{held}</div>{rest}</body>")
        lines = read_lines(tree)
        _, cuts = remove_boilerplate([Block(line.text) for line in lines.lines], lines, Metadata())
        assert {reason for _, reason in cuts} == ({why} if why else set())


def test_what_the_general_rules_passed_over_is_told_between_first_and_last():
    tree = document_fromstring(
        f"<body><p>Above</p><p>{ONE}</p><p>Cut</p><p>Passed</p><div class=ad><p>Soup</p></div><p>{TWO}</p><p>Below</p>"
    )
    lines = read_lines(tree)
    found = left_out([Block(ONE), Block(TWO)], [("Cut", "label")], lines)
    assert found == [("Passed", "general rules"), ("Soup", "advert")]
    assert left_out([Block("Elsewhere")], [], lines) == []
