"""Which addresses a crawl may connect to."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
# Not public, though `ipaddress` says so or leaves it open
CLOSED = tuple(
    map(
        ip_network,
        (
            "168.63.129.16/32",  # Azure's own services, inside every machine there
            "192.0.0.0/24",  # of protocols, such as translation of addresses (RFC 6890)
            "192.88.99.0/24",  # 6to4 relays, which are gone
            "64:ff9b::/96",  # NAT64: an IPv4 address in disguise
            "64:ff9b:1::/48",  # NAT64 of one network's own (RFC 8215)
            "::/96",  # IPv4-compatible: the same, long out of use (RFC 4291)
            "::ffff:0:0:0/96",  # IPv4-translated (RFC 2765)
            "2002::/16",  # 6to4: the same
            "2001::/32",  # Teredo: the same
            "fec0::/10",  # site-local, which some networks still have (RFC 3879)
            "100:0:0:1::/64",  # a dummy prefix (RFC 9780)
            "3fff::/20",  # documentation (RFC 9637)
            "5f00::/16",  # segment routing (RFC 9602)
        ),
    )
)


@dataclass(slots=True, frozen=True)
class Guard:
    """Lets a crawl reach public web addresses only, and what is opened by name.

    opened: `address:port` pairs that are allowed although they are not public, e.g. `127.0.0.1:8080`.
    """

    opened: frozenset[str] = frozenset()

    def lets(self, address: str, port: int) -> bool:
        """Whether a connection to an IP address may be made."""
        return f"{address}:{port}" in self.opened or is_public(address)

    def objection(self, url: str) -> str:
        """Why an address is refused before any name is looked up; empty where it is not."""
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname:
            return "no web address"
        try:
            literal, port = ip_address(parts.hostname), parts.port or PORTS[parts.scheme]
        except ValueError:
            return ""  # a name: what it leads to is checked when it is connected to
        return "" if self.lets(str(literal), port) else "address not public"


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet (IANA's special-purpose registries; no multicast)."""
    ip: IPv4Address | IPv6Address = ip_address(address)
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    closed = any(ip in network for network in CLOSED if network.version == ip.version)
    return ip.is_global and not ip.is_multicast and not closed
