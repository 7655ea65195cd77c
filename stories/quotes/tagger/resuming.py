"""Speech that goes on behind what another does: “It is shut,” said Moss, as Reed looked on, “and stays shut.”"""

from stories.quotes.drafts import Draft
from stories.quotes.layout.doc import Doc
from stories.quotes.tagger.wordclass import REPORTING


def resumes(doc: Doc, q: int, speech: Draft) -> bool:
    """Whether a quotation goes on with `speech`: it begins small behind a comma, and nobody else speaks before it."""
    quoted = any(doc.region[i] >= 0 for a, b in speech.pieces for i in range(a, b))
    if not quoted or speech.source is None or doc.raw[q - 1] != "," or not _text(doc, q)[:1].islower():
        return False
    told = max(speech.source[1], speech.cue[1] if speech.cue else 0)
    another = any(doc.low[i] in REPORTING for i in range(told, q))
    return not another


def _text(doc: Doc, q: int) -> str:
    region = doc.regions[doc.region[q]]
    return doc.text[region.start : region.end].strip()


def resumed(doc: Doc, found: list[Draft]) -> list[Draft]:
    """The attributions of a sentence, with what resumes the speech before it given back to that."""
    kept: list[Draft] = []
    for draft in found:
        q = draft.pieces[0][0]
        alone = (
            draft.pieces == [(q, q + 1)]
            and doc.region[q] >= 0
            and draft.cue is not None
            and draft.cue[1] <= q
        )
        owner = next((one for one in reversed(kept) if resumes(doc, q, one)), None) if alone else None
        if owner:
            owner.pieces.append((q, q + 1))
        else:
            kept.append(draft)
    return kept
