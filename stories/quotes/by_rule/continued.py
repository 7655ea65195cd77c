"""Quotations that no cue of their own sentence takes, by rule: whose they are."""

from collections.abc import Sequence

from stories.quotes.attribution.actors import is_speech
from stories.quotes.attribution.papers import PAPERS
from stories.quotes.attribution.titles import names_work
from stories.quotes.by_rule.clauses import clause_end
from stories.quotes.by_rule.floor import still_speaking
from stories.quotes.drafts import Draft
from stories.quotes.grammar.called import is_called
from stories.quotes.grammar.nearest import nearest
from stories.quotes.grammar.phrases import phrase_after
from stories.quotes.grammar.subjects import PERSON_SCORE, subject_of
from stories.quotes.grammar.verb_subjects import speaker_of
from stories.quotes.languages import words
from stories.quotes.layout.doc import SIGNS, Doc, TokenSpan
from stories.quotes.layout.regions import Region
from stories.quotes.names.mentions import Mention

MIN_MOOD_CHARACTERS = 8  # characters of a quotation in a sentence whose mood tells that it reports
BACK = 4  # sentences before a reported one in which its speaker is named
MIDDLE = 20  # the same, where nobody spoke before
WRITTEN = words("""stand standen steht stehen lautete lautet prangte prangt написано гласит гласила
    написана гласило lee reza""")  # what is to be read somewhere
READ = words("lu lit leyó lee leu lê las liest verlas прочитал прочитала зачитал зачитала")  # a paper aloud
MIN_WHOLE_CHARACTERS = 40  # characters of a quotation that is hardly a title or a pointed word


def continue_attribution(
    doc: Doc, mentions: Sequence[Mention], number: int, q: int, drafts: list[Draft], found: list[Draft]
) -> None:
    """Give a quotation without a cue to the speech before it, or to the name before it where it is long."""
    first, last = doc.sentences[number]
    region = doc.regions[doc.region[q]]
    outside = sum(1 for i in range(first, last) if doc.region[i] < 0 and doc.raw[i][0].isalnum())
    previous = found[-1] if found else drafts[-1] if drafts else None
    if outside <= 2 and not (previous and doc.language.noun_capitals and previous.sentence >= number - 1):
        previous = next((draft for draft in reversed(found + drafts[-6:]) if _quotes(doc, draft)), previous)
    named = _just_named(doc, number, previous) if outside <= 2 else None
    near = previous is not None and doc.paragraph[number] - doc.paragraph[previous.sentence] <= 1
    if q > first and doc.raw[q - 1] in ":：" and outside > (1 if previous and near else 0):
        if _is_bare(doc, region):
            return
        read = _is_read(doc, first, q)
        source = None if read else _announcer(doc, first, q) or opening_phrase(doc, q - 1, first)
        found.append(Draft([(q, q + 1)], None, source, number))
    elif previous and near and outside <= 2 and doc.language.joined_speech:
        previous.pieces.append((q, q + 1))
        previous.sentence = number
    elif previous and near and outside <= 2:
        source, way = (named, "") if named else still_speaking(doc, mentions, number, previous)
        told = q > first and doc.language.noun_capitals and _is_reported(doc, first, last)
        piece = (first, clause_end(doc, last, q)) if told else (q, q + 1)
        found.append(Draft([piece], None, source, number, way=way))
    elif named and outside <= 2:
        found.append(Draft([(q, q + 1)], None, named, number))
    elif (not _is_listed(doc, q, first) and _is_long(doc, first, last, region, bool(previous and near))) or (
        outside == 0 and is_speech(doc, number, q)
    ):
        source = _teller(doc, number, q, previous if near else None)
        reported = doc.language.noun_capitals and _is_reported(doc, first, last)
        alone = q == first or (not reported and (doc.raw[q - 1] in ",，" or is_parted(doc, q, last)))
        whole = (first, clause_end(doc, last, q)) if outside > 2 and not found and not alone else (q, q + 1)
        found.append(Draft([whole], None, source, number))


def _is_long(doc: Doc, first: int, last: int, region: Region, near: bool) -> bool:
    """Whether a quotation is longer than titles and pointed words are."""
    least = (
        (MIN_MOOD_CHARACTERS if near else MIDDLE) if _is_reported(doc, first, last) else MIN_WHOLE_CHARACTERS
    )
    return (region.end - region.start) * (SIGNS if doc.language.no_spaces else 1) > least


