"""Charts as tables: each row has its bar and its numbers, so that they can be read, heard, printed and taken away."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from desk.snapshot import Row, Snapshot

MONTHS, YEARS = 36, 40  # rows of a chart over time at most; with more months than that a row is a year
TOP = 15  # rows of a chart of names
HUES = 7  # outlets that have a colour of their own; the others share one
RUNS = 40  # of an outlet, in its chart
WIDE = 1000  # units that the longest bar has
# The plus has SQLite read the index by outlet, which has all that is asked for
BY_MONTH = """
SELECT substr(published, 1, 7) AS month, outlet, count(*) AS number FROM stories
WHERE +published >= '1900' AND +published < '2200' GROUP BY outlet, month
"""
SPEAKERS = """
SELECT speaker AS name, count(*) AS number FROM quotes WHERE speaker IS NOT NULL
GROUP BY speaker ORDER BY number DESC, speaker LIMIT ?
"""
COMPANIES = "SELECT name, count(*) AS number FROM companies GROUP BY name ORDER BY number DESC, name LIMIT ?"
SPIDERS = "SELECT spider, max(id) AS last FROM runs GROUP BY spider ORDER BY spider"
LAST_RUNS = """
SELECT id, started, finished, coalesce(verdict, 'running') AS verdict, cause, note, found, new, updated, rejected, errors
FROM runs WHERE spider = ? ORDER BY id DESC LIMIT ?
"""


def over_time(held: Snapshot) -> Row:
    """Stories a month, or a year where there are many months: the newest first, each row with its parts by outlet."""
    rows = held.rows(BY_MONTH)
    outlets = [name for name, _ in Counter({row["outlet"]: 0 for row in rows} | _sums(rows)).most_common()]
    hues = {name: min(place, HUES + 1) for place, name in enumerate(outlets, 1)}
    months = sorted(row["month"] for row in rows if len(row["month"]) == 7)
    by_year = bool(months) and len(_months(months[0], months[-1])) > MONTHS
    numbers: dict[str, Counter[int]] = {}
    for row in rows:
        period = row["month"][:4] if by_year else row["month"]
        numbers.setdefault(period, Counter())[hues[row["outlet"]]] += row["number"]
    periods = _periods(sorted(numbers), by_year)
    top = max((sum(numbers.get(period, Counter()).values()) for period in periods), default=1)
    return {
        "unit": "year" if by_year else "month",
        "legend": _legend(outlets),
        "rows": [stacked(period, numbers.get(period, Counter()), top) for period in periods],
    }


def _sums(rows: Sequence[Row]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row["outlet"]] += row["number"]
    return sums


def _legend(outlets: Sequence[str]) -> list[tuple[int, str]]:
    """The colours and whose they are."""
    named = list(enumerate(outlets[:HUES], 1))
    more = len(outlets) - HUES
    return [*named, (HUES + 1, f"{more} more")] if more > 0 else named


def _periods(found: Sequence[str], by_year: bool) -> list[str]:
    """All periods from the first to the last, the newest first, those without a story too."""
    if not found:
        return []
    if by_year:
        return [str(year) for year in range(int(found[-1]), int(found[0]) - 1, -1)][:YEARS]
    whole = [one for one in found if len(one) == 7]
    return _months(whole[0], whole[-1])[::-1][:MONTHS] if whole else []


def _months(first: str, last: str) -> list[str]:
    year, month = map(int, first.split("-"))
    months: list[str] = []
    while f"{year:04}-{month:02}" <= last and len(months) <= 12 * 300:
        months.append(f"{year:04}-{month:02}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def stacked(period: str, numbers: Counter[int], top: int) -> Row:
    """A row of a chart over time: its bars, each with its colour, place and length, and its numbers by colour."""
    bars, at = [], 0.0
    for hue in sorted(numbers):
        length = numbers[hue] / top * WIDE
        bars.append({"hue": hue, "at": round(at, 1), "length": round(length, 1), "number": numbers[hue]})
        at += length
    told = {"period": period, "number": sum(numbers.values()), "until": _last_day(period)}
    return told | {"bars": bars, "numbers": numbers}


def _last_day(period: str) -> str:
    """The last day of a year or month."""
    if len(period) == 4:
        return f"{period}-12-31"
    year, month = map(int, period.split("-"))
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1).isoformat()


def most(held: Snapshot, sql: str) -> list[Row]:
    """The names that are there most often, each with the length of its bar."""
    rows = held.rows(sql, (TOP,))
    top = max((row["number"] for row in rows), default=1)
    return [row | {"length": round(row["number"] / top * WIDE, 1)} for row in rows]


def health(held: Snapshot, runs: int = RUNS) -> list[Row]:
    """Of each outlet its last runs, the oldest first, as bars of what was found; and how the last one went."""
    outlets = []
    for spider in held.rows(SPIDERS):
        rows = held.rows(LAST_RUNS, (spider["spider"], runs))[::-1]
        top = max((row["found"] or 0 for row in rows), default=0) or 1
        for place, row in enumerate(rows):
            row["at"] = place * 10
            row["height"] = max(round((row["found"] or 0) / top * 40, 1), 2)
        outlets.append({"spider": spider["spider"], "runs": rows, "last": rows[-1], "width": runs * 10})
    return outlets
