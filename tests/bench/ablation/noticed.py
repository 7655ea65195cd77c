"""Which test notices that a rule is off: of the tests in which it does something, in a forked process a rule."""

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


class Asked:
    """Called by pytest in place of its own loop over the tests. rules: by room and name."""

    def __init__(self, rules: Mapping[str, Off]) -> None:
        self.rules = rules
        self.answers: dict[str, str] = {}

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
            found = in_a_child(lambda rule=rule, near=near: first_failure(near, rule))
            self.answers[name] = (found or [NOBODY])[0]
            print(f"{name:<44}{self.answers[name]}", flush=True)
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


def first_failure(items: list[pytest.Item], rule: Off) -> list[str]:
    """The first test that fails while a rule is off, if one does."""
    with without(rule):
        for item, following in zip_longest(items, items[1:]):
            if not run(item, following):
                return [item.nodeid]
    return []


def ask(rules: Mapping[str, Off], tests: str = "tests/stories") -> dict[str, str]:
    """The test that notices, by rule; prints each. From the root of the tree; without the public sets."""
    os.environ["CUTTINGS_CORPORA"] = "/nonexistent"
    ignored = () if any(name.startswith("quotes") for name in rules) else ("--ignore", f"{tests}/quotes")
    plugin = Asked(rules)
    pytest.main([tests, *ignored, "--ignore", f"{tests}/entries", *QUIETLY], plugins=[plugin])
    return plugin.answers
