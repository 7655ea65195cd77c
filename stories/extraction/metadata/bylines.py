"""Signatures that a page prints in plain text, close to the headline."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from stories.extraction.document import Document
from stories.extraction.metadata.kickers import MAX_H1S
from stories.extraction.metadata.persons import joined
from stories.extraction.metadata.signed_lines import signed
from stories.extraction.metadata.wordings import MAX_HEADLINE_CHARACTERS, titled_at
from stories.quotes.languages.given_names import is_common
from stories.text import key, words_of

ABOVE, BELOW = 12, 40  # elements around the headline in which a preposition and a name are a signature
LABEL_REACH = 100  # elements after it in which a label such as "Author:" is one
MIN_HEADLINE_LETTERS = 8  # letters of a headline that a title may repeat
MAX_SIGNATURE_CHARACTERS = 90  # characters of a signature's line
MAX_LINK_WORDS = 6  # of a link to the person who signs
WORD = r"[^\W\d_a-z][\w.'’-]+"
NAME = rf"(?:(?:Dr|Prof)\.\s)*{WORD}(?:\s(?:(?:von|van|de|der|den|da|di|del|la|le|el|al|bin|ter|zu)\s)*{WORD}){{1,3}}"
PLACE = rf"(?:\sin\s{WORD}(?:\s{WORD})?)?"  # "A. Name in Velm and B. Name in Tarrow"
BETWEEN = r"(?:,\s(?:and\s)?|\s?[;/]\s|\s(?:und|and|et|y|e|og|och|with|avec|&)\s)"
NAMES = rf"(?P<names>{NAME}(?:{PLACE}{BETWEEN}{NAME})*)"
BY = r"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|Door|Av|Af|Oleh|[Dd]i|Przez)"
LABELS = (
    r"Redaktion|Redazione|Redacción|Redação|Rédaction|Texte?|Texto|Testo|Tekst|Yazan|Yazar|Haber|Penulis|Mwandishi|"
    r"Tác giả|Piše"
)
ENDS = (
    r"(?=$|\s?[,;|·•⋅(/]|\s\d|\.?\s(?i:photo|illustrat|published|updated)\w*|\s[–—-]\s|\s(?:and|und|et|y)\s[a-zé]+\s|\s(?:in|of|for|with|avec|aus)\s"
    r"(?:the\s|The\s)?[^\W\d_a-z]|\s(?:on|am)\s.{0,12}\d|\s[\w.+-]*@\w)"
)
OFFICES = (
    r"(?:(?:[a-zà-ÿ'-]+\s){0,3}(?i:editor|reporter|correspondent|columnist|korrespondent(?:in)?|redakteur(?:in)?|reporterin|redactora?"
    r"|corresponsal|correspondante?|journaliste)\s)?"
)
# What may stand before the preposition: the day, or what kind of piece it is; "a painting by" is no signature.
KIND = (
    r"(?i:(?:[^.!?]{0,40}\d(?:\.\d|[^.!?]){0,20}|(?:\w+\s){0,2}(?:posted|submitted|written|published|story|text|words|blog|post|report(?:ed|ing)?|"
    r"exclusive|beitrag|gastbeitrag|artikel|kolumne|kommentar|interview|bericht|analyse|reportage|essay|column|analysis|opinion|"
    r"propos recueillis|artículo|columna|article|tribune|chronique|articolo|artigo)(?:\s\w+)?)\s)?"
)
PREPOSITION = re.compile(rf"{KIND}{BY}:?\s{OFFICES}{NAMES}{ENDS}")
ALONE = re.compile(rf"{KIND}{BY}:?\s(?P<names>{WORD}){ENDS}")  # a given name
POSTED = re.compile(
    r".{0,20}?\b(?:posted|submitted|published|written|veröffentlicht|geschrieben|erstellt|publicado|escrito|publié)\b.{0,40}?\s"
    r"(?:by|von|por|par)\s(?P<names>\S+)\s(?:on|am|el|le|under|unter|in|at|um)\s",
    re.IGNORECASE,
)
LABEL = re.compile(
    rf"\W*(?:Aut(?:or(?:in|en|innen|es|as|a)?|eur|eure|eurs|ore|ori)(?:/Autor(?:in)?)?:?|Authors?[:,]?|"
    rf"(?:{LABELS}|{BY}):)\s{NAMES}"
)
CREDIT = re.compile(
    r"\b(?:fotos?|photos?|bild(?:er)?|images?|pictures?|grafik|illustrations?|video|quelle|source)\b|©",
    re.IGNORECASE,
)

_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|reply|related|teasers?|copyright|recommend\w*|sidebar)(?!__)"
    r"(?=$|[\s_-])",
    re.I,
)

WORDED = re.compile(
    r"\b(?:by|von|par|por|door|av|af|oleh|di|przez|auth?(?:or|eu)\w*|réd?a[ck]\w+|reda\w+|te[kxs]s?t[eo]?|ya[zs]a[nr]|haber|"
    r"penulis|mwandishi|tác giả|piše)\b",
    re.IGNORECASE,
)  # quick to tell


def printed(document: Document) -> Iterator[str]:
    """The names of the first line close to the headline that begins like a signature."""
    elements, at = document.elements, headline_at(document)
    if at is None:
        return
    start = max(0, at - ABOVE)
    for number, element in enumerate(islice(elements, start, at + LABEL_REACH), start - at):
        line = _below_break(element) if element.tag == "br" else line_of(element)
        names = "" if element.tag in ("h1", "title") else _signed(line, number <= BELOW)
        if names and not of_another(element):
            yield names
            return


def _signed(line: str, close: bool) -> str:
    """The names in a line that begins like a signature; empty where it does not. close: to the headline."""
    if close and not line.isascii() and (names := signed(line)):
        return names
    if not WORDED.search(line):
        return ""
    forms = (PREPOSITION, POSTED, LABEL, ALONE) if close else (LABEL,)
    for form in forms:
        found = form.match(line)
        if found and not CREDIT.search(line[: found.start("names")]):
            return found["names"] if form is not ALONE or is_common(found["names"]) else ""
    return ""


def is_elsewhere(node: HtmlElement) -> bool:
    """Whether the element belongs to a comment, to a picture or to another story's teaser."""
    boxes = [node, *node.iterancestors()][:4]
    if any(box.tag == "figcaption" for box in boxes):
        return True
    return any(_ELSEWHERE.search(f"{box.get('class')} {box.get('id')}") for box in boxes)


