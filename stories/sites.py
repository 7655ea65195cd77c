"""Sites: whose host an address has, by the Public Suffix List (https://publicsuffix.org) that comes with tldextract."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract


def host_of(url: str) -> str:
    """The host of `url` in lower case, without a final dot; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").removesuffix(".")
    except ValueError:
        return ""


def is_within(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is one of the domains or a subdomain of one."""
    return any(host == domain or host.endswith("." + domain) for domain in domains)


def same_site(one: str, other: str) -> bool:
    """Whether two hosts are under one registered domain; a `www.` makes no difference, whatever the list says."""
    one, other = one.lower().removeprefix("www."), other.lower().removeprefix("www.")
    return bool(one) and (one == other or registered_domain(one) == registered_domain(other))


@lru_cache(maxsize=10_000)
def registered_domain(host: str) -> str:
    """The part of a host that somebody registered: `bbc.co.uk` of `news.bbc.co.uk`, `lamp.github.io` of itself.

    In lower case, letters of all scripts as such and not as `xn--`. An address of digits, a single label and a public
    suffix are themselves. A last label that the list does not have is a suffix, as its rule `*` says.
    """
    host = re.sub(r"(?<![^.])xn--[^.]+", _letters, host.strip().lower().removesuffix("."))
    if _is_number(host):
        return host
    found = _suffixes()(host)
    if found.suffix:
        return found.top_domain_under_public_suffix or host
    return ".".join(host.split(".")[-2:])


def _letters(label: re.Match[str]) -> str:
    try:
        return label[0].removeprefix("xn--").encode().decode("punycode").lower()
    except UnicodeError:
        return label[0]


def _is_number(host: str) -> bool:
    try:
        return bool(ip_address(host.strip("[]")))
    except ValueError:
        return False


@cache
def _suffixes() -> "TLDExtract":
    """The list that came with the package, never one from the network. Its import takes time that few runs need."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
