"""Who visits the desk in a test, without a port: Datasette's own client."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
from lxml import html

from desk.server import make_desk


class Visitor:
    """A desk over a database, and what it answers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.desk = make_desk(path)
        self._runner = asyncio.Runner()

    def get(self, address: str) -> httpx.Response:
        """The answer, whatever it is."""
        return self._runner.run(self.desk.client.get(address, follow_redirects=True))

    def get_with(self, path: str, **query: str) -> httpx.Response:
        """The answer to a query of these values."""
        return self.get(f"{path}?{urlencode(query)}")

    def page(self, address: str) -> Any:
        """A page that is there, parsed."""
        answer = self.get(address)
        assert answer.status_code == 200, answer.text
        return html.fromstring(answer.text)

    def words(self, address: str) -> str:
        """The words of a page, one space between them, without what only shows on pointing at a quote."""
        page = self.page(address)
        for tip in page.cssselect(".tip"):
            tip.drop_tree()
        return " ".join(page.text_content().split())

    def value(self, sql: str, *parameters: object) -> Any:
        """What the database itself says."""
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(sql, parameters).fetchone()[0]
        finally:
            connection.close()
