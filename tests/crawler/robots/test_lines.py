"""Lines of robots.txt: encodings, line ends, limits, spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.robots.lines import LONGEST_LINE, READ, Field, Record, bounded, records

PLAIN = [Record(Field.AGENT, b"*"), Record(Field.DISALLOW, b"/x")]


@pytest.mark.parametrize(
    "body",
    [
        b"User-agent: *\nDisallow: /x",
        b"User-agent: *\r\nDisallow: /x\r\n",
        b"User-agent: *\rDisallow: /x\r",
        b"\xef\xbb\xbfUser-agent: *\n\n\n\tDisallow\t:  /x  # why\n#end",
        "User-agent: *\nDisallow: /x".encode("utf-16"),
        b"\xfe\xff" + "User-agent: *\nDisallow: /x".encode("utf-16-be"),
        "User-agent: *\nDisallow: /x".encode("utf-16-le"),
        b"USERAGENT *\ndisalow /x\nthis says nothing\nnor\n",
        b"user agent: *\nDissallow: /x\n",
    ],
)
def test_one_file_in_many_spellings(body):
    """Byte order marks, NULs, line ends, comments, blanks, forgotten colons and known misspellings change nothing."""
    assert list(records(body)) == PLAIN


def test_fields_that_are_known():
    """Sitemaps, delays and wishes on uses are told apart, all others are other; values keep their colons."""
    body = b"Sitemap: https://h/s.xml\nCrawl-delay: 5\nContent-Signal: a=b\nContent-Usage: c=d\nHost: h\n: x\nDisallow:"
    fields = [Field.SITEMAP, Field.DELAY, Field.SIGNAL, Field.USAGE, Field.OTHER, Field.OTHER, Field.DISALLOW]
    assert [record.field for record in records(body)] == fields
    assert next(records(body)).value == b"https://h/s.xml"


def test_long_files_are_cut_at_a_line():
    """Of a file above 500 KiB whole lines are read, and a file that is one endless line is empty."""
    line = b"Disallow: /0123456789\n"
    assert READ == 500 * 1024
    assert bounded(line * 30_000) == line * (READ // len(line))
    assert bounded(line * 10) == line * 10
    assert bounded(b"x" * (READ + 1)) == b""
    assert len(list(records(line * 30_000))) == READ // len(line)


def test_long_lines_are_cut():
    """Of a line above the limit the beginning is read."""
    (record,) = records(b"Disallow: /" + b"a" * 20_000)
    assert len(record.value) == LONGEST_LINE - len(b"Disallow: ")


@given(st.binary(max_size=200))
def test_any_bytes_are_lines(body):
    """No bytes raise, and values hold no line ends, comments or outer blanks."""
    for record in records(body):
        assert not set(record.value) & set(b"\r\n#\0")
        assert record.value == record.value.strip()
