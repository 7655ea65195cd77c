"""`python -m scrapy WORDS` in a process of its own, forked from one that has imported Scrapy: 0.1 s instead of two.

`python -m tests.scrapy_process FD` is that one process. It takes a line of JSON and three files over the socket FD, and
answers with the process's id and its exit code. What crawlall starts is forked from it too. Where a test is about how
the interpreter starts, it starts one (subprocess).
"""

import argparse
import atexit
import contextlib
import copy
import ctypes
import gc
import importlib
import json
import os
import pkgutil
import random
import resource
import select
import signal
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache, partial
from multiprocessing import util
from pathlib import Path
from types import SimpleNamespace
from typing import Any, BinaryIO, NoReturn

from tests.waiting import HANGS

ROOT = Path(__file__).parent.parent
PACKAGES = (
    "pebble",
    "scrapy.commands",
    "scrapy.extensions",
    "scrapy.downloadermiddlewares",
    "scrapy.spidermiddlewares",
)
ROOMS = ("commands", "spiders", "pipelines", "stories", "store", "runs", "engine", "evidence", "terminal")
MESSAGE = 2**20  # bytes, of a request
Done = subprocess.CompletedProcess[str]
Request = tuple[
    list[str], dict[str, str], int, bool, int
]  # as scrapy_in has them; the id of the crawlall, if any


def scrapy(*words: str, db: Path | None = None, stdin: str = "", **environment: str) -> Done:
    """Run a command as the README says, with a database and an archive of the test's own, and these variables."""
    apart = ["-s", f"CUTTINGS_DB={db}", "-s", f"ARCHIVE_DIR={db.parent / 'archive'}"] if db else []
    return scrapy_in(os.environ | environment, words[0], *apart, *words[1:], stdin=stdin)


def scrapy_in(
    environment: Mapping[str, str],
    *words: str,
    stdin: str = "",
    file_bytes: int = 0,
    humble: bool = False,
    unread: bool = False,
) -> Done:
    """Run a command with this environment and no other.

    file_bytes, as on a full disk, is what a file can hold. humble: what may not be written is not, by a superuser
    either. unread: whoever was to read standard output has gone.
    """
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        files[0].write(stdin.encode())
        for file in files:
            file.seek(0)
        given = [file.fileno() for file in files]
        if unread:
            given[1] = stack.enter_context(_broken_pipe()).fileno()
        code = begin((list(words), dict(environment), file_bytes, humble, 0), given).wait()
        for file in files:
            file.seek(0)
        texts = [file.read().decode(errors="backslashreplace") for file in files]
    return subprocess.CompletedProcess(["scrapy", *words], code, texts[1], texts[2])


class Started:
    """A command at work. pid: its process, to be sent signals."""

    def __init__(self, parent: socket.socket, request: Request, files: list[int]) -> None:
        line = json.dumps(request).encode()
        assert len(line) < MESSAGE, "too many words"
        self.answer, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            socket.send_fds(parent, [line], [theirs.fileno(), *files])
        self.answer.settimeout(HANGS)
        self.code: int | None = None
        told = self.answer.recv(64)
        assert told, "the process that commands are forked from has ended"
        self.pid = int(told)

    def poll(self) -> int | None:
        """Its exit code, if it has ended."""
        if self.code is None and select.select([self.answer], [], [], 0)[0]:
            self.wait()
        return self.code

    def wait(self) -> int:
        """Its exit code, when it has ended; -1 where nobody is left to tell it."""
        if self.code is None:
            with self.answer:
                self.code = int(self.answer.recv(64) or b"-1")
        return self.code


def begin(request: Request, files: list[int]) -> Started:
    """Start a command with these files for standard input, output and error."""
    with _turn:
        return Started(_parent(), request, files)


def _broken_pipe() -> BinaryIO:
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "wb", buffering=0)


_turn = threading.Lock()


