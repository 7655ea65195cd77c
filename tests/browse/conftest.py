"""A desk over the sample, for all tests of its pages."""

import pytest

from tests.browse.visitor import Visitor
from tests.once import made_once
from tests.sample import crawl_sample


@pytest.fixture(scope="session")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    return Visitor(made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db")
