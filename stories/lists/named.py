"""What a list names."""

from dataclasses import dataclass, field
from typing import Literal

from stories.dates import Candidate
from stories.lists.items import Item

ListKind = Literal["feed", "sitemap", "index", "listing", "none"]
# Its address as it stands, empty where there is none; the dates given to it
NamedStory = tuple[str, list[Candidate]]


@dataclass(slots=True)
class Named:
    """What a list names, in its order.

    kind: what sort of list it is; `none` of what is no list. leaves: the sitemaps that an index names.
    whole: by their addresses, the items of which a feed gives the whole text, where that was asked for.
    copies: of an address that it names, (language, address) of its copies in other languages and of itself, as
    `hreflang` links them. following: where a listing goes on; empty where it does not. trouble: what of the list could
    not be read, in a few words; what else it names is here all the same.
    """

    kind: ListKind
    stories: list[NamedStory] = field(default_factory=list)
    leaves: list[str] = field(default_factory=list)
    whole: dict[str, Item] = field(default_factory=dict)
    copies: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    following: str = ""
    trouble: str = ""
