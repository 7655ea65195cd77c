"""Attributions by rule, for every language with a table: cues and what stands beside them.

A quotation looks for its cue after it ("...", said Ada), then before it (Ada said: "..."), then for a phrase
such as "according to" in its sentence; one that finds none continues the attribution before it. A reporting verb
with no quotation reports the clause that follows it, or the sentence that it closes.
"""

from collections.abc import Sequence

from stories.quotes.attribution.signed import signed_quotations
from stories.quotes.by_rule.clauses import (
    clause_end,
    goes_on,
    is_taken,
    phrase_source,
    phrase_width,
    postposed,
    report_clauses,
    reports_another,
    stands_beside,
)
from stories.quotes.by_rule.continued import (
    continue_attribution,
    introduced,
    is_parted,
    is_title,
    is_whole,
    opening_phrase,
    referred,
)
from stories.quotes.by_rule.gapped import gapped
from stories.quotes.by_rule.subjectless import give_subjects
from stories.quotes.by_rule.unknown_verbs import by_unknown_verb
from stories.quotes.drafts import Draft
from stories.quotes.grammar.called import agent_behind, caller, is_said_of
from stories.quotes.grammar.cited import cited_in
from stories.quotes.grammar.phrases import abbreviates, phrase_after
from stories.quotes.grammar.subjects import agent_of, is_passive, subject_of
from stories.quotes.grammar.verb_subjects import is_titled, speaker_of
from stories.quotes.layout.doc import SIGNS, Doc, TokenSpan, is_heading
from stories.quotes.names.mentions import Mention

TAIL = 12  # tokens after a quotation in which its cue is looked for
LONGER = 8  # tokens more where an agent and what it is stand before a participle
HEAD = 40  # tokens before a quotation in which its cue is looked for


def draft_quotes(doc: Doc, mentions: Sequence[Mention] = ()) -> list[Draft]:
    """The attributions of a text, in order of their sentences."""
    drafts: list[Draft] = []
    signed = signed_quotations(doc)
    for number, (first, last) in enumerate(doc.sentences):
        if number in signed or is_heading(doc, number):
            drafts += filter(None, [signed.get(number)])
            continue
        found: list[Draft] = []
        for q in range(first, last):
            if doc.region[q] >= 0 and not is_taken(found, q) and not is_title(doc, q, first):
                draft = _told(doc, q, first, last, found) or referred(doc, number, q)
                draft = draft or introduced(doc, number, q)
                if draft is None:
                    continue_attribution(doc, mentions, number, q, drafts, found)
                else:
                    found.append(draft)
        found += report_clauses(doc, first, last, found)
        for draft in found:
            draft.sentence = max(draft.sentence, number)
        give_subjects(doc, mentions, number, drafts, found)
        drafts += sorted(found, key=lambda draft: draft.pieces[0])
    return drafts


def _told(doc: Doc, q: int, first: int, last: int, found: list[Draft]) -> Draft | None:
    """The attribution of a quotation by a cue of its sentence."""
    parted = is_parted(doc, q, last) and not is_whole(doc, q, first)
    draft = gapped(doc, q, first, found) or _by_words(doc, q, first, last)
    after = (_after(doc, q, first, last) or by_unknown_verb(doc, q, last)) if parted and not draft else None
    if after and reports_another(doc, after, last):
        draft = _before(doc, q, first, last, found)
    draft = draft or after
    draft = draft or _reporter(doc, q, first, last)
    draft = draft or _before(doc, q, first, last, found)
    draft = draft or _according(doc, q, first, last, q)
    draft = draft or (_after(doc, q, first, last) if not parted and q > first else None)
    return draft or _according(doc, q, first, last)


def _by_words(doc: Doc, q: int, first: int, last: int) -> Draft | None:
    """With the words "..." Ada went / Ada went with the words "...": whoever the sentence is about."""
    noun = q - 1 - (q > first and doc.raw[q - 1] == ":")
    if noun < first or doc.low[noun] not in doc.language.speech:
        return None
    opens = noun - first < 3 or doc.raw[noun - 3] in ":,"  # "Moss blieb ruhig: Mit den Worten ..."
    source = (
        subject_of(doc, q + 1, last) if opens else cited_in(doc, first, noun) or subject_of(doc, first, noun)
    )
    return Draft([(q, q + 1)], (noun, noun + 1), source) if source else None


