"""Where on a page an element stands: how far from the headline, and among what."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from stories.text import text_of

OTHERS = re.compile(  # boxes about other stories, or about the page
    r"related|teaser|sidebar|(?<!elementor-)widget|promo(?!ted)|recommend|popular|most-?read|latest|newest|ticker|calendar|weather|breadcrumb"
    r"|masthead|top-?bar|copyright|slider|carousel|archive|listing|similar|event|breaking|current-?(?:date|time)|(?:^|[\s_-])(?:today|clock)(?:$|[\s_-])",
    re.IGNORECASE,
)
NEVER = re.compile(  # readers' words; "Comment" alone is also an opinion piece
    r"comments|(?:^|[\s_-])comment[-_]|(?:^|\s)comment(?:\s|$)|comment(?:list|area|time|info)|kommentare|leserbrief|reply|respond|instagram"
    r"|twitter|tweet|disqus|forum-?post",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"(?:^|[\s_-])(?:fig|image|img|photo|picture|media)?-?caption(?:$|[\s_-])", re.IGNORECASE
)
UNREAD = frozenset(
    {
        "nav",
        "footer",
        "form",
        "select",
        "option",
        "button",
        "head",
        "title",
        "noscript",
        "blockquote",
        "figcaption",
        "textarea",
    }
)
WORDS = frozenset({"a", "b", "br", "cite", "em", "i", "p", "small", "span", "strong"})
HEADINGS = ("h1", "h2", "h3", "h4")
ABOVE = 8  # elements before the headline: a kicker and a byline, not the masthead
BELOW = 40  # elements after it: not the body
MAX_HEADING_CHARACTERS = 400  # characters of a heading that are compared with the title
BESIDE = 10  # elements after it within which a line may name the comments beside the date
RIGHT_BELOW = 5  # elements after it, before which no text of several paragraphs has room
MAX_DATELINE_CHARACTERS = 60  # characters of such a line
PROSE = 150  # characters that only a paragraph of running text has before its first tag
PARAGRAPH = 50  # characters of text before its first tag that a paragraph has, and no line about the story
MIN_HEADING_LETTERS = 10  # letters and digits of a heading that its page's title may be known by


class Positions:
    """The elements of one page in their order, and the headline among them.

    A box that the headline is in is the story's own, whatever its class says.
    order: each element's number. anchor: the headline's number, None where the page has none.
    """

    def __init__(self, tree: HtmlElement, headline: str = "") -> None:
        self.order = {element: number for number, element in enumerate(tree.iter())}
        head = find_headline(tree, headline)
        self.anchor = self.order.get(head) if head is not None else None
        self._around = {head, *head.iterancestors()} if head is not None else set()
        self._article = next(head.iterancestors("article"), None) if head is not None else None
        prose = (
            number
            for element, number in self.order.items()
            if element.tag == "p" and number > (self.anchor or 0) and len(element.text or "") >= PARAGRAPH
        )
        self._text = next(islice(prose, 1, None), len(self.order))  # where the second paragraph stands
        self._unread: dict[HtmlElement, bool] = {}
        self._others: dict[HtmlElement, bool] = {}

    def distance(self, element: HtmlElement) -> int:
        """Elements between the headline and this one, negative before it; from the top where there is no headline."""
        return self.order[element] - (self.anchor or 0)

    def near(self, element: HtmlElement) -> bool:
        """Whether it stands so close to the headline that a date in it is the story's."""
        return self.anchor is not None and -ABOVE <= self.order[element] - self.anchor <= BELOW

    def below_text(self, element: HtmlElement) -> bool:
        """Whether two paragraphs of text stand between the headline and this element."""
        return self.order[element] > self._text

    def outside(self, element: HtmlElement) -> bool:
        """Whether the headline is in an article element of several parts, and this one is not in it."""
        return self._article is not None and self._article not in element.iterancestors()

    def around(self) -> Iterator[HtmlElement]:
        """The elements that are near."""
        if self.anchor is not None:
            yield from islice(self.order, max(0, self.anchor - ABOVE), self.anchor + BELOW + 1)

    def name(self, element: HtmlElement) -> str:
        """The class and the id."""
        return f"{element.get('class') or ''} {element.get('id') or ''}"

    def unread(self, element: HtmlElement) -> bool:
        """Whether it is in a comment, a form, a menu, a caption, the page's own header or somebody's embedded post."""
        if element not in self._unread:
            parent = element.getparent()
            mine = element not in self._around and (
                (element.tag in UNREAD and not self._signs_off(element))
                or self._of_readers(element)
                or self._is_masthead(element)
                or self._is_caption(element)
            )
            self._unread[element] = mine or (parent is not None and self.unread(parent))
        return self._unread[element]

    def _signs_off(self, element: HtmlElement) -> bool:
        """Whether it is the footer of the story's own article, where many templates put the date.

        Such an article holds the headline or, where none does, begins right below it.
        """
        box = next(element.iterancestors("article"), None) if element.tag == "footer" else None
        if box is None or any(around is not None and around.tag == "article" for around in self._around):
            return box in self._around
        return 0 < self.distance(box) < RIGHT_BELOW

    def _of_readers(self, element: HtmlElement) -> bool:
        """Whether it holds readers' words: not a short line close to the headline, "1 December / 5 comments"."""
        if not NEVER.search(self.name(element)):
            return False
        beside = self.anchor is not None and -ABOVE <= self.distance(element) <= BESIDE
        return not (
            beside
            and len(beginning(element, MAX_DATELINE_CHARACTERS)) < MAX_DATELINE_CHARACTERS
            and next(element.iterdescendants("p"), None) is None
        )

    def of_others(self, element: HtmlElement) -> bool:
        """Whether it is in a box about other stories or about the page as a whole."""
        if element not in self._others:
            parent = element.getparent()
            named = element.tag == "aside" or bool(OTHERS.search(self.name(element)))
            mine = named and element not in self._around
            self._others[element] = mine or (parent is not None and self.of_others(parent))
        return self._others[element]

    def _is_masthead(self, element: HtmlElement) -> bool:
        """Whether it is the header of the page, above the headline and outside its article: today's day stands there."""
        if element.tag != "header" or self.anchor is None or self.distance(element) > 0:
            return False
        if any(_names_more(heading) for heading in element.iter(*HEADINGS)):
            return False
        return self._article is None or self._article not in element.iterancestors()

    def _is_caption(self, element: HtmlElement) -> bool:
        """Whether it is named for the words below a picture, stands beside one and holds nothing but words."""
        box = element.getparent()
        if box is None or not CAPTION.search(self.name(element)) or next(box.iter("img"), None) is None:
            return False
        return all(part.tag in WORDS for part in element.iterdescendants())

    def inside_link(self, element: HtmlElement) -> bool:
        """Whether it is part of a link."""
        return any(box.tag == "a" for box in element.iterancestors())


