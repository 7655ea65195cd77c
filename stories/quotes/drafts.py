"""An attribution while it is being made, and a quotation that waits for one."""

from dataclasses import dataclass

from stories.quotes.layout.doc import TokenSpan

NOBODY, SPEECH, LAST, NEXT, NEW = range(5)  # whose a quotation without a cue is


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


@dataclass(slots=True)
class UncuedQuotation:
    """A quotation without a cue in its sentence: its token and sentence, and the attributions that could own it."""

    token: int
    sentence: int
    speech: Draft | None
    last: Draft | None
    next: Draft | None
    source: TokenSpan | None
    way: str = ""

    def options(self) -> list[int]:
        """What may be decided here."""
        found = [NOBODY]
        if self.speech:
            found.append(SPEECH)
        if self.last and self.last is not self.speech:
            found.append(LAST)
        if self.next:
            found.append(NEXT)
        if self.source:
            found.append(NEW)
        return found

    def owner(self, option: int) -> Draft | None:
        """The attribution that an option gives the quotation to."""
        return {SPEECH: self.speech, LAST: self.last, NEXT: self.next}.get(option)