def headline_at(document: Document) -> int | None:
    """The number, among the document's elements, of the first-level heading that a title of the page repeats, or
    of the only one; on a page without one, of the first line that is a part of its title.
    """
    titles = [key(document.meta("og:title")), key(document.tree.findtext(".//title") or "")]
    headings = list(islice(document.tree.iter("h1"), MAX_H1S))
    for heading in headings:
        said = key(words_of(heading)[:MAX_HEADLINE_CHARACTERS])
        if len(said) >= MIN_HEADLINE_LETTERS and any(
            said in title or (title and title in said) for title in titles
        ):
            return document.elements.index(heading)
    if headings:
        return document.elements.index(headings[0]) if len(headings) == 1 else None
    return titled_at(document)


def around_headline(document: Document) -> list[HtmlElement]:
    """The elements close to the headline, where what signs and dates a story stands; none where no headline is known."""
    at = headline_at(document)
    return [] if at is None else document.elements[max(0, at - ABOVE) : at + BELOW]


def of_another(element: HtmlElement) -> bool:
    """Whether a line stands in a teaser, or is a link with more than the name of a person: another story's headline."""
    box = next(element.iterancestors(), element) if element.tag in ("span", "a", "p") else element
    links = (*element.iter("a"), *(outer for outer in element.iterancestors() if outer.tag == "a"))
    return is_elsewhere(box) or any(len(words_of(a).split()) > MAX_LINK_WORDS for a in links)


def _below_break(line_break: HtmlElement) -> str:
    """The text behind a line break, empty where it is longer than a signature."""
    text = line_break.tail or ""
    return joined([text]) if len(text) <= 2 * MAX_SIGNATURE_CHARACTERS else ""


def line_of(element: HtmlElement) -> str:
    """The text of an element, empty where it is longer than a signature."""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        size += len(piece.strip())
        if size > MAX_SIGNATURE_CHARACTERS:
            return ""
    return joined(pieces)
