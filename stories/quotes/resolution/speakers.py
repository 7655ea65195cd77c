"""Who a source is: surnames, titles, roles and pronouns led back to one full name, with its role."""

from bisect import bisect_right

from stories.quotes.drafts import Draft
from stories.quotes.languages import words
from stories.quotes.layout.doc import Doc, TokenSpan
from stories.quotes.names.demonstratives import demonstrative
from stories.quotes.names.mentions import Mention, Person
from stories.quotes.names.persons import BODIES, CALLINGS, THINGS, ends_with_calling
from stories.quotes.names.russian_names import is_oblique, is_of_kin
from stories.quotes.resolution.heads import head_of
from stories.quotes.resolution.roles import role_span
from stories.quotes.resolution.spoken_of import is_spoken_of
from stories.quotes.resolution.whose import Owners, own_word
from stories.quotes.tagger.pronoun_features import pronoun_features, surest
from stories.quotes.tagger.token_features import FINITE
from stories.quotes.tagger.weights import Weights
from stories.quotes.tagger.wordclass import token_class

MAX_MENTIONS_BACK = 150  # mentions that are looked through before a pronoun
EVEN = 4  # steps of a score that tell nobody apart
PRONOUN_REACH = 14  # mentions before a pronoun that it may stand for
ADDRESSING = words("asked asks")
ASKED = words("asked questioned pressed quizzed challenged interviewed")  # by somebody
ASKED_BY = 5  # tokens from the name to that
ADDRESSED = 3  # tokens from such a verb to the name of the one who is spoken to
NAMED = words("en de es fr pt ru")  # languages whose names are told by the list of given names
# What has a voice of its own, and is called by no person's name: "the company said" of Karl Odden's company
NO_ROLES = BODIES | THINGS | words("family families team staff side party government ministry police couple")
OTHER_GENDER = dict.fromkeys(words("father son brother husband uncle grandfather"), "she") | dict.fromkeys(
    words("mother daughter sister wife aunt grandmother"), "he"
)  # the gender of who is none
INDEFINITE = words("a an one another some several many two three un una une uno um uma ein eine")


