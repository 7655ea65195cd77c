"""On which pages a rule does something: it stays as it is, and says so. The others need not be read without it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.bench.ablation.rules import Off


def held(rule: Off) -> Any:
    """What a rule is while it is on."""
    where, name, _ = rule
    return where[name] if isinstance(where, dict) else getattr(where, name)


def heard(column: str, rule: Off, matters: set[str]) -> Off:
    """The rule as it is, which notes when it does other than while it is off; what cannot be asked matters always."""
    where, name, off = rule
    on = held(rule)
    if isinstance(on, re.Pattern):
        return where, name, _Heard(on, lambda: matters.add(column))
    if not callable(on) or not callable(off):
        matters.add(column)
        return (*rule[:2], on)

    def asked(*arguments: Any, **named: Any) -> Any:
        found = on(*arguments, **named)
        found = list(found) if isinstance(found, Iterator) else found
        if found is None or found != off(*arguments):
            matters.add(column)
        return found

    return where, name, asked


class _Heard:
    """A pattern that says when it finds something."""

    def __init__(self, pattern: re.Pattern[str], note: Callable[[], object]) -> None:
        self.pattern, self.note = pattern, note

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.pattern, name)
        if not callable(method):
            return method

        def asked(*arguments: Any) -> Any:
            found = method(*arguments)
            found = list(found) if isinstance(found, Iterator) else found
            if found:
                self.note()
            return iter(found) if name == "finditer" else found

        return asked
