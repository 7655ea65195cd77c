"""How alike two texts are, and whether that makes them one story."""

from dataclasses import dataclass, field

from stories.fingerprint import shingles

# Different stories measured at most 0.23 (same event, same outlet), copies with a tenth of the words replaced 0.64.
ALIKE = 0.45  # share of all shingles; from here on two texts are one story
SHORTENED = (0.3, 0.8)  # or: this share of all, and this share of the shorter text's own
RELATED = 0.2  # what any two stories of one cluster share at least
SHORT = 40  # shingles; a shorter text counts its headline too, and must be
ALIKE_IF_SHORT = 0.6  # this much alike


@dataclass(slots=True, frozen=True)
class Likeness:
    """similarity: share of all shingles of two texts that both have (Jaccard). contained: share of the smaller text's."""

    similarity: float
    contained: float
    short: bool = False

    @property
    def alike(self) -> bool:
        """Whether the two are one story."""
        if self.short:
            return self.similarity >= ALIKE_IF_SHORT
        shortened = self.similarity >= SHORTENED[0] and self.contained >= SHORTENED[1]
        return self.similarity >= ALIKE or shortened

    @property
    def related(self) -> bool:
        """Whether the two may be in one cluster, each being like its lead."""
        return self.similarity >= RELATED or self.contained >= SHORTENED[1]


@dataclass(slots=True)
class Text:
    """A story's text, as it is compared. Its shingles are those of the body; of a short body, the headline's as well."""

    title: str
    body: str
    shingles: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        own = shingles(self.body)
        self.shingles = own if len(own) >= SHORT else own | shingles(self.title)


def compare(one: Text, other: Text) -> Likeness:
    """How alike two texts are; symmetric."""
    shared = len(one.shingles & other.shingles)
    smaller, larger = sorted((len(one.shingles), len(other.shingles)))
    if not smaller:
        return Likeness(0.0, 0.0, short=True)
    return Likeness(shared / (smaller + larger - shared), shared / smaller, smaller < SHORT)
