"""Names and decoders of the Encoding Standard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.charset.labels import canonical, read, without_surrogates, write
from scraper.cleaner.charset.profiles import CANDIDATES


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        (" ISO-8859-1\n", "windows-1252"),
        ("gb2312", "gbk"),
        ("x-sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("tis-620", "windows-874"),
        ("hz-gb-2312", None),
        ("bogus", None),
        ("ütf-8", None),
        ("\udcff", None),
    ],
)
def test_labels_have_the_standards_names(label: str, name: str | None):
    """A label maps to the standard's name, and to none where the standard reads nothing."""
    assert canonical(label) == name


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        (b"\x81\x93", "windows-1252", "\x81“"),
        (b"\xd2\x88", "windows-1253", "\ufffd\x88"),
        (b"\x80\xb0\xa1", "gbk", "€啊"),
        (b"\x81\x30\x81\x30\xff", "gbk", "\x80\ufffd"),
        (b"\xad\xa1\xa4\xa2\xad\xe2\xfd\xfe", "euc-jp", "①あ№\ufffd"),
        (b"\xad\xa1\xa4\xa2", "euc-jp", "①あ"),
        (b"\xf9\xa1\xa4\xa2", "euc-jp", "纊あ"),
        (b"\x87\x40\x82\xa0", "shift_jis", "①あ"),
        (b"\x82\x20\xb0\xa1", "euc-kr", "\ufffd 가"),
        (b"\x87\xa0\xa4\xa4", "big5", "\ufffd中"),
        (b"\xc0\xff", "iso-8859-8-i", "\ufffd\ufffd"),
        (b"a\xff", "utf-8", "a\ufffd"),
        (b"A\0\0", "utf-16le", "A\ufffd"),
    ],
)
def test_bytes_python_stumbles_over_are_read_as_the_standard_reads_them(data: bytes, name: str, text: str):
    """Undefined bytes, vendors' characters and broken pairs come out as the standard's decoders give them."""
    assert read(data, name) == text


@given(st.binary(), st.sampled_from([*CANDIDATES, "gbk", "macintosh", "iso-2022-jp", "x-user-defined", "iso-8859-6"]))
def test_reading_never_fails(data: bytes, name: str):
    """Any bytes can be read in any encoding, and the text can be written as UTF-8."""
    read(data, name).encode()


@given(st.text(st.characters()))
def test_lone_surrogates_are_replaced(text: str):
    """Lone surrogates become U+FFFD and nothing else changes."""
    clean = without_surrogates(text)
    assert [c for c in clean if c != "\ufffd"] == [c for c in text if c != "\ufffd" and not "\ud800" <= c <= "\udfff"]
    assert len(clean) == len(text)


@pytest.mark.parametrize("name", ["utf-8", "gbk", "shift_jis", "windows-874", "x-mac-cyrillic"])
def test_writing_keeps_what_an_encoding_lacks(name: str):
    """Markup is written so that it reads the same, letters that the encoding lacks as character references."""
    assert read(write("<p>river</p>", name), name) == "<p>river</p>"
    assert read(write("ሀ", name), name) in {"ሀ", "&#4608;"}
