"""The server: Datasette over the database, with our pages, looks and rules. Nothing can be written through it."""

import os
import socket
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from datasette import handle_exception
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from desk import plugin
from desk.metadata import NAME, metadata
from desk.snapshot import Reader

ROOM = Path(__file__).parent
BUSY_SECONDS = 5  # a crawl folds its log into the file now and then
SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 2000,
    "facet_time_limit_ms": 400,
    "suggest_facets": False,  # it tries each column of a table, for a second and more; a column's own menu has its facet
    "num_sql_threads": 4,
    "truncate_cells_html": 240,
    "allow_download": False,
    "default_cache_ttl": 0,  # a crawl may be writing
}


class ReadOnly(Database):  # type: ignore[misc]  # Datasette has no types
    """The database's file, opened by every thread for reading alone, whatever characters its path has."""

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A connection. Raises PermissionError where one is asked for to write."""
        if write:
            raise PermissionError("the desk only reads")
        # Not immutable: a crawl may write, and SQLite then shows each reader one state of it
        uri = f"file:{quote(os.fsencode(self.path))}?mode=ro"
        connection = sqlite3.connect(
            uri, uri=True, check_same_thread=False, timeout=BUSY_SECONDS, factory=Reader
        )
        connection.kept = {}
        self._all_file_connections.append(connection)
        return connection


def make_desk(path: Path, **settings: Any) -> Datasette:
    """Datasette with our pages over the database at a path, which must be there and of this Cuttings."""
    if not pm.is_registered(plugin):
        pm.register(plugin, name="cuttings")
        pm.unregister(handle_exception)  # it prints the stack of every address that is not there
    desk = Datasette(
        memory=False,
        metadata=metadata(),
        template_dir=str(ROOM / "templates"),
        static_mounts=[("static", str(ROOM / "static"))],
        settings=SETTINGS | settings,
    )
    desk.remove_database("_memory")
    desk.add_database(ReadOnly(desk, str(path.absolute()), is_mutable=True), name=NAME)
    return desk


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 is any that is free. Raises OSError where it cannot."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    sock = socket.socket(family, kind, protocol)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen()
    except OSError:
        sock.close()
        raise
    return sock


def serve(desk: Datasette, sock: socket.socket) -> None:
    """Answer on a socket until the process is told to end."""
    config = uvicorn.Config(desk.app(), lifespan="on", log_level="warning", server_header=False)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[sock])
