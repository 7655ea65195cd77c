"""Quotations that a dash and a name follow."""

import pytest

from stories.quotes import find_quotes

SIGNED = [
    ("“The well was dry.” ― Ada Moss", "Ada Moss"),
    ("“The well was dry.”― Ada Moss.", "Ada Moss"),
    ('"The well was dry."\n\n- Ada Moss.', "Ada Moss"),
    ("“The well was dry.”\n\n— Ada Moss, a miller in Ebbing", "Ada Moss, a miller in Ebbing"),
    ("„Der Brunnen war leer.“\n\n– Ada Moos", "Ada Moos"),
]
UNSIGNED = [
    "“The well was dry.” ― Ada Moss went home, and nobody followed her down the hill.",
    '"The well was dry."\n\n- An empty well -',
    "The mayor spoke of a “dry well” ― Ada Moss",
]
PAGE = "“The well was dry.” ― Ada Moss\n\n“Nobody came.” ― Bela Finch\n\nThe mayor went home."
LONG = "“The well was dry.\n\n“Nobody came.”\n\n― Ada Moss\n\nThe mayor went home."


@pytest.mark.parametrize(("text", "source"), SIGNED)
def test_signed(text: str, source: str) -> None:
    (quote,) = find_quotes(text, "de" if "„" in text else "en")
    assert quote.source is not None
    assert text[slice(*quote.source)] == source
    assert quote.kind == "direct"


@pytest.mark.parametrize("text", UNSIGNED)
def test_unsigned(text: str) -> None:
    signed = [quote for quote in find_quotes(text, "en") if quote.cue and text[slice(*quote.cue)] in "―-"]
    assert signed == []


def test_each_signature_is_its_own() -> None:
    assert [quote.speaker for quote in find_quotes(PAGE, "en")] == ["Ada Moss", "Bela Finch"]


def test_a_signature_closes_all_paragraphs() -> None:
    (quote,) = find_quotes(LONG, "en")
    assert len(quote.content) == 2
    assert quote.speaker == "Ada Moss"


def test_a_signature_that_the_page_sets_off_with_the_words_signs_them() -> None:
    """A <blockquote> of the words and “— Ada Moss, packer”: the signature was read as speech, and nobody signed."""
    for words in ("“We were paid in rice.”", "We were paid in rice."):
        text = f"The union met on Sunday.\n\n{words}\n\n— Ada Moss, packer\n\nThe boats go out."
        at, end = text.index(words), text.index("\n\nThe boats")
        set_off = [(at, at + len(words)), (text.index("—"), end)]
        quotes = find_quotes(text, "en", set_off)
        assert [(quote.speaker, quote.how) for quote in quotes] == [("Ada Moss", "signed")], words
