"""The links of a page that lists stories."""

from parsel import Selector
from w3lib.encoding import html_to_unicode

from stories.lists.named import Named


def read_links(body: bytes, charset: str | None, links: str, more: str) -> Named:
    """What a listing links to: the `href` of what the CSS selector `links` finds; of `more`, where it goes on."""
    text = html_to_unicode(f"text/html; charset={charset}" if charset else None, body)[1]
    page = Selector(text=text, type="html")
    found = page.css(links).css("::attr(href)").getall()
    following = page.css(more).css("::attr(href)").get() if more else None
    return Named("listing", [(link.strip(), []) for link in found], following=following or "")
