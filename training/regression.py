"""Logistic regression over choices between candidates, the same to the bit on every machine.

All that is done to a number is what IEEE 754 states to the bit (sums in a fixed order, products, quotients, roots): no
dot product, whose order depends on the processor, and no exponential of a library, which differ in their last digits.
"""

import random
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from stories.quotes.tagger.token_features import SIZE

# Candidates' features; the number of the right one, or, where there is one candidate, how right it is from 0 to 1.
Example = tuple[list[list[int]], float]
Numbers = NDArray[np.int64]
Values = NDArray[np.float64]

BATCH = 32  # examples after which the weights are moved
ROUNDS = 5  # over all of them
RATE = 0.05  # of AdaGrad
FEW = 25  # features of a candidate; where it has fewer, each of them moves faster
SEEN = 1e-3  # squares of slopes that each feature begins with
CLOSE = 0.01  # slopes below it teach nothing
HALVINGS = 12  # of the exponent in `_exponential`


@dataclass(slots=True)
class Examples:
    """Examples as arrays: a tenth of the room that lists take."""

    features: "array[int]" = field(
        default_factory=lambda: array("i")
    )  # of all candidates, one after the other
    lengths: "array[int]" = field(default_factory=lambda: array("i"))  # how many each candidate has
    sizes: "array[int]" = field(default_factory=lambda: array("i"))  # how many candidates each example has
    right: "array[float]" = field(default_factory=lambda: array("d"))

    def add(self, examples: Iterable[Example]) -> None:
        """Put more examples behind those that there are."""
        for candidates, right in examples:
            for features in candidates:
                self.features.extend(features)
                self.lengths.append(len(features))
            self.sizes.append(len(candidates))
            self.right.append(right)


def joined(several: Iterable[Examples]) -> Examples:
    """The examples of several documents in one."""
    whole = Examples()
    for one in several:
        whole.features += one.features
        whole.lengths += one.lengths
        whole.sizes += one.sizes
        whole.right += one.right
    return whole


@dataclass(slots=True)
class Batch:
    """Some examples."""

    features: Numbers  # each that they have, once
    place: Numbers  # where in `features` each feature of each candidate is
    candidate: Numbers  # whose it is
    example: Numbers  # whose each candidate is
    first: Numbers  # candidate of each example
    alone: Values  # 1 for an example of one candidate
    right: Values  # how right each candidate is
    rates: Values  # how fast each of `features` moves


def learn(data: Examples, turns: int = 1, least: int = 5) -> Values:
    """The mean of the weights that `turns` orders of the batches give; it holds better on unseen text than any of them.

    least: candidates that a feature must be seen in to count.
    """
    batches = list(_batches(data, least))
    total = np.zeros(SIZE)
    for turn in range(turns):
        total += _descend(batches, random.Random(turn))  # noqa: S311 - an order, not a secret
    return total / turns


def _batches(data: Examples, least: int) -> Iterator[Batch]:
    """The examples in an order of chance, `BATCH` of them at a time."""
    features, lengths = np.array(data.features, np.int64), np.array(data.lengths, np.int64)
    sizes, right = np.array(data.sizes, np.int64), np.array(data.right)
    uses = np.bincount(features, minlength=SIZE)
    beside = np.bincount(features, weights=np.repeat(lengths, lengths), minlength=SIZE)
    rates = RATE * np.maximum(1.0, FEW * uses / np.maximum(1.0, beside))
    common = uses >= least
    ends, stops = np.cumsum(sizes), np.cumsum(lengths)
    order = list(range(len(sizes)))
    random.Random(0).shuffle(order)  # noqa: S311
    for begin in range(0, len(order), BATCH):
        chosen = np.array(order[begin : begin + BATCH])
        candidates = _ranges(ends[chosen] - sizes[chosen], sizes[chosen])
        numbers = features[_ranges(stops[candidates] - lengths[candidates], lengths[candidates])]
        owner = np.repeat(np.arange(len(candidates)), lengths[candidates])[common[numbers]]
        unique, place = np.unique(numbers[common[numbers]], return_inverse=True)
        alone = sizes[chosen] == 1
        first = np.cumsum(sizes[chosen]) - sizes[chosen]
        truth = np.zeros(len(candidates))
        truth[first + np.where(alone, 0, right[chosen]).astype(np.int64)] = np.where(
            alone, right[chosen], 1.0
        )
        example = np.repeat(np.arange(len(chosen)), sizes[chosen])
        yield Batch(unique, place, owner, example, first, alone.astype(np.float64), truth, rates[unique])


def _ranges(begins: Numbers, lengths: Numbers) -> Numbers:
    """The numbers of several ranges, one after the other."""
    return np.arange(int(lengths.sum())) + np.repeat(begins - np.cumsum(lengths) + lengths, lengths)


def _descend(batches: list[Batch], order: random.Random) -> Values:
    """Logistic regression with AdaGrad: the mean of the weights after each round."""
    values, seen, total = np.zeros(SIZE), np.full(SIZE, SEEN), np.zeros(SIZE)
    for _ in range(ROUNDS):
        for batch in order.sample(batches, len(batches)):
            slopes = _slopes(batch, values)
            slope = np.bincount(batch.place, weights=slopes[batch.candidate], minlength=len(batch.features))
            seen[batch.features] += slope * slope
            values[batch.features] += batch.rates * slope / np.sqrt(seen[batch.features])
        total += values
    return total / ROUNDS


def _slopes(batch: Batch, values: Values) -> Values:
    """How far each candidate should rise. One that stands alone stands against nothing, whose score is 0."""
    scores = np.bincount(
        batch.candidate, weights=values[batch.features][batch.place], minlength=len(batch.example)
    )
    top: Values = np.maximum.reduceat(scores, batch.first)
    top = np.where(batch.alone == 1, np.maximum(top, 0.0), top)
    parts = _exponential(scores - top[batch.example])
    total = np.bincount(batch.example, weights=parts) + batch.alone * _exponential(-top)
    slopes = batch.right - parts / total[batch.example]
    return np.where(np.abs(slopes) < CLOSE, 0.0, slopes)


def _exponential(powers: Values) -> Values:
    """The exponential of numbers that are not over 0, to four digits: ((1 + h) / (1 - h)) ** (1 / 2h) by squaring."""
    half = np.maximum(powers, -40.0) / 2 ** (HALVINGS + 1)
    result: Values = (1 + half) / (1 - half)
    for _ in range(HALVINGS):
        result = result * result
    return result
