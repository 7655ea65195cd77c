"""The quotes of an excerpt are led to those of its source."""

import pytest

from stories.entries.check import Excerpt, Source, check_entry
from stories.entries.excerpt_quotes import match_quotes
from stories.entries.excerpts import Passage, check_passages, split_passages
from stories.quotes import Span

BODY = (
    "The mill is shut. “It is cold,” said Ida. “We want our wages, and we want them today,” said Ida.\n\n"
    "The owner said: “It is cold.”"
)
SOURCE = ["It is cold,”", "We want our wages, and we want them today,”", "It is cold.”"]


def spans(text: str, pieces: list[str]) -> list[list[Span]]:
    """Each piece as a quote of one piece, looked for after the one before."""
    found, at = [], 0
    for piece in pieces:
        at = text.index(piece, at)
        found.append([(at, at + len(piece))])
        at += len(piece)
    return found


@pytest.mark.parametrize(
    ("excerpt", "quoted", "quote", "fidelity", "note"),
    [
        ("“We want our wages, and we want them today,” said Ida.", "We want our wages, and we want them today,", 2,
         "exact", ""),
        ('"We want our wages"… said Ida.', "We want our wages", 2, "exact", ""),
        ("“We want our money, and we want them today,”", "We want our money, and we want them today,", 2, "altered",
         "“money” for “wages”"),
        ("…The mill is shut. “It is cold,” said Ida.", "It is cold,", 1, "exact", ""),
        ("…The owner said: “It is cold.”", "It is cold.", 3, "exact", ""),
        ("The owner said: “Nothing.”", "Nothing.", None, "missing", "not found in the source"),
        ("…“We need the money, and we want them today,” said Ida.", "We need the money,", 2, "altered",
         "“need the money” for “want our wages”"),
        ("Bees made gold of the “old hive”.", "old hive", None, "missing", ""),
        ("…mill is “shut”.", "shut", None, "exact", ""),
        ("…“It is cold,” said Ida… Bees made gold of the hive.", "It is cold,", 1, "exact", ""),
        ("Bees made gold of the hive… “It is cold,” said Ida.", "It is cold,", 1, "exact", ""),
        ("…“We want our money, and we want them today,”", "our money", 2, "altered", "“money” for “wages”"),
    ],
)  # fmt: skip
def test_a_quote_is_found_where_its_passage_stands(
    excerpt: str, quoted: str, quote: int | None, fidelity: str, note: str
) -> None:
    passages = check_passages(split_passages([excerpt]), BODY)
    [echo] = match_quotes(excerpt, spans(excerpt, [quoted]), passages, BODY, spans(BODY, SOURCE))
    assert (echo.quote, echo.fidelity, echo.note) == (quote, fidelity, note)


def test_a_quote_with_an_elision_is_as_good_as_its_worst_piece() -> None:
    excerpt = "“We want our wages … and we want it today,” said Ida."
    passages = check_passages(split_passages([excerpt]), BODY)
    pieces = [[(1, excerpt.index(" said") - 1)]]
    [echo] = match_quotes(excerpt, pieces, passages, BODY, spans(BODY, SOURCE))
    assert (echo.quote, echo.fidelity, echo.note) == (2, "altered", "“it” for “them”")


def test_of_two_quotes_of_the_source_one_within_the_other_the_nearer_in_length_is_taken() -> None:
    body = "“They told us, ‘Go home,’ and shut the door,” said Ida."
    source = spans(body, ["They told us, ‘Go home,’ and shut the door,"]) + spans(body, ["Go home,"])
    passages = check_passages(split_passages([body]), body)
    whole, within = match_quotes(body, source, passages, body, source)
    assert (whole.quote, within.quote) == (1, 2)


def test_without_a_source_nothing_is_checked() -> None:
    excerpt = "“It is cold.”"
    [echo] = match_quotes(excerpt, [[(1, 11)]], split_passages([excerpt]), "", [])
    assert (echo.quote, echo.fidelity) == (None, "unchecked")


def test_a_quote_is_known_by_the_number_that_its_source_gives_it() -> None:
    said = "“It is cold,” said Ida."
    source = Source(BODY, list(zip((4, 7, 9), spans(BODY, SOURCE), strict=True)))
    excerpt = Excerpt(
        said, [Passage("…The mill is shut. “It is cold,” said Ida."), Passage(said)], spans(said, SOURCE[:1])
    )
    assert [echo.quote for echo in check_entry(excerpt, source).echoes] == [4]


def test_what_a_whole_source_lacks_is_missing_and_what_a_part_of_it_lacks_is_not_told() -> None:
    excerpt = Excerpt("The mayor left.", [Passage("The mayor left.")], [])
    found = [
        check_entry(excerpt, source).passages[0].fidelity
        for source in (Source(BODY), Source(BODY, partial=True))
    ]
    assert found == ["missing", "unchecked"]
