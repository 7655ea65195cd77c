"""What a later Python will refuse fails the tests today, where a room of ours uses it."""

import warnings

import pytest

from tests.test_rooms import TABLE


@pytest.mark.parametrize("kind", [DeprecationWarning, PendingDeprecationWarning])
def test_a_room_that_uses_what_will_go_fails(kind: type[Warning]) -> None:
    for module in (name for room in TABLE for name in (room, f"{room}.inner")):
        with pytest.raises(kind, match=module):
            warnings.warn_explicit(f"{module} uses it", kind, "file.py", 1, module)


def test_what_others_use_is_told_and_fails_nothing() -> None:
    for module in ("scrapy.utils", "storehouse", "runs2.x"):
        with pytest.warns(DeprecationWarning, match=module):
            warnings.warn_explicit(f"{module} uses it", DeprecationWarning, "file.py", 1, module)
