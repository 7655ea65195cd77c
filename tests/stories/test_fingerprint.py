"""What two texts share: shingles in every script, bands that stay as they are, similarity."""

import random

import pytest

from stories.identity.comparison import Text, compare
from stories.identity.fingerprint import BANDS, bands, digest, normalise_text, shingles

WORDS = [
    f"{stem}{ending}"
    for stem in ("mill", "ferr", "loom", "quay", "spin", "tar")
    for ending in ("", "a", "er", "ing", "o")
]


def made(seed: int, size: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS + [f"w{n}" for n in range(400)], k=size)


def test_one_text_in_two_typographies_has_one_digest() -> None:
    one = 'The "mill" closed - Lena\u2019s owner said...'
    other = "the \u201cmill\u201d  closed \u2013 Lena's owner\n\nsaid\u2026"
    assert normalise_text(one) == normalise_text(other)
    assert digest(one) == digest(other)
    assert digest(one) != digest(one + "!")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("...", 0),
        ("Mill", 1),
        ("Mill mill mill", 1),
        ("The mill closed", 2),
        ("紡績工場閉鎖", 4),  # runs of three characters
        ("閉鎖", 1),
        ("โรงสีปิด", 5),  # runs of four
        ("चक्की बंद हुई", 2),  # vowel signs belong to their words
        ("工場が mill owner を", 3),  # one run, two words, one run
    ],
)
def test_shingles(text: str, count: int) -> None:
    assert len(shingles(text)) == count


def test_bands_stay_as_stored_databases_have_them() -> None:
    found = bands(shingles("The mill closed on Monday and nobody asked the spinners of the town."))
    assert len(found) == BANDS
    assert found[:3] == [-799648694, 1215824346, 1468962508]
    assert bands(frozenset()) == []


def test_a_text_and_its_edited_copy_are_alike_and_share_a_band() -> None:
    words = made(1)
    edited = [word if n % 12 else "changed" for n, word in enumerate(words)]
    one, other = Text("", " ".join(words)), Text("", " ".join(edited))
    assert compare(one, other).alike
    assert set(bands(one.shingles)) & set(bands(other.shingles))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("Mill closes", "Watch the video."), ("Mill closes", "Watch the video."), True),
        (
            ("Mill closes at last", "Watch the video."),
            ("Ferry sinks off the quay", "Watch the video."),
            False,
        ),
        (("", ""), ("", ""), False),
        (("A", " ".join(made(2))), ("B", " ".join(made(2))), True),
        (("A", " ".join(made(2))), ("A", " ".join(made(3))), False),
        (("A", " ".join(made(2))), ("A", " ".join(made(2)[:80])), True),  # a shortened copy
        (("A", " ".join(made(2))), ("A", " ".join(made(2)[:50])), False),  # a brief with the same beginning
    ],
)
def test_alike(one: tuple[str, str], other: tuple[str, str], alike: bool) -> None:
    assert compare(Text(*one), Text(*other)).alike is alike
    assert compare(Text(*other), Text(*one)).alike is alike
