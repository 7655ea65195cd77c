"""Many command lines, each in a process of its own that is forked from one that has imported Scrapy: about 0.1 s each.

`python -m tests.typed` reads a JSON list of [words, environment] and prints a JSON list of [exit code, output, errors].
"""

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

ROOT = Path(__file__).parent.parent
SECONDS = 120  # for one command line, on a machine that is busy with other things


class Done(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str


def typed(lines: Iterable[tuple[list[str], Mapping[str, str]]]) -> list[Done]:
    """Run these words after `python -m scrapy`, each with these variables added to the environment."""
    asked = json.dumps([[words, dict(variables)] for words, variables in lines])
    command = [sys.executable, "-m", "tests.typed"]
    done = subprocess.run(command, cwd=ROOT, input=asked, capture_output=True, text=True, check=True)
    return [Done(*one) for one in json.loads(done.stdout)]


def run(words: list[str], variables: Mapping[str, str]) -> tuple[int, str, str]:
    """One command line in a process of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            be_scrapy(words, variables, out, err)
        _, status = os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        texts = [file.read().decode(errors="backslashreplace") for file in (out, err)]
        return os.waitstatus_to_exitcode(status), texts[0], texts[1]


def be_scrapy(words: list[str], variables: Mapping[str, str], out: IO[Any], err: IO[Any]) -> None:
    """Never returns."""
    from scrapy.cmdline import execute

    signal.alarm(SECONDS)  # ends the process
    os.environ.update(variables)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    sys.argv = ["scrapy", *words]
    code: Any = 1
    try:
        execute()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 -- what a person would see of it
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    from scrapy.utils.misc import walk_modules

    for package in ("scrapy.commands", "commands", "spiders", "pipelines", "scrapy.extensions"):
        walk_modules(package)  # imported once for all
    gc.freeze()
    print(json.dumps([run(words, variables) for words, variables in json.load(sys.stdin)]))
