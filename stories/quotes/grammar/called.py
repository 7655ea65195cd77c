"""Who calls somebody something, where that is no subject of its verb: "calificada de «burla» por Ada Musgo"."""

from stories.quotes.grammar.phrases import phrase_after, phrase_before
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan

# Participles of verbs that call somebody something; they agree with whom they are said of
CALLED = words(
    """qualifié qualifiée qualifiés qualifiées taxé taxée taxés taxées traité traitée traités traitées accusé accusée
    accusés accusées calificado calificada calificados calificadas tildado tildada tildados tildadas tachado tachada
    tachados tachadas qualificado qualificada classificado classificada classificados classificadas"""
)
HAVE = words(
    """a ai as ont avait avaient aurait auraient aura auront avoir ayant ha han he había habían habría haber habiendo
    tem têm tinha tinham teria ter tendo"""
)
AUXILIARY_REACH = 3  # tokens from a participle back to its auxiliary
CALLS = words("nannte nannten nennt nennen schimpfte schimpften schimpft titulierte titulierten")
ONE = words("ein eine einen")
SUBJECTS = words("er ich wir man")  # the pronouns that no object is


def is_said_of(doc: Doc, cue: int) -> bool:
    """Whether a participle tells what somebody is called by another: "Ada Mousse, qualifiée de « menteuse »"."""
    near = doc.low[max(0, cue - AUXILIARY_REACH) : cue]
    return doc.low[cue] in CALLED and (HAVE.isdisjoint(near) or not doc.language.passives.isdisjoint(near))


def agent_behind(doc: Doc, q: int) -> TokenSpan | None:
    """Who is named right behind a quotation as the one who calls somebody so: "de « folie » par Ada Mousse"."""
    by = q + 1
    if by >= len(doc.raw) or doc.low[by] not in doc.language.agents:
        return None
    return phrase_after(doc, by + 1, len(doc.raw))


def is_called(doc: Doc, q: int) -> bool:
    """Whether a German clause ends with what somebody is called: "eine „Lügnerin“ nannte", but not "„Bruno“ nannte"."""
    return doc.low[q - 1] in ONE and not CALLS.isdisjoint(doc.low[q + 1 : q + 2])


def caller(doc: Doc, q: int, first: int) -> tuple[bool, TokenSpan | None]:
    """Whether a German relative clause ends with what somebody is called; and who calls, if that is plain.

    "Karl Holm, der Moos eine „Lügnerin“ nannte": Holm. "Ada Moos, die er eine „Lügnerin“ nannte": he.
    """
    comma = next((i for i in range(q - 1, first, -1) if not doc.raw[i][0].isalnum()), first)
    pronoun = comma + 1
    relative = doc.raw[comma] == "," and pronoun < q and doc.low[pronoun] in ("der", "die", "das", "den")
    if not relative or not is_called(doc, q):
        return False, None
    if doc.low[pronoun + 1] in SUBJECTS:
        return True, (pronoun + 1, pronoun + 2)
    return True, phrase_before(doc, comma, first) if doc.low[pronoun] == "der" else None
