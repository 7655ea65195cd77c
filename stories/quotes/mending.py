"""What learned and ruled choices get wrong by kind: sources that are no speakers, and attributions that are no quotes."""

from stories.quotes.attribution.papers import PAPERS
from stories.quotes.attribution.retold import retold
from stories.quotes.attribution.stance import take_negation
from stories.quotes.attribution.titles import without_titles
from stories.quotes.by_rule.continued import is_title
from stories.quotes.drafts import Draft
from stories.quotes.grammar.addressees import give_back, is_quoted, names_addressee, take_speaker
from stories.quotes.grammar.antecedents import antecedent, with_name
from stories.quotes.grammar.passives import CITING, MADE, cited_by, is_made, named_agent
from stories.quotes.grammar.phrases import phrase_before
from stories.quotes.languages import words
from stories.quotes.layout.doc import FINAL, Doc, TokenSpan
from stories.quotes.names.name_words import is_given
from stories.quotes.tagger.told_sources import ends_with_verb, is_open

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
SENT = words("sent signed addressed dated seen obtained drafted delivered submitted filed issued")
HEARD = words("heard hears hear overheard received receives got gets found finds saw sees spotted")
PLACED = words(
    "left right centre center middle pictured above below foreground background"
)  # in a caption: "Ada Moss, left, says"
GIVING = words(
    "name names named identified known"
)  # before the name that somebody gives: "who gave her name as Ada"
MAX_NICKNAME_WORDS = 4
CITED_REACH = 12  # tokens from a verb of citing to "as saying"
PARTICIPLE_REACH = 5  # words between the auxiliary of a passive and its participle


