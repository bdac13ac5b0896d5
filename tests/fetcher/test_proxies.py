"""Which proxy the environment names."""

import pytest

from scraper.addresses.whatwg import parse
from scraper.fetcher.proxies import proxy_for

ENVIRON = {"http_proxy": "http://p:1", "HTTPS_PROXY": "q:2", "no_proxy": "inside.example, .corp.example,10.1.2.3,[::1]"}


@pytest.mark.parametrize(
    ("address", "proxy"),
    [
        ("http://a.example/", "http://p:1"),
        ("https://a.example/", "http://q:2"),
        ("http://inside.example/", None),
        ("http://deep.inside.example/", None),
        ("http://notinside.example/", "http://p:1"),
        ("https://x.corp.example./", None),
        ("http://10.1.2.3/", None),
        ("http://10.1.2.30/", "http://p:1"),
        ("http://[::1]/", None),
    ],
)
def test_proxies_are_named_by_scheme_and_excepted_by_host(address: str, proxy: str | None) -> None:
    """The scheme names the proxy, and `no_proxy` says who is asked without one."""
    assert proxy_for(parse(address), ENVIRON) == proxy


def test_one_proxy_may_serve_all() -> None:
    """`all_proxy` counts where the scheme has none, and a star excepts everybody."""
    assert proxy_for(parse("http://a.example/"), {"ALL_PROXY": "http://r:3"}) == "http://r:3"
    assert proxy_for(parse("http://a.example/"), {"ALL_PROXY": "http://r:3", "NO_PROXY": "*"}) is None
    assert proxy_for(parse("http://a.example/"), {}) is None
