"""python -m scrapy browse: the desk, in a browser: read, search, chart and take away what is held."""

import argparse
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from store.held import held

PORT = 8001
MISSING = "{name} is not installed: `make browse` installs it, as does pip install 'cuttings[browse]'"


class Command(ScrapyCommand):
    """Serves the desk until it is ended; it only reads, and crawls may go on writing meanwhile."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, object]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        return "Read, search and chart what is held, in a browser"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--port", type=port, default=PORT, metavar="N", help=f"default {PORT}; 0: any that is free"
        )
        parser.add_argument(
            "--host",
            default="127.0.0.1",
            metavar="ADDRESS",
            help="default 127.0.0.1: this machine alone; docs/desk.md says what to do before others may look",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None  # noqa: S101 -- Scrapy sets it
        path = Path(self.settings["CUTTINGS_DB"])
        with held(path):  # says what is the matter with it, where something is
            pass
        need("datasette")
        from desk.server import listening, make_desk, serve  # only this command needs what they import

        try:
            sock = listening(opts.host, opts.port)
        except OSError as error:
            raise UsageError(refused(opts.host, opts.port, error), print_help=False) from error
        with sock:
            print(f"The desk is at {address(opts.host, sock.getsockname()[1])} (Ctrl-C ends it)", flush=True)
            serve(make_desk(path), sock)


def port(text: str) -> int:
    """The value of --port. Raises ArgumentTypeError for what is no port."""
    if text.isdecimal() and int(text) < 2**16:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port, a number from 0 to {2**16 - 1}")


def need(*names: str) -> None:
    """Raises UsageError where a package of the extra `browse` is not installed."""
    for name in names:
        if not find_spec(name):
            raise UsageError(MISSING.format(name=name), print_help=False)


def address(host: str, number: int) -> str:
    """Where a browser finds the desk."""
    return f"http://{f'[{host}]' if ':' in host else host}:{number}/"


def refused(host: str, number: int, error: OSError) -> str:
    """Why there is no listening there."""
    why = error.strerror or str(error)
    return (
        f"cannot listen on port {number} of {host} ({why}): "
        "name another with --port (make browse PORT=N), or end what uses it"
    )
