"""What holds for any text: no crash, no offset outside it, no word in two contents, time that grows with length."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.quotes import Quote, find_quotes
from tests.cost import assert_linear

MARKS = [
    *"“”„\"«»‹›「」『』'‘’‚—–-.,:;?!…()[]",
    "''",
    "``",
    "'''",
    "\n",
    "\n\n",
    " ",
    "\u00a0",
    "\u200f",
    "\x00",
    "e\u0301",
]
NAMES = [
    "Ada",
    "Moss",
    "Mr",
    "Mr.",
    "Dr. Moss",
    "he",
    "She",
    "they",
    "who",
    "the miller",
    "U.S.",
    "63",
    "5' 10\"",
    "O’Moss’s",
]
ENGLISH = [
    "said",
    "says",
    "told",
    "according to",
    "that",
    "adding",
    "asked",
    "wants to",
    "and",
    "but",
    "is dry",
    "a well",
]
OTHERS = [
    "dijo",
    "que",
    "sagte",
    "laut",
    "so",
    "zufolge",
    "dit-elle",
    "selon",
    "сказал",
    "что",
    "说",
    "表示",
    "井干了",
    "قال",
    "إن",
]
PIECES = st.sampled_from([*MARKS, *NAMES, *ENGLISH, *OTHERS])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
    st.text(max_size=200),
)
LANGUAGES = st.sampled_from([None, "en", "de", "es", "fr", "pt", "ru", "zh-Hans", "ar", "xx", ""])


@settings(max_examples=400)
@given(text=TEXTS, language=LANGUAGES)
def test_any_text(text: str, language: str | None) -> None:
    quotes = find_quotes(text, language)
    assert quotes == find_quotes(text, language)
    for quote in quotes:
        assert quote.content
        for start, end in [*quote.content, *filter(None, (quote.source, quote.cue))]:
            assert 0 <= start < end <= len(text)
    for one, other in combinations(quotes, 2):
        assert apart(one, other) or inside(one, other) or inside(other, one)


def apart(one: Quote, other: Quote) -> bool:
    return all(a[1] <= b[0] or b[1] <= a[0] for a in one.content for b in other.content)


def inside(one: Quote, other: Quote) -> bool:
    """Whether the content of `one` is speech within a single piece of `other`."""
    return any(
        b[0] <= a[0] and a[1] <= b[1]
        for b in other.content
        for a in [(one.content[0][0], one.content[-1][1])]
    )


NEWS = (
    "“The well is dry,” said Ada Moss, a miller in Ebbing. “Nobody came.”\n\nShe said that the owners, who live abroad, "
    "had promised to dig again, adding that she did not believe them. According to the mayor, the “new well” is late.\n\n"
)
HOSTILE = {
    "news": NEWS,
    "one paragraph": NEWS.replace("\n", " "),
    "one sentence": "Ada said that the well and ",
    "open marks": "“",
    "apostrophes": "the owners' well 'and ",
    "commas": "said Ada, ",
    "one word": "a",
    "names": "Ada Moss ",
    "dashes": "—dijo ",
    "hyphens": "a-",
    "brackets": "(",
    "pronouns": "“Go,” he said. ",
    "guillemets": "« ",
    "empty marks": "“”",
    "apostrophes alone": "'",
    "double and single": "“a” 'b' ",
    "singles that never close": "“a” 'b ",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_length(kind: str) -> None:
    """No part of the reading looks back over the whole of a text."""
    unit = HOSTILE[kind]
    assert_linear(lambda size: find_quotes(unit * (size // len(unit))), 5_000)
