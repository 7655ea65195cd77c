"""The pictures in docs/, of the sample's desk in a browser: `make pictures`, after `make crawl`.

No two machines draw letters alike: pictures are made anew where a page looks different, not to be compared.
"""

import base64
import sqlite3
import sys
from pathlib import Path

from playwright.sync_api import Page

from tests.browse.looker import HOW, browser_path, looking

ROOT = Path(__file__).parent.parent.parent
SAMPLE, FOLDER = ROOT / "data" / "sample.db", ROOT / "docs" / "pictures"
SIZE = {"width": 1180, "height": 760}
PHONE = {"width": 360, "height": 640}
KEYS = {
    "story": "SELECT story FROM versions WHERE number = 2 ORDER BY story LIMIT 1",
    "entry": "SELECT entry FROM passages WHERE fidelity = 'altered' ORDER BY entry LIMIT 1",
}
PICTURES = {  # by name: the address, the window, its colours, and what is at its top
    "front": ("/", SIZE, "light", ""),
    "story": ("/story/{story}", SIZE, "light", ""),
    "story-dark": ("/story/{story}", PHONE, "dark", ".legend"),
    "entry": ("/entry/{entry}", SIZE, "light", ""),
    "search": ("/quotes?q=wages+OR+passport&since=2019-01-01", SIZE, "light", ""),
    "charts": ("/charts", SIZE, "light", ""),
}


def main() -> None:
    """Make them all. Ends with a sentence where there is no browser or no sample."""
    browser = browser_path()
    if browser is None:
        sys.exit(HOW)
    if not SAMPLE.is_file():
        sys.exit(f"no {SAMPLE.relative_to(ROOT)}: `make crawl` makes it")
    with looking(SAMPLE, keys(SAMPLE), browser) as looker:
        for name, (path, size, colours, top) in PICTURES.items():
            with looker.window(viewport=size, color_scheme=colours) as page:
                looker.go(page, path)
                if top:
                    page.evaluate("top => document.querySelector(top).scrollIntoView()", top)
                picture = FOLDER / f"{name}.webp"
                picture.write_bytes(taken(page))
                print(f"{picture.relative_to(ROOT)} {picture.stat().st_size:,} bytes")


def keys(path: Path) -> dict[str, int]:
    """The ids that the addresses name, of a database."""
    connection = sqlite3.connect(path)
    try:
        return {name: connection.execute(sql).fetchone()[0] for name, sql in KEYS.items()}
    finally:
        connection.close()


def taken(page: Page) -> bytes:
    """A picture of the window, as WebP."""
    session = page.context.new_cdp_session(page)
    answer = session.send("Page.captureScreenshot", {"format": "webp", "quality": 55})
    return base64.b64decode(answer["data"])


if __name__ == "__main__":
    main()
