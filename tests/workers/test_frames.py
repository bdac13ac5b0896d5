"""What passes through the sockets."""

import io
import socket
from types import MappingProxyType

import pytest

from scraper.workers.frames import HEAD, pack, read_frame, receive, send, unpack


@pytest.mark.parametrize(
    "value", [None, "", b"x" * 100_000, {"a": (1, 2.5)}, MappingProxyType({"a": MappingProxyType({})})]
)
def test_values_come_out_as_they_went_in(value: object) -> None:
    """A value is the same after its way, read-only tables included."""
    frame = read_frame(io.BytesIO(pack(value)))
    assert frame is not None
    found = unpack(frame)
    assert (found, type(found)) == (value, type(value))


def test_a_stream_that_ends_has_no_further_frame() -> None:
    """The end of a stream is no frame, neither between frames nor inside one."""
    data = pack("word")
    assert read_frame(io.BytesIO(b"")) is None
    assert read_frame(io.BytesIO(data[: HEAD.size - 1])) is None
    assert read_frame(io.BytesIO(data[:-1])) is None


def test_one_frame_is_read_and_no_byte_more() -> None:
    """What follows a frame stays in the socket."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(ours, "first")
        ours.sendall(b"rest")
        assert receive(theirs) == "first"
        assert theirs.recv(10) == b"rest"
        ours.close()
        with pytest.raises(EOFError):
            receive(theirs)
