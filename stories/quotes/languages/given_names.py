"""Given names of the world in Latin letters, by the gender that they tell: 98,000, from public counts (see NOTICE).

Signatures are told by them too (`stories/extraction/metadata/persons.py`). `training/given_names.py` makes the list.
"""

import gzip
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

FILE = files("stories.quotes.languages") / "given_names.txt.gz"
LETTERS = str.maketrans("øłđıßæœþð", "oldisaotd")  # what has no decomposition


@cache
def _lists() -> tuple[frozenset[str], ...]:
    """Names of men, of women, of both; those of them that are borne so often that they tell a person alone."""
    lines = gzip.decompress(FILE.read_bytes()).decode().splitlines()
    return tuple(frozenset(line.split()) for line in lines)


@lru_cache(maxsize=4096)
def gender_of(name: str) -> str | None:
    """`he` or `she` for a name that at least 85 of 100 people of one gender bear; empty for a name of both; None for no
    given name.
    """
    men, women, both, _ = _lists()
    for one in _folded(name):
        if one in men or one in women or one in both:
            return "he" if one in men else "she" if one in women else ""
    return None


@lru_cache(maxsize=4096)
def is_common(name: str) -> bool:
    """Whether so many people bear a given name that it tells a person where no last name follows: "Anna"."""
    return any(one in _lists()[3] for one in _folded(name))


def _folded(name: str) -> tuple[str, str]:
    """A name without capitals and signs, and the part of it before a hyphen."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    folded = folded.translate(LETTERS)
    return folded, folded.partition("-")[0]
