"""Pages from WARC."""

import gzip
import io
import sys
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import BufferWARCWriter

from scraper.crawler.delivery import response_record, response_stream
from scraper.errors import MissingExtraError
from scraper.model.document import Skipped
from scraper.model.page import FetchResult, Http
from scraper.reader import reading
from scraper.reader.read import read
from scraper.reader.reading import Remark, Unreadable
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
    monkeypatch.setattr("scraper.reader.warc_frame.MAX_BYTES", 4)
    assert reading.MAX_BYTES > 4
    (page,) = read_warc(io.BytesIO(gzip.decompress(response_record(ANSWER))), "x")
    assert getattr(page, "skipped", None) == "too_large"


def test_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without warcio the message says what to install."""
    monkeypatch.setitem(sys.modules, "warcio.statusandheaders", None)
    with pytest.raises(MissingExtraError, match=r"scraper\[warc\]"):
        [*read_warc(io.BytesIO(), "x")]


def record(kind: str, block: bytes, content: str = "application/http; msgtype=response") -> bytes:
    """Return one record as it stands in a file."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <http://e.example/>\r\nContent-Type: {content}"
    return f"{head}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def served(body: bytes, *headers: str) -> bytes:
    """Return an answer as it came over the wire."""
    return "\r\n".join(["HTTP/1.1 200 OK", *headers, "", ""]).encode() + body


def bodies(data: bytes) -> list[bytes | str]:
    return [page.body for page in read_warc(io.BytesIO(data), "x") if isinstance(page, FetchResult)]


def test_revisit_is_a_skip_that_says_so() -> None:
    """A record of an answer that was the same as an earlier one is one skip with its address."""
    (page,) = read_warc(io.BytesIO(record("revisit", served(b""))), "x")
    assert isinstance(page, Skipped)
    assert (page.skipped, page.url) == ("empty", "http://e.example/")
    assert "revisit" in page.detail


def test_extracted_text_is_passed_over_with_a_word() -> None:
    """Of a WET file no page comes, and one remark says what was passed over."""
    data = record("warcinfo", b"", "application/warc-fields") + record("conversion", b"words", "text/plain") * 2
    (item,) = read_warc(io.BytesIO(data), "x.wet")
    assert isinstance(item, Remark)
    assert "2 conversion" in item.says
    assert "WET" in item.says


def test_resource_is_a_page_where_it_is_html() -> None:
    """A page that was kept without a server is read, a picture is not."""
    data = record("resource", b"<p>kept", "text/html; charset=utf-8") + record("resource", b"PNG", "image/png")
    assert bodies(data) == [b"<p>kept"]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_body_that_is_not_packed_as_its_header_says_stays(coding: str) -> None:
    """Where a header names a coding that is not there the body is taken as it stands."""
    assert bodies(record("response", served(b"<p>plain", f"Content-Encoding: {coding}"))) == [b"<p>plain"]


def test_packed_body_is_unpacked_even_when_it_is_cut() -> None:
    """A packed body gives its words, a cut one those before the cut."""
    packed = gzip.compress(b"<p>packed")
    assert bodies(record("response", served(packed, "Content-Encoding: gzip"))) == [b"<p>packed"]
    assert bodies(record("response", served(packed[:-8], "Content-Encoding: gzip"))) == [b"<p>packed"]
    sent = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    chunked = served(sent, "Content-Encoding: gzip", "Transfer-Encoding: chunked")
    assert bodies(record("response", chunked)) == [b"<p>packed"]


def test_body_that_inflates_beyond_all_measure_is_too_large() -> None:
    """A small answer that unpacks to more than a page may have is a skip, and is never unpacked whole."""
    packer = zlib.compressobj(9)
    bomb = b"".join([*(packer.compress(bytes(2**20)) for _ in range(65)), packer.flush()])
    (page,) = read_warc(io.BytesIO(record("response", served(bomb, "Content-Encoding: deflate"))), "x")
    assert isinstance(page, Skipped)
    assert (page.skipped, page.url) == ("too_large", "http://e.example/")


def test_status_that_is_no_number_costs_nothing() -> None:
    """An answer whose first line is garbled is read."""
    assert bodies(record("response", b"HTTP/1.1 ok fine\r\n\r\n<p>x")) == [b"<p>x"]
