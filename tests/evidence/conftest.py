"""The sample crawled, and a bundle of it, for all tests of bundles."""

from pathlib import Path

import pytest
from scrapy.settings import Settings

from extensions import outlets
from store.copy import copy_database
from stories.outlet import Outlet
from tests.evidence.faults import make
from tests.once import made_once
from tests.sample import crawl_sample


@pytest.fixture(scope="session")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    crawled = made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db"
    copy = tmp_path_factory.mktemp("evidence") / "c.db"
    copy_database(crawled, copy)
    return copy


@pytest.fixture(scope="session")
def bundle(db: Path) -> Path:
    return make(db, db.parent)


@pytest.fixture(scope="session")
def known() -> dict[str, Outlet]:
    settings = Settings()
    settings.setmodule("settings", priority="project")
    return outlets(settings)
