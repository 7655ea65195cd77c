"""Text that stands straight in a box beside other boxes, parted by line breaks: Naver's pages have stories so."""

from lxml import etree
from lxml.html import HtmlElement

from stories.extraction.body.block import ends_sentence
from stories.text import words_of

LEAST = 80  # characters of a text that is no label
MOST = 0.5  # of such text of a page: that of one story, and not of the posts of a forum
LEAST_BROKEN = 30  # the same beside line breaks; a sentence in Korean or Chinese has so many
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "em",
        "font",
        "i",
        "kbd",
        "mark",
        "q",
    }
    | {"rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_BOXES = "p|.//div|.//figure|.//ul|.//ol|.//table|.//section|.//blockquote|.//aside"
_find = etree.XPath(
    "//*[self::article or self::main or self::section or self::div]"
    f"[text()[string-length(normalize-space(.)) >= {LEAST}]"
    f" or (br and text()[string-length(normalize-space(.)) >= {LEAST_BROKEN}])]"
    f"[{_BOXES}]"
)

_drawn_breaks = etree.XPath(
    "//span[not(node())][contains(concat(' ', @class, ' '), ' br ')]"
)  # the Times of India's


def box_loose_text(tree: HtmlElement) -> None:
    """Put each run of text and of what stands in its lines, between two boxes or two line breaks, into a `p`;
    where there are none but single ones, between those that end a sentence."""
    drawn = _drawn_breaks(tree)
    for element in drawn if isinstance(drawn, list) else ():
        if isinstance(element, HtmlElement):
            element.tag = "br"
    found = _find(tree)
    boxes = [box for box in found if isinstance(box, HtmlElement)] if isinstance(found, list) else []
    sizes = [_straight(box) for box in boxes]
    for box, size in zip(boxes, sizes, strict=True):
        if size >= MOST * sum(sizes):
            _box_runs(box)


def _straight(box: HtmlElement) -> int:
    """How many characters of text stand straight in a box."""
    return sum(len((text or "").strip()) for text in (box.text, *(child.tail for child in box)))


def _box_runs(box: HtmlElement) -> None:
    children = list(box)
    least = 2 if any(_doubled(child) for child in children) else 1  # breaks between two paragraphs
    run = box.makeelement("p")
    run.text, box.text = box.text, None
    place, breaks = 0, 0
    for child in children:
        tail, child.tail = child.tail, None
        breaks = breaks + 1 if child.tag == "br" else 0
        ends = (breaks == least and (least > 1 or _ends(run))) or not _is_inline(child)
        if child.tag in _INLINE and ends and child.tag != "br":  # with a box in it, it is one
            child.tag = "div"
            _box_runs(child)
        if ends:
            place = _put(run, box, place)
            run = box.makeelement("p")
            run.text = tail
            if child.tag == "br":
                box.remove(child)
            else:
                if (heading := _only_heading(child)) is not None:
                    box.replace(child, heading)
                place += 1
        else:
            run.append(child)
            child.tail = tail
        breaks = 0 if (tail or "").strip() else breaks
    _put(run, box, place)


def _only_heading(box: HtmlElement) -> HtmlElement | None:
    """The heading that a box holds, where it holds nothing else."""
    if box.tag != "div" or len(box) != 1 or box[0].tag not in ("h2", "h3", "h4"):
        return None
    return None if (box.text or "").strip() or (box[0].tail or "").strip() else box[0]


def _ends(run: HtmlElement) -> bool:
    """Whether a run is a sentence or more, and no line of a list, a verse or an address."""
    text = words_of(run)
    return len(text) >= LEAST_BROKEN and ends_sentence(text)


def _doubled(element: HtmlElement) -> bool:
    """Whether it is the first of two line breaks."""
    after = element.getnext()
    return (
        element.tag == "br" and not (element.tail or "").strip() and after is not None and after.tag == "br"
    )


def _is_inline(element: HtmlElement) -> bool:
    return element.tag in _INLINE and all(inner.tag in _INLINE for inner in element.iterdescendants())


def _put(run: HtmlElement, box: HtmlElement, place: int) -> int:
    """Put a run into its box, if it says anything; the place behind it."""
    if not any(map(str.strip, run.itertext())):
        return place
    box.insert(place, run)
    return place + 1