def find_headline(tree: HtmlElement, headline: str = "") -> HtmlElement | None:
    """The heading that says the headline or the most of the page's title, else the one above the text."""
    title = _key(headline or tree.findtext(".//title") or "")
    headings = list(tree.iter(*HEADINGS))
    keys = [_key(text_of(heading))[:MAX_HEADING_CHARACTERS] for heading in headings]
    if title in keys and len(title) >= MIN_HEADING_LETTERS:
        return headings[keys.index(title)]
    known = [
        min(len(key), len(title))
        if len(key) >= MIN_HEADING_LETTERS and (key in title or (headline and title in key))
        else 0
        for key in keys
    ]
    if any(known):
        return headings[known.index(max(known))]
    return _above_the_text(headings, tree)


def _above_the_text(headings: list[HtmlElement], tree: HtmlElement) -> HtmlElement | None:
    """The heading of the first long paragraph: the last h1 above it, else the last heading; else the page's first h1."""
    above: dict[str, HtmlElement] = {}
    for element in tree.iter("p", *HEADINGS):
        if element.tag != "p":
            above[element.tag if element.tag == "h1" else "other"] = element
        elif above and len(element.text or "") >= PROSE:
            return above.get("h1", above.get("other"))
    return next((heading for heading in headings if heading.tag == "h1"), None)


def beginning(element: HtmlElement, most: int) -> str:
    """The text of an element on one line, read no further than `most` characters need."""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        words = " ".join(str(piece).split())
        if words:
            pieces.append(words)
            size += len(words) + 1
        if size > most:
            break
    return " ".join(pieces)


def _names_more(heading: HtmlElement) -> bool:
    """Whether a heading is no mere link, as the site's name in one is."""
    link = next(heading.iter("a"), None)
    return link is None or text_of(link) != text_of(heading)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
