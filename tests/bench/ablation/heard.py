"""On which pages a rule does something: it stays as it is, and says so. The others need not be read without it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from tests.bench.ablation.rules import Off, none


def held(rule: Off) -> Any:
    """What a rule is while it is on."""
    where, name, _ = rule
    return where[name] if isinstance(where, dict) else getattr(where, name)


def is_askable(rule: Off) -> bool:
    """Whether a rule can say what it does: it is a function, or a pattern, and no constant."""
    return isinstance(held(rule), re.Pattern) or (callable(held(rule)) and callable(rule[2]))


def heard(rule: Off, note: Callable[[], object]) -> Off:
    """The rule as it is, which calls `note` each time that it does other than while it is off."""
    where, name, off = rule
    on = held(rule)
    if not is_askable(rule):
        return where, name, on
    if isinstance(on, re.Pattern):
        return where, name, _Heard(on, note)

    def asked(*arguments: Any, **named: Any) -> Any:
        before = _state(arguments) if off is none else []
        found = on(*arguments, **named)
        found = list(found) if isinstance(found, Iterator) else found
        if found != off(*arguments) or (off is none and before != _state(arguments)):
            note()
        return found

    return where, name, asked


def _state(arguments: tuple[Any, ...]) -> list[object]:
    """What a rule that answers nothing may have changed: a tree, or a list, of elements of a tree too."""
    lists: list[object] = [[*one] for one in arguments if isinstance(one, list)]
    elements = [one[0] if isinstance(one, list) and one else one for one in arguments]
    return lists + [etree.tostring(one) for one in elements if isinstance(one, etree._Element)]


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
