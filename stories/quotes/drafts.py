"""An attribution while it is being made."""

from dataclasses import dataclass

from stories.quotes.phrases import Tokens


@dataclass(slots=True)
class Draft:
    """An attribution in token numbers; `pieces` are [first, last) runs of tokens.

    sentence: the number of the last sentence that the content reaches. score: how sure the cue is.
    anchor: the token of the cue that was weighed, -1 where none was. layout: where the content stands to it.
    spreads: how unsure the choices of the layout, the source and the content's two ends were, in classes.
    """

    pieces: list[Tokens]
    cue: Tokens | None = None
    source: Tokens | None = None
    sentence: int = 0
    score: int = 0
    anchor: int = -1
    layout: int = 0
    spreads: tuple[int, ...] = ()
