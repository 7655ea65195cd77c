"""A site's pages, sorted: which are stories, which name stories, which are neither, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from stories.extraction import read
from stories.extraction.document import Document, UnreadableError, parse
from stories.item import Story
from stories.lists import Named, read_list
from stories.outlet import Outlet
from stories.page import UNKNOWN, Page
from stories.sites import host_of, registered_domain, same_site
from stories.survey import SurveyError
from stories.survey.layout import stated_text
from stories.text import words_of

MANY = 5_000  # addresses of a list that are looked at
SHORT = 250  # characters; a shorter text may be a list's introduction
FEW_WORDS = 400  # characters of a page that a script is to fill
SHOWN = 3  # examples in a message
JAVASCRIPT = "built by JavaScript"


@dataclass(slots=True)
class Sorted:
    """The pages of one site. links: of each page with mark-up, where it leads. days: when each was fetched."""

    documents: list[Document] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)
    passed: list[tuple[str, str]] = field(default_factory=list)
    lists: list[tuple[str, Named]] = field(default_factory=list)
    robots: list[Page] = field(default_factory=list)
    links: list[set[str]] = field(default_factory=list)
    days: dict[str, str] = field(default_factory=dict)


def of_one_site(url: str, pages: Sequence[Page]) -> list[Page]:
    """The pages of the site at `url`. Raises SurveyError where none or the lesser part of them is."""
    own = [page for page in pages if page.url == UNKNOWN or same_site(host_of(page.url), host_of(url))]
    sites = Counter(registered_domain(host_of(page.url)) for page in pages if page.url != UNKNOWN)
    if not pages:
        raise SurveyError(f"{url}: nothing was found there")
    if 2 * len(own) > len(pages):
        return own
    named = ", ".join(site for site, _ in sites.most_common(SHOWN))
    more = ", ..." if len(sites) > SHOWN else ""
    raise SurveyError(
        f"{len(own)} of {len(pages)} pages are of {registered_domain(host_of(url))}, the others of {named}{more}: "
        "an outlet is one site; give pages of it alone",
        code=2,
    )


def sort_pages(pages: Iterable[Page], host: str) -> Sorted:
    """What each page is."""
    found = Sorted()
    for page in {page.url if page.url != UNKNOWN else id(page): page for page in pages}.values():
        found.days[page.url] = page.fetched.date().isoformat()
        if urlsplit(page.url).path == "/robots.txt":
            found.robots.append(page)
        elif page.status >= 300:  # what only leads on is no page
            found.passed += [(page.url, f"HTTP {page.status}")] if page.status >= 400 else []
        elif (
            named := read_list(page.payload, page.encoding, MANY, whole=True)
        ).kind != "none" and not _is_markup(page):
            found.lists.append((page.url, named))
        else:
            _sort_page(found, page, host)
    return found


def _is_markup(page: Page) -> bool:
    return b"<html" in page.payload[:2000].lower()


def _sort_page(found: Sorted, page: Page, host: str) -> None:
    try:
        document = parse(page)
    except UnreadableError as error:
        found.passed.append((page.url, ": ".join(error.args)))
        return
    found.documents.append(document)
    found.links.append(set(_links(document, host)))
    reading = read(page, Outlet(name="survey"))
    why = reading.refused or ("a front page" if urlsplit(page.url).path.strip("/") == "" else "")
    if not why and (not reading.title or (len(reading.body) < SHORT and not stated_text(document))):
        why = f"{len(reading.body)} characters of text"
    if not why and page.url == UNKNOWN:
        why = "states no address"
    if why and len(words_of(document.tree)) < FEW_WORDS and len(document.scripts) > 1:
        why = JAVASCRIPT
    if why:
        found.passed.append((page.url, why))
        return
    story = Story(page, Outlet(), reading=reading)
    story.resolve_dates()
    found.stories.append(story)


def _links(document: Document, host: str) -> Iterator[str]:
    """Where a page leads on its own site, without what only names a place on a page."""
    for link in document.tree.iter("a"):
        try:
            address = urljoin(document.url, (link.get("href") or "").strip()).split("#")[0]
            if address.startswith("http") and same_site(host_of(address), host):
                yield address
        except ValueError:
            continue


def forbidden(found: Sorted, urls: Iterable[str], agent: str) -> None:
    """Raises SurveyError where the site's robots.txt forbids its front page or its stories."""
    for page in found.robots if found.robots else ():
        if page.status >= 400:
            continue
        rules = RobotFileParser(page.url)
        rules.parse(page.payload.decode("utf-8", "replace").splitlines())
        closed = [url for url in urls if not rules.can_fetch(agent, url)]
        if closed:
            raise SurveyError(
                f"{page.url} forbids {closed[0]}: no spider of ours will ask for it; ask the outlet, or read saved pages "
                "with `crawl archive` or `story`"
            )


def without_story(found: Sorted) -> str:
    """Why there is no story among the pages, and what to do."""
    reasons = Counter(why for _, why in found.passed)
    many = len(found.passed)
    if not many:
        return "no page that could be a story: give some with --pages, or a WARC file"
    why, count = reasons.most_common(1)[0]
    example = next(url for url, one in found.passed if one == why)
    what = {
        JAVASCRIPT: "save the pages in a browser once they are shown, and give them with --pages",
        "consent wall": "agree to it in a browser, save the pages, and give them with --pages",
        "challenge page": "save the pages in a browser, and give them with --pages",
        "paywall stub": "give pages that are public, with --pages",
    }.get(why, "give pages of stories with --pages")
    return f"none of {many} pages is a story; {count} of them: {why}, such as {example}; {what}"
