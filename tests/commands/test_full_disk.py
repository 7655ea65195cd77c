"""An error of the system without a name says what it is about."""

import errno
import os
from argparse import Namespace

import pytest

from commands.start import file_of

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("error", "opts", "named"),
    [
        (FULL, Namespace(output="quotes.csv"), "quotes.csv"),
        (FULL, Namespace(html="report.html"), "report.html"),
        (FULL, Namespace(output="", html=None), "standard output"),
        (FULL, Namespace(), "standard output"),
        (FULL, Namespace(output=["feed.csv"]), "standard output"),
        (OSError(errno.ENOENT, "gone", "kept.html"), Namespace(output="quotes.csv"), "kept.html"),
    ],
    ids=range(6),
)
def test_what_an_error_is_about(error: OSError, opts: Namespace, named: str) -> None:
    assert file_of(error, opts) == named
