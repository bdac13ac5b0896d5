"""The system's look-up, in threads nobody waits for."""

import asyncio
import socket
import threading
import time

import pytest

from scraper.fetcher.resolver import system


def _answers(*ips: str) -> list[tuple[object, ...]]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 0)) for ip in ips]


def test_addresses_come_in_order_without_doubles(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the resolver says comes in its order, once each."""
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: _answers("93.184.215.14", "1.1.1.1", "93.184.215.14"))
    assert asyncio.run(system("a.example")) == ("93.184.215.14", "1.1.1.1")


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long")])
def test_failures_are_told(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """What the resolver raises is raised to whoever asked."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(type(error)):
        asyncio.run(system("a.example"))


def test_a_look_up_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look-up that hangs can be given up at once, and its thread ends with the program at the latest."""
    hang = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: hang.wait(5) and [])
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        asyncio.run(asyncio.wait_for(system("a.example"), 0.1))
    assert time.monotonic() - began < 4
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "look-up")
    hang.set()


def test_look_ups_do_not_wait_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many look-ups hang, the next one is answered."""
    hang = threading.Event()

    def answer(name: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        if name == "hang.example":
            hang.wait(5)
        return _answers("93.184.215.14")

    monkeypatch.setattr(socket, "getaddrinfo", answer)

    async def story() -> tuple[str, ...]:
        hanging = [asyncio.create_task(system("hang.example")) for _ in range(64)]
        await asyncio.sleep(0)
        found = await asyncio.wait_for(system("a.example"), 2)
        hang.set()
        await asyncio.gather(*hanging)
        return found

    assert asyncio.run(story()) == ("93.184.215.14",)
