"""What stands between a spider and the network: limits, hosts that rest, the archive, replay."""

import asyncio
import logging
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import BaseSettings
from scrapy.spidermiddlewares.depth import DepthMiddleware
from w3lib.url import canonicalize_url

from extensions import CUT_SHORT, NotFetched, RunRecord
from runs.hosts import REFUSALS, Hosts, retry_after
from runs.run import Run
from store.kept_pages import last_kept
from store.location import Location, located
from store.warc import Capture, as_of, captures, newest, read_capture
from store.warc_file import Asked, WarcArchive
from stories.sites import host_of
from stories.version import VERSION

log = logging.getLogger(__name__)
PATIENCE_SECONDS = 30  # a host that asks to wait no longer is waited for; else its pages are the next run's


class Depth(DepthMiddleware):
    """Counts how many links lead to a request, and drops none."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        self = super().from_crawler(crawler)
        self.maxdepth = 0
        return self


class Limits:
    """Fails a request whose address is too long or lies too deep, so that it leaves a row; Scrapy drops it in silence."""

    def __init__(self, settings: BaseSettings) -> None:
        self.length = settings.getint("URLLENGTH_LIMIT")
        self.depth = settings.getint("DEPTH_LIMIT")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.settings)

    def process_request(self, request: Request) -> None:
        """Raises NotFetched where a request is beyond a limit; a limit of 0 is none."""
        if self.length and len(request.url) > self.length:
            raise NotFetched("address too long", f"{len(request.url)} characters")
        if self.depth and request.meta.get("depth", 0) > self.depth:
            raise NotFetched("too deep", f"more than {self.depth} links lead there")


class Backoff:
    """Leaves a host alone that refuses (401, 403, 429, a challenge) or asks to wait (Retry-After)."""

    def __init__(self, hosts: Hosts) -> None:
        self.hosts = hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if crawler.settings["REPLAY"]:
            raise NotConfigured
        return cls(RunRecord.of(crawler).hosts)

    async def process_request(self, request: Request) -> None:
        """Raises NotFetched where the request's host is left alone for more than half a minute from now."""
        host = host_of(request.url)
        if backoff := self.hosts.backoff(host, datetime.now(UTC)):
            until, reason = backoff
            wait = (until - datetime.now(UTC)).total_seconds()
            if wait > PATIENCE_SECONDS:
                raise NotFetched(
                    "host left alone", f"until {until:%Y-%m-%d %H:%M} UTC, for it answered {reason}"
                )
            await asyncio.sleep(wait)

    def process_response(self, request: Request, response: Response) -> Response:
        """The same response, remembered."""
        host, now = host_of(request.url), datetime.now(UTC)
        asked = retry_after(_header(response, "Retry-After"), now)
        if _header(response, "cf-mitigated") == "challenge":
            self.hosts.refused(host, "a challenge", now)
        elif response.status in REFUSALS or (response.status == 503 and asked):
            self.hosts.refused(host, f"HTTP {response.status}", now, asked)
        return response


class KeepArchive:
    """Writes every answer to the run's WARC file, and notes on the request where it lies. run: it ends that where it
    cannot; what of an address was kept before, its database knows.
    """

    def __init__(self, archive: WarcArchive, run: Run) -> None:
        self.archive = archive
        self.run = run

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        folder = crawler.settings["ARCHIVE_DIR"]
        if not folder or crawler.settings["REPLAY"]:
            raise NotConfigured
        run = RunRecord.of(crawler)
        settings = crawler.settings
        path = Path(folder).absolute() / f"{run.name}.warc.gz"
        largest = settings.getint("ARCHIVE_MEGABYTES") * 2**20
        return cls(WarcArchive(path, about_run(settings, run.name), largest), run)

    def process_response(self, request: Request, response: Response) -> Response:
        """The same response; `request.meta["capture"]` says where and when it was kept.

        Raises NotFetched where it cannot be kept, and ends the run: without proof there is no record.
        """
        if response.status == 304:
            return response
        fetched = datetime.now(UTC).replace(microsecond=0)
        headers = _decoded(response.headers)
        try:
            asked = Asked(request.method, _decoded(request.headers), str(response.ip_address or ""))
            earlier = last_kept(self.run.store, response.url)
            kept = (response.url, fetched, response.status, headers, response.body, asked, earlier)
            offset = self.archive.keep(*kept)
        except OSError as error:
            self.run.end(f"cannot write the archive {self.archive.path}: {error.strerror or error}")
            raise NotFetched("archive cannot be written", str(error)) from error
        request.meta["capture"] = (str(self.archive.path), offset, fetched)
        return response


