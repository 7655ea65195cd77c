"""A run's counts are Scrapy's stats."""

from pathlib import Path

from scrapy.crawler import Crawler
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.project import get_project_settings

from extensions import RunRecord
from runs.counts import PREFIX, Counts
from runs.verdict import KEPT
from spiders.finders import OutletSpider
from store.database import Store

ROOT = Path(__file__).parent.parent.parent


class Lamp(OutletSpider):
    name = "lamp"


def test_what_a_run_counts_is_seen_in_the_stats_and_judged_from_there(tmp_path: Path) -> None:
    crawler = Crawler(Lamp, get_project_settings())
    crawler.stats = MemoryStatsCollector(crawler)
    run = RunRecord(Store(tmp_path / "c.db"), crawler)
    run.outcomes.count("found")
    run.counts["listed"] += 2
    assert crawler.stats.get_stats() == {"cuttings/found": 1, "cuttings/listed": 2}
    crawler.stats.inc_value("cuttings/new")
    assert run.findings.counts["new"] == 1
    assert dict(run.counts) == {"found": 1, "listed": 2, "new": 1}
    assert run.counts["rejected"] == 0


def test_the_docs_name_every_count() -> None:
    told = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    assert [name for name in KEPT if f"`{PREFIX}{name}`" not in told] == []
    assert len(Counts(MemoryStatsCollector(Crawler(Lamp, get_project_settings())))) == 0
