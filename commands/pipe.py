"""Output that is piped on."""

import signal


def end_with_reader() -> None:
    """End in silence when whoever reads the output has enough, as `report | head` has.

    Only for commands that read: one that writes, or speaks to hosts, must see a broken pipe as an error of that pipe.
    Where the platform has no such signal, nothing changes.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
