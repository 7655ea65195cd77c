"""Speech that a dash opens: "— Vengo, dijo Ada. — Mañana." in Spanish, French, Portuguese and Russian."""

import re
from itertools import pairwise

from stories.quotes.layout.regions import Region

DASHES = "—–―-"
INNER_DASH = re.compile(r"(?:(?<=\s)[—–―]|[—–―](?=[\w.,;:]))[.,;:]?\s*")
INCISE = re.compile(r"[,!?…»]\s+(?=((?:a-t-|s[’'])?[^\W\d]+))")  # a comma, then a verb of saying: ", dit Ada"
FIRST = re.compile(r"[^\W\d_]+")


def dashed_speech(line: str, verbs: frozenset[str]) -> list[Region]:
    """The spoken stretches of a paragraph that begins with a dash; none where no verb of saying tells narration.

    Dashes inside the paragraph part speech from narration by turns; a stretch after a dash that begins with a verb
    of saying is narration, and so is what a verb of saying after a comma begins.
    """
    body = re.match(rf"[{DASHES}]\s*", line)
    start = body.end() if body else 0
    cuts = [start, *(match.end() for match in INNER_DASH.finditer(line, start + 1)), len(line)]
    starts = {match.end(): match.start() for match in INNER_DASH.finditer(line, start + 1)}
    regions: list[Region] = []
    told = False
    speaking = True
    for begin, end in pairwise(cuts):
        stop = starts.get(end, end)
        if not speaking:
            first = FIRST.match(line, begin)
            told = told or bool(first and first.group().lower() in verbs) or _says(line[begin:stop], verbs)
            speaking = True
            continue
        incise = _incise(line, begin, stop, verbs)
        told = told or incise is not None
        close = incise if incise is not None else stop
        close = begin + len(line[begin:close].rstrip())
        if close > begin:
            regions.append(Region(begin, begin, close, close, True))
        speaking = incise is not None
    return regions if told else []


def _incise(line: str, begin: int, end: int, verbs: frozenset[str]) -> int | None:
    for match in INCISE.finditer(line, begin, end):
        if match.group(1).lower() in verbs:
            return match.start() + (line[match.start()] != ",")
    return None


def _says(narration: str, verbs: frozenset[str]) -> bool:
    return any(word.lower() in verbs for word in FIRST.findall(narration)[:6])
