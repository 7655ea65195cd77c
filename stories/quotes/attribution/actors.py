"""Whose a quotation without a cue is by what stands around it: who acts before it, who is named in between.

Ada Moss turned to the clerk. “You never opened the book.”
"""

from collections.abc import Sequence

from stories.quotes.attribution.named import named_since, tellers, within
from stories.quotes.attribution.pointed import pointed_at
from stories.quotes.drafts import NEW, NEXT, NOBODY, Draft, UncuedQuotation
from stories.quotes.languages import words
from stories.quotes.layout.answers import is_answer
from stories.quotes.layout.doc import FINAL, SIGNS, Doc, TokenSpan, is_heading
from stories.quotes.names.mentions import Mention
from stories.quotes.names.persons import CALLINGS, tells_person

OPENING = 4  # tokens before the name that opens a sentence: "The teacher Ada Moss"
MIN_SAID_CHARACTERS = 18  # characters of one sentence between marks that is speech, though nobody takes it
MIN_ACTED_CHARACTERS = 30  # characters of a quotation that goes to whoever acts in the paragraph before
SPOKE = words("spoke speaks addressed addresses")  # before a paragraph of speech
# Before words that somebody met with: "Moss got one answer: “No.”"
HEARD = words("heard hears received got gets found finds saw sees read reads remembers remembered told met")
LEADING = words("asked questioned pressed after at in on outside inside during before at by near from")
LEAD = 9  # tokens of what opens a sentence before the one who acts
LEADS = words("the his her their its my our ,")


def option_of(doc: Doc, mentions: Sequence[Mention], quotation: UncuedQuotation, option: int) -> int:
    """What is decided of an uncued quotation: `option`, unless what stands around a whole sentence tells better."""
    number = quotation.sentence
    if option == NEW and doc.raw[quotation.token - 1] != ":":
        quotation.source = None  # a name in the same sentence tells nothing of who speaks
    owner = quotation.owner(option)
    free = owner is None or owner.cue == (
        doc.sentences[number][0],
        doc.sentences[number][0] + 1,
    )  # "Asked ..."
    if free and (teller := _announcer(doc, mentions, number, quotation.token)):
        quotation.source, quotation.way = teller, "acts"
        return NEW
    if doc.sentences[number][0] == quotation.token and (teller := _beside(doc, mentions, quotation.token)):
        quotation.source, quotation.way = teller, "acts"
        return NEW
    if is_answer(doc, number, quotation.token):
        quotation.source = None
        return NEW
    if not _stands_alone(doc, number, quotation.token):
        return option
    if owner and option != NEXT and _answers(doc, owner, quotation):
        quotation.source = None
        return NEW
    pointed = pointed_at(doc, number)
    teller = pointed or _actor(doc, mentions, quotation, owner)
    if pointed or (teller and not (owner and _is_speaking(doc, mentions, owner, teller, number))):
        quotation.source, quotation.way = teller, "acts"
        return NEW
    others = teller is None and option != NEXT and owner is not None and _others(doc, mentions, owner, number)
    if others or (option == NOBODY and is_speech(doc, number, quotation.token)):
        quotation.source = None
        return NEW
    return option


def _answers(doc: Doc, owner: Draft, quotation: UncuedQuotation) -> bool:
    """Whether a quotation answers what the sentence before it asks without marks: Reed asked why. “Nobody told us.”"""
    region = doc.regions[doc.region[quotation.token]]
    asks = owner.cue is not None and doc.low[owner.cue[0]] in doc.language.asks
    told = any(doc.region[i] >= 0 for a, b in owner.pieces for i in range(a, b))
    question = doc.text[region.start : region.end].rstrip()[-1:] == "?"
    return asks and not told and not question and owner.sentence == quotation.sentence - 1


def _announcer(doc: Doc, mentions: Sequence[Mention], number: int, q: int) -> TokenSpan | None:
    """Who opens the sentence that announces whole speech: "Asked about the pits, Ada Moss was blunt: “Never.”" """
    first, _ = doc.sentences[number]
    region = doc.regions[doc.region[q]]
    whole = doc.text[region.start : region.end].rstrip()[-1:] in FINAL
    met = not HEARD.isdisjoint(doc.low[first:q])
    if (
        not whole
        or met
        or q < first + 3
        or doc.raw[q - 1] != ":"
        or any(doc.region[i] >= 0 for i in range(first, q))
    ):
        return None
    return _subject(doc, mentions, first, q)


