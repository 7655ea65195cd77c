"""One address for an entry, which the Centre shows under every interface language and with many queries."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

from stories.identity.urls import unwrapped
from stories.outlet import Outlet
from stories.sites import host_of

HOST = "www.business-humanrights.org"
RESOURCE_CENTRE = Outlet(
    name="resource_centre",
    title="Business & Human Rights Resource Centre",
    domains=("business-humanrights.org",),
    timezone="Europe/London",
    date_order="DMY",
    host=HOST,
    keeps_query=False,
)
LANGUAGES = {
    "en", "es", "fr", "pt", "de", "ru", "zh-hans", "zh-hant", "ja", "ko", "ar", "my", "tr", "zh",
}  # fmt: skip
NEWS = {
    "latest-news", "últimas-noticias", "últimas-notícias", "dernières-actualités", "neuste-meldungen",
    "свежие-новости", "最新ニュース", "최신-뉴스", "最新消息", "أحدث-الأخبار", "သတင",
}  # fmt: skip


def entry_address(url: str) -> str:
    """The English address of the Centre's page at `url`, or of which a copy stands there: no query, fragment or final
    slash, letters unescaped.

    The slug is the same under every language, so a Spanish and an English address of an entry become one. An
    address of the old site keeps its form, without the news word. One of another site comes back as it is.
    """
    url = unwrapped(url)
    if f"www.{host_of(url).removeprefix('www.')}" != HOST:
        return url
    path = unicodedata.normalize("NFC", unquote(urlsplit(url).path))
    names = [name for name in path.split("/") if name]
    if names and names[0].lower() in LANGUAGES:
        names[0] = "en"
        if len(names) > 2 and names[1].lower() in NEWS:
            names[1] = "latest-news"
    return f"https://{HOST}/{'/'.join(names)}"


def slug_of(url: str) -> str:
    """The last part of an entry's address: the same on the old site and on the new one."""
    return entry_address(url).rpartition("/")[2]


def is_news(url: str) -> bool:
    """Whether an address is that of one of the new site's entries, in whatever language."""
    parts = urlsplit(entry_address(url)).path.split("/")
    return parts[1:3] == ["en", "latest-news"] and len(parts) > 3


def entry_forms(url: str) -> tuple[str, ...]:
    """Under which addresses, of the old site and of the new one, an entry with the address `url` may be stored."""
    if "/en/latest-news/" in url:
        return url, url.replace("/en/latest-news/", "/en/")
    return (url, url.replace("/en/", "/en/latest-news/")) if re.search(r"/en/[^/#]+$", url) else (url,)
