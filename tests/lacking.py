"""What a test needs and this machine lacks: it is skipped and says why; with `CI=true` it fails."""

import os
from pathlib import Path
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skips the test, or fails it under `CI=true`. what: that is needed, and how to get it."""
    pytest.fail(what) if os.environ.get("CI") == "true" else pytest.skip(what)


def usable(*paths: Path) -> bool:
    """Whether all are there and can be read by this user; a folder that may not be looked into holds nothing."""
    return all(os.access(path, os.R_OK) for path in paths)
