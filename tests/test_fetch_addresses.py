"""Which addresses are fetched: the public web, and what the settings allow; judged where the connection is made."""

import socket
from ipaddress import ip_address

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.fetch import FetchError, ForbiddenAddress, Guard, Web
from bot.fetch.addresses import is_public
from tests.loopback import LOOPBACK, servers

PRIVATE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",  # shared by a provider's customers
    "100.100.100.200",  # metadata of a cloud
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",  # a cloud's own server, public by number
    "169.254.169.254",  # metadata of most clouds
    "172.16.0.1",
    "192.0.0.192",
    "192.168.1.1",
    "192.88.99.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "64:ff9b:1::7f00:1",
    "100::1",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",  # Teredo around 10.0.0.1
    "2001:db8::1",
    "2002:7f00:1::",  # 6to4 around 127.0.0.1
    "2002:a9fe:a9fe::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%1",
    "fec0::1",
    "ff02::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_of_the_public_web_is_known(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "92.46.0.1", "2a02:6b8::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_the_public_web_is_known(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", [*PRIVATE, "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "news.example"])
def test_no_socket_is_opened_to_a_private_address_or_an_odd_one(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with pytest.raises(ForbiddenAddress):
        Guard().socket((family, socket.SOCK_STREAM, 6, "", (address, 80)))


@pytest.mark.parametrize(
    "address, reason",
    [
        ("http://127.0.0.1/", "private"),
        ("http://2130706433/", "private"),
        ("http://0x7f000001/", "private"),
        ("http://0x7f.1/", "private"),
        ("http://0177.0.0.1/", "private"),
        ("http://127.1/", "private"),
        ("http://１２７.０.０.１/", "private"),
        ("http://[::1]/", "private"),
        ("http://[::ffff:7f00:1]/", "private"),
        ("http://[fe80::1%251]/", "private"),
        ("http://localhost/", "private"),
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://8.8.8.8:22/", "port 22"),
        ("http://8.8.8.8:6379/", "port 6379"),
        ("http://user:secret@8.8.8.8/", "password"),
        ("file:///etc/passwd", "not a web address"),
        ("gopher://8.8.8.8/", "not a web address"),
        ("http://8.8.8.8/" + "a" * 3000, "not a web address"),
    ],
)
async def test_an_address_that_is_refused_is_told_in_one_line(address: str, reason: str) -> None:
    async with Web(seconds=2, pause=0) as client:
        with pytest.raises(FetchError, match=reason):
            await client.get(address)


class Names(AbstractResolver):
    """Leads each name to the next of its addresses at each question, as a hostile server of names does."""

    def __init__(self, **addresses: list[str]) -> None:
        self.addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        answers = self.addresses[host.split(".")[0]]
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return [ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=flags)]

    async def close(self) -> None:
        """Nothing is open."""


async def answer_all(request: web.Request) -> web.Response:
    return web.Response(text="inside")


async def test_a_name_that_leads_inside_is_refused_when_it_is_connected_to() -> None:
    async with servers() as serve:
        port = URL(await serve(answer_all)).port
        async with Web(Guard(), resolver=Names(evil=["127.0.0.1"]), pause=0) as client:
            with pytest.raises(FetchError, match="private or reserved"):
                await client.get("http://evil.example:8080/")
        async with Web(Guard(["intranet.example"]), resolver=Names(intranet=["127.0.0.1"]), pause=0) as client:
            assert (await client.get(f"http://intranet.example:{port}/")).body == b"inside"


async def test_a_redirect_inside_is_refused_at_each_step() -> None:
    async def redirect(request: web.Request) -> web.Response:
        raise web.HTTPFound(request.query["to"])

    async with servers() as serve, Web(LOOPBACK, seconds=2, pause=0) as client:
        address = await serve(redirect)
        for place in ("http://169.254.169.254/", "http://[::1]/", "http://10.0.0.1:80/", "http://2852039166/"):
            with pytest.raises(FetchError, match="private or reserved"):
                await client.get(str(URL(address).with_query(to=place)))
        with pytest.raises(FetchError, match="not a web address"):
            await client.get(str(URL(address).with_query(to="file:///etc/passwd")))


async def test_a_proxy_of_the_environment_is_left_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    async with servers() as serve:
        address = await serve(answer_all)
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        async with Web(LOOPBACK, pause=0) as client:
            assert (await client.get(address)).body == b"inside"


async def test_a_proxy_that_is_named_on_purpose_may_stand_inside_and_fetches_nothing_that_is_inside() -> None:
    async def proxy(request: web.Request) -> web.Response:
        return web.Response(text=f"{request.headers['Host']} by proxy")

    proxy.__name__ = "answer_all"
    async with servers() as serve:
        address = str(URL(await serve(proxy)).origin())
        async with Web(Guard(), proxy=address, pause=0) as client:
            assert (await client.get("http://news.example/")).body == b"news.example by proxy"
            with pytest.raises(FetchError, match="private or reserved"):
                await client.get("http://192.168.1.1/")
