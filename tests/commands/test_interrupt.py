"""Ctrl-C at a moment when nothing waits for it."""

import signal
import subprocess
import sys

import pytest

from commands.interrupt import SAID, tell
from tests.scrapy_process import ROOT


@pytest.mark.parametrize(
    ("error", "said"),
    [(KeyboardInterrupt(), f"{SAID}\n"), (ValueError("a fault"), "ValueError: a fault\n")],
    ids=["Ctrl-C", "a fault"],
)
def test_a_fault_is_told_in_full_and_ctrl_c_in_a_word(
    error: BaseException, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(type(error), error, None)
    assert capsys.readouterr().err == said


def test_a_command_that_is_interrupted_says_so_and_ends_as_by_a_signal() -> None:
    program = "import commands, os, signal; os.kill(os.getpid(), signal.SIGINT); import time; time.sleep(60)"
    begun = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {program}"
    done = subprocess.run(
        [sys.executable, "-c", begun], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", f"{SAID}\n")
