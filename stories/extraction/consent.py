"""Boxes that ask for consent to cookies: they are of the page alone, and may be longer than a short story."""

import re
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement

from stories.text import text_of

WORDS = ("ookie", "OOKIE", "クッキー", "쿠키", "ملفات تعريف الارتباط", "куки", "çerez", "Çerez")
MAX_BOX_CHARACTERS = 3_000  # characters of such a box
MIN_BOX_CHARACTERS = 60
PROSE_CHARACTERS = 80  # a paragraph beside the box that is as long is the story's
MAX_CHARACTERS_BESIDE = 100  # beside the words, in the box around them: buttons, a heading
_NAMED = re.compile(
    r"cookie|consent|gdpr|rgpd|(?:^|[\s_-])cmp(?:$|[\s_-])|onetrust|ot-sdk|didomi|usercentrics|truste|privacy-?(?:banner|notice|manager)",
    re.I,
)
_USES = re.compile(
    r"(?:\bwe\b|\bour partners|(?:this|our) (?:web)?site|\bwir\b|unsere partner|diese (?:web)?seite|nous|ce "
    r"site|utilizamos|usamos|este"
    r" sitio|este site|utilizziamo|questo sito|wij|deze (?:web)?site|\bvi (?:bruk|brug|använ)|używamy|ta "
    r"strona|ten serwis|мы использ"
    r"|сайт использ|当サイト|本网站|本網站|我们使用|我們使用|이 사이트|bu site|sitemiz|käytämme|يستخدم"
    r"|نستخدم|χρησιμοποι|používá|cookies (?:help|allow|are used))",
    re.I,
)
_ASKS = re.compile(
    r"accept|agree|consent|\breject|preferences|cookie (?:policy|settings)|zustimm|stimmen sie|akzeptier"
    r"|einwillig|einverstanden"
    r"|refuser|paramétr|acept|consien|rechaz|configur|aceit|accett|rifiut|toestem|akkoord|samtyck|samtykk|godkän|godta"
    r"|zgod|zgadza|akcept|соглас|принят|принима|同意|接受|동의|kabul|onay|موافق|قبول|hyväk|αποδοχ|αποδέχ|souhlas",
    re.I,
)
_AROUND = frozenset({"html", "body", "main", "article"})
_find = {word: etree.XPath(f"//text()[contains(., '{word}')]/..") for word in WORDS}


def drop_consent(tree: HtmlElement) -> str:
    """Take the boxes that ask for consent out of a page that has a headline or a story besides; what they said."""
    dropped: list[str] = []
    said = etree.tostring(tree, method="text", encoding="unicode")  # quicker than a look at each text
    for element in [node for word in WORDS if word in said for node in _elements(tree, word)]:
        if next(element.iterancestors("body"), None) is None:
            continue  # of the head, or of a box that is gone
        box = _box(element)
        if _asks(box) and _is_beside_a_story(box, tree):
            dropped.append(text_of(box))
            box.drop_tree()
    return " ".join(dropped)


def _elements(tree: HtmlElement, word: str) -> list[HtmlElement]:
    found = _find[word](tree)
    return [node for node in found if isinstance(node, HtmlElement)] if isinstance(found, list) else []


def _box(element: HtmlElement) -> HtmlElement:
    """The largest box around the words that holds little else, or is named for what it asks."""
    box, size = element, len(text_of(element))
    named = box if _is_named(box) else None
    for up in element.iterancestors():
        if up.tag in _AROUND or next(up.iter("h1", "article"), None) is not None:
            break
        length = len(text_of(up))
        if length > MAX_BOX_CHARACTERS:
            break
        if length <= size + MAX_CHARACTERS_BESIDE and not _is_prose_beside(up.iter("p"), box):
            box, size = up, length
        if _is_named(up):
            named = up
    return box if named is None else named


def _is_named(element: HtmlElement) -> bool:
    return bool(_NAMED.search(f"{element.get('class')} {element.get('id')}"[:400]))


def _asks(box: HtmlElement) -> bool:
    """Whether a box says that the site uses cookies and asks for consent; a story about that has paragraphs besides."""
    said = text_of(box)
    if not MIN_BOX_CHARACTERS <= len(said) <= MAX_BOX_CHARACTERS or not _ASKS.search(said):
        return False
    if _is_named(box):
        return True
    beside = () if box.tag != "p" else (*box.itersiblings("p"), *box.itersiblings("p", preceding=True))
    return bool(_USES.search(said[: 2 * PROSE_CHARACTERS])) and not _is_prose_beside(beside, box)


def _is_prose_beside(paragraphs: Iterable[HtmlElement], box: HtmlElement) -> bool:
    """Whether one of the paragraphs outside of a box is running text about something else."""
    within = set(box.iter())
    texts = [
        said for one in paragraphs if one not in within and len(said := text_of(one)) >= PROSE_CHARACTERS
    ]
    return any(not any(word in said for word in WORDS) for said in texts)


def _is_beside_a_story(box: HtmlElement, tree: HtmlElement) -> bool:
    """Whether the page has a first-level heading or an article outside of the box."""
    within = set(box.iter())
    return any(node not in within for node in tree.iter("h1", "article"))
