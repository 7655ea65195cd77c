"""What each language uses to report speech, one table a file. See docs/quotes.md on adding one."""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

SAMPLE = 4000  # characters that are enough to tell a language
ENOUGH, SHARE = 30, 0.15  # of so many words, frequent ones of a known language are at least this share


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The closed-class words and cue words of one language; all in lower case.

    say: forms of verbs that report speech. think: forms of verbs that report a thought, a wish or a feeling.
    according: phrases that stand before a source ("according to"). that: words that open a reported clause.
    ands: what joins two verbs of saying. helpers: auxiliaries and adverbs that may stand between a source and
    its cue. breaks: words that cannot stand inside a source read leftwards from its cue; a source begins after
    them. he, she, they: pronouns by the person they stand for; subjects: those that are a whole source. who:
    relative pronouns of persons. beside: those of `say` that often mean something else, so that they report only a
    quotation right beside them, or behind a colon or a word for "that". verb_endings: endings of finite verbs, which
    tell an unknown one between a quotation and a name (“...”, retrucou Adriano).
    opinions: those of `according` that elsewhere mean "for"; copulas: forms of "to be"
    behind which the quotation stands then; ordinals: those of `according` that behind an article are a number.
    owns: possessive words inside a phrase of `according` ("по её словам").
    relatives: those that open a clause without a comma, behind the noun that speaks
    ("the body that grants it"). addressed: words before the name of one who is spoken to, that elsewhere are articles.
    titles: forms of address before a name; men, women: those that tell a gender. articles:
    words that begin a noun phrase. links: prepositions that join a second name to a source ("of"). common:
    frequent words that tell this language from others. particles: lower-case parts of names. bodies: nouns
    before the name of a body. groups: nouns of many people, no names where they stand alone ("Residents said").
    works: nouns before the title of a book or a film. abbreviations: words whose full stop ends no sentence.
    stops: words that end a source read rightwards from its cue. trims: words that end a source read from its
    start, where the words between it and the cue are no helpers (Chinese). leads: words dropped from the start
    of a source. skips: words between a cue and the source after it. auxiliaries: finite verbs that a participle
    at the end of a clause goes with; adverbs, adverb_endings: what tells that the phrase before a verb is no
    subject. impersonal: the "it" of "it says in the report". datives: articles that no subject has; oblique:
    those that few have. reporters: words that open a clause which names the source ("wie Moos erklärte").
    passives: auxiliaries of the passive; agents: prepositions before who does it. joins: words between two
    verbs of one subject. back: words that refer to the sentence before ("Das sagte Moos"). speech: nouns of
    what somebody uttered ("mit den Worten"). views_of: what stands before whose view it is ("für Moos ist das
    ..."). views: nouns that make a source with one of after_views behind them ("meiner Ansicht nach"). naming:
    words after which even one quoted word is somebody's ("als"). subjunctives: verbs whose mood tells that a
    sentence goes on reporting. verb_first: the source stands after the cue by rule (Arabic). clause_marks:
    marks that open a reported clause without a word for "that" (German). bare_clauses: or without any mark
    (English). joined_speech: “A,” said X. “B.” is one quote. speaker_follows: "..." he asked: no comma is
    needed after a quotation that ends in a stop. capitals: names are written with capital letters;
    noun_capitals: and so are all nouns. postpositions: words that stand after a source ("zufolge"). closing:
    words that stand before a source after a comma only (", so Moos"). spoken_dash: a dash at the start of a
    paragraph opens speech. no_spaces: words are written together. hyphen_pronouns: what is written to an
    inverted verb with a hyphen ("dit-elle"); elisions: what is written to the next word with an apostrophe
    ("d’Ada"). What tells a stance (stance.py): denies, asks, refuses: verbs, each in the forms that report;
    comments: forms of saying, confirming and commenting that somebody refuses to do; negations; nobody: sources
    that are no one; unwilling: auxiliaries that with a negation refuse ("would not say"); unable: those that
    with one concede ("could not deny"); questions: words that open an indirect question; wishes: verbs whose
    content is wanted or feared and not said; finds: verbs that report without being of `say`. Made of these: phrases
    (`according` by first word), closed (words that are no part of a name), reports (words that a cue is made of).
    """

    code: str
    say: frozenset[str]
    according: tuple[str, ...]
    common: frozenset[str]
    think: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    they: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    verb_endings: tuple[str, ...] = ()
    opinions: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    owns: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    addressed: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    trims: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    skips: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adverb_endings: tuple[str, ...] = ()
    impersonal: frozenset[str] = frozenset()
    datives: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    reporters: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    views_of: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    after_views: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    subjunctives: frozenset[str] = frozenset()
    verb_first: bool = False
    clause_marks: str = ""
    bare_clauses: bool = False
    joined_speech: bool = False
    speaker_follows: bool = False
    capitals: bool = True
    noun_capitals: bool = False
    postpositions: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    spoken_dash: bool = False
    no_spaces: bool = False
    hyphen_pronouns: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    denies: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    comments: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    unwilling: frozenset[str] = frozenset()
    unable: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    wishes: frozenset[str] = frozenset()
    finds: frozenset[str] = frozenset()
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(init=False)
    closed: frozenset[str] = field(init=False)
    reports: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
        for phrase in self.according:
            parts = tuple(phrase.split())
            phrases[parts[0]] = (*phrases.get(parts[0], ()), parts)
        closed = (
            self.common | self.that | self.helpers | self.breaks | self.he | self.she | self.they | self.who
        )
        object.__setattr__(self, "phrases", phrases)
        object.__setattr__(self, "closed", closed | self.articles | self.links | self.days | phrases.keys())
        reports = (
            self.say | self.think | self.finds | self.comments | self.speech | self.reporters | self.closing
        )
        object.__setattr__(self, "reports", reports)

    def vocabulary(self) -> frozenset[str]:
        """Every word of the table, for languages that write words together."""
        parts = (
            self.say,
            self.think,
            self.helpers,
            self.trims,
            self.stops,
            self.they,
            self.denies,
            self.asks,
            self.refuses,
            self.comments,
            self.negations,
            self.nobody,
            self.unwilling,
            self.unable,
            self.questions,
            frozenset(self.according),
        )
        return self.closed.union(*parts)


def words(text: str) -> frozenset[str]:
    """The words of a table, separated by white space."""
    return frozenset(text.split())


@cache
def language(code: str) -> Language:
    """The table of a BCP 47 code; one that knows marks but no words where there is none."""
    name = NAMES.get(code.lower().split("-")[0].split("_")[0])
    if name is None:
        return Language("und", say=frozenset(), according=(), common=frozenset())
    table: Language = import_module(f"{__name__}.{name}").TABLE
    return table


NAMES = {
    "en": "english",
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "pt": "portuguese",
    "ru": "russian",
    "zh": "chinese",
    "ar": "arabic",
}
# Letters of other languages in a script: Persian and Urdu in Arabic's, Japanese beside Chinese signs
OTHERS = {"ar": re.compile(r"[پچژگیکٹڈڑںےہ]"), "zh": re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")}
MAX_OTHERS = 50  # letters of the script to one of another language's
SCRIPTS = {
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
}


def tell_language(text: str) -> str:
    """The code of the table that fits `text` best, by script and by frequent words: English for a text too short to
    tell, `und` for one in a language without a table.
    """
    sample = text[:SAMPLE].lower()
    for code, script in SCRIPTS.items():
        letters = len(script.findall(sample))
        foreign = len(OTHERS[code].findall(sample)) if code in OTHERS else 0
        if (letters + foreign) * 4 > len(sample):
            return "und" if foreign * MAX_OTHERS > letters else code
    seen = re.findall(r"[^\W\d_]+", sample)
    votes = {
        code: sum(word in language(code).common for word in seen) for code in NAMES if code not in SCRIPTS
    }
    best = max(votes, key=lambda code: votes[code])
    unknown = len(seen) >= ENOUGH and votes[best] < SHARE * len(seen)
    return "und" if unknown else best
