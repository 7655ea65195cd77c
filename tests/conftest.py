"""What holds for every test: short ids that are the same everywhere, Hypothesis without a clock or a past, and neither
the zone of the machine nor the terminal that the tests were started from.
"""

import gc
import os
import re
import time
import unicodedata
from collections.abc import Generator, Iterator
from functools import cache
from types import CodeType, FunctionType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

ID_LENGTH = 30  # characters of one value in a test's id
HEAVY = {
    "process": {
        "subprocess",
        "Popen",
        "ReadPage",
        "scrapy_in",
        "get_context",
        "ProcessPoolExecutor",
        "sync_playwright",
    },
    "corpora": {"need", "pages", "truth", "corpora"},
}
Code = FunctionType | type
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

# A busy machine is slow, and chance is for those who look for faults: HYPOTHESIS_PROFILE=explore make test
settings.register_profile(
    "same", deadline=None, database=None, derandomize=True, suppress_health_check=SLOW, print_blob=True
)
settings.register_profile("explore", settings.get_profile("same"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
# Nor does what is drawn hang on which of our modules are loaded by then, whose constants Hypothesis reads and draws
if os.environ.get("HYPOTHESIS_PROFILE", "same") == "same":
    providers._get_local_constants = lambda: providers._local_constants

os.environ["TZ"] = "UTC"
time.tzset()
for _name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(_name, None)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays: nothing looks for what of it could go, neither now nor while the tests run."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """Of `-n auto`: one more than the machine has cores, since some tests wait."""
    return (os.cpu_count() or 1) + 1


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Text in ASCII and cut; bytes by their argument's name alone, since compressed ones hold the time."""
    if isinstance(val, bytes):
        return argname
    if not isinstance(val, str):
        return None
    plain = unicodedata.normalize("NFKD", val).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w.,:/=?*-]+", " ", plain).strip()[:ID_LENGTH].strip() or argname


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts processes or reads the public sets; `make check` leaves both out."""
    for item in items:
        used = frozenset[str]().union(*(names_in(function) for function in functions_of(item)))
        for mark, names in HEAVY.items():
            if used & names:
                item.add_marker(mark)


def functions_of(item: pytest.Item) -> list[Code]:
    """The test's function, those of its fixtures, and those that it is given."""
    fixtures = getattr(item, "_fixtureinfo").name2fixturedefs.values()  # noqa: B009 -- pytest has no public door
    given = item.callspec.params.values() if hasattr(item, "callspec") else ()
    used = [getattr(item, "function", None), *(one.func for group in fixtures for one in group), *given]
    return [one for one in used if isinstance(one, Code)]


@cache
def names_in(function: Code) -> frozenset[str]:
    """The names in the code of a function or class of the tests, and of those that it uses."""
    return frozenset(names_of(function, set()))


def names_of(function: object, seen: set[object]) -> Iterator[str]:
    """As names_in, but for what was seen."""
    if not isinstance(function, Code) or function in seen or not function.__module__.startswith("tests."):
        return
    seen.add(function)
    if isinstance(function, type):
        for one in vars(function).values():
            yield from names_of(one, seen)
        return
    codes = (function.__code__, *(one for one in function.__code__.co_consts if isinstance(one, CodeType)))
    called = {name for code in codes for name in code.co_names}
    yield from called
    for name in called:
        yield from names_of(function.__globals__.get(name), seen)
