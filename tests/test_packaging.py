"""Installed by pip, as an egg for scrapyd, as an image: each has all that it needs, outside the checkout."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from stories.quotes.tagger.token_features import SIZE
from tests.lacking import lacking
from tests.once import made_once
from tests.sample import SAMPLE
from tests.scrapy_process import ROOT
from tests.waiting import QUICK

ROOMS = (
    "commands",
    "desk",
    "engine",
    "evidence",
    "pipelines",
    "runs",
    "spiders",
    "store",
    "stories",
    "terminal",
)
BUILT_FROM = (
    "extensions.py",
    "middlewares.py",
    "settings.py",
    "setup.py",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "NOTICE",
)
CONTAINERFILE = (ROOT / "Containerfile").read_text(encoding="utf-8")


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with none of this process's settings but its packages."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("CUTTINGS", "SCRAPY"))}
    clean.pop("PYTHONPATH", None)
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def wanted() -> set[str]:
    """The files of the rooms, and the modules beside them."""
    files = {path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()}
    names = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    return names | {"extensions.py", "middlewares.py", "settings.py"}


def build(folder: Path) -> None:
    """The wheel and the egg, of a copy of what the builds read, since they write beside it."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in BUILT_FROM:
        shutil.copy(ROOT / name, folder)
    for path in folder.rglob("*"):  # of a checkout that is read-only too
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
    offline = ("--no-build-isolation", "--no-deps", "--no-index", "--disable-pip-version-check")
    for words in (
        ("-m", "pip", "wheel", *offline, "-w", "made", "."),
        ("setup.py", "-q", "clean", "-a", "bdist_egg", "-d", "made"),  # as `scrapyd-deploy --build-egg` does
    ):
        done = run(folder, *words)
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the wheel and the egg."""
    if not find_spec("setuptools.command.bdist_egg"):
        lacking("needs setuptools, of the extra `dev`")
    return made_once(tmp_path_factory, "packages", build) / "made"


@pytest.fixture
def wheel(made: Path) -> Path:
    return next(made.glob("*.whl"))


@pytest.fixture
def egg(made: Path) -> Path:
    return next(made.glob("*.egg"))


def test_the_wheel_holds_every_file_of_the_rooms(wheel: Path) -> None:
    assert wanted() - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_an_installed_copy_crawls_and_keeps_its_data_in_the_user_s_folder(
    wheel: Path, tmp_path: Path
) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    here = tmp_path / "some where"
    here.mkdir()
    place = {
        "PYTHONPATH": str(tmp_path / "site"),
        "SCRAPY_SETTINGS_MODULE": "settings",
        "XDG_DATA_HOME": str(tmp_path / "share"),
    }
    crawl = ("-m", "scrapy", "crawl", "guardian", "-s", f"REPLAY={SAMPLE}")
    live = run(here, *crawl, **place)  # where the sample may not go
    assert f"{tmp_path / 'share' / 'cuttings' / 'cuttings.db'} is named for live runs" in live.stderr
    done = run(here, *crawl, "-s", f"CUTTINGS_DB={here / 'sample.db'}", **place)
    assert "guardian: ok found=5 new=5" in done.stderr, done.stdout + done.stderr


def test_the_egg_holds_every_file_and_names_its_settings(egg: Path) -> None:
    inside = zipfile.ZipFile(egg)
    assert wanted() - set(inside.namelist()) == set()
    assert inside.read("EGG-INFO/entry_points.txt").decode().split() == [
        "[scrapy]",
        "settings",
        "=",
        "settings",
    ]


def test_the_egg_crawls_as_scrapyd_runs_it(egg: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); from scrapy.cmdline import execute; "
        "execute(['scrapy', *sys.argv[1:]])"
    )
    sample = ("-s", f"REPLAY={SAMPLE}", "-s", f"CUTTINGS_DB={tmp_path / 'sample.db'}", *QUICK)
    words = ("-c", code, str(egg), "crawl", "guardian", *sample)
    done = run(tmp_path, *words, SCRAPY_SETTINGS_MODULE="settings")
    assert "guardian: ok found=5 new=5" in done.stderr, done.stdout + done.stderr


def test_the_weights_of_quotes_are_read_inside_the_egg(egg: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from stories.quotes.tagger.weights import FILE, load; "
        "print(FILE, len(load().values), bool(load().cues and load().verbs))"
    )
    done = run(tmp_path, "-c", code, str(egg))
    assert done.stdout.split() == [f"{egg}/stories/quotes/english.weights", str(SIZE), "True"], done.stderr


def instructions(name: str) -> list[str]:
    """What follows an instruction of the Containerfile, wherever it stands."""
    return re.findall(rf"^{name} (.+)$", CONTAINERFILE, re.MULTILINE)


def test_the_image_holds_all_that_a_crawl_needs(tmp_path: Path) -> None:
    for sources in instructions("COPY"):
        *files, target = sources.split()
        for file in files:
            (tmp_path / target).mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (ROOT / file).is_dir() else shutil.copy
            into = tmp_path / target if (ROOT / file).is_dir() else tmp_path / target / Path(file).name
            copy(ROOT / file, into, **({"dirs_exist_ok": True} if (ROOT / file).is_dir() else {}))
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")} >= wanted()
    place = dict(pair.split("=", 1) for line in instructions("ENV") for pair in line.split())
    entry = json.loads(instructions("ENTRYPOINT")[0])
    said = run(tmp_path, *entry[1:], "settings", "--get", "ARCHIVE_DIR", **place)
    assert said.stdout.strip() == "/data/archive", said.stderr
    assert "bbc" in run(tmp_path, *entry[1:], "list", **place).stdout.split()


def test_the_image_runs_as_nobody_in_particular_and_keeps_its_data_outside() -> None:
    assert instructions("USER") == ["10001"]
    assert instructions("VOLUME") == ["/data"]
    place = " ".join(instructions("ENV"))
    assert "CUTTINGS_DB=/data/cuttings.db ARCHIVE_DIR=/data/archive" in place
    assert CONTAINERFILE.index("USER 10001") < CONTAINERFILE.index("ENTRYPOINT")
