"""How alike two texts are, and whether that makes them one story."""

from dataclasses import dataclass, field
from functools import cached_property

from stories.identity.fingerprint import bands, digest, shingles
from stories.identity.particulars import are_others, particulars

# Different stories measured at most 0.23 (same event, same outlet), copies with a tenth of the words replaced 0.64.
ALIKE = 0.45  # share of all shingles; from here on two texts are one story
SHORTENED = (0.3, 0.8)  # or: this share of all, and this share of the shorter text's own
RELATED = 0.2  # what any two stories of one cluster share at least
SHORT_SHINGLES = 40  # shingles; a shorter text counts its headline too, and must be
ALIKE_IF_SHORT = 0.6  # this much alike
NEARLY_ALL = 0.9  # from here on two texts are one story, whatever names and figures they have


@dataclass(slots=True, frozen=True)
class Comparison:
    """similarity: share of all shingles of two texts that both have (Jaccard). contained: share of the smaller text's.

    short: the smaller text has few. series: the two have other names and figures, and are not nearly all the same.
    """

    similarity: float
    contained: float
    short: bool = False
    series: bool = False

    @property
    def alike(self) -> bool:
        """Whether the two are one story."""
        if self.series:
            return False
        if self.short:
            return self.similarity >= ALIKE_IF_SHORT
        shortened = self.similarity >= SHORTENED[0] and self.contained >= SHORTENED[1]
        return self.similarity >= ALIKE or shortened

    @property
    def one_address(self) -> bool:
        """Whether two pages that claim one address are one story: also where one holds a part of the other's text."""
        return self.alike or (self.contained >= SHORTENED[1] and not self.series)

    @property
    def related(self) -> bool:
        """Whether the two may be in one cluster, each being like its lead."""
        return not self.series and (self.similarity >= RELATED or self.contained >= SHORTENED[1])


@dataclass
class Text:
    """A story's text, as it is compared. Its shingles are those of the body; of a short body, the headline's as well."""

    title: str
    body: str
    shingles: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        own = shingles(self.body)
        self.shingles = own if len(own) >= SHORT_SHINGLES else own | shingles(self.title)

    @cached_property
    def digest(self) -> str:
        """The digest of the body."""
        return digest(self.body)

    @cached_property
    def bands(self) -> list[int]:
        """The bands of the shingles."""
        return bands(self.shingles)

    @cached_property
    def particulars(self) -> frozenset[str]:
        """The names and figures of the body."""
        return particulars(self.body)


def prepared(title: str, body: str) -> Text:
    """A text with all at hand that matching asks of it: made where there is time, by who reads the page."""
    text = Text(title, body)
    _ = text.digest, text.bands
    return text


def compare(one: Text, other: Text) -> Comparison:
    """How alike two texts are; symmetric."""
    shared = len(one.shingles & other.shingles)
    smaller, larger = sorted((len(one.shingles), len(other.shingles)))
    if not smaller:
        return Comparison(0.0, 0.0, short=True)
    similarity, contained = shared / (smaller + larger - shared), shared / smaller
    telling = RELATED <= similarity < NEARLY_ALL or (similarity < RELATED and contained >= SHORTENED[1])
    series = telling and are_others(one.particulars, other.particulars)
    return Comparison(similarity, contained, smaller < SHORT_SHINGLES, series)
