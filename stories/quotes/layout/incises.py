"""Narration inside a quotation, as French news has it: « Nous signons, a déclaré Ada Mousse, et ils écrivent »."""

import re
from collections.abc import Iterator

from stories.quotes.layout.regions import Region

AUXILIARIES = "a|ont|avait|avaient|ha|han|había|habían"
ACCORDING = "selon|d[’']après|según|segundo"
# After a comma, a dash or both: « Nous signons, a déclaré ... », «Firmamos —declaró ...», «Мы подписываем, — заявила ...»
OPENS = r"(?:[,!?…]\s+(?:[—–]\s*)?|\s+[—–]\s*)"
CLOSES = r"(?:[,—–][.,;:]?\s+(?:[—–]\s+)?(?=\w)|\.\s+(?:[—–]\s+)?(?=[A-ZÀ-ÖØ-ÞА-ЯЁ]))"
APPOSED = (
    r"(?:,(?:\s+[A-ZÀ-ÖØ-ÞА-ЯЁ][^\s,.;:!?«»“”\"—–]*){1,4})?"  # "a indiqué la porte-parole, Anne Sablon, ..."
)
INCISE = re.compile(
    rf"{OPENS}(?:(?:{ACCORDING})(?=\s)|(?:s[’']|se\s+)?(?:(?:{AUXILIARIES})\s+)?(?P<verb>[^\W\d_]+))"
    rf"(?:-(?:t-)?(?P<pronoun>ils?|elles?)|(?P<who>(?:\s+[^\s,.;:!?«»“”\"—–]+){{1,8}}?{APPOSED}))\s*{CLOSES}"
)
TOLD = re.compile(r"[\s,]*(?:[^\W\d_]{1,6}[\s-]+)?([^\W\d_]+)")  # the verb after one that is reported outside


def parted(line: str, regions: list[Region], verbs: frozenset[str]) -> Iterator[Region]:
    """The quoted stretches of a line without the narration in them; each comes whole where it is reported outside it."""
    for region in regions:
        found = None if _is_reported(line, region, verbs) else _incise(line, region, verbs)
        if found:
            yield Region(region.opens, region.start, found.start(), found.start(), True)
            yield Region(found.end(), found.end(), region.end, region.closes, region.closed)
        else:
            yield region


def _incise(line: str, region: Region, verbs: frozenset[str]) -> re.Match[str] | None:
    found = INCISE.search(line, region.start, region.end)
    while found:
        named = found["pronoun"] or re.search(r"\s[^\W\d_a-zà-ÿа-яё]", found["who"] or "")
        says = found["verb"] is None or found["verb"].lower() in verbs
        if says and named and found.end() < region.end:
            return found
        found = INCISE.search(
            line, found.start() + 1, region.end
        )  # ", on nous comptait, dit Ossa.": commas are shared
    return None


def _is_reported(line: str, region: Region, verbs: frozenset[str]) -> bool:
    """Whether a colon before the stretch, or a verb of saying after it, tells who speaks."""
    if line[: region.opens][-3:].rstrip().endswith(":"):
        return True
    after = TOLD.match(line, region.closes)
    return bool(after and (after.group(1).lower() in verbs or after.group().strip(" ,").lower() in verbs))