def _beside(doc: Doc, mentions: Sequence[Mention], q: int) -> TokenSpan | None:
    """The person who acts right after a quotation that ends with a comma: “Ten hours,” Ada Moss counted."""
    region = doc.regions[doc.region[q]]
    named = within(mentions, q + 1, q + 2) if doc.text[region.start : region.end].rstrip()[-1:] == "," else []
    acts = [m for m in named if m.person.human and not m.owning and doc.raw[m.last : m.last + 1] != []]
    return next(((m.first, m.last) for m in acts if doc.raw[m.last][0].islower()), None)


def _stands_alone(doc: Doc, number: int, token: int) -> bool:
    """Whether a sentence is nothing but the quotation `token`, and that ends as a sentence does."""
    first, last = doc.sentences[number]
    region = doc.regions[doc.region[token]]
    rest = all(not doc.raw[i][0].isalnum() for i in range(first, last) if i != token)
    return rest and doc.text[region.start : region.end].rstrip()[-1:] in FINAL


def is_speech(doc: Doc, number: int, token: int) -> bool:
    """Whether a quotation that nobody takes is a sentence by itself, or a paragraph of several sentences."""
    region = doc.regions[doc.region[token]]
    said = doc.text[region.start : region.end].strip()
    spaced = not doc.language.no_spaces
    stopped = said[-1:] in FINAL or doc.raw[token + 1 : token + 2] == ["."]
    stops = sum(said[i] in FINAL and (said[i + 1].isspace() or not spaced) for i in range(len(said) - 1))
    whole = stopped and len(said) * (1 if spaced else SIGNS) >= MIN_SAID_CHARACTERS
    begins = said[:1].isupper() if doc.language.capitals else said[:1].isalnum()
    speech = region.closed and begins and (whole or (stops > 0 and _is_paragraph(doc, number)))
    return speech and not is_heading(doc, number)


def _is_paragraph(doc: Doc, number: int) -> bool:
    around = (doc.paragraph[i] for i in (number - 1, number + 1) if 0 <= i < len(doc.sentences))
    return doc.paragraph[number] not in around


def _actor(
    doc: Doc, mentions: Sequence[Mention], quotation: UncuedQuotation, owner: Draft | None
) -> TokenSpan | None:
    """Who opens the sentence before a quotation, where nothing is told in it."""
    number = quotation.sentence
    if number == 0 or (owner and owner.sentence >= number):
        return None
    first, last = doc.sentences[number - 1]
    told = quotation.last is not None and quotation.last.sentence == number - 1
    if told or any(doc.region[i] >= 0 for i in range(first, last)):
        return None
    region = doc.regions[doc.region[quotation.token]]
    here = doc.paragraph[number - 1] == doc.paragraph[number]
    long = region.end - region.start >= MIN_ACTED_CHARACTERS
    speaks = long or not SPOKE.isdisjoint(doc.low[first:last])
    return _subject(doc, mentions, first, last) if here or (speaks and _is_paragraph(doc, number)) else None


def _subject(doc: Doc, mentions: Sequence[Mention], first: int, last: int) -> TokenSpan | None:
    """The person or the pronoun that opens a sentence."""
    first = _after_lead(doc, first, last)
    i = _after_calling(doc, first, last)
    if doc.low[i] in ("he", "she"):
        return i, i + 1
    mention = next(iter(within(mentions, first, i + 1)), None)  # "Judge" may be a part of the name
    if mention is None or mention.last <= i or mention.owning or not mention.person.human:
        return None
    return mention.first, mention.last


def _after_lead(doc: Doc, first: int, last: int) -> int:
    """The token after a preposition and its phrase that open a sentence: "After the verdict, Ada Moss spoke"."""
    if doc.low[first] not in LEADING:
        return first
    comma = next((k for k in range(first + 1, min(last - 1, first + LEAD)) if doc.raw[k] == ","), first)
    plain = comma > first + 1 and doc.low[comma + 1] not in LEADS
    return comma + 1 if plain and all(doc.raw[k][0].isalnum() for k in range(first, comma)) else first


