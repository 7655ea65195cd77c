"""How sure an attribution is, and what it rests on; docs/quotes.md has the table with how it was measured."""

from stories.quotes import How, Kind
from stories.quotes.attribution.retold import tells_again
from stories.quotes.drafts import Draft
from stories.quotes.layout.doc import Doc, TokenSpan

# Of the attributions of each grade, so many have the right source: `python -m tests.bench.confidence` measures them.
LEARNED = {
    "signed": 0.95,
    "direct, sure": 0.98,
    "direct, doubtful": 0.6,
    "direct, other cue": 0.7,
    "mixed, sure": 0.97,
    "mixed, likely": 0.89,
    "mixed, doubtful": 0.6,
    "mixed, other cue": 0.73,
    "indirect, sure": 0.89,
    "indirect, likely": 0.82,
    "indirect, doubtful": 0.53,
    "indirect, other cue": 0.75,
    "indirect, other cue, doubtful": 0.45,
    "carried": 0.6,
    "acts": 0.6,
    "announced": 0.3,
    "named": 0.3,
    "told again": 0.3,
}
RULED = {
    "signed": 0.95,
    "direct": 0.84,
    "mixed": 0.75,
    "indirect": 0.65,
    "carried": 0.6,
    "acts": 0.6,
    "announced": 0.75,
    "named": 0.25,
    "told again": 0.3,
}  # languages that are read by rule
UNREAD = 0.3  # an attribution by marks and capitals in a language without a table: what a verb says is not known there
HOW: dict[str, How] = {
    "signed": "signed",
    "carried": "carried",
    "acts": "actor",
    "announced": "actor",
    "named": "actor",
}
SPREAD = 2  # class of the spread of the choice of a source over which it is in doubt; see `Draft`
MIN_CONFIDENCE = 0.4  # the confidence under which no speaker is told


def grade(doc: Doc, draft: Draft, kind: Kind) -> str:
    """The class of an attribution with a source, a key of `LEARNED` or `RULED`."""
    if draft.way:
        return draft.way
    if draft.cue is None:
        return "announced" if doc.raw[draft.pieces[0][0] - 1] in ":：" else "named"
    if kind == "block" or _is_carried(doc, draft.pieces, draft.cue):
        return "carried"
    if kind == "mixed" and tells_again(doc, draft):
        return "told again"
    if not draft.spreads:
        return kind
    spread, end = draft.spreads[1], draft.spreads[3]
    if doc.low[draft.cue[1] - 1] not in doc.language.say | {"to"}:
        return f"{kind}, other cue" + (", doubtful" if kind == "indirect" and spread > SPREAD else "")
    if spread > SPREAD:
        return f"{kind}, doubtful"
    sure = kind == "direct" or (spread == 0 and (end <= 1 or kind == "indirect"))
    return f"{kind}, {'sure' if sure else 'likely'}"


def confidence(doc: Doc, draft: Draft, kind: Kind) -> float | None:
    """How sure the source of an attribution is, from 0 to 1; None where there is none."""
    if draft.source is None:
        return None
    found = grade(doc, draft, kind)
    if doc.language.code == "und" and found != "signed":
        return UNREAD
    return LEARNED[found] if doc.language.code == "en" and found in LEARNED else RULED[found]


def how(doc: Doc, draft: Draft, kind: Kind) -> How:
    """What tells the source of an attribution; see `Quote`."""
    if draft.source is None:
        return "none"
    first, last = draft.source
    if last - first == 1 and doc.low[first] in doc.language.he | doc.language.she:
        return "pronoun"
    return HOW.get(grade(doc, draft, kind), "cue")


def _is_carried(doc: Doc, pieces: list[TokenSpan], cue: TokenSpan) -> bool:
    """Whether the content begins or ends in another paragraph than its cue."""
    first, last = min(pieces[0][0], cue[0]), max(pieces[-1][1], cue[1])
    return any("\n" in doc.text[doc.end[i] : doc.start[i + 1]] for i in range(first, last - 1))
