"""Whose host an address has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.sites import host_of, is_within, registered_domain, same_site

REGISTERED = {
    "lamp.com": "lamp.com",
    "www.lamp.com": "lamp.com",
    "taz.de": "taz.de",  # three letters before a country's two
    "www.taz.de": "taz.de",
    "blogs.taz.de": "taz.de",
    "news.bbc.co.uk": "bbc.co.uk",
    "bbc.co.uk": "bbc.co.uk",
    "co.uk": "co.uk",  # a suffix is itself
    "www.economie.gouv.fr": "economie.gouv.fr",
    "sante.gouv.fr": "sante.gouv.fr",
    "gouv.fr": "gouv.fr",
    "www.lamp.com.au": "lamp.com.au",
    "lamp.org.uk": "lamp.org.uk",
    "news.lamp.or.jp": "lamp.or.jp",
    "www.city.kawasaki.jp": "city.kawasaki.jp",  # the list's exception
    "lamp.com.br": "lamp.com.br",
    "lamp.github.io": "lamp.github.io",
    "www.lamp.github.io": "lamp.github.io",
    "mill.blogspot.com": "mill.blogspot.com",
    "news.mill.netlify.app": "mill.netlify.app",
    "www.mühle.de": "mühle.de",
    "www.xn--mhle-0ra.de": "mühle.de",
    "磨坊.公司.cn": "磨坊.公司.cn",
    "www.xn--99999999.de": "xn--99999999.de",  # no letters
    "www.lamp.example": "lamp.example",  # of a last label that the list does not have
    "lamp.internal": "lamp.internal",
    "localhost": "localhost",
    "192.0.2.17": "192.0.2.17",
    "2001:db8::1": "2001:db8::1",
    "[2001:db8::1]": "[2001:db8::1]",
    "News.LAMP.Co.UK": "lamp.co.uk",
    "news.lamp.co.uk.": "lamp.co.uk",
    "": "",
}


@pytest.mark.parametrize(("host", "domain"), REGISTERED.items(), ids=range(len(REGISTERED)))
def test_the_part_of_a_host_that_somebody_registered(host: str, domain: str) -> None:
    assert registered_domain(host) == domain


@given(
    st.lists(
        st.sampled_from(["www", "lamp", "xn--mhle-0ra", "磨坊", "co", "uk", "com", "github", "io", "1"]),
        max_size=5,
    )
)
def test_a_registered_domain_is_its_own(labels: list[str]) -> None:
    domain = registered_domain(".".join(labels))
    assert registered_domain(domain) == domain


@given(st.text(max_size=30) | st.text("axn-.:[]1@/ ", max_size=15))
def test_no_text_is_too_odd(host: str) -> None:
    assert same_site(host, host) == bool(host.lower().removeprefix("www."))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("taz.de", "www.taz.de", True),
        ("m.lamp.co.uk", "www.lamp.co.uk", True),
        ("lamp.co.uk", "mill.co.uk", False),
        ("economie.gouv.fr", "sante.gouv.fr", False),
        ("lamp.github.io", "mill.github.io", False),
        ("github.io", "www.github.io", True),
        ("www.mühle.de", "xn--mhle-0ra.de", True),
        ("192.0.2.17", "198.51.2.17", False),
        ("localhost", "localhost", True),
        ("WWW.lamp.example", "lamp.example", True),
        ("", "", False),
    ],
)
def test_hosts_of_one_site(one: str, other: str, same: bool) -> None:
    assert same_site(one, other) == same_site(other, one) == same


def test_the_host_of_an_address() -> None:
    assert host_of("https://WWW.Lamp.Example.:8080/a") == "www.lamp.example"
    assert host_of("https://[2001:db8::1]/a") == "2001:db8::1"
    assert host_of("https://[2001/a") == host_of("lamp") == ""


def test_a_domain_holds_its_subdomains_and_no_other_that_ends_alike() -> None:
    assert is_within("news.lamp.example", ("mill.example", "lamp.example"))
    assert not is_within("oldlamp.example", ("lamp.example",))


def test_the_list_is_the_bundled_one_and_is_read_when_it_is_needed(tmp_path: Path) -> None:
    code = """
import socket, sys
socket.socket.connect = socket.getaddrinfo = None
import stories.extraction.reading
from stories.sites import registered_domain, same_site
assert same_site("www.lamp.example", "lamp.example")
assert "tldextract" not in sys.modules
assert registered_domain("www.economie.gouv.fr") == "economie.gouv.fr"
"""
    env = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=env, cwd=Path(__file__).parents[2])
    assert not list(tmp_path.iterdir())
