"""Reading addresses: against the vectors of the web platform tests, and what the guard depends on."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.addresses.whatwg import LONGEST, parse, shown
from scraper.errors import AddressError

Case = Mapping[str, str]


def concerns_http(case: Case) -> bool:
    """Tell whether a case ends at http(s), or fails though it was written as or relative to such an address."""
    if "failure" not in case:
        return case["href"].startswith(("http:", "https:"))
    written = re.match(r"\s*https?:", case["input"], re.IGNORECASE)
    return bool(written) or (case["base"] or "").startswith(("http:", "https:"))


def vectors(shared: Path) -> list[Case]:
    read = json.loads((shared / "vectors/url/urltestdata.json").read_text(encoding="utf-8"))
    return [case for case in read if isinstance(case, dict)]


def test_all_http_cases_of_the_web_platform_tests_pass(shared):
    """All 446 cases that concern http(s) give the href, host, port, path, query and fragment of the standard."""
    cases = [case for case in vectors(shared) if concerns_http(case)]
    assert len(cases) == 446
    for case in cases:
        if "failure" in case:
            with pytest.raises(AddressError):
                parse(case["input"], case["base"])
            continue
        address = parse(case["input"], case["base"])
        assert address.href == case["href"], case
        assert (address.host, address.path) == (case["hostname"], case["pathname"]), case
        assert (address.query, address.fragment) == (case["search"][1:], case["hash"][1:]), case
        assert address.origin == case.get("origin", address.origin), case
        assert address.credentials == bool(case["username"] or case["password"]), case


def test_other_schemes_are_no_addresses_here(shared):
    """Every case that ends at another scheme than http(s) is refused."""
    for case in vectors(shared):
        if "failure" not in case and not concerns_http(case):
            with pytest.raises(AddressError):
                parse(case["input"], case["base"])


@pytest.mark.parametrize(
    ("written", "host", "ip"),
    [
        ("0x7f.1", "127.0.0.1", "127.0.0.1"),
        ("017700000001", "127.0.0.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1", "127.0.0.1"),
        ("127.1.", "127.0.0.1", "127.0.0.1"),
        ("%31%32%37.0.0.1", "127.0.0.1", "127.0.0.1"),
        ("１２７。０。０。１", "127.0.0.1", "127.0.0.1"),
        ("[::FFFF:127.0.0.1]", "[::ffff:7f00:1]", "::ffff:7f00:1"),
        ("[0:0::0001]", "[::1]", "::1"),
        ("BÜCHER.de", "xn--bcher-kva.de", None),
        ("faß.de", "xn--fa-hia.de", None),
        ("EXAMPLE.com.", "example.com.", None),
        ("1.2.3.4.example", "1.2.3.4.example", None),
    ],
)
def test_hosts_are_what_browsers_make_of_them(written, host, ip):
    """Numbers in every notation become one, names become lower-case ASCII, and a final dot stays."""
    address = parse(f"http://{written}/")
    assert (address.host, address.ip) == (host, ip)


@pytest.mark.parametrize(
    "text",
    [
        *("", "http://", "http:///", "/path", "http://h:65536/", "http://h:x/", "http://a b/", "http://[::1%25eth0]/"),
        *(
            "http://256.0.0.1/",
            "http://1.2.3.4.5/",
            "http://[::1/",
            "http://%00/",
            "javascript:alert(1)",
            "file:///etc",
        ),
        "http://h/" + "a" * LONGEST,
    ],
)
def test_what_is_no_address_is_said(text):
    """Impossible hosts and ports, zones, other schemes and endless addresses raise AddressError."""
    with pytest.raises(AddressError):
        parse(text)


def test_parts_of_an_address():
    """The port is the effective one, the target what the server is asked for, the document what is fetched."""
    address = parse("HTTPS://user:pw@Example.org:8443/a/../b c?x=ü#part")
    assert (address.scheme, address.port, address.credentials) == ("https", 8443, True)
    assert (address.path, address.query, address.fragment) == ("/b%20c", "x=%C3%BC", "part")
    assert address.origin == "https://example.org:8443"
    assert address.target == "/b%20c?x=%C3%BC"
    assert address.document == "https://example.org:8443/b%20c?x=%C3%BC"
    assert parse("http://[::1]:80/?").target == "/?"


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://h/", "http://u@", "//", "http://[", "http:\\\\"]))
def test_reading_is_stable_and_fails_in_one_way(text, start):
    """Any text is an address that reads as itself, or raises AddressError; messages are one printable line."""
    try:
        address = parse(start + text, "http://base.example/x/")
    except AddressError:
        assert shown(start + text).isprintable()
        return
    assert address.href.isascii()
    assert parse(address.href) == address
    assert parse(address.document).document == address.document


def test_half_characters_are_replaced():
    """A lone surrogate becomes U+FFFD, and two halves that belong together become their character."""
    assert parse("http://h/\ud800").path == "/%EF%BF%BD"
    assert parse("http://h/\ud83d\ude00").path == "/%F0%9F%98%80"


def test_messages_do_not_tell_passwords():
    """What is shown of an address has no credentials, no control characters, and an end."""
    assert shown("http://user:secret@h/x") == "http://***@h/x"
    assert shown("http:\\\\user:secret@h") == "http://***@h"
    assert "secret" not in shown("//a@b:secret@h/\n")
    assert shown("\x00" * 500).endswith("…")
    with pytest.raises(AddressError) as caught:
        parse("http://user:secret@h:99999/")
    assert "secret" not in str(caught.value)
