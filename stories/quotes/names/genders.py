"""What a text says of somebody's gender beside the name: "Michael Learmonth, a mother of three", "her sister Charlie"."""

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

WOMEN = words(
    """mother widow daughter sister wife woman grandmother aunt niece actress nun waitress girl bride stepmother
    granddaughter businesswoman policewoman midwife schoolgirl heiress
    mutter witwe tochter schwester ehefrau großmutter tante nichte
    madre viuda hija hermana esposa mujer abuela tía sobrina monja
    mère veuve fille sœur soeur épouse femme grand-mère tante nièce
    mãe viúva filha irmã esposa mulher avó tia sobrinha freira"""
)
MEN = words(
    """father widower son brother husband man grandfather uncle nephew boy bridegroom stepfather grandson businessman
    monk schoolboy
    vater witwer sohn bruder ehemann großvater onkel neffe
    padre viudo hijo hermano esposo abuelo tío sobrino
    père veuf fils frère époux mari grand-père oncle neveu
    pai viúvo filho irmão marido homem avô tio sobrinho"""
)
REACH = 6  # tokens of an apposition in which its noun stands


def told_gender(doc: Doc, first: int, last: int) -> str:
    """`he` or `she` where the noun before a name or in the apposition after it tells it, else empty."""
    before = _of(doc.low[first - 1]) if first > 1 and doc.low[first - 2] in doc.language.articles else ""
    return before or _apposed(doc, last)


def _apposed(doc: Doc, last: int) -> str:
    table = doc.language
    if last + 2 >= len(doc.raw) or doc.raw[last] != ",":
        return ""
    begin = last + 3 if doc.raw[last + 1].isdigit() and doc.raw[last + 2] == "," else last + 1
    if begin >= len(doc.raw) or doc.low[begin] not in table.articles:
        return ""
    for k in range(begin + 1, min(begin + REACH, len(doc.raw))):
        if doc.low[k] in table.links or not doc.raw[k][0].isalnum() or doc.raw[k].endswith(("’s", "'s")):
            return ""
        if gender := _of(doc.low[k]):
            return gender
    return ""


def _of(low: str) -> str:
    return "she" if low in WOMEN else "he" if low in MEN else ""
