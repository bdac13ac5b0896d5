"""What goes out."""

import pytest

from scraper.fetcher.question import Question


@pytest.mark.parametrize(("host", "name"), [(b"a.example", "a.example"), (b"a.example.", "a.example"), (b"::1", "::1")])
def test_certificates_name_hosts_without_final_dot(host: bytes, name: str) -> None:
    """The host a certificate has to be for is written without the final dot of absolute names."""
    assert Question(b"https", host, 443, b"/", [], {}).name == name
