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
