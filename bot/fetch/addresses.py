"""Which addresses may be fetched: the public web, and what the settings allow by name or by network.

A name is judged by the addresses that it leads to at the moment of connecting: what a name led to a second ago, and
however a number is written in a link, plays no part.
"""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from yarl import URL

from bot.fetch.answer import FetchError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]]

WEB_PORTS = frozenset((80, 443, 8000, 8008, 8080, 8081, 8443, 8888))
REFUSED = "leads to a private or reserved address, which is never fetched; FETCH_ALLOW can allow it"
LONGEST_ADDRESS = 2_000  # characters
# Each carries an IPv4 address in its last 32 bits.
NAT64 = tuple(map(IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48")))
COMPATIBLE = IPv6Network("::/96")
# Public by number, yet answered by the machine's own host or by nobody.
RESERVED = tuple(
    map(ip_network, ("168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "100::/64", "5f00::/16"))
)


class ForbiddenAddress(OSError):
    """A connection that the guard refuses."""


def is_public(address: Address) -> bool:
    """Tell whether an address is of the public internet, whichever way an IPv4 address is wrapped into IPv6."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and (address in COMPATIBLE or any(address in network for network in NAT64)):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return (
        address.is_global
        and not (address.is_multicast or address.is_reserved or address.is_unspecified)
        and not any(address in network for network in RESERVED if network.version == address.version)
    )


class Guard:
    """Decides what may be fetched. `allowed` are host names, addresses and networks that may be though not public."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed = tuple(allowed)
        networks = {name: _network(name) for name in self._allowed}
        self._networks = tuple(network for network in networks.values() if network)
        self._names = frozenset(name.lower().rstrip(".") for name, network in networks.items() if network is None)
        self._of_names: set[str] = set()  # addresses that an allowed name led to

    def with_names(self, *hosts: str) -> "Guard":
        """Return a guard that allows `hosts` too."""
        return Guard((*self._allowed, *hosts))

    def names(self, host: str) -> bool:
        """Tell whether the settings name this host."""
        address = _address(host)
        return host.lower().rstrip(".") in self._names or (address is not None and self._allows(address))

    def check(self, url: URL) -> None:
        """Raise FetchError for what is no plain web address."""
        if url.scheme not in ("http", "https"):
            raise FetchError("not a web address: http:// or https:// is expected")
        if not url.host or len(str(url)) > LONGEST_ADDRESS:
            raise FetchError("not a web address")
        if url.user or url.password:
            raise FetchError("a name or password in the address is not sent; give the address without")
        address = _address(url.host) or _numeric(url.host)
        if address and not is_public(address) and not self._allows(address):
            raise FetchError(REFUSED)
        if url.port not in WEB_PORTS and not self.names(url.host):
            raise FetchError(f"port {url.port} is none of the web; FETCH_ALLOW can allow the host")

    def led(self, host: str, addresses: Iterable[str]) -> None:
        """Note where a name leads, as just resolved."""
        if self.names(host):
            self._of_names.update(addresses)

    def socket(self, info: AddressInfo) -> socket.socket:
        """Return the socket for one address just before it is connected to. Raises ForbiddenAddress."""
        family, kind, protocol, _, place = info
        address = _address(str(place[0]))
        if address is None or not (is_public(address) or self._allows(address) or str(place[0]) in self._of_names):
            raise ForbiddenAddress(REFUSED)
        return socket.socket(family, kind, protocol)

    def _allows(self, address: Address) -> bool:
        return any(address in network for network in self._networks if network.version == address.version)


def _address(host: str) -> Address | None:
    """Return the address that a host is when written the usual way."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


def _numeric(host: str) -> Address | None:
    """Return what the machine makes of a host of decimal, octal or hexadecimal numbers: 127.1, 0x7f000001."""
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _network(name: str) -> Network | None:
    try:
        return ip_network(name, strict=False)
    except ValueError:
        return None