def _just_named(doc: Doc, number: int, previous: Draft | None) -> TokenSpan | None:
    """The subject of the sentence before a quotation where nothing in it was told: "Moos war zufrieden. „...“"."""
    here = number and doc.paragraph[number - 1] == doc.paragraph[number]
    told = previous is not None and previous.sentence >= number - 1
    if not here or not doc.language.noun_capitals or told:
        return None
    return subject_of(doc, *doc.sentences[number - 1], PERSON_SCORE)


def _announcer(doc: Doc, first: int, q: int) -> TokenSpan | None:
    """Who speaks a quotation that a sentence without a verb of saying announces: "Moos zeigte sich froh: ..."."""
    subject = subject_of(doc, first, q) if doc.language.noun_capitals else None
    found = subject or nearest(doc, first, q)
    if found is None or doc.raw[found[1]] != ",":
        return found
    led = next((k for k in range(found[0] - 1, first, -1) if not doc.raw[k].islower()), first)
    if doc.raw[found[0] - 1] != "," and doc.language.links.isdisjoint(doc.low[led : found[0]]):
        return found
    later = opening_phrase(
        doc, q - 1, first
    )  # "Ao lado da filha, Rita, a costureira Ada Musgo foi clara: ..."
    named = nearest(doc, later[0], later[1]) if later and later[0] > found[1] else None
    return named or found


def _is_read(doc: Doc, first: int, q: int) -> bool:
    """Whether a quotation is what a paper says: "Moos bekam einen Brief, in dem stand: ...", "a lu une lettre : ..."."""
    if not WRITTEN.isdisjoint(doc.low[max(first, q - 5) : q]):
        return True
    return not READ.isdisjoint(doc.low[first:q]) and not PAPERS.isdisjoint(doc.low[first:q])


def _teller(doc: Doc, number: int, q: int, previous: Draft | None) -> TokenSpan | None:
    """Who speaks a quotation that is a part of a sentence: the subject, or where the mood reports, who spoke before."""
    first, last = doc.sentences[number]
    if doc.low[first] in doc.language.views_of and (viewer := phrase_after(doc, first + 1, q)):
        return viewer  # "Für Moos ist das „eine Schande“"
    continued = previous.source if previous else nearest(doc, first, q)
    if not doc.language.subjunctives:
        return continued
    if not _is_reported(doc, first, next((i for i in range(q, last) if doc.raw[i] == ","), last)):
        return subject_of(doc, first, q) or continued
    since = max(0, number - BACK, previous.sentence if previous else 0)
    for sentence in range(number - 1, since, -1):
        if named := subject_of(doc, *doc.sentences[sentence], PERSON_SCORE):
            return named
    return continued if previous else subject_of(doc, first, q) or continued


def _quotes(doc: Doc, draft: Draft) -> bool:
    return any(doc.region[a] >= 0 or doc.region[b - 1] >= 0 for a, b in draft.pieces)


def _is_bare(doc: Doc, region: Region) -> bool:
    """Whether a quotation after a colon is a name or a title: few words and no stop."""
    inner = doc.text[region.start : region.end].strip()
    stopped = doc.text[region.closes : region.closes + 1] == "." and inner[:1].isupper()
    stopped = stopped and not doc.language.noun_capitals
    sentence = stopped and len(inner.split()) > 2 and any(word.islower() for word in inner.split()[1:])
    return len(inner.split()) < 6 and inner[-1:] not in ".!?…。！？" and not sentence


def _is_reported(doc: Doc, first: int, last: int) -> bool:
    """Whether the mood of a sentence says that it goes on reporting ("Der Brunnen sei leer")."""
    moods = doc.language.subjunctives
    return any(doc.low[i] in moods and (doc.raw[i][0].islower() or i == first) for i in range(first, last))


def is_parted(doc: Doc, q: int, last: int) -> bool:
    """Whether a mark parts a quotation from what follows it."""
    region = doc.regions[doc.region[q]]
    inside = doc.text[region.start : region.end].rstrip()[-1:]
    return inside in tuple(",.!?…。，！？") or (q + 1 < last and doc.raw[q + 1] in ",—–-―،，")


def is_whole(doc: Doc, q: int, first: int) -> bool:
    """Whether a quotation behind a colon is a sentence, where no blank parts sentences: “...。”霍尔姆则表示."""
    region = doc.regions[doc.region[q]]
    opened = doc.language.no_spaces and q > first and doc.raw[q - 1] in ":："
    return opened and doc.text[region.start : region.end].rstrip('”’」』"')[-1:] in "。！？"


