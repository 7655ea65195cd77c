"""Standard streams that were closed before the program began."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from tests.scrapy_process import ROOT

REOPEN = """
import sys
from commands.start import reopen
reopen()
print("said", flush=True)
print("said", file=sys.stderr)
assert open({told!r}, "w").fileno() > 2
"""


def test_what_was_closed_leads_nowhere(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = shlex.join([sys.executable, "-c", REOPEN.format(told=str(told))])
    shell = ["/bin/sh", "-c", f"exec {program} >&- 2>&- <&-"]
    done = subprocess.run(shell, cwd=ROOT, env=os.environ, check=False)
    assert done.returncode == 0
    assert told.read_bytes() == b""