def _after_calling(doc: Doc, first: int, last: int) -> int:
    """The token after what a person is called: "The teacher Ada Moss", "The mill manager, Ada Moss,"."""
    i = first
    while i < min(last - 1, first + OPENING) and (doc.low[i] in CALLINGS or doc.low[i] in LEADS):
        i += 1
    end = i
    while i > first and end < min(last - 1, first + OPENING + 1) and doc.raw[end].islower():
        end += 1
        if doc.low[end - 1] in CALLINGS:
            return end + (doc.raw[end] == ",")
    return i


def _others(doc: Doc, mentions: Sequence[Mention], owner: Draft, number: int) -> bool:
    """Whether somebody else is named or acts around a quotation paragraphs after the attribution that would own it."""
    if owner.sentence >= number:
        return False
    if doc.paragraph[owner.sentence] == doc.paragraph[number]:
        return owner.sentence < number - 1 and _another_acts(doc, mentions, owner, number)
    if named_since(doc, mentions, owner, number) or _somebody_acts(doc, number):
        return True
    if number + 1 == len(doc.sentences) or doc.paragraph[number + 1] != doc.paragraph[number]:
        return False
    begin = doc.sentences[number + 1][0]  # “My knees are gone.” Ada Moss rubbed them.
    return any(
        m.person.human and m.person not in tellers(mentions, owner)
        for m in within(mentions, begin, begin + 1)
    )


def _another_acts(doc: Doc, mentions: Sequence[Mention], owner: Draft, number: int) -> bool:
    """Whether the sentence before a quotation is about somebody else, and nothing in it of the one who spoke."""
    first, last = doc.sentences[number - 1]
    here = [m for m in within(mentions, first, last) if m.person.human]
    speaking = tellers(mentions, owner)
    if any(m.person is person for m in here for person in speaking):
        return False
    return bool(here) or _somebody_acts(doc, number)


def _somebody_acts(doc: Doc, number: int) -> bool:
    """Whether the sentence before a quotation in its paragraph begins with somebody without a name: "A guard came"."""
    first, last = doc.sentences[number - 1]
    if doc.paragraph[number - 1] != doc.paragraph[number] or any(
        doc.region[i] >= 0 for i in range(first, last)
    ):
        return False
    noun = next((k for k in range(first + 1, min(last, first + OPENING)) if tells_person(doc.low[k])), first)
    return doc.low[first] in doc.language.articles and noun > first


def _is_speaking(doc: Doc, mentions: Sequence[Mention], owner: Draft, teller: TokenSpan, number: int) -> bool:
    """Whether the one who acts is the one who spoke: by name, or by a pronoun where nobody else was named since."""
    if doc.low[teller[0]] in ("he", "she"):
        if not may_be(doc, mentions, owner, teller[0]):
            return False  # “You must pay,” Ada Moss told Tom Reed. He laughed. “We will not.”
        if _asks_another(doc, mentions, owner, teller[0]):
            return False
        return owner.sentence >= number - 2 and not named_since(doc, mentions, owner, number)
    speaking = tellers(mentions, owner)
    return any(mention.person is person for mention in within(mentions, *teller) for person in speaking)


def _asks_another(doc: Doc, mentions: Sequence[Mention], owner: Draft, i: int) -> bool:
    """Whether somebody was asked whom the pronoun at token `i` may be: “Who?” Ada Moss asked Petra Lind. She laughed."""
    if owner.cue is None or doc.low[owner.cue[0]] not in ("asked", "asks"):
        return False
    gender = "he" if doc.low[i] in doc.language.he else "she"
    asked = within(mentions, owner.cue[1], doc.sentences[owner.sentence][1])
    speaking = tellers(mentions, owner)
    return any(m.person.human and m.person.gender in ("", gender) and m.person not in speaking for m in asked)


def may_be(doc: Doc, mentions: Sequence[Mention], owner: Draft, i: int) -> bool:
    """Whether the pronoun at token `i` may be the one who spoke: a man is no "she"."""
    gender = "he" if doc.low[i] in doc.language.he else "she"
    return all(person.gender in ("", gender) for person in tellers(mentions, owner))
