"""Which addresses are fetched, and how they are shown in messages."""

from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.errors import AddressError
from scraper.fetcher.addresses import follow, shown, vet


@pytest.mark.parametrize(
    ("given_address", "asked"),
    [
        ("http://example.com", "http://example.com"),
        ("  https://example.com/a?b=c\n", "https://example.com/a?b=c"),
        ("HTTPS://Example.COM/Ä#part", "https://Example.COM/Ä"),
        ("http://bücher.example:8080/", "http://bücher.example:8080/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://example.com/a@b?c=d@e", "http://example.com/a@b?c=d@e"),
    ],
)
def test_web_addresses_are_accepted(given_address: str, asked: str) -> None:
    """An http(s) address passes, without its fragment and the blanks around it."""
    assert vet(given_address) == asked


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("", "only http"),
        ("example.com/page", "only http"),
        ("file:///etc/passwd", "only http"),
        ("ftp://example.com/", "only http"),
        ("javascript:alert(1)", "only http"),
        ("http://", "no usable host"),
        ("http:///path", "no usable host"),
        ("http:path", "no usable host"),
        ("http://:80/", "no usable host"),
        ("http://a b/", "no usable host"),
        ("http://good.example\\evil.example/", "no usable host"),
        ("http://good%2eexample/", "no usable host"),
        ("http://[fe80::1%25eth0]/", "no"),
        ("http://[::1/", "not an address"),
        ("http://example.com:99999/", "not an address"),
        ("http://example.com:http/", "not an address"),
        ("http://example.com:0/", "port 0"),
        ("http://user@example.com/", "user name"),
        ("http://user:secret@example.com/", "user name"),
        ("http://@example.com/", "user name"),
        ("http://exam\nple.com/", "control characters"),
        ("http://example.com/\x00", "control characters"),
        ("http://example.com/\ud800", "control characters"),
    ],
)
def test_other_addresses_are_refused(address: str, cause: str) -> None:
    """What is no plain http(s) address is an AddressError with its cause."""
    with pytest.raises(AddressError, match=cause):
        vet(address)


def test_messages_do_not_repeat_passwords() -> None:
    """Credentials in an address are masked in the error about them."""
    with pytest.raises(AddressError) as caught:
        vet("http://user:secret@example.com/")
    assert "secret" not in str(caught.value)
    assert "example.com" in str(caught.value)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("https://other.example/x", "https://other.example/x"),
        ("//other.example/x", "http://other.example/x"),
        ("/x", "http://example.com/x"),
        ("x", "http://example.com/a/x"),
        ("../x", "http://example.com/x"),
        ("?q", "http://example.com/a/b?q"),
        ("#part", "http://example.com/a/b"),
        ("  /x ", "http://example.com/x"),
    ],
)
def test_locations_are_resolved(location: str, target: str) -> None:
    """A `Location` means what RFC 3986 makes of it relative to its answer's address."""
    assert follow("http://example.com/a/b", location) == target


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://u:p@example.com/", "http://[", "https://", "data:,x"]
)
def test_locations_are_vetted(location: str) -> None:
    """A `Location` to an address that is not fetched is an AddressError."""
    with pytest.raises(AddressError):
        follow("http://example.com/a/b", location)


@given(st.text())
def test_any_text_is_vetted_or_refused(text: str) -> None:
    """Any text is either refused with an AddressError or becomes an address that passes unchanged."""
    for address in (text, f"http://{text}", f"http://h/{text}"):
        with suppress(AddressError):
            asked = vet(address)
            assert urlsplit(asked).scheme in {"http", "https"}
            assert vet(asked) == asked


@settings(max_examples=30)
@given(st.text(min_size=250))
def test_shown_addresses_are_short_lines(text: str) -> None:
    """An address is shown on one line of bounded length."""
    assert len(shown(text)) <= 201
    assert len(shown(text).splitlines()) == 1