@cache
def _parent() -> socket.socket:
    """The socket of the process that all are forked from, started by the first who asks; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        os.set_inheritable(theirs.fileno(), True)
        command = [sys.executable, "-m", "tests.scrapy_process", str(theirs.fileno())]
        subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * MESSAGE)
    return ours


def serve(asked: socket.socket) -> None:
    """Fork a process for each request until nobody can ask any more, and tell each asker its id, and its exit code once
    it has ended. Those that it forked ask by another socket.
    """
    inner, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ended, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer)
    signal.signal(signal.SIGCHLD, lambda *_: None)  # so that the pipe is written to
    answers: dict[int, int] = {}
    while True:
        for ready in select.select([asked, inner, ended], [], [])[0]:
            if ready == ended:
                os.read(ended, MESSAGE)
                continue
            line, files, *_ = socket.recv_fds(ready, MESSAGE, 4)
            if not line:
                return
            child = os.fork()
            if child == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for file in (asked.detach(), inner.detach(), ended, writer, *answers.values(), files[0]):
                    os.close(file)
                _be_scrapy(json.loads(line), files[1:], theirs)
            for file in files[1:]:
                os.close(file)
            answers[child] = files[0]
            _answer(files[0], child)
        while answers and (done := os.waitpid(-1, os.WNOHANG))[0]:
            answer = answers.pop(done[0])
            _answer(answer, os.waitstatus_to_exitcode(done[1]))
            os.close(answer)


def _answer(asker: int, told: int) -> None:
    with contextlib.suppress(OSError):  # it may have gone
        os.write(asker, str(told).encode())


def _be_scrapy(request: Request, files: list[int], parent: socket.socket) -> NoReturn:
    from scrapy.cmdline import execute

    words, environment, file_bytes, humble, crawlall = request
    signal.alarm(HANGS)  # ends the process
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None  # TMPDIR is looked at anew
    sys.path[1:1] = filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))
    time.tzset()
    random.seed()
    util.spawnv_passfds = _fork_python  # type: ignore[attr-defined]
    started = SimpleNamespace(Popen=partial(Child, parent, request), PIPE=subprocess.PIPE)
    sys.modules["commands.crawlall"].subprocess = started  # type: ignore[attr-defined]
    if crawlall:
        os.getppid = lambda: crawlall if _alive(crawlall) else 1
    if file_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    if humble:
        _be_humble()
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    for number, name in ((1, "stdout"), (2, "stderr")):
        if stat.S_ISFIFO(os.fstat(number).st_mode):  # as it would begin on a pipe
            setattr(sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False))
    sys.argv = ["scrapy", *words]
    code: Any = 1
    try:
        execute()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 -- what a person would see of it
        traceback.print_exc()
    _end(code)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Child:
    """What `subprocess.Popen` is to crawlall: one crawl, forked as the crawlall was."""

    def __init__(self, parent: socket.socket, request: Request, command: list[str], **_: Any) -> None:
        reader, writer = os.pipe()
        words = command[command.index("scrapy") + 1 :]
        self.started = Started(parent, (words, *request[1:4], os.getpid()), [0, 1, writer])
        os.close(writer)
        self.stderr = os.fdopen(reader, encoding="utf-8")
        self.returncode: int | None = None

    def communicate(self) -> tuple[None, str]:
        with self.stderr:
            said = self.stderr.read()
        self.returncode = self.started.wait()
        return None, said


def _be_humble() -> None:
    """Give up, for good, a superuser's right to read and write whatever the permissions say (capabilities(7), Linux)."""
    libc, head = ctypes.CDLL(None, use_errno=True), struct.pack("=II", 0x20080522, 0)
    words = ctypes.create_string_buffer(24)
    libc.capget(head, words)
    kept = [
        word & ~0b110 if number < 3 else word for number, word in enumerate(struct.unpack("=6I", words.raw))
    ]
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP, for what is executed from here
    libc.capset(head, struct.pack("=6I", *kept))


