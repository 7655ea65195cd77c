"""Sentences among the lines of a page: a date in one is told of something else, a hearing, a law, an old picture."""

import re
from collections.abc import Iterable

from stories.dates.labels import says

WORDS = 5  # beside its dates, from which on a line that ends as a sentence does is one; a byline has fewer
SIGNS = 12  # the same in scripts without spaces
PLACE = 40  # characters before the day of a dateline
# Thai has no stop at the end of a sentence, but behind what it shortens: "08:30 น."
END = re.compile(r"(?:(?<![\u0e00-\u0e7f])\.|[!?…。！？।॥؟۔።։])[\"'”’»」』)\]]*\s*$")
WORD = re.compile(r"[^\W\d_]+")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
BYLINE = re.compile(  # before a name
    r"\W*(?:(?:(?:words|text|story|report|reporting)\s+)?by|from|von|vom|par|por|de|di|door|av|af|автор|от|текст|text|autor|بقلم|كتب"
    r"|文|记者|記者|作者)[\s:：]+",
    re.IGNORECASE,
)
OWN = re.compile(  # the piece itself
    r"\bthis (?:article|story|post|piece|column|page|text|statement|report)\b"
    r"|\bdies(?:er|e|es) (?:artikel|beitrag|text|meldung)"
    r"|\bcet? (?:article|texte|billet|communiqué)|\best[ea] (?:artículo|nota|texto|noticia|artigo|matéria|reportagem)"
    r"|\b(?:стать[яи]|материал|текст|заметка)\b"
    r"|本文|此文|本报道|本報導|この記事|本記事|이 기사|이 글|هذا (?:المقال|الخبر|التقرير|البيان)",
    re.IGNORECASE,
)
OPENING = 15  # characters within which a label that a line begins with stands
DATELINE = re.compile(r"\s*\)?\s*(?:\([^)]{1,30}\)\s*)?[-–—:|/]|\s*\(")


def is_sentence(line: str, dates: Iterable[tuple[int, int]], heading: bool = False) -> bool:
    """Whether a line tells of its dates instead of being dated by them.

    dates: where each begins and ends. heading: the line is one, which ends without a sign. A line that says when the
    piece itself was published ("First published on 4 March 2026.") is no such sentence, nor are a byline and the
    dateline that prose opens with.
    """
    spans = list(dates)
    if not spans or not (heading or END.search(line)) or says(line[:OPENING]) or OWN.search(line):
        return False
    start, end = spans[0]
    if is_byline(line) or (start == 0 and is_byline(line[end:])):
        return False
    if start <= PLACE and not END.search(line[:start]) and DATELINE.match(line[end:]):
        return False
    beside = "".join(" " if any(a <= n < b for a, b in spans) else sign for n, sign in enumerate(line))
    return len(WORD.findall(beside)) >= WORDS or len(UNSPACED.findall(beside)) >= SIGNS


def is_byline(line: str) -> bool:
    """Whether a line begins as that does which says who wrote: "Por Ana Ruiz", but not "Por qué" or "By 9 April"."""
    found = BYLINE.match(line)
    name = line[found.end() :][:1] if found else ""
    return name.isalpha() and not name.islower()
