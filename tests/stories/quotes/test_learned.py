"""The learned weights are asked of the very features that they were learned with, and in invented words."""

import zlib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stories.quotes import find_quotes
from stories.quotes.resolution.speakers import Cast
from stories.quotes.tagger import decisions, tagger
from stories.quotes.tagger.wordclass import word_class

TEXT = "\n\n".join(
    " ".join(paragraph.split())
    for paragraph in """
“The pans are raked on all seven days,” said Dorrit Vane, who keeps the union's books. “Nobody rests.”

The owners denied that anyone had been made to work, adding that the list on the door was “a draft, no more.”
According to the inspector, Hollis Crane, two of the rooms had no window and the third had been locked since
May.

Vane told the council on Tuesday that the money would be paid in June, although she had heard the same in March.
She also said the harbour board, which owns the launch, “never answers”.

“Is it true,” asked Mr Crane, “that the keepers agreed?” They did not say. Alban Reed, 61, a keeper, wrote in a
letter: “We agreed because there was nothing else to eat.”

A spokeswoman for Pellan Salt and Brine said it regretted the delay, but insisted that every worker (all ninety
of them) was paid in line with the law; the union called the statement “an insult to the dead”.

“Come back on Friday.” The clerk closed the window. It was not clear who had signed the papers, Mr Reed said, or
whether anybody had read them.

The report, published on Monday, found that the filter worked, and the ministry believes that the trout will
return.

Officials claimed victory. “Four crews have had no pay since March,” the letter went on.

Who will rake the third pan is anybody's guess, the foreman admitted; Petra Oakes thinks it will be her.
""".strip().split("\n\n")
)
# Sentences that are long, open with much, hold lists, brackets and many cues, where candidates and features have bounds
LONG = (Path(__file__).parent / "learned.txt").read_text(encoding="utf-8")
# Checksums of what each decision looks at in these texts. One that changed: learn the weights again (docs/quotes.md),
# then write the new one here.
LEARNED = {TEXT: {
    "before_end_features": 2_797_000_320,
    "before_features": 684_962_406,
    "cue_features": 4_153_005_977,
    "verification_features": 2_010_200_092,
    "end_features": 3_871_701_712,
    "pronoun features": 2_943_619_959,
    "order_features": 2_833_395_740,
    "uncued_features": 2_142_618_679,
    "source_features": 3_540_320_044,
    "start_features": 3_762_193_346,
}, LONG: {
    "before_end_features": 2_012_741_584,
    "before_features": 761_069_444,
    "cue_features": 3_796_266_105,
    "end_features": 1_063_511_081,
    "order_features": 3_659_540_376,
    "pronoun features": 2_399_816_625,
    "source_features": 4_076_669_121,
    "start_features": 2_126_646_984,
    "uncued_features": 1_788_982_550,
    "verification_features": 2_691_246_244,
}}  # fmt: skip


@pytest.mark.parametrize("text", LEARNED, ids=["short", "long"])
def test_the_features_are_those_that_the_weights_were_learned_with(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checksum of the features of each decision on the text."""
    seen: dict[str, list[object]] = defaultdict(list)

    def noting(name: str, features: Callable[..., list[int]]) -> Callable[..., list[int]]:
        def noted(*arguments: Any) -> list[int]:
            found = features(*arguments)
            seen[name].append(list(found))
            return found

        return noted

    for module in (decisions, tagger):
        for name, value in list(vars(module).items()):
            if name.endswith("_features"):
                monkeypatch.setattr(module, name, noting(name, value))
    monkeypatch.setattr(Cast, "features", noting("pronoun features", Cast.features))
    find_quotes(text, "en")
    assert {name: zlib.crc32(repr(lists).encode()) for name, lists in seen.items()} == LEARNED[text]


def test_marks_of_one_use_are_one_class() -> None:
    groups = [
        {word_class(mark)[1] for mark in marks} for marks in ("—–-―", ".!?", ":", ";", ",", "(", ")", "%")
    ]
    assert all(len(group) == 1 for group in groups)
    assert len(set.union(*groups)) == len(groups)
