"""Bytes to and from one connection."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable

import pytest

from scraper.fetcher.wire import Wire, connect

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def run(serve: Serve, story: Callable[[Wire], Awaitable[None]]) -> None:
    """Tell a story with a connection to a server."""

    async def tell() -> None:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        async with server:
            wire = await connect("127.0.0.1", server.sockets[0].getsockname()[1])
            try:
                await story(wire)
            finally:
                wire.close()

    asyncio.run(asyncio.wait_for(tell(), 10))


def test_what_is_sent_is_read_to_its_end() -> None:
    """Bytes come in order, then nothing, and then nothing again."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"one ")
        await asyncio.sleep(0.05)
        writer.write(b"two")
        writer.close()

    async def story(wire: Wire) -> None:
        found = [await wire.read() for _ in range(4)]
        assert b"".join(found) == b"one two"
        assert found[-2:] == [b"", b""]
        assert not wire.idle

    run(serve, story)


def test_the_sender_waits_for_the_reader() -> None:
    """However much is sent, little of it is held while nobody reads, and all of it comes."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(bytes(20_000_000))
        writer.close()

    async def story(wire: Wire) -> None:
        await asyncio.sleep(0.2)
        assert wire._size < 1_000_000
        size = 0
        while piece := await wire.read():
            size += len(piece)
        assert size == 20_000_000

    run(serve, story)


def test_what_comes_unasked_shows() -> None:
    """A connection is idle as long as nothing came, and not after."""
    said = asyncio.Event()

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await said.wait()
        writer.write(b"!")
        await writer.drain()

    async def story(wire: Wire) -> None:
        assert wire.idle
        assert wire.take() is None
        said.set()
        await asyncio.sleep(0.1)
        assert not wire.idle
        assert wire.take() == b"!"

    run(serve, story)


def test_a_reset_is_an_error() -> None:
    """A connection that is reset breaks reading, and writing after it."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    async def story(wire: Wire) -> None:
        with pytest.raises(ConnectionResetError):
            await wire.read()
        with pytest.raises(ConnectionResetError):
            wire.send(b"x")

    run(serve, story)


def test_writers_wait_for_those_who_read_nothing() -> None:
    """More than a server takes makes the sender wait, and the end of the connection frees it."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.transport.abort()

    async def story(wire: Wire) -> None:
        assert wire.send(bytes(30_000_000))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(wire.drain(), 0.1)
        await wire.drain()
        assert wire.ended

    run(serve, story)
