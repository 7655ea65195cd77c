"""An outlet: what is known of a publisher before any page of it is read."""

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Layout:
    """One layout of an outlet's pages: CSS selectors for what the general reader would get wrong.

    A field left empty is read by the general rules. Where several layouts fit a page, the first one counts.

    name: the years or the template, as it shows in a reading's origins (`2018-20`).
    matches: a selector that fits every page of this layout and no other page.
    headline, byline, tags, section: the elements whose text is meant.
    body: the paragraphs, headings, lists and block quotes; matches inside another match are part of it.
    drop: elements whose text is no part of the field that holds them.
    published, modified: the elements with the date, `@attribute` after the selector for an attribute
        (`div.date@data-seconds`).
    payload: the script that holds the story as data, `#id` of a JSON script or the name of a JavaScript
        variable. What it says of headline, body, byline, tags and dates counts where the mark-up says nothing.
    reject: pages of this layout are no stories, and why (`video page`).
    """

    name: str
    matches: str
    headline: str = ""
    byline: str = ""
    body: str = ""
    drop: str = ""
    tags: str = ""
    section: str = ""
    published: str = ""
    modified: str = ""
    payload: str = ""
    reject: str = ""


class ListAddress(str):
    """An address that lists stories, as an outlet's file states it.

    seen: where whoever wrote it down had it from. answered: the day on which it was last known to answer, to us or to
    others (ISO 8601); empty: never, it is unconfirmed.
    """

    __slots__ = ("answered", "seen")
    seen: str
    answered: str

    def __new__(cls, url: str, seen: str, answered: str = "") -> "ListAddress":
        self = super().__new__(cls, url)
        self.seen, self.answered = seen, answered
        return self

    def at(self, url: str) -> "ListAddress":
        """Another address of which the same is known: one of those that this is the form of."""
        return ListAddress(url, self.seen, self.answered)


@dataclass(slots=True, frozen=True)
class Outlet:
    """Facts of one outlet, handed to every reader of its pages; the defaults are those of an unknown outlet.

    name: the spider's name (`bbc`); title: the outlet's name in print (`BBC`).
    domains: registered domains; a page belongs to the outlet whose domain its host ends in.
    sections: starts of the paths of its pages ("/mundo"), where others share its domains; empty: all that are no other's.
    languages: BCP 47, the likeliest first; empty where unknown. Of a story in several languages (`hreflang`) a crawl of
        the outlet follows the copy in one of these; `zh` stands for all its scripts, `zh-Hant` for one.
    country: ISO 3166-1 alpha-2. timezone: IANA name, for times printed without a zone.
    date_order: `DMY`, `MDY` or `YMD`, for dates in digits; empty where unknown.
    own_names: names under which the outlet itself signs, as in "BBC News"; never taken for a person.
    layouts: how its pages are marked up, the newest first.
    other_pages: (segment of the path, why) of addresses that hold no story, as in ("live", "live page").
    host: the one host of its canonical addresses. rewrites: (pattern, replacement) applied to their paths.
    other_hosts: hosts of addresses that stay under them. keeps_query: whether the query belongs to a canonical address.
    whole_feeds: its feeds give whole texts, and the text of one makes the story where the page cannot be had.
    stories: pattern that the path of a story's address matches; empty where any may be one.
    """

    name: str = ""
    title: str = ""
    domains: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    country: str = ""
    timezone: str = ""
    date_order: str = ""
    own_names: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()
    other_pages: tuple[tuple[str, str], ...] = ()
    host: str = ""
    other_hosts: tuple[str, ...] = ()
    rewrites: tuple[tuple[str, str], ...] = ()
    keeps_query: bool = True
    whole_feeds: bool = False
    stories: str = ""
