"""The spiders of a room, or of one file."""

import pytest
from scrapy.settings import Settings

from engine.loader import OutletLoader


@pytest.mark.parametrize(
    ("room", "broken"), [("tests.failing", {"unimportable"}), ("tests.failing.tide", set[str]())]
)
def test_a_file_is_a_room_of_one(room: str, broken: set[str]) -> None:
    loader = OutletLoader(Settings({"SPIDER_MODULES": [room]}))
    assert "tidelinks" in loader.list()
    assert set(loader.broken) == broken
    assert ("lamp" in loader.list()) == bool(broken)
