"""Which tests notice that a rule is off: of those in which it does something, in a forked process a rule."""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from itertools import zip_longest

import pytest

from tests.bench.ablation.heard import heard, is_askable
from tests.bench.ablation.rules import Off, without
from tests.mutate.session import QUIETLY, asked
from tests.mutate.touched import in_a_child, run

NOBODY = "no test"
ENOUGH = 3  # tests: a page that forced the rule and two variants of it


class Asked:
    """Called by pytest in place of its own loop over the tests. rules: by room and name."""

    def __init__(self, rules: Mapping[str, Off]) -> None:
        self.rules = rules
        self.answers: dict[str, list[str]] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leaves out what is left out of `make mutate`."""
        items[:] = filter(asked, items)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Asks about each rule."""
        session.config.pluginmanager.unregister(name="terminalreporter")
        told = in_a_child(lambda: hearing(session.items, self.rules))
        for name, rule in self.rules.items():
            room = name.partition(":")[0].rstrip("s")
            near = [item for item, found in zip(session.items, told, strict=True) if name in found]
            if not is_askable(rule):
                near = sorted(session.items, key=lambda item, room=room: room not in item.path.name)
            found = in_a_child(lambda rule=rule, near=near: failures(near, rule))
            self.answers[name] = found
            print(f"{name:<44}{len(found)} {(found or [NOBODY])[0]}", flush=True)
        return True


def hearing(items: list[pytest.Item], rules: Mapping[str, Off]) -> list[set[str]]:
    """Of each test the rules that do something in it."""
    told = []
    for item, following in zip_longest(items, items[1:]):
        names: set[str] = set()
        with ExitStack() as on:
            for name, rule in rules.items():
                on.enter_context(without(heard(rule, lambda name=name, names=names: names.add(name))))
            run(item, following)
        told.append(names)
    return told


def failures(items: list[pytest.Item], rule: Off) -> list[str]:
    """The first tests that fail while a rule is off, ENOUGH of them."""
    found: list[str] = []
    with without(rule):
        for item, following in zip_longest(items, items[1:]):
            if not run(item, following):
                found.append(item.nodeid)
            if len(found) == ENOUGH:
                break
    return found


def ask(rules: Mapping[str, Off], tests: str = "tests/stories") -> dict[str, list[str]]:
    """The tests that notice, by rule; prints each. From the root of the tree; without the public sets."""
    os.environ["CUTTINGS_CORPORA"] = "/nonexistent"
    ignored = () if any(name.startswith("quotes") for name in rules) else ("--ignore", f"{tests}/quotes")
    plugin = Asked(rules)
    pytest.main([tests, *ignored, "--ignore", f"{tests}/entries", *QUIETLY], plugins=[plugin])
    return plugin.answers
