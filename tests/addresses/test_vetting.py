"""Which addresses are never asked for."""

import pytest

from scraper.addresses.vetting import BLOCKED_PORTS, refusal, vet
from scraper.addresses.whatwg import parse
from scraper.errors import AddressError


def test_ordinary_addresses_pass():
    """Web ports, unusual ones, numbers and absolute names are asked for, and links are taken relative to their page."""
    for text in [
        "http://example.org/",
        "https://h:8443/",
        "http://127.0.0.1:81/",
        "http://[::1]/",
        "http://a_b.example./",
    ]:
        assert refusal(parse(text)) is None
    assert vet("../x", "http://h/a/b/c").href == "http://h/a/x"


@pytest.mark.parametrize("text", ["http://user@h/", "http://:pw@h/", "http:user:pw@h"])
def test_credentials_are_refused_and_not_repeated(text):
    """An address with a user name or a password is refused, and the message holds neither."""
    with pytest.raises(AddressError, match="user name or password") as caught:
        vet(text)
    assert "pw" not in str(caught.value)


@pytest.mark.parametrize("port", sorted(BLOCKED_PORTS))
def test_ports_of_other_services_are_refused(port):
    """Mail, shells, chat and port 0 are not asked for pages."""
    with pytest.raises(AddressError, match=f"port {port} "):
        vet(f"https://example.org:{port}/")


@pytest.mark.parametrize("host", ["a..b", ".", "a" * 64 + ".example", ".".join(["a" * 60] * 5), ".example"])
def test_names_that_dns_cannot_carry_are_refused(host):
    """Empty labels, labels of more than 63 characters, and names of more than 253 are refused."""
    with pytest.raises(AddressError):
        vet(f"http://{host}/")
