"""A verb that no table has, between speech and a name: “...”, retrucou Adriano."""

from stories.quotes.drafts import Draft
from stories.quotes.grammar.phrases import abbreviates
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc

ONESELF = words("sich se")  # between a verb and its subject: "empört sich Ada Moos"


def by_unknown_verb(doc: Doc, q: int, last: int) -> Draft | None:
    """ "...", retorted Ada: a verb that no table has, between speech and a name that closes the clause."""
    table, i = doc.language, q + 1
    region = doc.regions[doc.region[q]]
    if not table.verb_endings or not doc.text[region.start : region.end].strip()[:1].isupper():
        return None
    while i < last and (doc.raw[i] in ",—–-―" or doc.low[i] in table.helpers):
        i += 1
    cue = i
    if (
        cue + 1 >= last
        or not doc.raw[cue].islower()
        or doc.low[cue] in table.closed | table.bodies | table.titles
    ):
        return None
    begin = cue + 1 + (doc.low[cue + 1] in ONESELF)
    while begin < last and (doc.low[begin] in table.titles or doc.raw[begin] == "."):
        begin += 1
    end = begin
    while end < last and (doc.is_name(end) or abbreviates(doc, end)):
        end += 1
    closes = end >= last or (doc.region[end] < 0 and not doc.raw[end][0].isalnum())
    named = end > begin and closes and doc.low[begin] not in table.closed
    verb = doc.low[cue].endswith(table.verb_endings)
    return (
        Draft([(q, q + 1)], (cue, cue + 1), (cue + 1 + (doc.low[cue + 1] in ONESELF), end))
        if named and verb
        else None
    )
