"""Links that count clicks: which they are, and which story they name."""

import pytest

from stories.identity.trackers import forwards, meant
from stories.outlet import Outlet

LAMP = Outlet(name="lamp", domains=("lamp.example",), stories=r"/\d{4}/\d\d/")
PLAIN = Outlet(name="plain", domains=("lamp.example",))
STORY = "https://www.lamp.example/2026/03/mill"
QUOTED = "https%3A%2F%2Fwww.lamp.example%2F2026%2F03%2Fmill"


@pytest.mark.parametrize(
    "link",
    [
        f"https://trk.example/r?id=4&url={QUOTED}&s=1",
        f"https://trk.example/r?to={STORY}",
        f"https://www.facebook.com/sharer.php?u={QUOTED}",
        f"https://lamp.example/go?target={QUOTED}",
        f"https://trk.example/a?b=https%3A%2F%2Fhop.example%2F%3Fu%3D{QUOTED.replace('%', '%25')}",
        f"https://feedproxy.example/~r/lamp/~3/x/{STORY}",
        f"https://trk.example/{QUOTED}",
        f"https://trk.example/?{STORY}",
    ],
)
def test_the_story_that_a_link_names_is_meant(link: str) -> None:
    assert meant(link, LAMP) == STORY


@pytest.mark.parametrize(
    "link",
    [
        f"{STORY}?from={QUOTED}-2",
        "https://trk.example/r?id=4",
        "https://trk.example/r?url=https%3A%2F%2Ftide.example%2F2026%2F03%2Fmill",
        "https://trk.example/r?url=https%3A%2F%2Flamp.example%2Fabout",
        "https://trk.example/r?url=https%3A%2F%2F%5B",
        f"https://trk.example/r?to={STORY}\ud800",
        "http://[::1?url=https://",
        "mailto:?body=" + QUOTED[:-40],
        "",
    ],
)
def test_what_names_no_story_is_meant_itself(link: str) -> None:
    assert meant(link, LAMP) == link


def test_of_an_outlet_without_a_form_only_what_forwards_names_another() -> None:
    assert meant(f"https://lamp.example/mill?ref={QUOTED}", PLAIN).startswith("https://lamp.example/mill?")
    assert meant(f"https://lamp.example/redirect?to={QUOTED}", PLAIN) == STORY


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://t.co/x4", True),
        ("https://www.bit.ly/x4", True),
        ("https://click.lamp.example/x", True),
        ("https://feeds.lamp.example/~r/world/~3/x", True),
        ("https://lamp.example/redirect.php?id=4", True),
        ("https://lamp.example/redirects-in-the-port", False),
        ("https://go.example/mill", False),
        ("https://www.lamp.example/2026/03/click", False),
        ("http://127.0.0.1/x", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_what_only_leads_to_another_address(url: str, expected: bool) -> None:
    assert forwards(url) is expected
