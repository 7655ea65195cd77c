"""What learned and ruled choices get wrong by kind: sources that are no speakers, and attributions that are no quotes."""

from stories.quotes.carried import is_title
from stories.quotes.drafts import Draft
from stories.quotes.languages import words
from stories.quotes.layout import Layout
from stories.quotes.phrases import Tokens, phrase_before
from stories.quotes.stance import take_negation

BE = words(
    "is are was were be been being am wasn't wasn’t weren't weren’t isn't isn’t aren't aren’t gets got"
)
# What is done to the one who hears of it, or whom it is said of: "was told", "is said to"
PARTICIPLES = words(
    """told said thought asked accused called dubbed named described reported believed expected understood warned
    informed advised considered deemed criticized criticised urged ordered reminded promised known"""
)
ADDRESSING = words(
    "write writes wrote written writing speak speaks spoke spoken speaking reply replies replied replying "
    "talk talks talked talking complain complains complained appeal appealed appeals"
)
REACH = 5  # words between the auxiliary of a passive and its participle


def mended(page: Layout, drafts: list[Draft]) -> list[Draft]:
    """The same attributions with sources that can speak, without those that are none."""
    kept = [draft for draft in drafts if not _is_none(page, draft)]
    for draft in kept:
        take_negation(page, draft)
        if draft.source:
            _mend_source(page, draft, draft.source)
    return kept


def _is_none(page: Layout, draft: Draft) -> bool:
    """Whether nothing is said: "written to the council", or titles alone beside a verb that reports nothing."""
    quoted = [i for a, b in draft.pieces for i in range(a, b) if page.region[i] >= 0]
    if not quoted:
        return draft.cue is not None and _is_address(page, draft.cue, draft.pieces)
    reports = draft.cue and page.low[draft.cue[1] - 1] in page.language.say | page.language.think
    if draft.source or reports:
        return False
    sentence = _sentence(page, quoted[0])
    return len(quoted) > 1 and all(is_title(page, q, sentence[0]) for q in quoted)


def _is_address(page: Layout, cue: Tokens, pieces: list[Tokens]) -> bool:
    """Whether the content is whom was spoken to: "has written to the council", "replied to Moss"."""
    begin = pieces[0][0]
    to = cue[1] == begin - 1 and page.low[cue[1]] == "to"
    return to and len(pieces) == 1 and page.low[cue[0]] in ADDRESSING


def _sentence(page: Layout, i: int) -> Tokens:
    return next((a, b) for a, b in page.sentences if a <= i < b)


def _mend_source(page: Layout, draft: Draft, source: Tokens) -> None:
    first, last = source
    while first < last - 1 and _is_before(page, first):
        first += 1  # "On Friday Ebbing's minister"
    draft.source = (first, last)
    if page.language.code == "en":
        _mend_english(page, draft, first, last)


def _is_before(page: Layout, i: int) -> bool:
    """Whether the word that opens a source is a day, or a word between it and the one who speaks."""
    day = page.low[i] in page.language.days and not page.raw[i + 1][0].isdigit()
    return day or page.raw[i] == "," or page.low[i] == "however"


def _mend_english(page: Layout, draft: Draft, first: int, last: int) -> None:
    if draft.cue is None:
        return
    cue = draft.cue[0]
    if last <= cue and _is_passive(page, last, cue):
        draft.source = None  # "Moss was told that ...": somebody else told her
    elif first > 0 and page.low[first - 1] == "whose":
        draft.source = _around_whose(page, first, last, cue)
    elif last == cue and page.low[last - 1] in ("the", "a", "any", "all", "these", "those"):
        _take_verb(page, draft, first, last)


def _is_passive(page: Layout, last: int, cue: int) -> bool:
    """Whether the verb at `cue` tells what was done to the phrase that ends before token `last`."""
    between = page.low[last:cue]
    agent = "by" in page.low[cue + 1 : cue + 2]
    if page.low[cue] not in PARTICIPLES or agent or len(between) > REACH or "," in between:
        return False
    return any(low in BE for low in between)


def _around_whose(page: Layout, first: int, last: int, cue: int) -> Tokens | None:
    """Who speaks near "Moss, whose name the paper has agreed not to print, said": the paper agreed, Moss said."""
    if "," in page.low[last:cue]:
        begin, _ = _sentence(page, first)
        comma = next((i for i in range(first - 1, begin, -1) if page.raw[i] == ","), first - 1)
        return phrase_before(page, comma, begin) or (first, last)
    inner = next((i for i in range(first + 1, last) if page.low[i] in page.language.articles), first)
    return inner, last


def _take_verb(page: Layout, draft: Draft, first: int, last: int) -> None:
    """ "Moss refuted the claim that ...": the verb before "the claim" is of the cue and not of the source."""
    assert draft.cue  # noqa: S101 -- the caller looked
    verb = last - 2
    if verb > first and page.raw[verb].islower() and page.low[verb].endswith(("ed", "s")):
        draft.source = (first, verb)
        draft.cue = (verb, draft.cue[1])
