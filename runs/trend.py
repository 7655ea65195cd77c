"""A run held against its outlet's own past, by statistics that one odd run does not move.

Volume: the median and the median absolute deviation of runs on the same weekday, since news has a week's rhythm
(Hampel's rule; Rousseeuw and Croux, Alternatives to the Median Absolute Deviation, 1993). Shares: the binomial tail.
"""

from collections.abc import Sequence
from datetime import datetime
from math import comb
from statistics import median

from store.tables import Row

SAME_DAYS = 4  # runs on the same weekday that make a measure; before, only a collapse is seen
MIN_RUNS = 5  # runs, or pages in one run, below which nothing is said
FALL = 0.65  # of what is usual; above, a fall is ordinary
COLLAPSE = 0.3  # of the least ever found, where the weekday is not known yet
DEVIATIONS = 3.0
LEAST_SPREAD = 0.07  # of the median, for outlets that always list the same number
HALVED = 0.5  # a share at most so much of its usual one is told
CHANCE = 3e-4  # of such a share, were all as usual
SLACK = 0.85  # of the usual share: pages of one run are alike, so runs differ more than chance has it


def fallen(count: int, started: str, past: Sequence[Row], name: str) -> str:
    """How a count fell below what runs on such a day find (`19, on a Wednesday usually 41`); empty where it did not."""
    now = datetime.fromisoformat(started)
    counts = [(datetime.fromisoformat(row["started"]).weekday(), row[name]) for row in past if row[name]]
    same = [number for day, number in counts if day == now.weekday()]
    if len(same) >= SAME_DAYS:
        usual = median(same)
        spread = max(1.4826 * median(abs(number - usual) for number in same), LEAST_SPREAD * usual)
        low = count < min(same) and count < FALL * usual and usual - count > DEVIATIONS * spread
        return f"{count}, on a {now:%A} usually {usual:g}" if low else ""
    everything = [number for _, number in counts]
    if len(everything) >= MIN_RUNS and count < COLLAPSE * min(everything):
        return f"{count}, usually {median(everything):g}"
    return ""


def sunk(part: int, whole: int, past: Sequence[Row], names: tuple[str, str]) -> str:
    """How a share sank below its usual (`0 of 12, usually 91 %`); empty where it did not, or too little is known.

    names: the columns of part and whole.
    """
    pairs = [(row[names[0]] or 0, row[names[1]]) for row in past if row[names[1]]]
    total = sum(of for _, of in pairs)
    if len(pairs) < MIN_RUNS or whole < MIN_RUNS or total < 2 * MIN_RUNS:
        return ""
    usual = sum(number for number, _ in pairs) / total
    low = part / whole <= HALVED * usual and tail(part, whole, SLACK * usual) < CHANCE
    return f"{part} of {whole}, usually {usual:.0%}" if low else ""


def tail(successes: int, trials: int, chance: float) -> float:
    """The chance of at most so many successes (the binomial distribution)."""
    terms = (comb(trials, k) * chance**k * (1 - chance) ** (trials - k) for k in range(successes + 1))
    return min(sum(terms), 1.0)
