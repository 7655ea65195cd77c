"""An excerpt held against its source: split at the elisions, aligned with the body."""

from collections.abc import Sequence

from stories.entry import Passage


def split_passages(paragraphs: Sequence[str]) -> list[Passage]:
    """The stretches between elisions, unchecked."""
    raise NotImplementedError


def check_passages(passages: Sequence[Passage], body: str) -> list[Passage]:
    """The same passages with offsets into `body`, fidelity and the words that differ."""
    raise NotImplementedError
