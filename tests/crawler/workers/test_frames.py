"""Values on their way through a pipe."""

import io

from scraper.crawler.workers.frames import HEAD, pack, read_frame, unpack
from scraper.model.page import FetchResult


def test_values_pass_unchanged() -> None:
    """What is packed comes out of a stream as it was, one after the other."""
    values = [FetchResult("x", b"\0" * 70_000), ("answer", None)]
    stream = io.BytesIO(b"".join(pack(value) for value in values))
    assert [unpack(read_frame(stream) or b"") for _ in values] == values
    assert read_frame(stream) is None


def test_stream_that_ends_inside_a_frame_has_no_more() -> None:
    """A frame that was cut anywhere is none."""
    whole = pack("a value")
    assert all(read_frame(io.BytesIO(whole[:cut])) is None for cut in range(len(whole)))
    assert read_frame(io.BytesIO(whole)) == whole[HEAD.size :]
