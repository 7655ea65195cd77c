"""The spiders of a room, or of one file."""

import pytest
from scrapy.settings import Settings

from engine.loader import OutletLoader
from extensions import loader_of, outlets


@pytest.mark.parametrize(
    ("room", "broken"), [("tests.failing", {"unimportable"}), ("tests.failing.tide", set[str]())]
)
def test_a_file_is_a_room_of_one(room: str, broken: set[str]) -> None:
    loader = OutletLoader(Settings({"SPIDER_MODULES": [room]}))
    assert "tidelinks" in loader.list()
    assert set(loader.broken) == broken
    assert ("lamp" in loader.list()) == bool(broken)


def test_the_spiders_of_a_room_are_looked_for_once() -> None:
    kind = "engine.loader.OutletLoader"
    whole, file = (
        Settings({"SPIDER_LOADER_CLASS": kind, "SPIDER_MODULES": [room]})
        for room in ("tests.failing", "tests.failing.tide")
    )
    assert loader_of(whole) is loader_of(whole.copy())
    assert {"lamp", "tide"} <= outlets(whole).keys()
    assert "lamp" not in outlets(file)
