"""Which stories are one: clusters as a function of the stories, of which are alike, and of what people decided.

A cluster has a lead, and every member is like the lead itself and at least related to every other member: a chain
of similar texts never joins two that are not alike. What people joined stays together, what they split stays apart.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Pair = tuple[int, int]  # the smaller id first
Rank = tuple[str, str, str]  # publication, first seen, address: the least of a cluster leads it


@dataclass(slots=True)
class Evidence:
    """What is known of some stories.

    rank: of every story, by its id. alike: the similarity of pairs that are one story. same, different: what people
    decided. related: whether two stories that are not alike may be in one cluster still.
    """

    rank: dict[int, Rank]
    alike: dict[Pair, float] = field(default_factory=dict)
    same: set[Pair] = field(default_factory=set)
    different: set[Pair] = field(default_factory=set)
    related: Callable[[int, int], bool] = lambda one, other: False

    def likeness(self, one: int, other: int) -> float:
        """The similarity of two stories that are alike, else 0."""
        return self.alike.get(pair(one, other), 0.0)

    def apart(self, some: Iterable[int], others: Iterable[int]) -> bool:
        """Whether a person split any of `some` from any of `others`."""
        second = list(others)
        return any(pair(one, other) in self.different for one in some for other in second)

    def compatible(self, one: int, others: Iterable[int]) -> bool:
        """Whether a story may be in one cluster with all of `others`."""
        return all(self.likeness(one, other) or self.related(one, other) for other in others)


@dataclass(slots=True)
class Cluster:
    """members: the ids, the lead first. matched: those that are there by their text, not by a person's word."""

    members: list[int]
    matched: list[int]


def pair(one: int, other: int) -> Pair:
    """Two ids as a pair."""
    return (one, other) if one < other else (other, one)


def arrange(evidence: Evidence) -> dict[int, int]:
    """The lead of every story, its own id where it leads. The same for the same evidence, in whatever order it came."""
    clusters: list[Cluster] = []
    for block in _blocks(evidence):
        home = max(
            (
                (likeness, -n, story)
                for n, cluster in enumerate(clusters)
                for likeness, story in _ties(evidence, block, cluster)
            ),
            default=None,
            key=lambda tie: tie[:2],
        )
        if home is None:
            clusters.append(Cluster(list(block), [block[0]]))
        else:
            clusters[-home[1]].members += block
            clusters[-home[1]].matched.append(home[2])
    return {
        story: min(cluster.members, key=evidence.rank.__getitem__)
        for cluster in clusters
        for story in cluster.members
    }


def _ties(evidence: Evidence, block: list[int], cluster: Cluster) -> list[tuple[float, int]]:
    """How alike the block and the cluster's lead are, and by which of the block's stories, where nothing forbids it."""
    if evidence.apart(block, cluster.members):
        return []
    ties = [(evidence.likeness(story, cluster.matched[0]), story) for story in block]
    best = max(ties, key=lambda tie: tie[0])  # of equals the first, which ranks first
    return [best] if best[0] and evidence.compatible(best[1], cluster.matched) else []


def _blocks(evidence: Evidence) -> list[list[int]]:
    """The stories that people joined, and each other one by itself, in order of their ranks."""
    block = {story: [story] for story in evidence.rank}
    order = evidence.rank.__getitem__
    for one, other in sorted(evidence.same, key=lambda two: sorted(map(order, two))):
        if block[one] is not block[other] and not evidence.apart(block[one], block[other]):
            joined = sorted([*block[one], *block[other]], key=order)
            block |= dict.fromkeys(joined, joined)
    return sorted(
        {id(stories): stories for stories in block.values()}.values(), key=lambda stories: order(stories[0])
    )
