"""Ctrl-C before a command can end in its own way: a word in place of a traceback."""

import sys
from types import TracebackType

SAID = "ended by Ctrl-C"


def install() -> None:
    """From here on; the exit code stays that of a process that a signal ended (130 in a shell)."""
    sys.excepthook = tell


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of what nothing caught: of Ctrl-C in a word, of a fault in full."""
    if issubclass(kind, KeyboardInterrupt):
        print(SAID, file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)
