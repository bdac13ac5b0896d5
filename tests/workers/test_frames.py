"""What passes through the sockets."""

import io
import socket
from types import MappingProxyType

import pytest

from scraper.model.page import FetchResult
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


def test_values_come_out_one_after_the_other() -> None:
    """A stream gives its values in their order, and then no more."""
    values = [FetchResult("x", b"\0" * 70_000), ("answer", None)]
    stream = io.BytesIO(b"".join(pack(value) for value in values))
    assert [unpack(read_frame(stream) or b"") for _ in values] == values
    assert read_frame(stream) is None


def test_a_stream_that_ends_has_no_further_frame() -> None:
    """The end of a stream is no frame, neither between frames nor anywhere inside one."""
    data = pack("word")
    assert all(read_frame(io.BytesIO(data[:cut])) is None for cut in range(len(data)))
    assert read_frame(io.BytesIO(data)) == data[HEAD.size :]


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
