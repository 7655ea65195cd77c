"""Which stories are one: clusters as a function of the stories, of which are alike, and of what people decided.

A cluster has a lead, and every member is like the lead itself and at least related to every other member: a chain
of similar texts never joins two that are not alike. What people joined stays together, what they split stays apart.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

WITNESSES = 50
Pair = tuple[int, int]  # the smaller id first
Rank = tuple[str, str, str]  # publication, first seen, address: the least of a cluster leads it


@dataclass(slots=True)
class SimilarityGraph:
    """Which stories are alike, and what people decided of them.

    rank: of every story, by its id. alike: the similarity of pairs that are one story. same, different: what people
    decided. related: whether two stories that are not alike may be in one cluster still.
    """

    rank: dict[int, Rank]
    alike: dict[Pair, float] = field(default_factory=dict)
    same: set[Pair] = field(default_factory=set)
    different: set[Pair] = field(default_factory=set)
    related: Callable[[int, int], bool] = lambda one, other: False

    def similarity(self, one: int, other: int) -> float:
        """The similarity of two stories that are alike, else 0."""
        return self.alike.get(pair(one, other), 0.0)

    def apart(self, some: Iterable[int], others: Iterable[int]) -> bool:
        """Whether a person split any of `some` from any of `others`."""
        second = list(others)
        return any(pair(one, other) in self.different for one in some for other in second)

    def compatible(self, one: int, others: list[int]) -> bool:
        """Whether a story may be in one cluster with `others`; of very many the first speak for all."""
        return all(self.similarity(one, other) or self.related(one, other) for other in others[:WITNESSES])


@dataclass(slots=True)
class Cluster:
    """members: ids. anchors: the lead and what people joined to it, each with the stories that are like it."""

    members: list[int]
    anchors: dict[int, list[int]]


@dataclass(slots=True, order=True)
class Tie:
    """That a story is like an anchor of a cluster; the closest is the greatest, of equals that of the earlier cluster."""

    similarity: float
    earlier: int
    story: int = field(compare=False)
    anchor: int = field(compare=False)
    cluster: Cluster = field(compare=False)


def pair(one: int, other: int) -> Pair:
    """Two ids as a pair."""
    return (one, other) if one < other else (other, one)


def arrange(graph: SimilarityGraph) -> dict[int, int]:
    """The lead of every story, its own id where it leads. The same for the same graph, in whatever order it came."""
    clusters: list[Cluster] = []
    for block in _blocks(graph):
        ties = [tie for n, cluster in enumerate(clusters) for tie in _ties(graph, block, cluster, -n)]
        if ties:
            best = max(ties)
            best.cluster.members += block
            best.cluster.anchors[best.anchor].append(best.story)
        else:
            clusters.append(Cluster(list(block), {story: [story] for story in block}))
    return {story: cluster.members[0] for cluster in clusters for story in cluster.members}


def _ties(graph: SimilarityGraph, block: list[int], cluster: Cluster, earlier: int) -> list[Tie]:
    """How a block of stories can come into a cluster, where nothing forbids it."""
    if graph.apart(block, cluster.members):
        return []
    return [
        Tie(similarity, earlier, story, anchor, cluster)
        for anchor, company in cluster.anchors.items()
        for story in block
        if (similarity := graph.similarity(story, anchor)) and graph.compatible(story, company)
    ]


def _blocks(graph: SimilarityGraph) -> list[list[int]]:
    """The stories that people joined, and each other one by itself, in order of their ranks."""
    block = {story: [story] for story in graph.rank}
    order = graph.rank.__getitem__
    for one, other in sorted(graph.same, key=lambda two: sorted(map(order, two))):
        if block[one] is not block[other] and not graph.apart(block[one], block[other]):
            joined = sorted([*block[one], *block[other]], key=order)
            block |= dict.fromkeys(joined, joined)
    return sorted(
        {id(stories): stories for stories in block.values()}.values(), key=lambda stories: order(stories[0])
    )