def _after(doc: Doc, q: int, first: int, last: int) -> Draft | None:
    """ "...", said Ada / "...", Ada said / "...", according to Ada."""
    table, i = doc.language, q + 1
    while i < last and doc.raw[i] in ",—–-―،，":
        i += 1
    if goes_on(doc, i, last):
        return None  # “...”, and added: “...”
    passive = LONGER if i < last and doc.low[i] in table.passives else 0
    for cue in range(i, min(last, i + (TAIL + passive) * (SIGNS if table.no_spaces else 1))):
        if doc.region[cue] >= 0 or doc.low[cue] in table.that or _stops(doc, cue):
            return None
        width = phrase_width(doc, cue, last) if cue == i else 0
        if width:
            source = phrase_source(doc, cue, width, last)
            pieces = _around(doc, q, cue + width, first, last) if source else []
            return Draft(pieces, (cue, cue + width), source) if source else None
        if doc.low[cue] in table.say and not (table.noun_capitals and doc.is_name(cue)):
            source = agent_of(doc, cue, first)
            if source is None and not is_passive(doc, cue, first):
                relative, source = caller(doc, q, first)
                source = source or (
                    None if relative else speaker_of(doc, cue, i, last) or opening_phrase(doc, q, first)
                )
            end = max(cue + 1, source[1] if source else 0)
            return Draft(_around(doc, q, end, first, last), (cue, cue + 1), source)
    return None


def _stops(doc: Doc, i: int) -> bool:
    return doc.raw[i] in ".:;" and not abbreviates(doc, i)


def _around(doc: Doc, q: int, after: int, first: int, last: int) -> list[TokenSpan]:
    """The quotations that end before a cue, the words that lead into them, and the quotation after the cue."""
    begin = q
    if q > first and doc.raw[q - 1][0].isalnum() and not any(doc.region[i] >= 0 for i in range(first, q)):
        begin = q if _is_named(doc, q, first) else first  # They "had words," said Ada
    end = q + 1
    pieces = [(begin, end)]
    i = after
    while i < last and doc.region[i] < 0 and doc.low[i] not in doc.language.say:
        i += 1
    if i < last and doc.region[i] >= 0 and doc.raw[i - 1] in ",:—–،，":
        pieces.append((i, i + 1))
    return pieces


def _is_named(doc: Doc, q: int, first: int) -> bool:
    """Whether only the quoted words are told: "als „Esel“ bezeichnete ihn Moos", "Von „Eseln“ sprach Moos"."""
    table = doc.language
    near = any(doc.low[i] in table.naming for i in range(max(first, q - 3), q))
    return near or (table.noun_capitals and doc.low[first] in table.links)


def _before(doc: Doc, q: int, first: int, last: int, found: list[Draft]) -> Draft | None:
    """Ada said: "..." / Ada said that the "..." was shut."""
    table = doc.language
    for cue in range(q - 1, max(first, q - HEAD) - 1, -1):
        low = doc.low[cue]
        if phrase_width(doc, cue, last) and table.noun_capitals and doc.raw[q - 1] not in ":,":
            return None  # the phrase stands nearer than any verb
        if (low not in table.say and low not in table.think) or (
            cue > first and (doc.is_name(cue) if table.noun_capitals else is_titled(doc, cue))
        ):
            continue
        if is_taken(found, cue):
            return None
        if table.verb_first and cue > first and doc.low[cue - 1] in table.that:
            continue  # "نفى أنه وصف النساء بـ «القطيع»": what is denied
        if table.noun_capitals and doc.low[first] in table.phrases and doc.raw[cue + 1] == ",":
            continue  # "Laut einem Gutachten, das Moos in Auftrag gab, ist die Brücke ..."
        if low in table.beside and not stands_beside(doc, cue, q):
            continue  # "cuenta con un grupo llamado «Amigos»"
        said_of = is_said_of(doc, cue)
        agent = agent_behind(doc, q) if said_of else None
        if said_of and agent is None:
            continue  # "Ada Mousse, accusée de « vol », ..."
        joined = table.noun_capitals and cue > first and doc.low[cue - 1] in table.joins
        source = subject_of(doc, first, cue - 1) if joined else agent_of(doc, cue, first)
        whose = table.verb_first and cue > first and doc.low[cue - 1] in table.who  # "القاضية التي سألتها"
        told = source is None and (whose or is_passive(doc, cue, first))
        source = source or agent or speaker_of(doc, cue, first, q) or (found[-1].source if found else None)
        if source is None and table.noun_capitals:
            source = subject_of(doc, first, q)
        source = None if told else source
        start = max(cue + 1, source[1] if source else 0)
        return Draft([_lead(doc, q, start, last)], (cue, cue + 1), source)
    return None


