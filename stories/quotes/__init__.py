"""Who said what: `find_quotes` is the one door of this room.

In: a text and its language. Out: `Quote`s: content, cue, source, speaker, stance, by offsets into the text.
May import, of `stories`: `text`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["direct", "mixed", "indirect", "block"]
Stance = Literal["affirms", "denies", "asks", "declines"]
How = Literal["cue", "carried", "signed", "actor", "label", "pronoun", "none"]


@dataclass(slots=True, frozen=True)
class Quote:
    """One attribution: somebody's words, or what somebody is reported to have said.

    Every span is a pair of character offsets into the text that was given, end exclusive.
    content: the pieces of what was said, in order. source: the words that name who said it, as written.
    cue: the words that report the saying ("said", "according to").
    speaker: the resolved name ("Jeffrey Ding" for "he"); speaker_role: what the text says that person is.
    stance: what the source does to the content: "denies" for "Moss denied that the well was dry"; None: not known.
    confidence: how sure it is that the content is that of the source, 0 to 1; None where there is no source.
    how: what tells the source: a `cue` beside the content, one in another paragraph (`carried`), a signature
    (`signed`), who acts beside it (`actor`), a name and a colon before it (`label`); `pronoun` where it is "he" or
    "she"; `none` where there is no source.
    """

    kind: Kind
    content: list[Span]
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    speaker_role: str | None = None
    stance: Stance | None = None
    confidence: float | None = None
    how: How = "none"


def find_quotes(text: str, language: str | None = None, set_off: Sequence[Span] = ()) -> list[Quote]:
    """The quotations of `text`, in order of their content.

    text: NFC, paragraphs separated by a blank line. language: BCP 47 where it is known, else told from
    the text. set_off: the paragraphs that the page sets off as quotations (`<blockquote>`).
    Never raises on any text.
    """
    from stories.quotes import reader  # the reader builds Quotes, so it imports this module

    return reader.read_quotes(text, language, set_off)
