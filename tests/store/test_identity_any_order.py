"""The same pages in any order give the same database: a property test over captures that share addresses and texts."""

import random
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.database import Store
from stories.item import Story
from stories.outlet import Outlet
from tests.making import LAMP, NOON, made_story, match_and_save
from tests.store.contents import content

VOICE = Outlet(name="voice", title="Harbour Voice", domains=("voice.example",), languages=("en",))
OUTLETS = (LAMP, VOICE)
WORDS = [f"{stem}{n}" for n in range(12) for stem in ("mill", "ferry", "loom", "quay", "spinner", "owner")]


def text(seed: int, changed: float = 0.0) -> str:
    """About 120 invented words in four paragraphs; the share `changed` of them is other than in text `seed` as it was."""
    source, other = random.Random(seed), random.Random(seed * 1000 + int(changed * 100))
    words = [source.choice(WORDS) for _ in range(120)]
    words = [other.choice(WORDS) if other.random() < changed else word for word in words]
    quoted = f'"{" ".join(words[:8])}," said Lena Ruiz.'
    return "\n\n".join([quoted, *(" ".join(words[i : i + 40]) + "." for i in range(0, 120, 40))])


TEXTS = [
    text(1),
    text(1, 0.1),
    text(1, 0.2),
    text(1, 0.3),
    text(2),
    "Video cannot be played here, mill.",
    "Mill.",
    "",
]
TITLES = ("Mill closes", "Mill shuts")

captures = st.lists(
    st.tuples(
        st.integers(0, 1),  # outlet
        st.integers(0, 3),  # address
        st.integers(0, len(TEXTS) - 1),
        st.integers(0, 1),  # headline
        st.integers(0, 3),  # hour
        st.sampled_from((None, None, None, 0, 1)),  # redirected from the address
        st.sampled_from((None, None, 0, 4, 4)),  # the address that it states; no page is read at the last
    ),
    min_size=2,
    max_size=7,
)


def story_of(
    outlet: int, address: int, words: int, title: int, hour: int, asked: int | None, stated: int | None
) -> Story:
    """The story of one capture."""
    site = OUTLETS[outlet].domains[0]
    story = made_story(
        f"https://{site}/{address}",
        TEXTS[words],
        TITLES[title],
        NOON + timedelta(hours=hour),
        OUTLETS[outlet],
    )
    story.judged = [replace(story.dates[0], value=f"2026-03-0{1 + (address + words) % 3}")]
    if asked is not None and asked != address:
        story.page.asked = f"https://{site}/{asked}"
    if stated is not None:
        story.read.url = f"https://{site}/{stated}"
    story.resolve_identity()
    return story


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without a row: to copy it costs less than to make one."""
    path = tmp_path_factory.mktemp("order") / "empty.db"
    Store(path).close()
    return path


def saved(empty: Path, folder: Path, stories: list[Story]) -> dict[str, list[str]]:
    """What a database says after saving the stories in this order."""
    store = Store(shutil.copy(empty, folder / f"{len(list(folder.iterdir()))}.db"))
    for story in stories:
        with store.transaction():
            match_and_save(store, story)
    said = content(store)
    assert not store.rows("PRAGMA foreign_key_check")
    store.close()
    return said


@settings(max_examples=25)
@given(captures, st.randoms(use_true_random=False))
def test_the_order_of_captures_changes_nothing(
    empty: Path, made: list[tuple[int, ...]], chance: random.Random
) -> None:
    stories = [story_of(*capture) for capture in made]  # type: ignore[arg-type]
    shuffled = [*stories, *stories[:2]]
    chance.shuffle(shuffled)
    with TemporaryDirectory() as folder:
        first, second = (saved(empty, Path(folder), order) for order in (stories, shuffled))
    for name in first:
        assert first[name] == second[name], name