def opening_phrase(doc: Doc, q: int, first: int) -> TokenSpan | None:
    """The phrase that opens the clause of a quotation whose verb stands last: "weil Moos das „falsch“ nannte"."""
    begin = q
    while begin > first and doc.raw[begin - 1][0].isalnum() and doc.region[begin - 1] < 0:
        begin -= 1
    while begin < q and doc.low[begin] in doc.language.that | doc.language.breaks:
        begin += 1
    return phrase_after(doc, begin, q)


def referred(doc: Doc, number: int, q: int) -> Draft | None:
    """ "..." That is what Ada said: the sentence that refers back to the one of the quotation."""
    table = doc.language
    if number + 1 == len(doc.sentences) or doc.paragraph[number] != doc.paragraph[number + 1]:
        return None
    first, last = doc.sentences[number + 1]
    if doc.low[first] not in table.back or first + 1 == last:
        return None
    cues = [i for i in range(first + 1, last) if doc.low[i] in table.say and not doc.is_name(i)]
    source = subject_of(doc, first + 1, last) if cues else None
    begin, end = doc.sentences[number]
    alone = q == begin or not any(doc.raw[i][0].isalnum() for i in range(begin, q))
    return (
        Draft([(q, q + 1) if alone else (begin, clause_end(doc, end, q))], (cues[0], cues[0] + 1), source)
        if source
        else None
    )


def introduced(doc: Doc, number: int, q: int) -> Draft | None:
    """Ada Moss writes:, and the quotation is a paragraph of its own."""
    if number == 0 or q != doc.sentences[number][0] or doc.paragraph[number - 1] == doc.paragraph[number]:
        return None
    first, last = doc.sentences[number - 1]
    if doc.raw[last - 1] not in ":：":
        return None
    table = doc.language
    for cue in range(last - 2, first - 1, -1):
        if doc.low[cue] in table.say and not (table.noun_capitals and doc.is_name(cue)):
            source = speaker_of(doc, cue, first, last - 1)
            return Draft([(q, q + 1)], (cue, cue + 1), source)
    return None


def _is_listed(doc: Doc, q: int, first: int) -> bool:
    """Whether a quotation without a stop is one of a row of names: "Themen wie „Bahnen“, „Wege“ oder „Brot“"."""
    near = [i for i in (q - 2, q + 2) if first <= i < len(doc.raw) and doc.region[i] >= 0]
    joints = doc.language.ands | {",", ";", "oder", "ou", "o", "или"}
    joined = any(doc.low[(q + i) // 2] in joints for i in near)
    return joined and not any(_is_stopped(doc, i) for i in (q, *near))


def _is_stopped(doc: Doc, q: int) -> bool:
    region = doc.regions[doc.region[q]]
    return doc.text[region.start : region.end].rstrip()[-1:] in tuple(",.!?…")


def _acts(doc: Doc, q: int) -> bool:
    """Whether a name between marks is the subject of a verb: "Die „Kampagne für Brot“ berichtete"."""
    table = doc.language
    behind = q + 1 < len(doc.raw) and doc.low[q + 1] in table.say | table.auxiliaries
    named = table.noun_capitals and doc.low[q - 1] in ("der", "die", "das") and behind
    return named and not _is_stopped(doc, q)


def is_title(doc: Doc, q: int, first: int) -> bool:
    """Whether a quotation names something: no stop at its end, every longer word with a capital."""
    if doc.language.code != "en" and names_work(doc, q, first):
        return True
    if q == first or not doc.raw[q - 1][0].isalnum() or not doc.language.capitals:
        return False
    if doc.low[q - 1] in doc.language.speech:
        return False
    region = doc.regions[doc.region[q]]
    inner = doc.text[region.start : region.end].strip()
    naming = any(doc.low[i] in doc.language.naming for i in range(max(first, q - 2), q))
    if inner and (naming or is_called(doc, q)):
        return False  # "nannte ihn als erster einen „Esel“", "die er eine „Lügnerin“ nannte"
    if not inner or (" " not in inner and doc.language.noun_capitals):
        return True
    small = sum(word[0].islower() for word in inner.split())
    if doc.language.noun_capitals:
        return _acts(doc, q) or (small <= (len(inner.split()) > 2) and inner[-1] not in ".,!?…")
    return inner[-1:] not in ".,!?…" and all(word[0].isupper() for word in inner.split() if len(word) > 3)
