"""An attribution while it is being made."""

from dataclasses import dataclass

from stories.quotes.grammar.phrases import TokenSpan


@dataclass(slots=True)
class Draft:
    """An attribution in token numbers; `pieces` are [first, last) runs of tokens.

    sentence: the number of the last sentence that the content reaches. score: how sure the cue is.
    anchor: the token of the cue that was weighed, -1 where none was. order: where the content stands to it.
    way: how the source was found, where no cue beside the content names it: `signed`, `acts`, else empty.
    spreads: how unsure the choices of the order, the source and the content's two ends were, in classes.
    """

    pieces: list[TokenSpan]
    cue: TokenSpan | None = None
    source: TokenSpan | None = None
    sentence: int = 0
    score: int = 0
    anchor: int = -1
    order: int = 0
    spreads: tuple[int, ...] = ()
    way: str = ""
