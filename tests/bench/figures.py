"""What was measured of rules and sites left out, kept in figures.json, and the tables of the docs that say it.

`python -m tests.bench.left_out --write` measures figures and rules, `python -m tests.bench.ablation --tests --few` asks
which test notices each rule of few sites; both keep what they found, and print it into docs/reading.md and docs/dates.md.
"""

import json
import re
from pathlib import Path
from typing import Any

from tests.bench.ablation.rules import RULES

FILE = Path(__file__).with_name("figures.json")
DOCS = Path(__file__).parents[2] / "docs"
PART = "<!-- {name}: printed by `python -m tests.bench.left_out --write` -->\n"
SHOWN = {
    "f1": "body F1",
    "title_exact": "headline",
    "author_f1": "authors",
    "date_day": "day",
    "date_instant": "instant",
}
DAYS = "htmldate"  # of which nothing but the day is known: its F1 is that of days
POINT = 0.01  # from this difference on the two figures are said to differ
LEAST_SITES = 3  # on which a rule wins that stays without a test of its own
ROOMS = {"reading.md": ("body", "headlines", "authors"), "dates.md": ("dates",)}
UNASKED = (0, 0, 0, 0, 0.0)
Measured = dict[str, Any]


def read() -> Measured:
    """What was measured: both figures of each set, what each rule wins, and the functions of up to three tests of it."""
    nothing = {"sets": {}, "rules": {}, "tests": {}}
    return nothing | (json.loads(FILE.read_text("utf-8")) if FILE.exists() else {})


def write(**parts: object) -> None:
    """Keep what was measured anew, and print the tables of the docs; rules that are gone go."""
    measured = read() | parts
    named = [f"{room}: {name}" for room in RULES for name in RULES[room]]
    for part in ("rules", "tests"):
        measured[part] = {name: measured[part][name] for name in named if name in measured[part]}
    FILE.write_text(_dumped(measured), encoding="utf-8")
    for path, text in printed(measured).items():
        path.write_text(text, encoding="utf-8")


def _dumped(measured: Measured) -> str:
    """As JSON, a line for each set and rule."""
    parts = []
    for part, rows in measured.items():
        lines = [f"  {json.dumps(name)}: {json.dumps(told)}" for name, told in rows.items()]
        parts.append(f" {json.dumps(part)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def printed(measured: Measured) -> dict[Path, str]:
    """Each page of the docs that has tables of this, as it should be."""
    parts = {name: {"rules": rules_table(measured, rooms)} for name, rooms in ROOMS.items()}
    parts["reading.md"]["sites left out"] = sites_table(measured)
    found = {}
    for name, tables in parts.items():
        text = (DOCS / name).read_text(encoding="utf-8")
        for part, table in tables.items():
            start, end = PART.format(name=part), f"<!-- end of {part} -->"
            whole = f"{start}{table}{end}"
            text = re.sub(
                re.escape(start) + ".*?" + re.escape(end), lambda _, whole=whole: whole, text, flags=re.DOTALL
            )
        found[DOCS / name] = text
    return found


def sites_table(measured: Measured) -> str:
    """Each set's figures, plain / with sites left out; those more than a point apart are bold."""
    lines = [f"| set | pages | {' | '.join(SHOWN.values())} |", "|---|---|" + "---|" * len(SHOWN)]
    for name, one in measured["sets"].items():
        told = {("date_day" if name == DAYS else key): pair for key, pair in one["figures"].items()}
        cells = [_pair(*told[key]) if key in told else "" for key in SHOWN]
        lines.append(f"| {name} | {one['pages']} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _pair(plain: float, other: float) -> str:
    told = f"{plain:.3f} / {other:.3f}".replace("0.", ".")
    return f"**{told}**" if is_apart(plain, other) else told


def is_apart(plain: float, other: float) -> bool:
    """Whether two figures are more than a point apart."""
    return abs(plain - other) > POINT


def rules_table(measured: Measured, rooms: tuple[str, ...]) -> str:
    """Each rule: how many known pages were asked, how many are read better and worse with it, what it is kept for."""
    lines = ["| rule | pages | better | worse | sites | kept for |", "|---|---|---|---|---|---|"]
    for room in rooms:
        for rule in RULES[room]:
            *counts, _ = measured["rules"].get(f"{room}: {rule}", UNASKED)
            told = " | ".join(map(str, counts))
            lines.append(f"| {room}: {rule} | {told} | {why(measured, f'{room}: {rule}')} |")
    return "\n".join(lines) + "\n"


def has_gain(measured: Measured, rule: str) -> bool:
    """Whether a rule gains, on sites enough."""
    *_, sites, gain = measured["rules"].get(rule, UNASKED)
    return sites >= LEAST_SITES and gain > 0


def why(measured: Measured, rule: str) -> str:
    """What a rule is kept for: its gain, or tests, of which three at most are counted; empty where nothing keeps it."""
    if has_gain(measured, rule):
        return "its gain"
    tests = measured["tests"].get(rule, ())
    name = tests[0].rpartition("/")[2].replace(".py::", ".py: ") if tests else ""
    return f"{len(tests)} test{'s' if len(tests) > 1 else ''}, one of `{name}`" if tests else ""
