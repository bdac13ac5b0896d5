"""From an answer to a page."""

import gzip
import re
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.decode import decode
from scraper.model.document import Skipped, SkipReason
from scraper.model.page import Encoding, FetchResult, Http, Page

CASE = re.compile(rb"^#data\n(.*?)\n#encoding\n([^\n]*)", re.DOTALL | re.MULTILINE)
STARTS = (
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"<meta charset=gbk>",
    b"<meta charset=euc-jp>",
    b"<?xml ",
    b"{",
)


def cases(folder: Path) -> Iterator[tuple[bytes, str]]:
    """Yield bytes and expected encoding of all cases."""
    for file in sorted(folder.glob("*.dat")):
        for data, name in CASE.findall(file.read_bytes()):
            yield data, name.decode().strip().lower()


def page(body: bytes | str) -> Page:
    """Decode what has to give a page."""
    found = decode(FetchResult("here", body))
    assert isinstance(found, Page)
    return found


def skipped(body: bytes | str) -> Skipped:
    """Decode what has to give a skip."""
    found = decode(FetchResult("here", body))
    assert isinstance(found, Skipped)
    return found


def test_conformance_vectors(shared: Path):
    """All cases of html5lib's encoding tests give the encoding they name."""
    found = list(cases(shared / "vectors" / "encoding"))
    assert len(found) == 82
    assert [(data, name) for data, name in found if page(data).encoding.name != name] == []


def test_pages_of_the_corpora_are_read_whole(shared: Path):
    """News pages of five languages hold the letters of the story that was read off them."""
    folder = shared / "corpora" / "daniel" / "html"
    pages = [page(gzip.decompress(file.read_bytes())) for file in sorted(folder.glob("*.gz"))[::40]]
    assert [p.encoding for p in pages if p.encoding.name not in {"utf-8", "windows-1252"}] == []
    assert sum(p.text.count("\ufffd") for p in pages) == 0


def test_text_is_taken_as_it_is():
    """Text that came as text keeps every character but lone surrogates."""
    found = page('<meta charset="gbk">\r\nΑΒ\ud800')
    assert (found.text, found.encoding) == ('<meta charset="gbk">\r\nΑΒ\ufffd', Encoding("utf-8", "text"))
    assert found.sha256 == sha256(found.text.encode()).hexdigest()


def test_a_page_carries_what_is_known_of_it():
    """A page carries source, times and header of its answer, the last address, and the digest of the bytes served."""
    http = Http(200, "https://example.org/b", ("https://example.org/a",), "text/html; charset=koi8-r")
    body = "<p>слово и дело".encode("koi8-r")
    found = decode(FetchResult("file#1", body, "https://example.org/a", http, "2024-01-01T00:00:00Z"))
    digest, encoding = sha256(body).hexdigest(), Encoding("koi8-r", "http")
    assert found == Page("file#1", "<p>слово и дело", encoding, digest, http.url, http, "2024-01-01T00:00:00Z")


def test_the_address_of_a_saved_page_is_the_one_given():
    """Without a server's words a page has the address it was given with."""
    found = decode(FetchResult("file", b"<p>", "https://example.org/"))
    assert (found.url, found.source) == ("https://example.org/", "file")


@pytest.mark.parametrize("body", [b"", b" \r\n\t\0\0", "", " \n", b"\xff\xfe", b"\xef\xbb\xbf\n", b"\xe3\x80\x80"])
def test_nothing_is_skipped_as_empty(body: bytes | str):
    """Answers of white space, zeros or a byte order mark alone are empty."""
    assert skipped(body).skipped is SkipReason.EMPTY


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"%PDF-1.4 ...", "PDF"),
        ("%PDF-1.4 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (gzip.compress(b"<p>hello"), "gzip"),
        (bytes(range(256)) * 20, "binary"),
        (b'{"a": 1}', "JSON"),
        ('{"a": 1}'.encode("utf-16"), "JSON"),
        (b"<?xml version='1.0'?><rss>", "RSS"),
    ],
)
def test_what_is_no_page_is_named(body: bytes | str, word: str):
    """Pictures, archives, documents and data are skipped, and the detail names what they look like."""
    found = skipped(body)
    assert found.skipped is SkipReason.NOT_HTML
    assert word in found.detail


@pytest.mark.parametrize(
    "body", [b"just words", b"<?xml version='1.0'?><html xmlns='x'>", b"<", "<p>é".encode("utf-16-le")]
)
def test_what_may_be_a_page_is_one(body: bytes):
    """Plain text, XHTML, fragments and UTF-16 are pages."""
    assert page(body).text


@given(st.sampled_from(STARTS), st.binary(max_size=200) | st.text().map(str.encode))
def test_any_bytes_give_a_page_or_a_skip(start: bytes, rest: bytes):
    """Whatever the bytes, a page or a skip comes back, and its text can be written as UTF-8."""
    found = decode(FetchResult("x", start + rest, None, Http(200, "u", (), "text/html; charset=shift_jis")))
    assert isinstance(found, Page | Skipped)
    (found.text if isinstance(found, Page) else found.detail).encode()


@given(st.text(st.characters()))
def test_any_text_gives_a_page_or_a_skip(text: str):
    """Whatever the text, lone surrogates included, a page or a skip comes back without them."""
    found = decode(FetchResult("x", text))
    assert isinstance(found, Page | Skipped)
    (found.text if isinstance(found, Page) else found.detail).encode()


def test_hostile_bytes_take_linear_time():
    """Megabytes of unfinished tags, comments and broken pairs are read in seconds."""
    started = time.perf_counter()
    for piece in (b"<", b"<!--", b"<a ", b"\xe9<", b"<?", b"\x81\xff", b"<meta charset", b"["):
        decode(FetchResult("x", piece * (4_000_000 // len(piece))))
    assert time.perf_counter() - started < 20
