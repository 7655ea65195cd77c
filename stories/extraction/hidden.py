"""Words that a page holds for screen readers alone: they are no part of the sentence that they stand in."""

import re
from functools import lru_cache

from lxml.html import HtmlElement

MAX_CHARACTERS = 80  # a longer text that is hidden so is shown by a script
# The class names of Bootstrap, Tailwind, WordPress, Drupal, GOV.UK, USWDS, and what outlets make of them.
HIDDEN = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-?only|screen-?reader(?:-text|-only)?|hidden-?visually|off-?screen"
    r"|a11y-?(?:text|hidden)|assistive-?text|hidden-?accessible|element-invisible)(?=$|[\s_-])|VisuallyHidden",
    re.I,
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
_SENTENCES = frozenset({"a", "p", "blockquote", "q", "cite", "h1", "h2", "h3", "h4"})


def drop_hidden(elements: list[HtmlElement]) -> None:
    """Take out of a tree what its sentences, headings and links hold for screen readers alone.

    elements: all of the tree's; those that were taken out are taken out of the list. Out goes what a class of the usual
    style sheets hides, beside words that are shown, and what a link says of itself. Labels outside of sentences stay:
    "Published:" before a date is often hidden so.
    """
    gone: set[HtmlElement] = set()
    for element in [node for node in elements[0].iter(*_HOLDERS) if _is_hidden(node)]:
        if element not in gone:
            gone |= set(element.iter())
            element.drop_tree()
    for link in elements[0].iter("a"):
        _trim(link)
    if gone:
        elements[:] = [element for element in elements if element not in gone]


def _is_hidden(element: HtmlElement) -> bool:
    classed = _hides(element.get("class") or "")
    if not classed and not _says_how_it_opens(element):
        return False
    boxes = [box for box, _ in zip(element.iterancestors(), range(4), strict=False) if box.tag in _SENTENCES]
    if not boxes or (not classed and boxes[0].tag != "a"):
        return False
    own, whole = element.text_content().strip(), boxes[0].text_content().strip()
    return 0 < len(own) <= MAX_CHARACTERS and own != whole


@lru_cache(maxsize=20_000)  # the classes of a page repeat, and those of one outlet's pages
def _hides(name: str) -> bool:
    return bool(HIDDEN.search(name))


def _says_how_it_opens(element: HtmlElement) -> bool:
    text, box = element.text, element.getparent()
    in_link = box is not None and (
        box.tag == "a" or (box.getparent() is not None and box.getparent().tag == "a")
    )
    return bool(in_link and text and len(text) <= MAX_CHARACTERS and OF_LINK.fullmatch(text))


def _trim(link: HtmlElement) -> None:
    """Cut what the words of a link themselves say of it at their end, in brackets or behind a comma."""
    last = next(link.iterchildren(reversed=True), None)
    text = (link.text if last is None else last.tail) or ""
    if found := _BRACKETED.search(text) if text.rstrip()[-1:] in ")]" or ", open" in text else None:
        if last is None:
            link.text = text[: found.start()]
        else:
            last.tail = text[: found.start()]
