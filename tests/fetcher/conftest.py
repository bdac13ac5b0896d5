"""The misbehaving server, plain and with TLS, and an environment without proxies."""

import ssl
from collections.abc import Iterator

import pytest
import trustme

from tests.fetcher.loopback import Loopback


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the machine's own proxy and certificate settings out of the tests."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Loopback]:
    """Serve without TLS."""
    with Loopback() as loopback:
        yield loopback


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Return a certificate authority nobody trusts yet."""
    return trustme.CA()


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[Loopback]:
    """Serve with a certificate for 127.0.0.1 only."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with Loopback(context) as loopback:
        yield loopback
