"""Which encoding is settled on, for right, wrong and missing declarations."""

from hashlib import sha256

import pytest

from scraper.cleaner.charset.settle import settle
from tests.cleaner.charset.sentences import LEGACY, SENTENCES, UTF8, page

WRONG = ("gb2312", "utf-8", "windows-1252", "windows-1251", "shift_jis", "iso-8859-7")
MISTAKEN = [(*row, wrong) for row in (*LEGACY, *UTF8) for wrong in WRONG if wrong != row[2]]


@pytest.mark.parametrize(("language", "codec", "label"), [*LEGACY, *UTF8])
def test_a_right_declaration_is_believed(language: str, codec: str, label: str):
    """A page that declares its encoding rightly is read in it, and the markup is named as the reason."""
    written = page(language, label)
    encoding, text = settle(written.encode(codec), None)
    assert (encoding.name, encoding.because, text) == (label, "meta", written)


@pytest.mark.parametrize(("language", "codec", "label"), [*LEGACY, *UTF8])
def test_the_header_is_believed_like_the_markup(language: str, codec: str, label: str):
    """A page whose encoding only the server tells is read in it, and the header is named as the reason."""
    written = page(language, None)
    encoding, text = settle(written.encode(codec), f"text/html; charset={label}")
    assert (encoding.name, encoding.because, text) == (label, "http", written)


@pytest.mark.parametrize(("language", "codec", "label"), LEGACY)
def test_an_undeclared_encoding_is_found(language: str, codec: str, label: str):
    """A page in an older encoding that declares none is read right all the same."""
    written = page(language, None)
    encoding, text = settle(written.encode(codec), None)
    assert (encoding.because, text) == ("statistics", written)


@pytest.mark.parametrize(("language", "codec", "label", "wrong"), MISTAKEN)
def test_a_wrong_declaration_is_seen_through(language: str, codec: str, label: str, wrong: str):
    """A page that declares another encoding than it is written in is read right all the same."""
    written = page(language, wrong)
    assert settle(written.encode(codec), None)[1] == written


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_bytes_are_known_without_a_mark(language: str, codec: str):
    """A page in UTF-16 or UTF-32 of either byte order is read right without a byte order mark."""
    written = page(language, None)
    encoding, text = settle(written.encode(codec), None)
    assert (encoding.name.replace("-", ""), encoding.because, text) == (codec.replace("-", ""), "statistics", written)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_goes_first(codec: str):
    """A byte order mark settles the encoding against header and markup and is no part of the text."""
    written = page("ru", "koi8-r")
    encoding, text = settle(written.encode(codec), "text/html; charset=windows-1251")
    assert (encoding.because, text) == ("bom", written)


def test_a_mark_before_older_bytes_is_not_trusted_blindly():
    """A UTF-8 mark put before a page in an older encoding does not turn the page into rubbish."""
    written = page("zh-Hans", None)
    encoding, text = settle(b"\xef\xbb\xbf" + written.encode("gbk"), None)
    assert (encoding.because, text) == ("statistics", written)


def test_the_header_goes_before_the_markup():
    """Where header and markup name different encodings that both read the page, the header is believed."""
    written = page("de", "iso-8859-15")
    encoding, _ = settle(written.encode("cp1252"), 'text/html; charset="ISO-8859-1"')
    assert (encoding.name, encoding.because) == ("windows-1252", "http")


def test_the_markup_is_believed_where_the_header_is_wrong():
    """Where the header's encoding does not read the page and the markup's does, the markup is believed."""
    written = page("ru", "windows-1251")
    encoding, text = settle(written.encode("cp1251"), "text/html; charset=ISO-8859-1")
    assert (encoding.name, encoding.because, text) == ("windows-1251", "meta", written)


def test_undeclared_utf8_is_seen_by_being_valid():
    """Undeclared bytes that are valid UTF-8 and not only ASCII are UTF-8."""
    encoding, text = settle("<p>Łódź".encode(), None)
    assert (encoding.name, encoding.because, text) == ("utf-8", "utf-8", "<p>Łódź")


def test_ascii_without_a_declaration_falls_back():
    """Bytes below 0x80 that declare nothing are read in the standard's fallback."""
    encoding, text = settle(b"<p>plain", None)
    assert (encoding.name, encoding.because, text) == ("windows-1252", "fallback", "<p>plain")


def test_a_few_broken_bytes_stay_utf8():
    """A page in UTF-8 with single broken bytes stays UTF-8, with U+FFFD in their place."""
    written = page("el", "utf-8")
    encoding, text = settle(written.encode().replace(b"<p>", b"<p>\xff", 1), None)
    assert (encoding.name, encoding.because, text) == ("utf-8", "meta", written.replace("<p>", "<p>\ufffd", 1))


def test_a_page_cut_inside_a_character_stays_utf8():
    """A page in UTF-8 that ends in the middle of a character stays UTF-8."""
    encoding, text = settle(page("ja", None).split("</p>")[0].encode()[:-1], None)
    assert (encoding.name, text[-1]) == ("utf-8", "\ufffd")


def test_utf16_declared_in_markup_means_utf8():
    """A declaration of UTF-16 that could be read as ASCII is taken for UTF-8, as the standard says."""
    encoding, text = settle(page("fr", "utf-16").encode(), None)
    assert (encoding.name, encoding.because, text) == ("utf-8", "meta", page("fr", "utf-16"))


def test_utf16_declared_by_header_names_the_header():
    """UTF-16 without a mark that the header announces is read so because of the header."""
    encoding, _ = settle(page("fr", None).encode("utf-16-le"), "text/html; charset=utf-16")
    assert (encoding.name, encoding.because) == ("utf-16le", "http")


def test_japanese_mail_encoding_is_known_by_its_escapes():
    """ISO-2022-JP, which is all ASCII bytes, is known by its escape sequences."""
    written = page("ja", None)
    encoding, text = settle(written.encode("iso2022_jp"), None)
    assert (encoding.name, encoding.because, text) == ("iso-2022-jp", "statistics", written)


def test_two_chinese_characters_are_no_utf8():
    """A declared GBK page whose only two characters happen to be valid UTF-8 stays GBK."""
    written = '<meta charset="gbk"><p>联通</p>'
    encoding, text = settle(written.encode("gbk"), None)
    assert (encoding.name, text) == ("gbk", written)


def test_one_accent_against_a_declaration_is_utf8():
    """One accented letter in UTF-8 is enough against a declaration of windows-1252."""
    written = '<meta charset="iso-8859-1"><p>voilà</p>'
    encoding, text = settle(written.encode(), None)
    assert (encoding.name, encoding.because, text) == ("utf-8", "utf-8", written)


def test_characters_beyond_gbk_are_read():
    """A page declared GB 2312 that uses four-byte characters of GB 18030 is read right."""
    written = page("zh-Hans", "gb2312").replace("<p>", "<p>㐀𠀀€")
    encoding, text = settle(written.encode("gb18030"), None)
    assert (encoding.name, text) == ("gbk", written)


def test_bytes_that_look_like_no_language_keep_their_declaration():
    """Bytes that look like no language in any encoding are read as declared."""
    noise = b"".join(sha256(bytes((i,))).digest() for i in range(64)).translate(None, bytes(range(0x80)))
    encoding, _ = settle(b'<meta charset="koi8-r"><p>' + noise, None)
    assert (encoding.name, encoding.because) == ("koi8-r", "meta")
