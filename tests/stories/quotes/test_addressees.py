"""Whom somebody tells is no source; what stands between quotation and verb is no content."""

import pytest

from stories.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "“We were told to lie,” a former manager, who asked not to be named, told Ada Moss.",
            "a former manager",
        ),
        ("“We had orders,” one guard is quoted as saying in the report by Harbour Watch.", "one guard"),
    ],
)
def test_the_source_is_the_phrase_behind_the_quotation(text: str, source: str) -> None:
    (quote,) = find_quotes(text, "en")
    assert quote.source is not None
    assert text[slice(*quote.source)] == source
    assert [text[slice(*piece)] for piece in quote.content] == [text[: text.index("”") + 1]]


def test_what_is_told_of_a_quotation_is_the_whole_that_its_speaker_said() -> None:
    text = "The guards “beat everyone”, Ada Moss said, according to Tom Reed."
    (quote,) = find_quotes(text, "en")
    assert [text[slice(*piece)] for piece in quote.content] == ["The guards “beat everyone”"]
