"""A desk that is served on a port, and a browser that looks at it and reports whatever goes wrong."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from desk.server import listening, make_desk, serve
from tests.lacking import lacking

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
HOW = "needs Chromium: apt-get install chromium"
WIDE, NARROW = {"width": 1400, "height": 900}, {"width": 360, "height": 740}
GRAVE = ("serious", "critical")
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const inside = element => element.closest('.wide') && !element.matches('.wide');
  return [...document.querySelectorAll('body *')].filter(element => !inside(element))
    .filter(element => element.checkVisibility() && element.getBoundingClientRect().right > room + 1)
    .map(element => element.outerHTML.slice(0, 120));
}"""


class Looker:
    """A browser at a desk. keys: what stands for the ids of records in its paths."""

    def __init__(self, browser: Browser, base: str, keys: dict[str, int]) -> None:
        self.browser, self.base, self.keys = browser, base, keys

    @contextmanager
    def window(self, **options: Any) -> Iterator[Page]:
        """A window of its own. Fails where a page in it reported an error or asked for anything from elsewhere."""
        faults: list[str] = []
        with self.browser.new_context(**options) as context:
            page = context.new_page()
            page.on(
                "console",
                lambda said: faults.append(said.text) if said.type in ("error", "warning") else None,
            )
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
            page.on(
                "request", lambda asked: None if asked.url.startswith(self.base) else faults.append(asked.url)
            )
            yield page
        # That there is no such record is an answer, which the browser reports as an error
        faults = [fault for fault in faults if "404 (Not Found)" not in fault]
        assert not faults, faults

    def go(self, page: Page, path: str) -> None:
        """Open a path, in which names stand for ids."""
        page.goto(self.base + path.format(**self.keys))


def browser_path() -> str | None:
    """Where a browser is."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def needed_browser() -> str:
    """The same; skips a test where there is none."""
    return browser_path() or lacking(HOW)


@contextmanager
def looking(path: Path, keys: dict[str, int], browser: str) -> Iterator[Looker]:
    """A browser at a desk over a database, which is served in this process."""
    sock = listening("127.0.0.1", 0)
    threading.Thread(target=serve, args=(make_desk(path), sock), daemon=True).start()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        yield Looker(opened, f"http://127.0.0.1:{sock.getsockname()[1]}", keys)
        opened.close()


def too_wide(page: Page) -> list[str]:
    """What of a page stands out of the window, but for what is to be scrolled sideways in a box of its own."""
    found: list[str] = page.evaluate(TOO_WIDE)
    return found


def violations(page: Page, *rules: str) -> list[str]:
    """The rules of axe-core that a page breaks gravely: all of them, or those named."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    response = page.evaluate("options => axe.run(options)", {**options, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {one['nodes'][0]['html']}" for one in response["violations"] if one["impact"] in GRAVE
    ]
