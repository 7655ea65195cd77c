"""What each rule wins and loses: `python -m tests.bench.ablation [ROOM ...] [--rule NAME] [--sets a,b] [--tests]`.

Each rule is switched off in turn. A case that is read worse without the rule is one that it wins, a case that is read
better one that it loses. Sites are left out in turn: `without best` is what is left of the rule's gain when the site that
it helps most is not counted, so that a rule that serves one site shows. With --tests, which tests notice that it is off;
with --few too, of the rules alone that tests.bench.left_out found to serve few sites. --print prints what is known of all
of this into the docs (tests.bench.figures).
"""

import argparse
import logging
import sys
from collections import defaultdict

from stories.extraction import reading
from tests.bench.ablation.cases import SETS, Case, cases
from tests.bench.ablation.noticed import ask
from tests.bench.ablation.rules import RULES, without
from tests.bench.figures import has_gain, read, why, write

LEAST = 0.001  # of a score: a case that changes less is the same
HEAD = "{:<40}{:>6}{:>6}{:>7}{:>9}{:>14}"


def score(known: list[Case]) -> list[float]:
    """How right each case is read now."""
    return [case.score() for case in known]


def line(rule: str, known: list[Case], whole: list[float], bare: list[float]) -> str:
    """What a rule wins and loses."""
    gains = [before - after for before, after in zip(whole, bare, strict=True)]
    by_site: dict[str, float] = defaultdict(float)
    for case, gain in zip(known, gains, strict=True):
        by_site[case.site] += gain
    won, lost = (sum(sign * gain > LEAST for gain in gains) for sign in (1, -1))
    total, best = sum(gains), max(0.0, *by_site.values())
    sites = sum(gain > LEAST for gain in by_site.values())
    shares = (100 * share / len(gains) for share in (total, total - best))
    return HEAD.format(rule, won, lost, sites, *(f"{share:.3f}" for share in shares))


def ablate(room: str, rule: str, sets: tuple[str, ...]) -> None:
    """Print a line for each rule of a room."""
    known, measured = cases(room, sets), read()
    whole = score(known)
    print(f"\n{room}: {len(known)} cases of {', '.join(sets)}; gain: mean score in hundredths")
    print(HEAD.format("rule", "won", "lost", "sites", "gain", "without best"), "kept for", flush=True)
    for name in [rule] if rule else RULES[room]:
        with without(RULES[room][name]):
            print(line(name, known, whole, score(known)), why(measured, f"{room}: {name}"), flush=True)


def asked(rooms: list[str], rule: str, few: bool) -> int:
    """Keep which tests notice each rule; 1 where none notices one. few: leave out those that stay for their gain."""
    measured = read()
    names = [(room, name) for room in rooms for name in RULES[room] if rule in ("", name)]
    rules = {f"{room}: {name}": RULES[room][name] for room, name in names}
    answers = ask({name: one for name, one in rules.items() if not few or not has_gain(measured, name)})
    functions = {name: [test.partition("[")[0] for test in tests] for name, tests in answers.items()}
    write(tests=measured["tests"] | functions)
    return int([] in answers.values())


def main() -> int:
    """Print a table for each room."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(RULES)}; all by default")
    parser.add_argument("--rule", default="", help="one rule of the room")
    parser.add_argument("--sets", default="", help=f"of {SETS}")
    parser.add_argument("--tests", action="store_true", help="ask the tests and no set")
    parser.add_argument("--few", action="store_true", help="ask about rules that serve few sites alone")
    parser.add_argument(
        "--print", action="store_true", help="print what is known into the docs, and measure nothing"
    )
    arguments = parser.parse_args()
    for room in arguments.rooms or RULES:
        if room not in RULES or (arguments.rule and arguments.rule not in RULES[room]):
            parser.error(f"no such room or rule: {room} {arguments.rule}")
    if arguments.tests:
        return asked(arguments.rooms or list(RULES), arguments.rule, arguments.few)
    if arguments.print:
        write()
        return 0
    reading.find_quotes = lambda *arguments: []  # type: ignore[assignment] -- of pages, bodies alone are asked
    for room in arguments.rooms or RULES:
        ablate(room, arguments.rule, tuple(arguments.sets.split(",")) if arguments.sets else SETS[room])
    return 0


if __name__ == "__main__":
    sys.exit(main())
