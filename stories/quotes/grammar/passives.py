"""Who speaks in English where the subject does not: "it was stated by Ada Moss", "the Post quoted Ada Moss as saying"."""

from stories.quotes.grammar.phrases import abbreviates, phrase_after
from stories.quotes.languages import words
from stories.quotes.languages.english import TABLE
from stories.quotes.layout.doc import Doc, TokenSpan

BE = words("is are was were be been being")
CITING = words("quote quotes quoted quoting cite cites cited citing")
REACH = 6  # tokens between a quotation and the "by" of its passive
APPOSED = 8  # tokens of what somebody is, before the name
# Who made a book, a film or a song says nothing by its title
MADE = words(
    """written directed composed sung painted edited published produced illustrated performed translated illustrated
    photographed recorded released filmed staged designed sculpted co-written adapted narrated hosted presented starring
    compiled curated created"""
)


def agent_after(doc: Doc, q: int, last: int) -> tuple[TokenSpan, TokenSpan] | None:
    """The verb and the agent of a passive behind a quotation: “...” it was stated by Ada Moss."""
    for by in range(q + 2, min(last - 1, q + REACH)):
        if doc.low[by] == "by" and doc.low[by - 1] in TABLE.say and doc.low[by - 1].endswith("d"):
            if BE.isdisjoint(doc.low[q + 1 : by - 1]):
                return None
            agent = named_agent(doc, by, last)
            return ((by - 1, by), agent) if agent else None
    return None


def named_agent(doc: Doc, by: int, last: int) -> TokenSpan | None:
    """The phrase after "by", with the name that a comma parts from what its bearer is."""
    agent = phrase_after(doc, by + 1, last)
    if (
        agent is None
        or any(doc.is_name(i) for i in range(*agent))
        or doc.raw[agent[1] : agent[1] + 1] != [","]
    ):
        return agent
    end = agent[1] + 1
    while end < min(last, agent[1] + APPOSED) and (doc.is_name(end) or abbreviates(doc, end)):
        end += 1
    return (agent[0], end) if end > agent[1] + 2 else agent


def cited_by(doc: Doc, cue: int, last: int) -> tuple[TokenSpan, int] | None:
    """Whom an active verb of citing cites, and where the words begin: "quoted Ada Moss as saying “no”"."""
    found = phrase_after(doc, cue + 1, last)
    if found is None or not BE.isdisjoint(doc.low[max(0, cue - 2) : cue]):
        return None
    end = next((i for i in range(*found) if doc.low[i] == "as"), found[1])
    says = (
        doc.low[end : end + 1] == ["as"]
        and doc.low[end + 1 : end + 2] != []
        and doc.low[end + 1].endswith("ing")
    )
    announces = end == found[1] and doc.raw[end : end + 1] == [":"]
    if end == found[0] or not (says or announces):
        return None
    return (found[0], end), min(last, end + (2 if says else 1))


def is_made(doc: Doc, q: int) -> bool:
    """Whether what follows a quotation tells who made it: “The salt road”, written by Ada Moss."""
    begin = q + 1
    while begin + 1 < len(doc.raw) and (doc.raw[begin] == "," or doc.low[begin] in BE):
        begin += 1
    return (
        doc.low[begin : begin + 1] != []
        and doc.low[begin] in MADE
        and doc.low[begin + 1 : begin + 2] == ["by"]
    )
