"""Whose somebody is: the name that stands for the "its" of "its lawyer", where the text makes that plain."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.mentions import Mention, Person

Choose = Callable[[int, str], Person | None]  # the person that a pronoun stands for
Acts = Callable[[Mention], bool]  # whether a verb follows a name

# Possessive words by what they stand for; `any` tells nothing of the owner.
OWN: dict[str, dict[str, frozenset[str]]] = {
    "en": {"it": words("its"), "he": words("his"), "she": words("her"), "they": words("their our my your")},
    "de": {
        "he": words("sein seine seiner seinem seinen seines"),
        "she": words("ihr ihre ihrer ihrem ihren ihres"),
        "they": words("unser unsere mein meine"),
    },
    "es": {"any": words("su sus"), "they": words("nuestro nuestra mi mis")},
    "fr": {"any": words("son sa ses"), "they": words("leur leurs notre nos mon ma mes")},
    "pt": {"any": words("seu sua seus suas"), "they": words("nosso nossa meu minha")},
    "ru": {"he": words("его"), "she": words("ее её"), "they": words("их наш наша мой моя")},
}
OWNED = {"de": "{role} von {owner}", "ru": "{role} ({owner})"}
GOVERNED = "{role} de {owner}"  # Spanish, French, Portuguese
BACK = 2  # sentences before a possessive in which its owner is looked for


def own_word(doc: Doc, i: int) -> str:
    """What the possessive word at token `i` stands for: `it`, `he`, `she`, `they`, `any`; empty where it is none."""
    kinds = OWN.get(doc.language.code, {})
    return next((kind for kind, forms in kinds.items() if doc.low[i] in forms), "")


class Owners:
    """Whose a role is, by the names of a text. choose: the person that a pronoun stands for. acts: whether a verb
    follows a name.
    """

    def __init__(self, doc: Doc, mentions: list[Mention], choose: Choose, acts: Acts) -> None:
        self.doc = doc
        self.mentions = mentions
        self.choose = choose
        self.acts = acts
        self.firsts = [mention.first for mention in mentions]
        self.begins = [first for first, _ in doc.sentences]

    def role(self, role: TokenSpan) -> str:
        """The text of a role that a possessive word opens: with the owner's name where it is plain, else without."""
        doc, (first, last) = self.doc, role
        noun = doc.text[doc.start[first + 1] : doc.end[last - 1]] if first + 1 < last else ""
        owner = self._owner(first)
        if not owner or not noun:
            return noun
        if doc.language.code == "en":
            return f"{owner}{'’' if owner.endswith('s') else '’s'} {noun}"
        return OWNED.get(doc.language.code, GOVERNED).format(owner=owner, role=noun)

    def _owner(self, i: int) -> str:
        kind = own_word(self.doc, i)
        if kind == "they":
            return ""
        near = [mention.person for mention in self._near(i) if self._is_name(mention)]
        people = {id(person): person for person in near if _may_own(person, kind)}
        owner = next(iter(people.values())) if len(people) == 1 else None
        if kind in ("he", "she") and self.doc.language.code == "en":
            chosen = self.choose(i, kind)
            owner = chosen if chosen is not None and (chosen.gender == kind or chosen is owner) else None
        return " ".join(owner.name) if owner else ""

    def _is_name(self, mention: Mention) -> bool:
        """Whether a capital is not only that of the sentence, as in "Rescue teams searched"."""
        at = bisect_left(self.begins, mention.first)
        opens = at < len(self.begins) and self.begins[at] == mention.first
        doubtful = opens and len(mention.name) == 1 and mention.person.seen == 1
        return not doubtful or (self.doc.language.code == "en" and self.acts(mention))

    def _near(self, i: int) -> list[Mention]:
        """The names before token `i` of the nearest sentence with words of the reporter; not those of prepositions."""
        doc, here = self.doc, bisect_right(self.begins, i) - 1
        for number in range(here, max(-1, here - 1 - BACK), -1):
            first, last = doc.sentences[number]
            stop = min(last, i)
            inside = self.mentions[bisect_left(self.firsts, first) : bisect_left(self.firsts, stop)]
            found = [mention for mention in inside if mention.last <= stop and _is_free(doc, mention, first)]
            outside = any(doc.raw[k][0].isalpha() and doc.region[k] < 0 for k in range(first, stop))
            if found or (outside and number < here):
                return found
        return []


def _may_own(person: Person, kind: str) -> bool:
    if kind == "it":
        return not person.gender and not person.titled
    return kind == "any" or person.gender in ("", kind)


def _is_free(doc: Doc, mention: Mention, first: int) -> bool:
    """Whether a name is no owner itself and hangs on no preposition: "owned by Meridian" counts, "registered in" not."""
    table, k = doc.language, mention.first - 1
    if mention.owning:
        return False
    while k >= first and doc.low[k] in table.articles:
        k -= 1
    if k < first or doc.low[k] not in table.links | {"to"}:
        return True
    return doc.low[k] == "by" or doc.low[max(first, k - 1) : k + 1] == ["according", "to"]
