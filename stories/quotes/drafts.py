"""An attribution while it is being made."""

from dataclasses import dataclass

from stories.quotes.phrases import Tokens


@dataclass(slots=True)
class Draft:
    """An attribution in token numbers; `pieces` are [first, last) runs of tokens.

    sentence: the number of the last sentence that the content reaches. score: how sure the cue is.
    """

    pieces: list[Tokens]
    cue: Tokens | None = None
    source: Tokens | None = None
    sentence: int = 0
    score: int = 0
