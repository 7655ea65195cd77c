"""The lines of docs/running.md, tried: in the bare environment that cron and systemd give."""

import re
import shlex
import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest

from tests.sample import SAMPLE
from tests.scrapy_process import ROOT
from tests.waiting import HANGS

PAGE = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
CRON = re.search(r"^ {4}15 \* \* \* \* +(.+)$", PAGE, re.MULTILINE)
SYSTEMD = re.search(r"^ {4}ExecStart=(.+)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(
    ("found", "words", "expected"),
    [
        (CRON, ["crawl", "guardian", "-s", f"REPLAY={SAMPLE}"], "guardian: ok found="),
        (SYSTEMD, ["list"], "guardian\n"),  # of the same environment; a second crawl would show no more
    ],
    ids=["cron", "systemd"],
)
def test_a_line_of_the_docs_works_in_a_bare_environment(
    found: re.Match[str] | None, words: list[str], expected: str, tmp_path: Path
) -> None:
    assert found, "docs/running.md has no such line"
    asked = shlex.join([*words, "-s", f"CUTTINGS_DB={tmp_path / 'c.db'}"])
    line = found[1].replace('"/srv/cuttings', f'"{ROOT}').replace("crawlall", asked)
    line = line.replace("crawl.log", shlex.quote(str(tmp_path / "crawl.log")))
    bare = {"PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "HOME": str(tmp_path), "LOGNAME": "cuttings"}
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout + done.stderr + ((tmp_path / "crawl.log").read_text() if ">>" in line else "")
    assert expected in said


UNIT = re.search(r"cuttings\.service`:\n\n((?:    .*\n|\n(?=    ))+)", PAGE)
REQUIRED = (
    *(
        "User=cuttings",
        "ReadWritePaths=/srv/cuttings",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
    ),
    *("PrivateDevices=yes", "PrivateUsers=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet="),
    *("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "RestrictNamespaces=yes"),
    *("SystemCallFilter=@system-service", "SystemCallArchitectures=native"),
)


def test_the_unit_may_do_little_beside_its_work(tmp_path: Path) -> None:
    assert UNIT
    unit = textwrap.dedent(UNIT[1])
    assert [line for line in REQUIRED if line not in unit.splitlines()] == []
    analyse = shutil.which("systemd-analyze") or "true"
    helped = subprocess.run([analyse, "--help"], capture_output=True, text=True, check=False)
    if "--offline" in helped.stdout:  # from systemd 250
        (tmp_path / "cuttings.service").write_text(unit)
        words = [analyse, "security", "--offline=true", "--threshold=39", str(tmp_path / "cuttings.service")]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-200:] + done.stderr


def test_each_line_of_what_the_world_sends_has_an_exit_code_and_a_test_that_is_there() -> None:
    table = PAGE.partition("## What the world sends")[2].partition("## ")[0]
    rows = [re.split(r" \| ", line.strip("| ")) for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 30
    for *_, code, held in rows:
        assert code == "as it were" or set(code.split(", ")) <= {"0", "1", "2", "3", "75"}, (code, held)
        named = re.findall(r"`([\w/]+\.py)`", held)
        assert named, held
        assert all((ROOT / "tests" / name).is_file() for name in named), held
