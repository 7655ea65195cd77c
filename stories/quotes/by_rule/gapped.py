"""Whose a quotation is where its verb is left out: "El alcalde habló de «un gran día»; Prado, de «una vergüenza»"."""

from stories.quotes.drafts import Draft
from stories.quotes.layout.doc import Doc

PARTS = ",—–-"
NAME = 7  # tokens of who speaks


def gapped(doc: Doc, q: int, first: int, found: list[Draft]) -> Draft | None:
    """The attribution of a quotation behind a name and a mark, where another was reported in the sentence before it."""
    table, mark = doc.language, q - 1
    if not found or not table.capitals:
        return None
    while mark > first and doc.low[mark] in table.links:
        mark -= 1
    if doc.raw[mark] not in PARTS or not doc.is_name(mark - 1):
        return None
    begin = mark
    while (
        begin > first
        and mark - begin < NAME
        and doc.raw[begin - 1][0].isalnum()
        and doc.region[begin - 1] < 0
    ):
        begin -= 1
    plain = all(doc.low[i] not in table.say | table.think | table.links for i in range(begin, mark))
    parted = begin > first and doc.raw[begin - 1] in ",;" and doc.region[begin - 2] >= 0
    return Draft([(q, q + 1)], None, (begin, mark), way="acts") if plain and parted and begin < mark else None
