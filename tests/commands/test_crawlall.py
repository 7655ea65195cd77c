"""What crawlall does with the processes that it starts."""

import subprocess
import threading
from typing import Any

import pytest

from commands.crawlall import Children


def test_an_outlet_that_is_just_being_started_is_stopped_once_like_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    children, sent = Children(), list[int]()
    stopping = threading.Thread(target=children.stop, args=(2, None))

    class Process:
        returncode = 1
        send_signal = staticmethod(sent.append)

        def __init__(self, *_: Any, **__: Any) -> None:
            stopping.start()
            stopping.join(0.2)  # the signal comes before the process is known

        def communicate(self) -> tuple[str, str]:
            stopping.join()
            return "", "lamp: failed (cancelled)"

    monkeypatch.setattr(subprocess, "Popen", Process)
    assert children.crawl("lamp", []) == (1, "lamp: failed (cancelled)")
    assert sent == [2]
    assert children.crawl("quay", []) == (1, "quay: failed: stopped before it began")


@pytest.mark.parametrize(
    ("stopped", "said", "outcome"),
    [
        (2, "Traceback ...\nKeyboardInterrupt", "lamp: failed: stopped before it began"),
        (15, "", "lamp: failed: stopped before it began"),
        (2, "half\nlamp: failed (cancelled)", "lamp: failed (cancelled)"),
        (0, "Traceback ...\nMemoryError", "lamp: failed without a word, exit code 9"),
    ],
)
def test_what_was_stopped_while_it_was_starting_is_told_in_a_line(
    stopped: int,
    said: str,
    outcome: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    children = Children()

    class Process:
        returncode = 9
        send_signal = staticmethod(print)

        def __init__(self, *_: Any, **__: Any) -> None:
            pass

        def communicate(self) -> tuple[str, str]:
            children.stopped = stopped
            return "", said

    monkeypatch.setattr(subprocess, "Popen", Process)
    code, line = children.crawl("lamp", [])
    assert (line, code) == (outcome, 1 if line.endswith("began") else 9)
    assert ("Traceback" in capsys.readouterr().err) == (not stopped)
