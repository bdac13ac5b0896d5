"""What markup and header declare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.cleaner.charset.prescan import declared_by_header, declared_inside, prescan

PIECES = (
    b"<meta",
    b" charset",
    b"=",
    b'"',
    b"'",
    b"utf-8",
    b">",
    b"<!--",
    b"-->",
    b"<p ",
    b"</",
    b"<?",
    b" ",
    b"/",
    b"\xe9",
)


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        (b"<meta charset=koi8-r>", "koi8-r"),
        (b"<META/CHARSET='KOI8-R'/>", "koi8-r"),
        (b"<meta charset=koi8-r", None),
        (b"<meta charset='koi8-r>", None),
        (b"<!-- <meta charset=koi8-r> -->", None),
        (b"<!--><meta charset=koi8-r>", "koi8-r"),
        (b"<p title='<meta charset=koi8-r>'>", None),
        (b"<? <meta charset=koi8-r>", None),
        (b"</p a='>'><meta charset=koi8-r>", "koi8-r"),
        (b"<meta charset=bogus><meta charset=koi8-r>", "koi8-r"),
        (b"<meta charset=utf-16be>", "utf-8"),
        (b"<meta charset=x-user-defined>", "windows-1252"),
        (b"<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<meta content='text/html; charset=koi8-r'>", None),
        (b"<meta charset=koi8-r charset=utf-8>", "koi8-r"),
        (b'<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"),
        (b"<?xml version='1.0' encoding='koi8-r'?><meta charset=utf-8>", "utf-8"),
        (b"", None),
    ],
)
def test_markup_declares_by_the_standards_rules(markup: bytes, name: str | None):
    """The scan finds what the standard's algorithm finds, and nothing more."""
    assert prescan(markup) == name


def test_a_late_declaration_is_a_weaker_word():
    """A declaration behind the first 1024 bytes counts where those declare nothing."""
    late = b"<meta charset=koi8-r>"
    assert prescan((b" " * 2000 + late)[:1024]) is None
    assert declared_inside(b" " * 2000 + late) == "koi8-r"
    assert declared_inside(b"<meta charset=utf-8>" + b" " * 2000 + late) == "utf-8"
    assert declared_inside(b" " * 70000 + late) is None


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("text/html; charset=Shift_JIS", "shift_jis"),
        ('text/html;charset="utf-8"; q=1', "utf-8"),
        ("text/html; charset = gbk;x", "gbk"),
        ('text/html; charset="utf-8', None),
        ("text/html", None),
        ("text/html; charset=\udcff日", None),
        (None, None),
    ],
)
def test_headers_declare_behind_charset(header: str | None, name: str | None):
    """The header's encoding is what stands behind `charset=`, quoted or not."""
    assert declared_by_header(header) == name


@given(st.lists(st.sampled_from(PIECES)).map(b"".join))
def test_any_markup_can_be_scanned(markup: bytes):
    """The scan ends without an error on any pieces of markup."""
    assert declared_inside(markup) in {None, "utf-8"}
