"""Keys of pages: what is one page, what stays two, and that a key is stable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.addresses.key import dedup_key, host_key, key_of, plain
from scraper.addresses.whatwg import parse
from scraper.errors import AddressError

NAMES = st.sampled_from(
    ["id", "page", "q", "ref", "s", "utm_source", "UTM_x", "fbclid", "%66bclid", "utmx", "xutm_", ""]
)
VALUES = st.text("ab1%&=+;~é/?.", max_size=6)
PIECES = st.tuples(NAMES, VALUES).map("=".join)
PATHS = st.text("ab/.%2EeF41;=~é jsessionid", max_size=20)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://h/p", "https://h/p#top"),
        ("https://h/p", "http://h/p"),
        ("https://h/p", "HTTP://H:80/p?"),
        ("https://h/p", "https://h:443/p?&&"),
        ("https://h/p", "https://h./p"),
        ("https://h/p", "https://user:pw@h/p"),
        ("https://h/p", "https://h/x/../p"),
        ("https://h/p", "https://h/%70"),
        ("https://h/~a%C3%A9", "https://h/%7ea%c3%a9"),
        ("https://h/é", "https://h/%c3%A9"),
        ("https://bücher.de/", "https://xn--bcher-kva.de"),
        ("https://h/p?id=7", "https://h/p?utm_source=a&id=7&utm_medium=b&fbclid=c"),
        ("https://h/p?id=7", "https://h/p?&id=7&UTM_Campaign=x&utm%5Fterm=y&gclid"),
        ("https://h/p?id=7", "https://h/p;jsessionid=1A2B?id=7&PHPSESSID=3"),
        ("https://www.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=a&si=b&feature=share"),
        ("http://127.0.0.1/", "http://0x7f.1"),
    ],
)
def test_spellings_of_one_page_have_one_key(left, right):
    """Fragments, schemes, own ports, escapes, dots, credentials and tracking do not tell pages apart."""
    assert dedup_key(left) == dedup_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://h/p", "https://www.h/p"),
        ("https://h/p", "https://h/P"),
        ("https://h/p", "https://h/p/"),
        ("https://h/", "https://h/index.html"),
        ("https://h/p?a=1&b=2", "https://h/p?b=2&a=1"),
        ("https://h/p?a=1", "https://h/p?a=1&a=1"),
        ("https://h/p?a", "https://h/p?a="),
        ("https://h/p?a=b+c", "https://h/p?a=b%20c"),
        ("https://h/p?a=b%26c", "https://h/p?a=b&c"),
        ("https://h/a%2Fb", "https://h/a/b"),
        ("https://h/p?si=1", "https://h/p"),
        ("https://youtube.com.example/?si=1", "https://youtube.com.example/"),
        ("https://h/p;v=1", "https://h/p;v=2"),
        ("http://h:8080/", "https://h:8080/"),
        ("http://h:443/", "https://h/"),
        ("https://h:80/", "http://h/"),
        ("https://h/a/..;jsessionid=1/b", "https://h/b"),
    ],
)
def test_what_can_be_two_pages_has_two_keys(left, right):
    """Case, slashes, order, doubled parameters, rules of other hosts, and schemes on odd ports keep pages apart."""
    assert dedup_key(left) != dedup_key(right)


def test_a_key_is_readable():
    """The key is the address without what was left out, and written with https on the schemes' own ports."""
    assert dedup_key("http://H:80/p?utm_source=x&id=7#top") == "https://h/p?id=7"
    with pytest.raises(AddressError):
        dedup_key("mailto:a@b")


@given(PATHS, st.lists(PIECES, max_size=4))
def test_a_key_is_its_own_key(path, pieces):
    """The key of a key is itself, and it is a normal address already."""
    key = dedup_key(f"http://h/{path}?{'&'.join(pieces)}")
    assert dedup_key(key) == key
    assert parse(key).href == key


@given(PATHS, st.lists(PIECES, max_size=4))
def test_normalising_first_changes_no_key(path, pieces):
    """An address and what the URL Standard makes of it have one key."""
    address = f"http://h/{path}?{'&'.join(pieces)}"
    assert dedup_key(parse(address).href) == dedup_key(address) == key_of(parse(address))


@given(st.lists(PIECES, max_size=4), st.integers(0, 4), st.text("ab1", min_size=1, max_size=4))
def test_another_parameter_is_another_page(pieces, place, value):
    """Putting in one parameter that is not tracking always gives another key, one that is never does."""
    before = dedup_key(f"http://h/?{'&'.join(pieces)}")
    for name, same in (("story", False), ("utm_story", True), ("msclkid", True)):
        more = [*pieces[:place], f"{name}={value}", *pieces[place:]]
        assert (dedup_key(f"http://h/?{'&'.join(more)}") == before) is same


@given(st.text("%4123AaFfgZz~", max_size=12))
def test_escapes_are_made_plain_once(text):
    """Making escapes plain a second time changes nothing, and never makes an escape where none was."""
    once = plain(text)
    assert plain(once) == once
    assert once.count("%") <= text.count("%")


def test_hosts_are_remembered_without_brackets_and_dots():
    """The name of a host is the same however its address was written."""
    assert host_key(parse("http://[0:0::1]:81/")) == "::1"
    assert host_key(parse("http://Example.ORG.:81/")) == host_key(parse("https://example.org/")) == "example.org"
    assert host_key(parse("http://./")) == "."
