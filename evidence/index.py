"""The index of a bundle's captures (CDXJ), and its list of pages, as WACZ 1.1.1 has them."""

import io
import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote_plus, urlsplit

from warcio.archiveiterator import ArchiveIterator

from store.tables import Row


def index_of(archive: bytes, name: str) -> str:
    """A line an answer, sorted: key, time, and where it lies."""
    return "".join(sorted(_lines(archive, name)))


def _lines(archive: bytes, name: str) -> Iterator[str]:
    found = ArchiveIterator(io.BytesIO(archive))
    kept = []
    for one in found:
        one.raw_stream.read()
        kept.append((one, found.get_record_offset(), found.get_record_length()))
    for record, offset, length in kept:
        if record.rec_type not in ("response", "resource", "revisit"):
            continue
        head, answer = record.rec_headers, record.http_headers
        url = head.get_header("WARC-Target-URI")
        time = re.sub(r"\D", "", head.get_header("WARC-Date"))[:14]
        mime = (answer.get_header("Content-Type") if answer else head.get_header("Content-Type")) or ""
        told = {
            "url": url,
            "mime": "warc/revisit" if record.rec_type == "revisit" else mime.split(";")[0].strip() or "unk",
            "status": answer.get_statuscode() if answer else "200",
            "digest": head.get_header("WARC-Payload-Digest") or "",
            "length": str(length),
            "offset": str(offset),
            "filename": name,
        }
        yield f"{surt(url)} {time} {json.dumps(told)}\n"


def surt(url: str) -> str:
    """The sort-friendly form of an address that replay tools look up: `com,bbc)/news?a=1`."""
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    path = parts.path.rstrip("/") or "/"
    query = "&".join(
        sorted(
            f"{quote_plus(k, safe='/:')}={quote_plus(v, safe='/:')}" for k, v in parse_qsl(parts.query, True)
        )
    )
    return f"{','.join(reversed(host.split('.')))}{port}){path}" + (f"?{query}" if query else "")


def pages_of(pages: list[Row], titles: dict[int, str]) -> str:
    """`pages.jsonl`: a head, and an object a page."""
    lines: list[dict[str, str]] = [{"format": "json-pages-1.0", "id": "pages", "title": "Pages"}]
    for row in pages:
        time = row["fetched"].replace("+00:00", "Z")
        title = titles.get(row["id"]) or str(row["url"])
        lines.append({"id": str(row["id"]), "url": row["url"], "ts": time, "title": title})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
