"""A site by its pages: what its outlet is, and where its stories are named."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from stories.extraction import read
from stories.extraction.document import Document
from stories.extraction.metadata.address import absolute
from stories.extraction.metadata.language import stated_language
from stories.identity.urls import canonical_url, is_story
from stories.item import Story
from stories.outlet import Outlet
from stories.page import Page
from stories.sites import host_of, registered_domain, same_site
from stories.survey import Survey, SurveyError
from stories.survey.addresses import keeps_query, other_pages, story_pattern
from stories.survey.facts import country_of, date_order, most_common, name_of, site_title, timezone_of
from stories.survey.layout import find_layout
from stories.survey.sorting import SHOWN, Sorted, forbidden, of_one_site, sort_pages, without_story

ON_MOST = 0.5  # of the pages: a link on more of them belongs to the site's menu
FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def survey(url: str, pages: Sequence[Page], name: str, agent: str) -> Survey:
    """See `stories.survey.survey`, the door."""
    own = of_one_site(url, pages)
    found = sort_pages(own, host_of(url))
    forbidden(found, [url, *(story.page.url for story in found.stories)], agent)
    if not found.stories:
        raise SurveyError(without_story(found))
    told = facts(url, found, name or name_of(url))
    _read(told)
    if layout := find_layout(told, _whole_texts(found, told.outlet)):
        told.outlet = replace(told.outlet, layouts=(layout,))
        _read(told)
    name_lists(told, found, url)
    told.passed = found.passed
    return told


def _read(told: Survey) -> None:
    """Read the stories with the outlet's facts."""
    for story in told.stories:
        story.outlet = told.outlet
        story.reading = read(story.page, told.outlet, given=True)
        story.resolved = None  # without these facts
        story.resolve_dates()


def _whole_texts(found: Sorted, outlet: Outlet) -> dict[str, str]:
    """The whole texts that feeds give of the stories, by the addresses of their pages."""
    given = {
        _canonical(link, outlet): item.text for _, named in found.lists for link, item in named.whole.items()
    }
    return {story.page.url: given.get(_canonical(_address(story), outlet), "") for story in found.stories}


def facts(url: str, found: Sorted, name: str) -> Survey:
    """The outlet that the stories of a site are of."""
    urls = [canonical_url(_address(story)) for story in found.stories]
    hosts = [host_of(address) for address in urls]
    host = most_common(hosts)
    menu = _menu(found.links) - set(urls)
    strays = menu | {address for address, _ in found.passed}
    title = site_title(found.documents, host)
    country = country_of(registered_domain(host), found.documents)
    outlet = Outlet(
        name=name,
        title=title,
        domains=(registered_domain(host_of(url)),),
        languages=_languages(found),
        country=country,
        timezone=timezone_of(country, found.stories),
        date_order=date_order(found.stories),
        keeps_query=keeps_query(urls),
        host=host if set(hosts) == {host} and len(hosts) >= SHOWN else "",
        stories=story_pattern(urls, strays),
        own_names=(title,),
        other_pages=other_pages(urls, set().union(strays, *found.links)),
    )
    told = Survey(outlet, stories=found.stories)
    told.notes += _notes(outlet, found)
    return told


def _address(story: Story) -> str:
    """The address that counts: the page's own, where its canonical one is of another site or of none."""
    stated = story.read.url
    return stated if same_site(host_of(stated), host_of(story.page.url)) else story.page.url


def _menu(links: Sequence[set[str]]) -> set[str]:
    """Links that most pages have; of one page alone nothing is known."""
    counted = Counter(address for one in links for address in one)
    return {address for address, count in counted.items() if len(links) > 2 and count > ON_MOST * len(links)}


def _languages(found: Sorted) -> tuple[str, ...]:
    counted = Counter(story.read.language for story in found.stories if story.read.language)
    stated = Counter(filter(None, map(stated_language, found.documents)))
    likeliest = [
        language.split("-")[0] if language[3:].isupper() else language
        for language, _ in (counted or stated).most_common()
    ]
    return tuple(dict.fromkeys(likeliest))


def _notes(outlet: Outlet, found: Sorted) -> Iterator[str]:
    if not outlet.stories:
        yield "no pattern tells its stories' addresses from others: give more pages, or write one"
    if not outlet.country:
        yield "its country is not known: neither the site's suffix nor its pages say"
    if not outlet.timezone:
        yield "its time zone is not known: times without one are taken for UTC"
    if len(found.stories) < SHOWN:
        yield f"only {len(found.stories)} of the pages are stories: what is learnt from so few may not hold for others"


def name_lists(told: Survey, found: Sorted, url: str) -> None:
    """Fill feeds, sitemaps, leaves and listings: those that answered first, then those that pages name."""
    given = {"feed": told.feeds, "sitemap": told.sitemaps, "index": told.sitemaps}
    for address, named in found.lists:
        told.answered[address] = found.days.get(address, "")
        kept = [
            story
            for story, _ in named.stories
            if story and is_story(_canonical(story, told.outlet), told.outlet)
        ]
        if named.kind == "index" or kept:
            given[named.kind].append(address)
    leaves = [leaf for _, named in found.lists for leaf in named.leaves]
    told.sitemaps[:] = [address for address in told.sitemaps if address not in leaves]
    if leaves and any("news" in leaf.rsplit("/", 1)[-1] for leaf in leaves):
        told.leaves = "news"
    gone = {address for address, _ in found.passed}
    told.feeds += [feed for feed in dict.fromkeys(_feeds(found)) if feed not in {*told.answered, *gone}]
    for page in found.robots[:1]:
        rules = RobotFileParser(page.url)
        rules.parse(page.payload.decode("utf-8", "replace").splitlines())
        told.sitemaps += [
            one for one in rules.site_maps() or () if one not in (*told.answered, *leaves, *gone)
        ]
    front = [document.url for document in found.documents if _is_front(document)]
    if told.feeds or told.sitemaps:
        return
    if front and told.outlet.stories:
        told.listings = front[:1]
        told.answered |= {address: found.days.get(address, "") for address in front[:1]}
    else:
        told.notes.append(
            "no feed, sitemap or front page is known that names stories: give its front page too, or write one"
        )


def _feeds(found: Sorted) -> list[str]:
    """The feeds that front pages name, else those that most stories do."""
    return _named_by_most(list(filter(_is_front, found.documents))) or _named_by_most(found.documents)


def _is_front(document: Document) -> bool:
    return urlsplit(document.url).path.strip("/") == ""


def _named_by_most(documents: Sequence[Document]) -> list[str]:
    counted: Counter[str] = Counter()
    for document in documents:
        for link in document.tree.iter("link"):
            if "alternate" in (link.get("rel") or "").lower() and (link.get("type") or "").lower() in FEEDS:
                address = absolute(link.get("href") or "", document.url)
                if same_site(host_of(address), host_of(document.url)):
                    counted[address] += 1
    many = len(documents)
    return [address for address, count in counted.most_common(SHOWN) if 2 * count > many or many < SHOWN]


def _canonical(url: str, outlet: Outlet) -> str:
    try:
        return canonical_url(url, outlet)
    except ValueError:
        return ""
