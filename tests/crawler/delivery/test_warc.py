"""Answers kept as they came."""

import gzip
import io
from dataclasses import replace

import pytest
from warcio.archiveiterator import ArchiveIterator

from scraper.crawler.delivery import response_record, response_stream
from scraper.model.page import FetchResult, Http

HEADERS = (("content-type", "text/html; charset=gbk"), ("content-encoding", "br"), ("x-é", "a\r\n\r\nb"))
ANSWER = FetchResult(
    "https://a.example/", b"<p>\xff\x00", "https://a.example/x",
    Http(200, "https://a.example/x", (), "text/html"), "2026-11-23T05:00:00Z", HEADERS,
)  # fmt: skip


def test_records_are_what_the_standard_says() -> None:
    """A reader of WARC that checks digests and lengths reads every record of a file."""
    data = response_stream(0.0).head + response_record(ANSWER, "192.0.2.1") + response_record(ANSWER)
    found = []
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        body = record.content_stream().read()
        found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
        if record.rec_type == "response":
            assert body == ANSWER.body
            assert record.http_headers.get_statuscode() == "200"
            assert record.http_headers.get_header("Content-Type") == "text/html; charset=gbk"
            assert record.http_headers.get_header("Content-Encoding") is None
            assert record.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "br"
            assert record.http_headers.get_header("Content-Length") == "5"
            assert record.rec_headers.get_header("WARC-Date") == "2026-11-23T05:00:00Z"
    assert found == [("warcinfo", None), *[("response", "https://a.example/x")] * 2]


def test_each_record_is_a_gzip_member_of_its_own() -> None:
    """A record can be read from its own offset, and the same answer gives the same bytes."""
    one = response_record(ANSWER, "192.0.2.1")
    text = gzip.decompress(one)
    assert text.startswith(b"WARC/1.1\r\nWARC-Type: response\r\n")
    assert b"\r\nWARC-IP-Address: 192.0.2.1\r\n" in text
    assert text.endswith(b"\r\n\r\n<p>\xff\x00\r\n\r\n")
    assert one == response_record(ANSWER, "192.0.2.1")


def test_header_cannot_break_out() -> None:
    """A line break inside a header ends nothing."""
    assert b"x-\xe9: a b\r\n" in gzip.decompress(response_record(ANSWER))


@pytest.mark.parametrize("changes", [{"http": None}, {"fetched_at": None}, {"body": "text"}])
def test_only_answers_of_a_server_are_kept(changes: dict[str, None]) -> None:
    """A page that was not fetched has no answer to keep."""
    with pytest.raises(ValueError, match="what a server answered"):
        response_record(replace(ANSWER, **changes))
