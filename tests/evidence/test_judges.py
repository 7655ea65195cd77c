"""Others look at what we write: `wacz validate`, `warcio check`, and pywb's own index and replay on 127.0.0.1."""

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from evidence.bundle import RECORDS
from store.warc import captures
from tests.evidence.faults import make, whole
from tests.lacking import lacking, usable
from tests.once import made_once
from tests.sample import SAMPLE, crawl_sample
from tests.scrapy_process import ROOT
from tests.twice import crawl_twice

VENV = ROOT / ".venv-judges"
BUNDLES, ARCHIVES = ("sample.wacz", "twice.wacz"), ("sample.warc.gz", "twice.warc.gz")


def set_up(venv: Path) -> Path:
    """The interpreter of the judges; skips where they are not set up to the end, or are another user's."""
    python = venv / "bin" / "python"
    if not usable(python, venv / ".done"):
        lacking("needs the tools of others: make judges")
    return python


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of bundles and archives, and what is said of them. Skips where the judges are not set up."""
    python = set_up(VENV)

    def judge(folder: Path) -> None:
        twice = made_once(tmp_path_factory, "twice", crawl_twice)
        make(made_once(tmp_path_factory, "sample", crawl_sample) / "sample.db", folder)
        (folder / "x.wacz").rename(folder / "sample.wacz")
        shutil.copy(twice / "x.wacz", folder / "twice.wacz")
        shutil.copy(SAMPLE, folder)
        written = sorted((twice / "archive").iterdir())
        (folder / "twice.warc.gz").write_bytes(b"".join(file.read_bytes() for file in written))
        command = [python, Path(__file__).with_name("judge.py"), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        assert done.returncode == 0, done.stderr[-2000:]
        (folder / "said.json").write_text(done.stdout)

    return made_once(tmp_path_factory, "judged", judge)


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bundle_is_valid_and_every_page_of_it_is_replayed(judged: Path, name: str) -> None:
    said = json.loads((judged / "said.json").read_text())[name]
    assert said["check"][0] == 0
    assert "Validation succeeded" in said["check"][1]
    pages = json.loads(whole(judged / name)[RECORDS])["records"]["pages"]
    assert pages
    for page in pages:
        time = "".join(filter(str.isdigit, page["fetched"][:19]))
        assert said["replay"][f"{time} {page['url']}"] == page["sha256"]


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_passes_the_check_and_every_answer_of_it_is_replayed(judged: Path, name: str) -> None:
    said = json.loads((judged / "said.json").read_text())[name]
    assert said["check"] == [0, ""]
    kept = {
        f"{one.fetched:%Y%m%d%H%M%S} {one.url}": sha256(one.payload).hexdigest()
        for one in captures(judged / name)
    }
    assert {place: said["replay"].get(place) for place in kept} == kept
