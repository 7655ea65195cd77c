"""Whom a text names: the lines of `names.txt`, `language | text | name: what is told of it | ...`.

Every name of the text stands in its line, in order, and no other: `Moss = Ada Moss` where another naming is fuller.
Told are the gender (`he`, `she`), `person` or `body`, and of this naming `titled` ("Mr Moss"), `owns` ("Moss’s").
"""

from pathlib import Path

import pytest

from stories.quotes.languages import language
from stories.quotes.layout.doc import tokenise
from stories.quotes.names.mentions import Mention, find_mentions
from stories.quotes.names.plain_names import plain_mentions

LINES = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
ROWS = [line.split(" | ") for line in LINES if line and not line.startswith("#")]


def told(mention: Mention) -> str:
    """A naming as a line of the table tells it."""
    person = mention.person
    name, full = " ".join(mention.name), " ".join(person.name)
    flags = {"person": person.human, "body": person.body, "titled": mention.titled, "owns": mention.owning}
    traits = [person.gender, *(flag for flag, told in flags.items() if told)]
    return f"{name if name == full else f'{name} = {full}'}: {' '.join(filter(None, traits)) or '-'}"


@pytest.mark.parametrize("code", dict.fromkeys(row[0] for row in ROWS))
def test_names(code: str) -> None:
    table, wrong = language(code), {}
    for _, text, *names in (row for row in ROWS if row[0] == code):
        doc = tokenise(text, table)
        found = [told(mention) for mention in (find_mentions if table.capitals else plain_mentions)(doc)]
        if (found or ["none"]) != names:
            wrong[text] = found
    assert wrong == {}