def _fork_python(_: bytes, arguments: list[Any], files: tuple[int, ...]) -> int:
    """Start `python -c CODE`, which is the fork server of the readers, with what this process has imported."""
    sys.stdout.flush()  # else the workers print again what waits here
    sys.stderr.flush()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, which the child does without
        child = os.fork()
    if child:
        return child
    kept = sorted({0, 1, 2, *files})
    for low, high in zip(kept, [*kept[1:], os.sysconf("SC_OPEN_MAX")], strict=True):
        os.closerange(low + 1, high)
    try:
        exec(arguments[-1], {})  # noqa: S102 -- the code is the standard library's
    finally:
        os._exit(0)


def _end(code: Any) -> NoReturn:
    """End as the interpreter does, but for what a fork must not do twice."""
    if isinstance(code, str):
        print(code, file=sys.stderr)
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def prepare() -> None:
    """Import once for all what commands import, and work out what does not change, but nothing that looks at the
    environment.
    """
    from sqlite_utils import Database

    from store.shape import make_tables
    from stories.dates import choose_dates, find_mentions
    from stories.extraction import read
    from stories.outlet import Outlet
    from stories.page import Page
    from stories.reader_version import reader_version
    from tests.server import story_page

    for package in (*PACKAGES, *ROOMS):
        found = importlib.import_module(package)
        for module in pkgutil.walk_packages(found.__path__, f"{package}."):
            with contextlib.suppress(ImportError):
                importlib.import_module(module.name)
    import numpy.random  # noqa: F401 -- NumPy imports it when it is first asked for

    make_tables(Database(memory=True))
    reader_version()
    page = Page(
        "https://lamp.example/mill", story_page("Mill closes").encode(), datetime(2026, 3, 1, tzinfo=UTC)
    )
    reading = read(page, Outlet())  # some of its tables are made by the first page
    choose_dates(reading.candidates, Outlet(), page.fetched, "en")
    find_mentions(reading.body, None, "en")
    warm()
    assert "settings" not in sys.modules, "settings.py looks at the environment"
    assert "twisted.internet.reactor" not in sys.modules
    assert threading.active_count() == 1, "a process with threads is not to be forked"
    gc.collect()
    gc.freeze()


def warm() -> None:
    """Do once what each command would do anew: hold classes against one another, read versions, compile patterns."""
    from scrapy import cmdline
    from scrapy.settings import SettingsAttribute
    from scrapy.utils import versions
    from scrapy.utils.misc import is_generator_with_return_value
    from scrapy.utils.spider import iter_spider_classes
    from w3lib.html import get_meta_refresh

    versions.version = cache(versions.version)  # type: ignore[attr-defined]
    versions.get_versions()
    cmdline.entry_points = cache(cmdline.entry_points)  # type: ignore[attr-defined]
    cmdline._get_commands_from_entry_points(True)
    find_commands = cmdline._iter_command_classes
    cmdline._iter_command_classes = cache(lambda package: tuple(find_commands(package)))  # type: ignore[attr-defined]
    SettingsAttribute.__deepcopy__ = _copied  # type: ignore[attr-defined]
    for package in ("scrapy.commands", "commands"):
        cmdline._get_commands_from_module(package, True)
    for name in [name for name in sys.modules if name.startswith("spiders.")]:
        list(iter_spider_classes(sys.modules[name]))
    is_generator_with_return_value(iter_spider_classes)  # any whose source is looked at
    get_meta_refresh("")
    parser = argparse.ArgumentParser()
    parser.add_argument("-1", metavar="N")
    parser.format_help()
    parser.parse_known_args(["-2", "x"])


def _copied(attribute: Any, memo: dict[int, Any]) -> Any:
    """A setting as `copy.deepcopy` copies it, in a tenth of the time: each crawl copies all of them four times."""
    made = object.__new__(type(attribute))
    made.value, made.priority = copy.deepcopy(attribute.value, memo), attribute.priority
    return made


if __name__ == "__main__":
    sock = socket.socket(fileno=int(sys.argv[1]))
    prepare()
    serve(sock)
