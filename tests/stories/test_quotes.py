"""Quotations and their speakers, in invented passages."""

import pytest

from stories.quotes import find_quotes

PASSAGES = [
    ("“The well is dry,” said Ada Moss.", "The well is dry,", "said", "Ada Moss"),
    ("“The well is dry,” Ada Moss said.", "The well is dry,", "said", "Ada Moss"),
    ('Ada Moss said: "The well is dry."', "The well is dry.", "said", "Ada Moss"),
    ("''The well isn't dry,'' Ada Moss said.", "The well isn't dry,", "said", "Ada Moss"),
    ("'The owners' well is dry,' said Ada Moss.", "The owners' well is dry,", "said", "Ada Moss"),
    ("The well is dry, according to Ada Moss.", "The well is dry", "according to", "Ada Moss"),
]


@pytest.mark.parametrize(("text", "words", "cue", "source"), PASSAGES)
def test_source_and_cue(text: str, words: str, cue: str, source: str) -> None:
    (quote,) = find_quotes(text, "en")
    assert text[slice(*quote.content[0])].strip("“”\"'") == words
    assert quote.cue
    assert text[slice(*quote.cue)] == cue
    assert quote.source
    assert text[slice(*quote.source)] == source
