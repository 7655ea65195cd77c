"""An outlet: what is known of a publisher before any page of it is read."""

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Outlet:
    """Facts of one outlet, handed to every reader of its pages; the defaults are those of an unknown outlet.

    name: the spider's name (`bbc`); title: the outlet's name in print (`BBC`).
    domains: registered domains; a page belongs to the outlet whose domain its host ends in.
    languages: BCP 47, the likeliest first; empty where unknown.
    country: ISO 3166-1 alpha-2. timezone: IANA name, for times printed without a zone.
    date_order: `DMY`, `MDY` or `YMD`, for dates in digits; empty where unknown.
    signs: names under which the outlet itself signs, as in "BBC News"; never taken for a person.
    """

    name: str = ""
    title: str = ""
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    country: str = ""
    timezone: str = ""
    date_order: str = ""
    signs: tuple[str, ...] = ()