def about_run(settings: BaseSettings, name: str) -> dict[str, str]:
    """What the `warcinfo` record of a run's files says (ISO 28500, 6.2): software, who operates it, how it asked."""
    kept = ("DOWNLOAD_DELAY", "DOWNLOAD_MAXSIZE", "DOWNLOAD_TIMEOUT", "REDIRECT_MAX_TIMES")
    return {
        "software": f"Cuttings/{VERSION} Scrapy/{version('scrapy')}",
        "format": "WARC File Format 1.0",
        "conformsTo": "http://bibnum.bnf.fr/WARC/WARC_ISO_28500_version1_latestdraft.pdf",
        "isPartOf": name,
        "operator": settings["CONTACT"],
        "http-header-user-agent": settings["USER_AGENT"],
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "description": ", ".join(f"{name}={settings[name]}" for name in kept),
    }


def _decoded(headers: Headers) -> list[tuple[str, str]]:
    pairs = ((name, value) for name, values in headers.items() for value in values)
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs]


class Replay:
    """Answers every request from a WARC file, and touches no network."""

    def __init__(self, path: Location, until: datetime | None = None) -> None:
        self.until = until
        self.latest: datetime | None = None
        self.index: dict[str, list[Capture]] = {}
        self.lost: list[str] = []
        if path.name != "-":  # the spider `archive` says with each request where its answer lies
            for capture in captures(path, self.lost.append):
                capture.payload = b""  # read again when asked for
                self.latest = max(self.latest or capture.fetched, capture.fetched)
                self.index.setdefault(canonicalize_url(capture.url), []).append(capture)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        path = crawler.settings["REPLAY"]
        if not path:
            raise NotConfigured
        until = crawler.settings["REPLAY_AT"]
        self = cls(located(path, Path.cwd()), as_of(until) if until else None)
        if record := crawler.get_extension(RunRecord):  # the shell has none
            record.clock.replayed = self.until or self.latest
            for what in self.lost:
                record.outcomes.trouble(path, "archive cut short", what)
        return self

    def process_request(self, request: Request) -> Response:
        """The capture asked for. Raises NotFetched where the archive holds none."""
        capture_at = request.meta.pop("answer_with", None)  # popped: a redirect copies what is left in meta
        if capture_at is None:
            found = newest(self.index.get(canonicalize_url(request.url), []), self.until)
            if found is None:
                raise NotFetched("not in the archive", request.url)
            capture_at = (str(found.path), found.offset)
        capture = read_capture(located(capture_at[0]), capture_at[1])
        if capture.cut or capture.status == 206:
            raise NotFetched(CUT_SHORT, capture.cut or "HTTP 206: a part of the page")
        request.meta["capture"] = (str(capture.path), capture.offset, capture.fetched)
        return as_response(request, capture)


def as_response(request: Request, capture: Capture) -> Response:
    """The response that the captured answer would be; its payload is decoded, and its headers say so."""
    decoded = ("content-encoding", "content-length", "transfer-encoding")
    headers = Headers()
    for name, value in capture.headers:
        if name.lower() not in decoded:
            headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=request.url, body=capture.payload)
    return kind(request.url, status=capture.status, headers=headers, body=capture.payload, request=request)


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
