"""What a page may load and run: its own files, and nothing from elsewhere (Content Security Policy, level 3)."""

import re
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from jinja2.ext import Extension

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

EVERYWHERE = (
    "default-src 'none'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; "
)
OURS = EVERYWHERE + "script-src 'self'; style-src 'self'"
# Datasette's own pages have scripts in their templates: those alone are given the request's nonce. Its editor of SQL
# makes styles as it runs
DATASETTES = EVERYWHERE + ("script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'")
HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
}
POLICY = b"content-security-policy"
INLINE = re.compile(r"<script\b")


class Nonces(Extension):
    """Writes the nonce into what templates say, so that a script that a record brings along has none."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template, each script and style of which asks for the request's nonce."""
        return INLINE.sub('<script nonce="{{ nonce }}"', source)


def guarded(app: App) -> App:
    """The same application, every answer of which has a policy: its own, or the one for Datasette's pages."""

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        nonce = secrets.token_urlsafe(16)

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = with_policy(message.get("headers", []), nonce)
            await send(message)

        await app({**scope, "nonce": nonce}, receive, answered)

    return asked


def with_policy(headers: list[tuple[bytes, bytes]], nonce: str) -> list[tuple[bytes, bytes]]:
    """The headers of an answer, and those that every answer has."""
    named = {name.lower() for name, _ in headers}
    wanted = HEADERS | {POLICY: DATASETTES.format(nonce=nonce).encode()}
    return [*headers, *((name, value) for name, value in wanted.items() if name not in named)]
