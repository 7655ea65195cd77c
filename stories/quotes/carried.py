"""Quotations that no cue of their own sentence takes, by rule: whose they are."""

from stories.quotes.clauses import clause_end
from stories.quotes.drafts import Draft
from stories.quotes.layout import Layout
from stories.quotes.phrases import Tokens, abbreviates, phrase_after
from stories.quotes.regions import Region
from stories.quotes.subjects import SURE, subject_of

SHORT = 8  # characters of a quotation in a sentence whose mood tells that it reports
BACK = 4  # sentences before a reported one in which its speaker is named
MIDDLE = 20  # the same, where nobody spoke before
LONG = 40  # characters of a quotation that is hardly a title or a pointed word


def carry(page: Layout, number: int, q: int, drafts: list[Draft], found: list[Draft]) -> None:
    """Give a quotation without a cue to the speech before it, or to the name before it where it is long."""
    first, last = page.sentences[number]
    region = page.regions[page.region[q]]
    outside = sum(1 for i in range(first, last) if page.region[i] < 0 and page.raw[i][0].isalnum())
    previous = found[-1] if found else drafts[-1] if drafts else None
    if outside <= 2 and not (previous and page.language.noun_capitals and previous.sentence >= number - 1):
        previous = next((draft for draft in reversed(found + drafts[-6:]) if _quotes(page, draft)), previous)
    named = _just_named(page, number, previous) if outside <= 2 else None
    near = previous is not None and page.paragraph[number] - page.paragraph[previous.sentence] <= 1
    if q > first and page.raw[q - 1] in ":：" and outside > (1 if previous and near else 0):
        if _is_bare(page, region):
            return
        source = _announcer(page, first, q) or opening_phrase(page, q - 1, first)
        found.append(Draft([(q, q + 1)], None, source, number))
    elif previous and near and outside <= 2 and page.language.joined_speech:
        previous.pieces.append((q, q + 1))
        previous.sentence = number
    elif previous and near and outside <= 2:
        source = named or previous.source
        told = q > first and page.language.noun_capitals and _is_reported(page, first, last)
        piece = (first, clause_end(page, last, q)) if told else (q, q + 1)
        found.append(Draft([piece], None, source, number))
    elif named and outside <= 2:
        found.append(Draft([(q, q + 1)], None, named, number))
    elif region.end - region.start > (
        (SHORT if previous and near else MIDDLE) if _is_reported(page, first, last) else LONG
    ):
        source = _teller(page, number, q, previous if near else None)
        reported = page.language.noun_capitals and _is_reported(page, first, last)
        alone = q == first or (not reported and (page.raw[q - 1] in ",，" or is_parted(page, q, last)))
        whole = (first, clause_end(page, last, q)) if outside > 2 and not found and not alone else (q, q + 1)
        found.append(Draft([whole], None, source, number))


def _just_named(page: Layout, number: int, previous: Draft | None) -> Tokens | None:
    """The subject of the sentence before a quotation where nothing in it was told: "Moos war zufrieden. „...“"."""
    here = number and page.paragraph[number - 1] == page.paragraph[number]
    told = previous is not None and previous.sentence >= number - 1
    if not here or not page.language.noun_capitals or told:
        return None
    return subject_of(page, *page.sentences[number - 1], SURE)


def _announcer(page: Layout, first: int, q: int) -> Tokens | None:
    """Who speaks a quotation that a sentence without a verb of saying announces: "Moos zeigte sich froh: ..."."""
    subject = subject_of(page, first, q) if page.language.noun_capitals else None
    return subject or nearest(page, first, q)


def _teller(page: Layout, number: int, q: int, previous: Draft | None) -> Tokens | None:
    """Who speaks a quotation that is a part of a sentence: the subject, or where the mood reports, who spoke before."""
    first, last = page.sentences[number]
    if page.low[first] in page.language.views_of and (viewer := phrase_after(page, first + 1, q)):
        return viewer  # "Für Moos ist das „eine Schande“"
    carried = previous.source if previous else nearest(page, first, q)
    if not page.language.subjunctives:
        return carried
    if not _is_reported(page, first, next((i for i in range(q, last) if page.raw[i] == ","), last)):
        return subject_of(page, first, q) or carried
    since = max(0, number - BACK, previous.sentence if previous else 0)
    for sentence in range(number - 1, since, -1):
        if named := subject_of(page, *page.sentences[sentence], SURE):
            return named
    return carried if previous else subject_of(page, first, q) or carried


