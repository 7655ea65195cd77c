"""Short texts by kind and language, with who speaks: the lines of `kinds.txt`, and of `blind.txt`, which were written
before what reads them was looked at.

A line is `language | text | words = speaker | ...`; the language is `auto` where it is to be told. ¶ parts paragraphs, ~
breaks a line inside one, > opens one that the page sets off as a quotation (`<blockquote>`). The words stand in a
content: the one that begins with them, else one that holds them. The speaker is a name, `-` where none may be told;
several, parted by commas, where each would do; `none` where the words may be in no quote at all.
"""

from dataclasses import dataclass
from pathlib import Path

from stories.quotes import Quote, Span, find_quotes

FILE = Path(__file__).parent / "kinds.txt"
BLIND = Path(__file__).parent / "blind.txt"
UNTOLD = "auto"  # the language of a text that is to be told
MARK = 2  # characters of an opening mark


@dataclass(frozen=True)
class Case:
    """One text, and whose the words in it are."""

    kind: str
    language: str
    text: str
    speakers: tuple[tuple[str, tuple[str, ...]], ...]
    set_off: tuple[Span, ...] = ()


def cases(lines: list[str]) -> list[Case]:
    """The cases of a table."""
    found, kind = [], ""
    for line in filter(None, lines):
        if line.startswith("#"):
            kind = line.removeprefix("# ")
            continue
        language, text, *told = (part.strip() for part in line.rstrip(" |").split(" | "))
        speakers = tuple(
            (opens, tuple(names.split(","))) for opens, _, names in (one.partition(" = ") for one in told)
        )
        paragraphs = text.replace("~", "\n").split("¶")
        plain = "\n\n".join(paragraph.removeprefix(">") for paragraph in paragraphs)
        off = (paragraph[1:] for paragraph in paragraphs if paragraph.startswith(">"))
        spans = tuple((plain.index(one), plain.index(one) + len(one)) for one in off)
        found.append(Case(kind, language, plain, speakers, spans))
    return found


def wrong(case: Case) -> list[str]:
    """What is read otherwise than the case tells; a case that names no words holds no quote."""
    quotes = find_quotes(case.text, None if case.language == UNTOLD else case.language, case.set_off)
    if not case.speakers:
        return [case.text[slice(*quote.content[0])] for quote in quotes]
    read = ((opens, names, _speaker(case.text, quotes, opens)) for opens, names in case.speakers)
    return [f"{opens}: {speaker}, not {names}" for opens, names, speaker in read if speaker not in names]


def _speaker(text: str, quotes: list[Quote], opens: str) -> str:
    at = text.index(opens)
    holding = [quote for quote in quotes if any(first <= at < last for first, last in quote.content)]
    begun = [quote for quote in holding if any(first <= at <= first + MARK for first, last in quote.content)]
    found = (begun or holding)[-1:]
    return (found[0].speaker or "-") if found else "none"
