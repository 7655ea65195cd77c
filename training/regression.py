"""Logistic regression over choices between candidates."""

import math
import random
from operator import add

from stories.quotes.token_features import SIZE

# Candidates' features; the number of the right one, or, where there is one candidate, how right it is from 0 to 1.
Example = tuple[list[list[int]], float]


def learn(data: list[Example], turns: int = 1, least: int = 5) -> list[float]:
    """The mean of the weights that `turns` orders of the lessons give; it holds better on unseen text than any of them.

    least: candidates that a feature must be seen in to count.
    """
    counts = [0] * SIZE
    for candidates, _ in data:
        for features in candidates:
            for f in features:
                counts[f] += 1
    keep = [count >= least for count in counts]
    data = [
        ([[f for f in features if keep[f]] for features in candidates], right) for candidates, right in data
    ]
    sums = [0.0] * SIZE
    for turn in range(turns):
        sums = list(map(add, sums, _descend(data, random.Random(5 + turn))))  # noqa: S311 - an order, not a secret
    return [value / turns for value in sums]


def _descend(
    data: list[Example], order: random.Random, rounds: int = 5, rate: float = 0.05, decay: float = 1e-6
) -> list[float]:
    """Logistic regression with AdaGrad: binary where there is one candidate, else over all of them.

    What is given is the mean of the weights after each round.
    """
    values, seen, sums = [0.0] * SIZE, [1e-3] * SIZE, [0.0] * SIZE
    for _ in range(rounds):
        order.shuffle(data)
        for candidates, right in data:
            scores = [sum([values[f] for f in features]) for features in candidates]
            if len(scores) == 1:
                slopes = [right - 1 / (1 + math.exp(-max(-30.0, min(30.0, scores[0]))))]
            else:
                top = max(scores)
                parts = [math.exp(score - top) for score in scores]
                total = sum(parts)
                slopes = [(number == right) - part / total for number, part in enumerate(parts)]
            for slope, features in zip(slopes, candidates, strict=True):
                if -0.01 < slope < 0.01:
                    continue
                for f in features:
                    g = slope - decay * values[f]
                    seen[f] += g * g
                    values[f] += rate * g / math.sqrt(seen[f])
        sums = list(map(add, sums, values))
    return [value / rounds for value in sums]