def _quotes(page: Layout, draft: Draft) -> bool:
    return any(page.region[a] >= 0 or page.region[b - 1] >= 0 for a, b in draft.pieces)


def _is_bare(page: Layout, region: Region) -> bool:
    """Whether a quotation after a colon is a name or a title: few words and no stop."""
    inner = page.text[region.start : region.end].strip()
    return len(inner.split()) < 6 and inner[-1:] not in ".!?…。！？"


def _is_reported(page: Layout, first: int, last: int) -> bool:
    """Whether the mood of a sentence says that it goes on reporting ("Der Brunnen sei leer")."""
    moods = page.language.subjunctives
    return any(page.low[i] in moods and (page.raw[i][0].islower() or i == first) for i in range(first, last))


def nearest(page: Layout, first: int, i: int) -> Tokens | None:
    """The first name or pronoun of the sentence before a quotation without a cue."""
    table = page.language
    for j in range(first, i):
        if (
            page.low[j] in table.he
            or page.low[j] in table.she
            or (page.is_name(j) and page.low[j] not in table.common)
        ):
            end = j + 1
            while end < i and (page.is_name(end) or abbreviates(page, end)):
                end += 1
            return j, end
    return None


def is_parted(page: Layout, q: int, last: int) -> bool:
    """Whether a mark parts a quotation from what follows it."""
    region = page.regions[page.region[q]]
    inside = page.text[region.start : region.end].rstrip()[-1:]
    return inside in tuple(",.!?…。，！？") or (q + 1 < last and page.raw[q + 1] in ",—–-―،，")


def opening_phrase(page: Layout, q: int, first: int) -> Tokens | None:
    """The phrase that opens the clause of a quotation whose verb stands last: "weil Moos das „falsch“ nannte"."""
    begin = q
    while begin > first and page.raw[begin - 1][0].isalnum() and page.region[begin - 1] < 0:
        begin -= 1
    while begin < q and page.low[begin] in page.language.that | page.language.breaks:
        begin += 1
    return phrase_after(page, begin, q)


def referred(page: Layout, number: int, q: int) -> Draft | None:
    """ "..." That is what Ada said: the sentence that refers back to the one of the quotation."""
    table = page.language
    if number + 1 == len(page.sentences) or page.paragraph[number] != page.paragraph[number + 1]:
        return None
    first, last = page.sentences[number + 1]
    if page.low[first] not in table.back or first + 1 == last:
        return None
    cues = [i for i in range(first + 1, last) if page.low[i] in table.say and not page.is_name(i)]
    source = subject_of(page, first + 1, last) if cues else None
    begin, end = page.sentences[number]
    alone = q == begin or not any(page.raw[i][0].isalnum() for i in range(begin, q))
    return (
        Draft([(q, q + 1) if alone else (begin, clause_end(page, end, q))], (cues[0], cues[0] + 1), source)
        if source
        else None
    )


def is_title(page: Layout, q: int, first: int) -> bool:
    """Whether a quotation names something: no stop at its end, every longer word with a capital."""
    if q == first or not page.raw[q - 1][0].isalnum() or not page.language.capitals:
        return False
    if page.low[q - 1] in page.language.speech:
        return False
    region = page.regions[page.region[q]]
    inner = page.text[region.start : region.end].strip()
    if inner and any(page.low[i] in page.language.naming for i in range(max(first, q - 2), q)):
        return False  # "nannte ihn als erster einen „Esel“"
    if not inner or (" " not in inner and page.language.noun_capitals):
        return True
    small = sum(word[0].islower() for word in inner.split())
    if page.language.noun_capitals:
        return small <= (len(inner.split()) > 2) and inner[-1] not in ".,!?…"
    return inner[-1:] not in ".,!?…" and all(word[0].isupper() for word in inner.split() if len(word) > 3)