def _reporter(doc: Doc, q: int, first: int, last: int) -> Draft | None:
    """As Ada said, the well is "dry" / The well is "dry", as Ada said: the clause that names the source."""
    table = doc.language
    for opens in range(first, last):
        if doc.low[opens] in table.reporters and (opens == first or doc.raw[opens - 1] in ",–—("):
            cues = [
                i
                for i in range(opens + 2, min(last - 1, opens + HEAD))
                if doc.low[i] in table.say and doc.raw[i + 1] in ",)–—:."
            ]
            source = phrase_after(doc, opens + 1, cues[0]) if cues else None
            end = cues[0] + 1 if cues else opens
            if source and not opens < q < end:
                piece = (end + 1, clause_end(doc, last, q)) if opens < q else (first, opens - 1)
                return Draft(
                    [piece if _reach(doc, last, q) else (q, q + 1)], (cues[-1], cues[-1] + 1), source
                )
    return None


def _lead(doc: Doc, q: int, start: int, last: int) -> TokenSpan:
    """The content that holds the quotation `q`, which a cue before token `start` reports."""
    table, end = doc.language, _reach(doc, last, q)
    alone = not any(doc.raw[i][0].isalnum() and doc.region[i] < 0 for i in range(q + 1, end))
    if (
        doc.low[q - 1] in table.naming
        or doc.raw[q - 1] in ":："
        or (doc.raw[q - 1] in ",，" and alone)
        or q == start
    ):
        return q, q + 1
    for i in range(start, q):
        if doc.low[i] in table.that:
            return i, end
    commas = [i for i in range(start, q) if doc.raw[i] in table.clause_marks]
    if commas:
        return commas[-1] + 1, end
    outside = [i for i in range(start, q) if doc.raw[i][0].isalnum() and doc.low[i] not in table.helpers]
    return (start, end) if len(outside) > 2 and table.code == "en" else (q, q + 1)


def _reach(doc: Doc, last: int, q: int) -> int:
    """How far a content goes that holds the quotation `q`: to a colon, or to where the reporter goes on."""
    table = doc.language
    for i in range(q + 1, last - 1):
        follows = doc.low[i + 1]
        if doc.raw[i] in ":;" or (doc.raw[i] == "," and (follows in table.closing or follows in table.say)):
            return i
    return clause_end(doc, last, q)


def _according(doc: Doc, q: int, first: int, last: int, before: int | None = None) -> Draft | None:
    """According to Ada, the well is "dry"; with the phrase before token `before`, if that is given."""
    for cue in range(first, before or last):
        if doc.region[cue] >= 0:
            continue
        if source := postposed(doc, cue, first, last):
            begin = cue + 1
        else:
            width = phrase_width(doc, cue, last)
            source = phrase_source(doc, cue, width, last) if width else None
            told = max(source[1], cue + width) if source else last
            begin = told + (doc.raw[told] in ",،，") if told <= q else first
        if source:
            end = clause_end(doc, last, q) if cue < q else cue - (doc.raw[cue - 1] in ",،，")
            if begin <= q < end and any(
                doc.raw[i][0].isalnum() for i in range(begin, end) if doc.region[i] < 0
            ):
                return Draft([(begin, end)], (cue, cue + 1), source)
            return Draft([(q, q + 1)], (cue, cue + 1), source)
    return None
