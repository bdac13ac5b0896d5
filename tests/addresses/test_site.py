"""Sites of hosts."""

import pytest

from scraper.addresses.site import registered


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("news.example.co.uk", "example.co.uk"),
        ("example.co.uk", "example.co.uk"),
        ("co.uk", "co.uk"),
        ("www.example.com", "example.com"),
        ("a.b.example.com.au", "example.com.au"),
        ("co.example.org", "example.org"),
        ("www.spiegel.de", "spiegel.de"),
        ("localhost", "localhost"),
        ("", ""),
    ],
)
def test_the_registered_domain(host, site):
    """It is the last two labels, and three where a country registers names under a second one."""
    assert registered(host) == site
