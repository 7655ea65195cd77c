"""Which test notices that a rule is off: a forked process a rule, in which the tests of its room are asked first."""

import os
from collections.abc import Mapping

import pytest

from tests.bench.ablation.rules import Off, without
from tests.mutate.session import QUIETLY, asked
from tests.mutate.touched import in_a_child, run

NOBODY = "no test"


class Asked:
    """Called by pytest in place of its own loop over the tests. room: its tests have this word in their path."""

    def __init__(self, room: str, rules: Mapping[str, Off]) -> None:
        self.room = room
        self.rules = rules
        self.answers: dict[str, str] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leaves out what is left out of `make mutate`."""
        kept = filter(asked, items)
        items[:] = sorted(
            kept, key=lambda item: self.room not in str(item.path.relative_to(item.config.rootpath))
        )

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Asks about each rule."""
        session.config.pluginmanager.unregister(name="terminalreporter")
        for name, rule in self.rules.items():
            found = in_a_child(lambda rule=rule: first_failure(session.items, rule))
            self.answers[name] = (found or [NOBODY])[0]
            print(f"{name:<40}{self.answers[name]}", flush=True)
        return True


def first_failure(items: list[pytest.Item], rule: Off) -> list[str]:
    """The first test that fails while a rule is off, if one does."""
    with without(rule):
        for item, following in zip(items, [*items[1:], None], strict=True):
            if not run(item, following):
                return [item.nodeid]
    return []


def ask(room: str, rules: Mapping[str, Off], tests: str = "tests/stories") -> dict[str, str]:
    """The test that notices, by rule; prints each. From the root of the tree; without the public sets."""
    os.environ["CUTTINGS_CORPORA"] = "/nonexistent"
    plugin = Asked(room, rules)
    pytest.main([tests, *QUIETLY], plugins=[plugin])
    return plugin.answers
