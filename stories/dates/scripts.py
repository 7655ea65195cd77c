"""Dates in a page's scripts: JSON-LD that does not parse, and the data that its own code draws the story from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from stories.dates.evidence import Candidate, Field

# Keys by what they claim: schema.org's, those of common content systems, and the `Dt` names of Korean ones.
PUBLISHED = (
    r"(?:first|original|date)?_?(?:publish|publication|pub)(?:ed|ing)?_?(?:date|time|at|on|dt)?|date_?published"
    r"|firstpublished|(?:first)?(?:deploy|reg|service)dt"
)
UPDATED = (
    r"(?:date|last)_?(?:modified|updated|published)|(?:modified|modification|updated?)_?(?:date|time|at|on)"
    r"|redeploydt|moddt"
)
DATE = r"(?:19|20)\d\d[-./]\d\d[-./]\d\d[\dT:.Z+ -]{0,20}|1\d{9}(?:\d{3})?(?!\d)"
STATED = re.compile(
    rf"""["'](?:(?P<published>{PUBLISHED})|(?P<modified>{UPDATED}))\\{{0,3}}["']\s{{0,9}}:\s{{0,9}}\\{{0,3}}["']?(?P<date>{DATE})""",
    re.IGNORECASE,
)
DAY = len("2019-12-01")
MAX_SCRIPT_CHARACTERS = 3_000_000  # characters of a script
MAX_SCRIPT_DATES = 8


def script_dates(scripts: Iterable[str]) -> list[Candidate]:
    """What the scripts of a page state as dates of publication and update, the first values first.

    Only for a page that states none otherwise: a script may describe other stories than the page's own. Where several
    days are stated, it does: their origin is then `scripts, ...`, which is trusted last.
    """
    found = list(dict.fromkeys(_stated(scripts)))[:MAX_SCRIPT_DATES]
    days = {one.text[:DAY] for one in found if one.field == "published"}
    return found if len(days) < 2 else [replace(one, origin=f"scripts, {one.origin}") for one in found]


def _stated(scripts: Iterable[str]) -> Iterator[Candidate]:
    for script in scripts:
        for match in STATED.finditer(script, 0, MAX_SCRIPT_CHARACTERS):
            field: Field = "published" if match["published"] else "modified"
            yield Candidate(field, match["date"].strip(), f"script {match[field]}")
