"""The seven quotes of the entry that the project was asked for, and an invented page of the same patterns."""

import json

import pytest

from stories.quotes import Quote, find_quotes
from tests.corpora import CORPORA

ENTRY = CORPORA.parent / "pages" / "000_cab9172905bb1348"
INVENTED = """The council says it wants to "protect the rights of those who drink here"…

The rule was framed by the Ministry of Wells as a way to "strengthen" the pumps.

Ada Moss, a researcher on dry wells at Ebbing College, said that one of the council's reasons was to save water.

But another likely reason, she said, was to know who drinks: "It's part of a push to count every cup, or that's the aim."…

… dozens of neighbours voiced concerns about the pumps being counted.

Many others complained that Ebbing had already lost too many wells…

Ms Moss said it was clear that there is anger about the pumps.

Such anger used to be about the price of water, she said. However, people now speak up."""
PATTERNS = [
    ("mixed", "The council", "says", None, "protect the rights of those who drink here"),
    (
        "indirect",
        "Ada Moss, a researcher on dry wells at Ebbing College",
        "said",
        "Ada Moss",
        "one of the council's reasons was to save water",
    ),
    ("mixed", "she", "said", "Ada Moss", "It's part of a push to count every cup, or that's the aim."),
    ("indirect", "dozens of neighbours", "voiced concerns", None, "the pumps being counted"),
    ("indirect", "Many others", "complained", None, "Ebbing had already lost too many wells"),
    ("indirect", "Ms Moss", "said", "Ada Moss", "it was clear that there is anger about the pumps"),
    ("indirect", "she", "said", "Ada Moss", "Such anger used to be about the price of water"),
]


def matching(text: str, quotes: list[Quote], kind: str, source: str, cue: str, holds: str) -> Quote:
    """The one quote of this source and cue that holds these words."""
    (found,) = [
        quote
        for quote in quotes
        if any(holds in text[slice(*piece)] for piece in quote.content)
        and quote.source
        and text[slice(*quote.source)] == source.strip(" ,")
    ]
    assert found.cue
    assert text[slice(*found.cue)] == cue
    assert found.kind == kind
    return found


@pytest.mark.parametrize(("kind", "source", "cue", "speaker", "holds"), PATTERNS)
def test_patterns(kind: str, source: str, cue: str, speaker: str | None, holds: str) -> None:
    quote = matching(INVENTED, find_quotes(INVENTED, "en"), kind, source, cue, holds)
    assert quote.speaker == speaker
    assert (quote.speaker_role is not None) == (speaker is not None)


def test_a_word_in_marks_is_nobodys() -> None:
    at = INVENTED.index("strengthen")
    assert not any(a <= at < b for quote in find_quotes(INVENTED, "en") for a, b in quote.content)


@pytest.mark.skipif(not ENTRY.with_suffix(".json").exists(), reason="the entry is not beside the corpora")
def test_the_entry() -> None:
    truth = json.loads(ENTRY.with_suffix(".json").read_text(encoding="utf-8"))
    text = ENTRY.with_suffix(".txt").read_text(encoding="utf-8")
    quotes = find_quotes(text, "en")
    for row in truth["quotes"]:
        holds = row.get("holds") or row.get("starts") or "increasing amount of data"
        quote = matching(text, quotes, row["kind"], row["source"], row["cue"], holds)
        content = " ".join(text[slice(*piece)] for piece in quote.content).removeprefix("that ")
        assert content.startswith(row.get("starts", ""))
        assert content.rstrip('"').endswith(row.get("ends", ""))
        assert len(quote.content) == row.get("parts", 1)
        assert quote.speaker == row.get("speaker")
        assert quote.speaker_role == row.get("speaker_role", quote.speaker_role)
    words = truth["quoted_words_that_are_no_speech_of_a_named_cue"]
    inside = [text[slice(*piece)] for quote in quotes for piece in quote.content]
    assert not any(word in piece for word in words for piece in inside)
