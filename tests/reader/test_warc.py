"""Pages from WARC."""

import gzip
import io
import sys
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import BufferWARCWriter

from scraper.crawler.delivery import response_record, response_stream
from scraper.errors import MissingExtraError
from scraper.model.page import FetchResult, Http
from scraper.reader import reading
from scraper.reader.read import read
from scraper.reader.reading import Unreadable
from scraper.reader.warc import read_warc

HTTP = Http(200, "https://a.example/x", (), "text/html; charset=gbk", '"e"', "Mon, 23 Nov 2026 05:00:00 GMT", "zh")
HEADERS = (
    ("content-type", "text/html; charset=gbk"), ("etag", '"e"'),
    ("last-modified", "Mon, 23 Nov 2026 05:00:00 GMT"), ("content-language", "zh"),
)  # fmt: skip
ANSWER = FetchResult("https://a.example/x", b"<p>\xc4\xe3", HTTP.url, HTTP, "2026-11-23T05:00:00Z", HEADERS)


def foreign(chunked: bytes) -> bytes:
    """Return a WARC as other programs write them, with requests and codings."""
    writer = BufferWARCWriter(gzip=False)
    headers = StatusAndHeaders("200 OK", [("Transfer-Encoding", "chunked")], protocol="HTTP/1.1")
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "b")], is_http_request=True)
    writer.write_record(writer.create_warc_record("https://b.example/", "request", http_headers=asked))
    answer = writer.create_warc_record(
        "https://b.example/", "response", payload=io.BytesIO(chunked), length=len(chunked), http_headers=headers
    )
    writer.write_record(answer)
    return bytes(writer.get_contents())


@pytest.mark.parametrize("name", ["x.warc.gz", "X.WARC.GZ"])
def test_what_a_crawl_kept_is_read_back(tmp_path: Path, name: str) -> None:
    """The answers of a crawl come back with address, time, and what the server said."""
    path = tmp_path / name
    path.write_bytes(response_stream(0.0).head + response_record(ANSWER) * 2)
    pages = [*read([str(path)], io.BytesIO())]
    expected = [FetchResult(f"{path}#{n}", ANSWER.body, HTTP.url, HTTP, ANSWER.fetched_at) for n in (2, 3)]
    assert pages == expected


def test_codings_are_taken_off() -> None:
    """Of other programs' files the responses are read, chunks put together."""
    (page,) = read_warc(io.BytesIO(foreign(b"3\r\n<p>\r\n2\r\nhi\r\n0\r\n\r\n")), "x.warc")
    assert isinstance(page, FetchResult)
    assert (page.source, page.body, page.url) == ("x.warc#2", b"<p>hi", "https://b.example/")


def test_cut_archive_gives_what_came_before(tmp_path: Path) -> None:
    """Answers before a damage are read, and the damage is told."""
    path = tmp_path / "x.warc.gz"
    path.write_bytes(response_record(ANSWER) + response_record(ANSWER)[:-20])
    first, last = read([str(path)], io.BytesIO())
    assert isinstance(first, FetchResult)
    assert isinstance(last, Unreadable)
    path.write_bytes(gzip.decompress(response_record(ANSWER))[:-6])
    (only,) = read([str(path.rename(tmp_path / "x.warc"))], io.BytesIO())
    assert only == Unreadable(str(tmp_path / "x.warc"), "the file ends in the midst of a record")
    path = tmp_path / "y.warc.gz"
    path.write_bytes(b"nothing of the kind\n" * 9)
    path = path.rename(tmp_path / "y.warc")
    (only,) = read([str(path)], io.BytesIO())
    assert isinstance(only, Unreadable)


def test_too_large_answer_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer above the bound of a page is skipped with that reason."""
    monkeypatch.setattr("scraper.reader.warc.MAX_BYTES", 4)
    assert reading.MAX_BYTES > 4
    (page,) = read_warc(io.BytesIO(response_record(ANSWER)), "x")
    assert getattr(page, "skipped", None) == "too_large"


def test_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without warcio the message says what to install."""
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    with pytest.raises(MissingExtraError, match=r"scraper\[warc\]"):
        [*read_warc(io.BytesIO(), "x")]
