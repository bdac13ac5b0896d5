"""From a name to a connection: looked up once, judged whole, connected to what was judged."""

import asyncio
import socket
from collections.abc import Iterable

import pytest

from scraper.errors import GuardError
from scraper.fetcher import dial as module
from scraper.fetcher.dial import Dial
from scraper.fetcher.guard import Guard
from scraper.fetcher.wire import Wire

PUBLIC = "93.184.215.14"
OTHER = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"


class Net:
    """Stands for resolver and network: answers look-ups in turn, notes connections, lets some fail."""

    def __init__(self, answers: Iterable[tuple[str, ...]], dead: tuple[str, ...] = ()) -> None:
        self.answers = list(answers)
        self.dead = dead
        self.reached: list[str] = []

    async def look_up(self, _name: str) -> tuple[str, ...]:
        """Give the next answer."""
        return self.answers.pop(0)

    async def connect(self, ip: str, _port: int) -> Wire:
        """Note the address."""
        self.reached.append(ip)
        if ip in self.dead:
            raise ConnectionRefusedError(ip)
        if ip == "203.0.114.9":
            await asyncio.sleep(9)
        return Wire()


def dial(net: Net, monkeypatch: pytest.MonkeyPatch, guard: Guard | None, host: str = "a.example") -> None:
    """Connect once, to nowhere."""
    monkeypatch.setattr(module, "connect", net.connect)
    asyncio.run(Dial(guard, net.look_up).connect(host, 80, 0.4))


def test_the_judged_address_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is looked up once, and the connection goes to what that look-up said."""
    net = Net([(PUBLIC,), ("127.0.0.1",)])
    dial(net, monkeypatch, Guard())
    assert net.reached == [PUBLIC]
    assert len(net.answers) == 1


def test_a_second_answer_is_judged_as_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads inside at the next connection (rebinding) is refused then."""
    net = Net([(PUBLIC,), ("127.0.0.1",)])
    dial(net, monkeypatch, Guard())
    with pytest.raises(GuardError):
        dial(net, monkeypatch, Guard())
    assert net.reached == [PUBLIC]


@pytest.mark.parametrize("ips", [(PUBLIC, "10.0.0.1"), ("::1", PUBLIC), (OTHER, PUBLIC, "169.254.169.254")])
def test_one_private_address_is_too_many(monkeypatch: pytest.MonkeyPatch, ips: tuple[str, ...]) -> None:
    """A name that leads outside and inside at once is refused before any connection."""
    net = Net([ips])
    with pytest.raises(GuardError):
        dial(net, monkeypatch, Guard())
    assert net.reached == []


def test_the_next_address_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first address refuses or keeps silent, the next one gets its share of the time."""
    net = Net([("203.0.114.9", OTHER, PUBLIC)], dead=(OTHER,))
    dial(net, monkeypatch, Guard())
    assert net.reached == ["203.0.114.9", OTHER, PUBLIC]


def test_few_addresses_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many dead addresses four are tried, and the last refusal is what is told."""
    ips = tuple(f"93.184.215.{last}" for last in range(1, 12))
    net = Net([ips], dead=ips)
    with pytest.raises(ConnectionRefusedError):
        dial(net, monkeypatch, Guard())
    assert len(net.reached) == 4


def test_a_name_without_address_is_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up without result is told as one that failed."""
    with pytest.raises(socket.gaierror):
        dial(Net([()]), monkeypatch, Guard())


def test_numbers_are_judged_without_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that is an IP address is not looked up, but judged."""
    net = Net([])
    dial(net, monkeypatch, Guard(), PUBLIC)
    assert net.reached == [PUBLIC]
    with pytest.raises(GuardError):
        dial(net, monkeypatch, Guard(), "10.0.0.1")


def test_known_hosts_are_judged_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host the guard knows is not looked up; where it leads is judged like everything else."""
    net = Net([])
    dial(net, monkeypatch, Guard(hosts={"a.example": PUBLIC}))
    assert net.reached == [PUBLIC]
    with pytest.raises(GuardError):
        dial(net, monkeypatch, Guard(hosts={"a.example": "127.0.0.1"}))


def test_the_way_to_a_proxy_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a guard any address is connected to."""
    net = Net([("10.0.0.1",)])
    dial(net, monkeypatch, None)
    assert net.reached == ["10.0.0.1"]
