"""Clusters: bounded, the same in any order, and as people decided."""

import random
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.identity.clusters import Cluster, Pair, SimilarityGraph, Tie, arrange, pair

IDS = range(1, 9)


def ranked(ids: list[int] | range, shift: int = 0) -> dict[int, tuple[str, str, str]]:
    return {key: (f"2026-03-{(key + shift) % 28 + 1:02}", "", f"https://lamp.example/{key}") for key in ids}


def leads(alike: dict[Pair, float], ids: int = 4, **more: object) -> dict[int, int]:
    return arrange(SimilarityGraph(ranked(range(1, ids + 1)), alike, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("alike", "related", "expected"),
    [
        ({}, False, {1: 1, 2: 2, 3: 3, 4: 4}),
        ({(1, 2): 0.9, (3, 4): 0.5}, False, {1: 1, 2: 1, 3: 3, 4: 3}),
        # each like the next: 3 is not like the lead, so it is another story
        ({(1, 2): 0.9, (2, 3): 0.9, (3, 4): 0.9}, False, {1: 1, 2: 1, 3: 3, 4: 3}),
        # both like the lead but not related to each other
        ({(1, 2): 0.5, (1, 3): 0.5}, False, {1: 1, 2: 1, 3: 3, 4: 4}),
        # both like the lead and related to each other
        ({(1, 2): 0.5, (1, 3): 0.5}, True, {1: 1, 2: 1, 3: 1, 4: 4}),
        # like two leads: it belongs to the one that it is more like
        ({(1, 3): 0.5, (2, 3): 0.8}, False, {1: 1, 2: 2, 3: 2, 4: 4}),
    ],
)
def test_members_are_like_the_lead(alike: dict[Pair, float], related: bool, expected: dict[int, int]) -> None:
    assert leads(alike, related=lambda one, other: related) == expected


def test_what_people_say_wins() -> None:
    assert leads({(1, 2): 0.9}, different={(1, 2)}) == {1: 1, 2: 2, 3: 3, 4: 4}
    assert leads({}, same={(1, 3)}) == {1: 1, 2: 2, 3: 1, 4: 4}
    assert leads({(3, 4): 0.9}, same={(1, 3)}) == {1: 1, 2: 2, 3: 1, 4: 1}  # a copy follows what was joined
    assert leads({(1, 2): 0.9, (1, 3): 0.9, (2, 3): 0.9}, different={(1, 3)}) == {1: 1, 2: 1, 3: 3, 4: 4}
    assert leads({}, same={(1, 2), (2, 3)}, different={(1, 3)}) == {1: 1, 2: 1, 3: 3, 4: 4}


pairs = st.dictionaries(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda two: two[0] < two[1]),
    st.sampled_from((0.5, 0.7, 0.9)),
    max_size=14,
)
some = st.sets(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda two: two[0] < two[1]), max_size=4
)


def renamed(names: dict[int, int], graph: SimilarityGraph) -> SimilarityGraph:
    def two(old: Pair) -> Pair:
        return pair(names[old[0]], names[old[1]])

    back = {new: old for old, new in names.items()}
    return SimilarityGraph(
        {names[key]: rank for key, rank in sorted(graph.rank.items(), key=lambda item: names[item[0]])},
        {two(old): similarity for old, similarity in graph.alike.items()},
        {two(old) for old in graph.same},
        {two(old) for old in graph.different},
        lambda one, other: graph.related(back[one], back[other]),
    )


def relation(seed: int) -> Callable[[int, int], bool]:
    return lambda one, other: hash((seed, *pair(one, other))) % 3 == 0


@given(pairs, some, some, st.integers(0, 9), st.permutations(list(IDS)))
def test_the_order_of_arrival_does_not_change_clusters(
    alike: dict[Pair, float], same: set[Pair], different: set[Pair], seed: int, arrival: list[int]
) -> None:
    graph = SimilarityGraph(ranked(IDS, seed), alike, same, different, relation(seed))
    names = dict(zip(IDS, arrival, strict=True))  # ids are given in order of arrival
    expected = {names[key]: names[lead] for key, lead in arrange(graph).items()}
    assert arrange(renamed(names, graph)) == expected


@given(pairs, st.integers(0, 9))
def test_no_chain_joins_what_is_not_alike(alike: dict[Pair, float], seed: int) -> None:
    related = relation(seed)
    found = arrange(SimilarityGraph(ranked(IDS), alike, related=related))
    for key, lead in found.items():
        assert key == lead or pair(key, lead) in alike
        assert found[lead] == lead
    for one, other in combinations(IDS, 2):
        if found[one] == found[other]:
            assert (one, other) in alike or related(one, other)


@given(some, some, pairs)
def test_a_split_pair_is_never_together(
    same: set[Pair], different: set[Pair], alike: dict[Pair, float]
) -> None:
    found = arrange(SimilarityGraph(ranked(IDS), alike, same, different, lambda one, other: True))
    for one, other in different:
        assert found[one] != found[other]


def test_the_lead_is_the_earliest_published() -> None:
    ids = list(IDS)
    random.Random(3).shuffle(ids)
    everything = {pair(one, other): 0.9 for one, other in combinations(ids, 2)}
    assert set(arrange(SimilarityGraph(ranked(ids, shift=20), everything)).values()) == {
        8
    }  # its day is the first


def test_of_ties_the_closest_counts_then_the_earlier_cluster_s_then_the_first() -> None:
    ties = [Tie(0.8, 0, 1, 3, Cluster([3], {})), Tie(0.8, 0, 2, 4, Cluster([4], {}))]
    assert max(ties).story == 1
    assert max([*ties, Tie(0.8, 1, 0, 0, Cluster([0], {}))]).earlier == 1
    assert max([*ties, Tie(0.9, -1, 0, 0, Cluster([0], {}))]).similarity == 0.9