class Cast:
    """The people of a text and who speaks each attribution. verbs: see `annotate`."""

    def __init__(
        self, doc: Doc, mentions: list[Mention], weights: Weights | None, verbs: frozenset[int] = frozenset()
    ) -> None:
        self.doc = doc
        self.weights = weights
        self.verbs = verbs
        self.mentions = mentions
        self.firsts = [mention.first for mention in self.mentions]
        self.begins = [first for first, _ in doc.sentences]
        self.owners = Owners(doc, self.mentions, self.pronoun, self._acts)
        self.roles: dict[str, Person | None] = {}
        self.spoken: list[Person] = []
        self.speaking: set[int] = set()
        for mention in self.mentions:
            self._note_role(mention)

    def speaker(self, draft: Draft) -> Person | None:
        """The person of an attribution's source; attributions are to be asked for in the order of the text."""
        if draft.source is None:
            return None
        person = self._named(draft.source, self.doc.low[draft.cue[0]] if draft.cue else "")
        if person:
            self.heard(person)
        return person

    def heard(self, person: Person) -> None:
        """Note that `person` has spoken."""
        self.spoken.append(person)
        self.speaking.add(id(person))

    def _named(self, source: TokenSpan, verb: str) -> Person | None:
        """The person of a source. verb: the first word of its cue, empty where there is none."""
        first, last = source
        table, low = self.doc.language, self.doc.low
        if last - first == 1:
            word = low[first].split("’")[0].split("'")[0]
            if word == "sie" and table.noun_capitals and verb.endswith(("t", "te")):
                return self._told_by(first, "she")  # "sagten sie" are several
            if word in table.he or word in table.she:
                return self._told_by(first, "he" if word in table.he else "she")
            if (owner := own_word(self.doc, first)) in ("he", "she"):
                return self._told_by(first, owner)  # "по её словам"
            if word in table.who:
                before = bisect_right(self.firsts, first) - 1
                near = self.mentions[before] if before >= 0 else None
                return near.person if near and first - near.last <= 2 else None
        if gender := demonstrative(self.doc, first, last):
            return self._latter(first, gender)
        head = self._head(source)
        if head:
            self._note_office(first, head)
            beside = low[head.first - 1] if head.first > first else ""
            oblique = table.code == "ru" and (
                is_oblique(head.person.name, verb, beside) or is_of_kin(head.name, low[first : head.first])
            )
            return None if oblique else head.person
        joined = any(low[k] in table.links for k in range(first, last))
        one = low[first] in INDEFINITE and low[first] not in table.addressed  # "a juíza" is "the judge"
        if low[first] not in table.articles or one or joined:
            return None
        noun = next((low[k] for k in range(last - 1, first - 1, -1) if low[k][0].isalpha()), "")
        return self.roles.get(noun)

    def _latter(self, i: int, gender: str) -> Person | None:
        """The person named last before a demonstrative, from the sentence before on; nobody of another gender."""
        number = bisect_right(self.begins, i) - 1
        begin = self.begins[max(0, number - 1)]
        named = [m for m in self.mentions if begin <= m.first < i and (m.person.human or len(m.name) > 1)]
        fits = named and named[-1].person.human and named[-1].person.gender in ("", gender)
        return named[-1].person if fits else None

    def _told_by(self, i: int, gender: str) -> Person | None:
        """The person of a pronoun, who is from then on known by it: "Suu Kyi" of whom the text said "she"."""
        person = self.pronoun(i, gender)
        if person is None or self._addressed(i, gender, person):
            return None
        person.gender = gender
        return person

    def _addressed(self, i: int, gender: str, person: Person) -> bool:
        """Whether a pronoun that opens a sentence may be who was asked just before: "asked Oda Brun. She shrugged"."""
        doc, number = self.doc, bisect_right(self.begins, i) - 1
        if number == 0 or i != self.begins[number] or doc.language.code != "en":
            return False
        begin = self.begins[number - 1]
        near = [m for m in self.mentions if begin <= m.first < i]
        verb = next((k for k in range(begin, i) if doc.low[k] in ADDRESSING), -1)
        told = [m for m in near if verb >= 0 and verb < m.first <= verb + ADDRESSED and m.person.human]
        others = [m.person for m in told if m.person is not person and m.person.gender in ("", gender)]
        return bool(others) and any(m.person is person and m.first < verb for m in near)

    def _note_office(self, first: int, head: Mention) -> None:
        """Remember what stands before a name in its source: "the council's lawyer, Cora Lind"."""
        doc, end = self.doc, head.first
        while end > first and not doc.raw[end - 1][0].isalnum():
            end -= 1
        nouns = doc.language.noun_capitals and end > first
        if head.person.role is None and (nouns or any(doc.raw[k].islower() for k in range(first, end))):
            self._call(head.person, first, end, apart=doc.raw[head.first - 1] == ",")

    def _call(self, person: Person, first: int, last: int, apart: bool = False) -> None:
        """Take tokens [first, last) for the role of a person, if they are one."""
        role = role_span(self.doc, first, last, apart)
        if role:
            person.role = self.role_text(role) or None

    def role_text(self, role: TokenSpan) -> str:
        """The words of a role; of "its lawyer" the lawyer, and whose where the text makes it plain."""
        doc, (first, last) = self.doc, role
        if own_word(doc, first):
            return self.owners.role(role)
        return doc.text[doc.start[first] : doc.end[last - 1]]

    def _head(self, source: TokenSpan) -> Mention | None:
        """The name that heads a source."""
        first, last = source
        start = bisect_right(self.firsts, first - 1)
        inside = [m for m in self.mentions[start : start + 12] if m.last <= last + 1 and m.first < last]
        return head_of(self.doc, source, inside) if inside else None

    def _note_role(self, mention: Mention) -> None:
        """Remember what the text calls a person, before the name or in an apposition after it."""
        doc, table, person = self.doc, self.doc.language, mention.person
        j, count = mention.last, len(doc.raw)
        if j + 2 < count and doc.raw[j] == "," and doc.low[j + 1] in table.articles and not mention.owning:
            end = j + 1
            while end < min(count, j + 20) and (doc.raw[end][0].isalnum() or doc.raw[end] in "-’'"):
                end += 1
            if person.role is None and end - j < 20 and not self._tells(j + 2, end):
                self._call(person, j + 1, end)
                stop = next((k for k in range(j + 2, end) if doc.low[k] in table.links), end)
                for k in range(j + 2, min(stop, j + 6)):
                    self._remember(doc.low[k], person)
        begin = mention.first
        if begin > 1 and doc.raw[begin - 1] == "," and ends_with_calling(doc, begin - 2):
            self._remember(doc.low[begin - 2], person)  # "Her lawyer, Dana Quill"
        for k in range(max(0, begin - 1), begin + 1):  # the noun before a name, or a title that begins it
            verb = doc.low[k] in table.closed or doc.low[k] in table.say
            if doc.low[k] in table.titles or (doc.raw[k].islower() and not verb):
                self._remember(doc.low[k], person)

    def _tells(self, first: int, last: int) -> bool:
        """Whether what stands after a name and a comma is another's clause: "According to Reed, the miller said"."""
        table, low = self.doc.language, self.doc.low
        clause = next(
            (k for k in range(first, last) if low[k] in table.who | table.relatives | table.that), last
        )
        return any(low[k] in table.say for k in range(first, clause))

    def _remember(self, noun: str, person: Person) -> None:
        """Note what a person is called; of two who are called so it tells neither, and a body is no person."""
        named = self.doc.language.code not in NAMED or (person.human and not person.body)
        if not named or (person.gender and person.gender == OTHER_GENDER.get(noun)):
            return
        if noun in CALLINGS or noun not in NO_ROLES | self.doc.language.bodies | self.doc.language.groups:
            self.roles[noun] = person if self.roles.get(noun, person) is person else None

    def pronoun(self, i: int, gender: str) -> Person | None:
        """The person that a pronoun stands for; the nearer one, where the weights hardly tell two apart."""
        candidates = self.candidates(i, gender)
        if not candidates:
            return None
        scores = [
            self.score(features, gender) for features in (self.features(m, i, gender) for m in candidates)
        ]
        least = max(scores) - EVEN
        chosen = next(m for m, score in zip(candidates, scores, strict=True) if score >= least)
        return surest(self.doc, chosen, candidates, gender, self.speaking).person

    def score(self, features: list[int], gender: str) -> float:
        """The weights' word on a candidate; by nearness where there are no weights."""
        return self.weights.score(features) if self.weights else 0.0

    def candidates(self, i: int, gender: str) -> list[Mention]:
        """The last mention of each person before token `i` whose gender may fit, the nearest first."""
        found: list[Mention] = []
        known: set[int] = set()
        at = bisect_right(self.firsts, i - 1) - 1
        floor = max(0, at - MAX_MENTIONS_BACK)
        while at >= floor and len(found) < PRONOUN_REACH:
            mention = self.mentions[at]
            at -= 1
            person = mention.person
            if id(person) in known or (person.gender and person.gender != gender) or not self._may_be(person):
                continue
            known.add(id(person))
            if not self._asks(mention, i) and not is_spoken_of(self.doc, self.begins, mention, i):
                found.append(mention)
        return found

    def _asks(self, mention: Mention, i: int) -> bool:
        """Whether a name is that of one who asks whom a pronoun soon after it stands for: "Asked by Moss, he said"."""
        low, by = self.doc.low, mention.first - 1
        while by > 0 and mention.first - by < ASKED_BY and low[by] != "by" and not self.doc.is_name(by):
            by -= 1
        near = bisect_right(self.begins, i) - bisect_right(self.begins, mention.first) <= 2
        return near and by > 0 and low[by] == "by" and low[by - 1] in ASKED

    def _may_be(self, person: Person) -> bool:
        """Whether "he" or "she" can stand for somebody: where given names are known, something must tell a person."""
        return person.human or (self.doc.language.code not in NAMED and not person.body)

    def _acts(self, mention: Mention) -> bool:
        """Whether a finite verb follows a name, whose subject it then is."""
        if mention.last >= len(self.doc.raw):
            return False
        number, kind, _ = token_class(self.doc.raw[mention.last])
        return kind in FINITE or number in self.verbs

    def features(self, mention: Mention, i: int, gender: str) -> list[int]:
        """What tells whether `mention` is the person of the pronoun at token `i`."""
        turns = [int(turn is mention.person) for turn in self.spoken[-2:]]
        ever = id(mention.person) in self.speaking
        return pronoun_features(self.doc, self.begins, mention, i, turns, ever, self._acts(mention))
