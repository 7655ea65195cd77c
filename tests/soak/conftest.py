"""What is in this folder takes minutes: `make soak` runs it, `make test` does not."""

import os
from pathlib import Path

import pytest

HERE = f"{Path(__file__).parent}{os.sep}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test of this folder."""
    for item in items:
        if str(item.path).startswith(HERE):  # asked of thousands
            item.add_marker(pytest.mark.soak)
