"""What belongs to httpx: its errors, cookies, certificates and proxies."""

import httpx
import pytest

from scraper.addresses.whatwg import parse
from scraper.errors import FetchError, UsageError
from scraper.fetcher.border import translate
from scraper.fetcher.client import TRANSLATIONS, Jar, cookies, read_proxy, take_cookies, trusted_certificates


def _tree(*roots: type[Exception]) -> set[type[Exception]]:
    """Return the classes and all their subclasses that httpx itself defines."""
    found = set(roots)
    for root in roots:
        found |= _tree(*(sub for sub in root.__subclasses__() if sub.__module__.startswith("httpx.")))
    return {one for one in found if one.__module__ == "httpx"} | set(roots)


def _exported() -> set[type[Exception]]:
    """Return every exception class in httpx's public face."""
    names = (getattr(httpx, name) for name in httpx.__all__)
    return {thing for thing in names if isinstance(thing, type) and issubclass(thing, Exception)}


def test_no_error_of_httpx_is_left_untranslated() -> None:
    """Every exception class of httpx has a row of its own, and no row is for a class that is gone."""
    assert set(TRANSLATIONS) == _tree(*_exported())


@pytest.mark.parametrize("foreign", list(TRANSLATIONS))
def test_every_translation_is_one_line_with_address_and_advice(foreign: type[Exception]) -> None:
    """A translated error is of our tree, on one line, with address, cause and what to do."""
    error = foreign.__new__(foreign)
    error.args = ("cause\nin lines",)
    ours = translate(error, "http://a.example/", TRANSLATIONS)
    assert isinstance(ours, FetchError)
    assert str(ours).startswith("http://a.example/: ")
    assert "; " in str(ours)
    assert len(str(ours).splitlines()) == 1


def test_cookies_obey_path_and_security() -> None:
    """A cookie returns to its path, and one that is to be kept secure not without TLS."""
    jar = Jar()
    headers = [("set-cookie", "a=1; Path=/in"), ("set-cookie", "b=2; Path=/; Secure")]
    take_cookies(jar, parse("https://a.example/in/x"), httpx.Response(302, headers=headers))
    assert cookies(jar, parse("https://a.example/in/y")) == "a=1; b=2"
    assert cookies(jar, parse("https://a.example/out")) == "b=2"
    assert cookies(jar, parse("http://a.example/in/y")) == "a=1"
    assert cookies(Jar(), parse("https://a.example/")) == ""


def test_a_proxy_is_read_with_its_credentials() -> None:
    """User name and password of a proxy are told apart from its address."""
    assert read_proxy("http://u:p@proxy.example:3128").auth == (b"u", b"p")
    assert read_proxy("http://proxy.example:3128") == ("http://proxy.example:3128", None)


@pytest.mark.parametrize("url", ["gopher://x", "http://h:port", "socks5://proxy.example:1080"])
def test_other_proxies_are_usage_errors(url: str) -> None:
    """A proxy that cannot be used is a UsageError that names the settings."""
    with pytest.raises(UsageError, match="ALL_PROXY"):
        read_proxy(url)


def test_certificates_are_demanded() -> None:
    """Servers have to show a certificate, for the host that was asked for."""
    context = trusted_certificates()
    assert context.check_hostname
    assert context.verify_mode.name == "CERT_REQUIRED"
    assert context.cert_store_stats()["x509_ca"] > 0
