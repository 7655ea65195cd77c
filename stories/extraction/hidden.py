"""Words that a page holds for screen readers alone: they are no part of the sentence that they stand in."""

import re
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from stories.text import letters

MAX_CHARACTERS = 80  # a longer text that is hidden so is shown by a script
# The class names of Bootstrap, Tailwind, WordPress, Drupal, GOV.UK, USWDS, and what outlets make of them.
HIDDEN = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-?only|screen-?reader(?:-text|-only)?|hidden-?visually|off-?screen"
    r"|a11y-?(?:text|hidden)|assistive-?text|hidden-?accessible|element-invisible|vh|(?:screen-?)?reader-only|show-for-sr"
    r"|hide-?text|mw-editsection)(?=$|[\s_-])|VisuallyHidden",
    re.I,
)
_STYLED = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip(?:-path)?\s*:\s*(?:rect|inset)|left\s*:\s*-\d{3}", re.I
)
_OPENS = (
    r"(?:(?:this |the )?link )?(?:will )?opens? (?:in|into) (?:an? )?(?:new|other|external) (?:browser )?(?:tab|window)"
    r"|(?:opens|open)(?: a)? new (?:tab|window)|opens in new|new (?:tab|window)"
    r"|external link|link is external|externer link|lien externe|(?:enlace|link) externo"
    r"|(?:wird |link )?(?:öffnet (?:sich )?)?(?:in|im) (?:einem )?neue[mnrs]* (?:tab|fenster)(?: (?:geöffnet|öffnen))?"
    r"|(?:s.ouvre|ouverture|ouvre)? ?dans une? (?:nouvelle fenêtre|nouvel onglet)|nouvelle fenêtre"
    r"|(?:se )?abre en (?:una )?(?:nueva )?(?:ventana|pestaña)(?: nueva)?|abre (?:em|numa) nova (?:janela|aba|guia)"
    r"|si apre in (?:una )?nuova (?:finestra|scheda)|opent in (?:een )?nieuw (?:venster|tabblad)"
    r"|открывается в нов\w+ (?:окне|вкладке)|внешняя ссылка|(?:يفتح|تفتح) في (?:نافذة|علامة تبويب) جديدة|رابط خارجي"
    r"|新しい(?:タブ|ウィンドウ|ウインドウ)で開(?:く|きます)|外部リンク"
    r"|在新(?:窗口|标签页|視窗|分頁)(?:中)?(?:打开|開啟)|새 ?창(?:에서|으로)? ?(?:열림|열기|열립니다)"
)
OF_LINK = re.compile(rf"\s*[,(\[–-]?\s*(?:{_OPENS})\s*[)\]]?\.?\s*", re.I)
_BRACKETED = re.compile(
    rf"\s*(?:[(\[]\s*(?:{_OPENS})\s*[)\]]|,\s*opens (?:in )?(?:a )?new (?:tab|window))\s*$", re.I
)
_HOLDERS = frozenset({"span", "small", "i", "em", "b", "strong"})
_inside_links = etree.XPath("//a/*")
_LINKS = frozenset({"a"})
_SENTENCES = frozenset({"a", "p", "blockquote", "q", "cite", "h1", "h2", "h3", "h4"})


def drop_hidden(elements: list[HtmlElement]) -> None:
    """Take out of a tree what its sentences, headings and links hold for screen readers alone.

    elements: all of the tree's; those that were taken out are taken out of the list. Out goes what a class of the usual
    style sheets hides, beside words that are shown, and what a link says of itself. Labels outside of sentences stay:
    "Published:" before a date is often hidden so.
    """
    gone: set[HtmlElement] = set()
    for element in _hidden(elements[0]):
        if element not in gone:
            gone |= set(element.iter())
            _show_copy(element)
            element.drop_tree()
    for link in elements[0].iter("a"):
        text = (link[-1].tail if len(link) else link.text) or ""
        if text.rstrip()[-1:] in ")]" or ", open" in text:
            _trim(link, text)
    if gone:
        elements[:] = [element for element in elements if element not in gone]


def _show_copy(element: HtmlElement) -> None:
    """Of words that stand twice, for eyes and for screen readers, those that are seen stay: "W" in a box, "omen"."""
    for beside in (element.getnext(), element.getprevious()):
        seen = beside is not None and beside.get("aria-hidden") == "true"
        if beside is not None and seen and letters(beside.text_content()) == letters(element.text_content()):
            del beside.attrib["aria-hidden"]


def _hidden(tree: HtmlElement) -> list[HtmlElement]:
    found = [
        node
        for node in tree.iter(*_HOLDERS)
        if node.attrib and _is_hidden(node) and _stands_in(node, _SENTENCES)
    ]
    inside = _inside_links(tree)
    for child in inside if isinstance(inside, list) else ():
        if isinstance(child, HtmlElement) and (len(child) or child.tag in _HOLDERS):
            found += [
                node
                for node in child.iter(*_HOLDERS)
                if _says_how_it_opens(node) and _stands_in(node, _LINKS)
            ]
    return found


def _stands_in(element: HtmlElement, tags: frozenset[str]) -> bool:
    """Whether it is a small part of such an element, or of one that is in it."""
    boxes = [box for box in islice(element.iterancestors(), 4) if box.tag in _SENTENCES]
    if not boxes or boxes[0].tag not in tags:
        return False
    own, whole = element.text_content().strip(), boxes[0].text_content().strip()
    return 0 < len(own) <= MAX_CHARACTERS and own != whole


def _is_hidden(element: HtmlElement) -> bool:
    """Whether a class, a style or an attribute keeps it from being seen, or it is a letter of an icon font."""
    name, style = element.get("class") or "", element.get("style")
    if _hides(name) or (style and _STYLED.search(style)) or element.get("hidden") is not None:
        return True
    return "icon" in name and element.get("aria-hidden") == "true"


@lru_cache(maxsize=20_000)  # the classes of a page repeat, and those of one outlet's pages
def _hides(name: str) -> bool:
    return bool(HIDDEN.search(name))


def _says_how_it_opens(element: HtmlElement) -> bool:
    text = element.text
    return bool(text and len(text) <= MAX_CHARACTERS and OF_LINK.fullmatch(text))


def _trim(link: HtmlElement, text: str) -> None:
    """Cut what the words of a link themselves say of it at their end, in brackets or behind a comma."""
    if not (found := _BRACKETED.search(text)):
        return
    if len(link):
        link[-1].tail = text[: found.start()]
    else:
        link.text = text[: found.start()]