def mended(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The same attributions with sources that can speak, without those that are none."""
    if doc.language.code == "en":
        drafts = list(filter(None, (without_titles(doc, draft) for draft in drafts)))
    kept = [draft for draft in drafts if not _is_none(doc, draft)]
    for draft in kept:
        take_negation(doc, draft)
        if draft.source:
            _mend_source(doc, draft, draft.source)
    return kept


def _is_none(doc: Doc, draft: Draft) -> bool:
    """Whether nothing is said: "written to the council", or titles alone beside a verb that reports nothing."""
    quoted = [i for a, b in draft.pieces for i in range(a, b) if doc.region[i] >= 0]
    if not quoted:
        return draft.cue is not None and (
            _points(doc, draft.cue) or _is_address(doc, draft.cue, draft.pieces)
        )
    if _is_made(doc, draft, quoted) and not any(_is_stopped(doc, q) for q in quoted):
        return True
    reports = draft.cue and doc.low[draft.cue[1] - 1] in doc.language.say | doc.language.think
    says = draft.cue and doc.low[draft.cue[1] - 1] in doc.language.say
    if not says and all(_is_nickname(doc, q) for q in quoted):
        return True
    if draft.source or reports:
        return False
    sentence = _sentence(doc, quoted[0])
    return len(quoted) > 1 and all(is_title(doc, q, sentence[0]) for q in quoted)


def _is_nickname(doc: Doc, q: int) -> bool:
    """Whether a quotation stands in the middle of a name: Dmitri “the Anchor” Voronin."""
    if not 0 < q < len(doc.raw) - 1 or not (doc.is_name(q - 1) and doc.is_name(q + 1)):
        return False
    region = doc.regions[doc.region[q]]
    said = doc.text[region.start : region.end]
    return len(said.split()) <= MAX_NICKNAME_WORDS and said[-1:].isalnum() and is_given(doc.raw[q - 1])


def _is_made(doc: Doc, draft: Draft, quoted: list[int]) -> bool:
    """Whether somebody is named as the maker of what stands between the marks."""
    by = (
        draft.cue is not None
        and quoted[0] < draft.cue[0]
        and doc.low[draft.cue[0]] in MADE
        and doc.low[draft.cue[1] : draft.cue[1] + 1] == ["by"]
    )
    return by or any(is_made(doc, q) for q in quoted)


def _points(doc: Doc, cue: TokenSpan) -> bool:
    """Whether a sentence tells whose the words before it are: "So says Ada Moss, who keeps the school"."""
    so = cue[0] > 0 and doc.low[cue[0] - 1] == "so" and doc.low[cue[0]] in ("says", "said")
    return so and _sentence(doc, cue[0])[0] == cue[0] - 1


def _is_address(doc: Doc, cue: TokenSpan, pieces: list[TokenSpan]) -> bool:
    """Whether the content is whom was spoken to: "has written to the council", "replied to Moss"."""
    begin = pieces[0][0]
    to = cue[1] == begin - 1 and doc.low[cue[1]] == "to"
    return to and len(pieces) == 1 and doc.low[cue[0]] in ADDRESSING


def _is_stopped(doc: Doc, q: int) -> bool:
    """Whether a quotation ends as a sentence does, and no title."""
    region = doc.regions[doc.region[q]]
    return doc.text[region.start : region.end].rstrip()[-1:] in FINAL


def _sentence(doc: Doc, i: int) -> TokenSpan:
    return next((a, b) for a, b in doc.sentences if a <= i < b)


def _mend_source(doc: Doc, draft: Draft, source: TokenSpan) -> None:
    first, last = source
    while first < last - 1 and _is_before(doc, first):
        first += 1  # "On Friday Ebbing's minister"
    draft.source = (first, last)
    if (teller := retold(doc, draft)) != draft.source:
        draft.source = teller
    elif doc.language.code == "en":
        _mend_english(doc, draft, first, last)


def _is_before(doc: Doc, i: int) -> bool:
    """Whether the word that opens a source is a day, or a word between it and the one who speaks."""
    plain = doc.language.code == "en" or doc.language.noun_capitals
    called = not plain and doc.is_name(i) and doc.is_name(i + 1)  # "Domingo Prado"
    day = doc.low[i] in doc.language.days and not doc.raw[i + 1][0].isdigit()
    return (day and not called) or doc.raw[i] == "," or doc.low[i] == "however"


def _mend_english(doc: Doc, draft: Draft, first: int, last: int) -> None:
    if draft.cue is None:
        return
    cue = draft.cue[0]
    if take_speaker(doc, draft, cue):
        return
    if first == cue + 1 and doc.low[cue] not in doc.language.say and ends_with_verb(doc, first, last):
        draft.source, draft.cue = (cue, last - 1), (last - 1, last)
        return
    if names_addressee(doc, first, cue) or is_quoted(doc, cue):
        give_back(doc, draft, _sentence(doc, cue)[0], cue)
    elif doc.low[cue + 1 : cue + 2] == ["by"] and doc.low[cue] in PARTICIPLES and _is_done(doc, cue):
        draft.source = named_agent(doc, cue + 1, _sentence(doc, cue)[1])
    elif cited := _cited(doc, cue):
        draft.source, begin = cited
        draft.pieces = [
            (max(a, begin) if a > cue else a, b) for a, b in draft.pieces if b > begin or b <= cue
        ]
    elif _is_silent(doc, draft, first, last, cue):
        draft.source = None
    elif last == cue and doc.low[last - 1] in ("the", "a", "any", "all", "these", "those"):
        _take_verb(doc, draft, first, last)
    elif is_open(doc, (first, last), cue):
        draft.source = None
    else:
        draft.source = _narrowed(doc, first, last, cue)


def _cited(doc: Doc, cue: int) -> tuple[TokenSpan, int] | None:
    """Whom a verb of citing cites, which is the cue or stands before its "as saying"; see `cited_by`."""
    begin, last = _sentence(doc, cue)
    if doc.low[cue - 1 : cue + 1] == ["as", "saying"]:
        cue = next(
            (i for i in range(cue - 2, max(begin, cue - CITED_REACH), -1) if doc.low[i] in CITING), cue
        )
    return cited_by(doc, cue, last) if doc.low[cue] in CITING else None


def _is_silent(doc: Doc, draft: Draft, first: int, last: int, cue: int) -> bool:
    """Whether a source speaks nothing: who was told, who made the book that says it, who met with the words."""
    if doc.low[cue] in MADE and doc.low[cue + 1 : cue + 2] == ["by"] and first > cue:
        return True  # "The ruling, written by Moss, calls it “no”"
    if last <= cue and (
        _is_passive(doc, last, cue) or (doc.low[first - 1] == "by" and doc.low[first - 2] in MADE)
    ):
        return True  # "Moss was told that ..."; “The salt road”, written by Moss, says ...
    if last <= cue and doc.raw[last] == "," and _is_document(doc, _sentence(doc, cue)[0], first):
        return True  # "The email, sent by Moss to her deputy, Karl Odden, reads"
    return not HEARD.isdisjoint(doc.low[last : cue + 1]) and _is_heard(doc, draft, last, cue)


def _is_document(doc: Doc, begin: int, first: int) -> bool:
    """Whether a sentence is about a paper that a comma parts from who made it."""
    comma = next((i for i in range(begin, first) if doc.raw[i] == ","), begin)
    made = doc.low[comma + 1] in MADE | SENT
    return begin < comma <= begin + 3 and doc.low[comma - 1] in PAPERS and made


def _narrowed(doc: Doc, first: int, last: int, cue: int) -> TokenSpan:
    """The source without what is only said of the one who speaks."""
    if first > 0 and doc.low[first - 1] == "whose":
        return _around_whose(doc, first, last, cue)
    if last < cue and (noun := antecedent(doc, (first, last), cue, _sentence(doc, first)[0])):
        return noun
    if doc.low[first] in PLACED and first > 1 and doc.raw[first - 1] == ",":
        return phrase_before(doc, first - 1, _sentence(doc, first)[0]) or (first, last)
    if doc.low[last : last + 1] == ["as"] and not GIVING.isdisjoint(doc.low[first:last]):
        return _given_name(doc, last + 1) or (first, last)
    return with_name(doc, (first, last), _sentence(doc, first)[0]) if last < cue else (first, last)


def _is_passive(doc: Doc, last: int, cue: int) -> bool:
    """Whether the verb at `cue` tells what was done to the phrase that ends before token `last`."""
    between = doc.low[last:cue]
    agent = "by" in doc.low[cue + 1 : cue + 2]
    if doc.low[cue] not in PARTICIPLES or agent or len(between) > PARTICIPLE_REACH or "," in between:
        return False
    return any(low in BE for low in between)


def _is_heard(doc: Doc, draft: Draft, last: int, cue: int) -> bool:
    """Whether the words behind a colon were met with: "Moss heard the same line again: “It is not ours”".

    Who "can be heard saying" them speaks.
    """
    if not BE.isdisjoint(doc.low[last:cue]):
        return False
    quoted = (i for a, b in draft.pieces for i in range(a, b) if doc.region[i] >= 0)
    near = cue + 2 if doc.low[cue] in HEARD else cue
    return any(i > near and doc.raw[i - 1] == ":" for i in quoted)


def _given_name(doc: Doc, begin: int) -> TokenSpan | None:
    """The name from token `begin` on: "a woman who gave her name only as Fatou"."""
    end = begin
    while end < len(doc.raw) and doc.region[end] < 0 and doc.is_name(end):
        end += 1
    return (begin, end) if end > begin else None


def _is_done(doc: Doc, cue: int) -> bool:
    return not BE.isdisjoint(doc.low[max(0, cue - 2) : cue])


def _around_whose(doc: Doc, first: int, last: int, cue: int) -> TokenSpan:
    """Who speaks near "Moss, whose name the paper has agreed not to print, said": the paper agreed, Moss said."""
    if "," in doc.low[last:cue]:
        begin, _ = _sentence(doc, first)
        comma = next((i for i in range(first - 1, begin, -1) if doc.raw[i] == ","), first - 1)
        return phrase_before(doc, comma, begin) or (first, last)
    inner = next((i for i in range(first + 1, last) if doc.low[i] in doc.language.articles), first)
    return inner, last


def _take_verb(doc: Doc, draft: Draft, first: int, last: int) -> None:
    """ "Moss refuted the claim that ...": the verb before "the claim" is of the cue and not of the source."""
    assert draft.cue  # noqa: S101 -- the caller looked
    verb = last - 2
    if verb > first and doc.raw[verb].islower() and doc.low[verb].endswith(("ed", "s")):
        draft.source = (first, verb)
        draft.cue = (verb, draft.cue[1])
