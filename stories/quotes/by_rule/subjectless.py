"""Whose a verb without a subject is, where verbs need none: “«Cobramos tarde», lamenta.” after what Carlos Odén said."""

from collections.abc import Sequence

from stories.quotes.attribution.named import named_since, within
from stories.quotes.by_rule.floor import acting
from stories.quotes.drafts import Draft
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.arabic_names import MEN, WOMEN
from stories.quotes.names.mentions import Mention

DROPPING = words("es pt ar")  # languages whose verbs need no subject
# Endings of verbs with several subjects or none: plurals, participles, infinitives
OTHERS = {"es": ("n", "do", "ar", "er", "ir"), "pt": ("m", "do", "ar", "er", "ir"), "ar": ("وا", "ون")}
BACK = 3  # sentences before the verb in which its subject spoke or acted


def give_subjects(
    doc: Doc, mentions: Sequence[Mention], number: int, drafts: Sequence[Draft], found: Sequence[Draft]
) -> None:
    """Give each attribution of sentence `number` without a source to who spoke or acted last, if nobody else did."""
    if doc.language.code not in DROPPING:
        return
    for draft in found:
        if draft.source is None and draft.cue and _needs_none(doc, draft.cue[0]):
            draft.source = _last_one(doc, mentions, number, [*drafts, *found], draft)
            draft.way = "carried" if draft.source else ""


def _needs_none(doc: Doc, cue: int) -> bool:
    table, low = doc.language, doc.low[cue]
    if doc.low[cue - 1] in table.who:
        return False  # "القاضية التي سألتها"
    passive = any(before in table.passives for before in doc.low[max(0, cue - 2) : cue])
    return (
        low in table.say and not low.endswith(OTHERS[table.code]) and not passive and doc.low[cue - 1] != "se"
    )


def _last_one(
    doc: Doc, mentions: Sequence[Mention], number: int, drafts: Sequence[Draft], draft: Draft
) -> TokenSpan | None:
    here = draft.pieces[0][0]
    before = [one for one in drafts if one.source and one.pieces[0][0] < here and one is not draft]
    owner = before[-1] if before and number - before[-1].sentence <= BACK else None
    if owner:
        near = doc.paragraph[number] - doc.paragraph[owner.sentence] <= 1
        same = near and not named_since(doc, mentions, owner, number)
        return owner.source if same and _agrees(doc, owner.source, draft) else None
    if number == 0 or doc.paragraph[number] != doc.paragraph[number - 1]:
        return None
    first, last = doc.sentences[number - 1]
    named = [mention for mention in within(mentions, first, last) if mention.person.human]
    actor = acting(doc, mentions, first, last) if doc.language.capitals else None
    if actor is None and len(named) == 1 and _is_free(doc, named[0]):
        actor = named[0].first, named[0].last
    return actor if _agrees(doc, actor, draft) else None


def _is_free(doc: Doc, mention: Mention) -> bool:
    """Whether a person's name hangs on no preposition."""
    before = doc.low[mention.first - 1] if mention.first else ""
    return mention.person.human and not mention.owning and before not in doc.language.links


def _agrees(doc: Doc, source: TokenSpan | None, draft: Draft) -> bool:
    """Whether an Arabic verb has the gender of a name: "قالت" is no man's."""
    if source is None or doc.language.code != "ar" or draft.cue is None:
        return True
    verb = doc.low[draft.cue[0]].removeprefix("و").removeprefix("ف")
    woman = verb.endswith("ت") or verb.startswith("ت")
    names = {low.removeprefix("و") for low in doc.low[slice(*source)]}
    return names.isdisjoint(MEN - WOMEN) if woman else names.isdisjoint(WOMEN - MEN)
