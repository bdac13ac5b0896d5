"""Names of files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.writer.names import file_name, short_digest, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("https://www.example.org/News/2024?id=1", "example-org-news-2024-id-1"),
        ("../../etc/passwd", "etc-passwd"),
        ("雨", "empty"),
        ("x" * 200, "x" * 60),
    ],
)
def test_names_are_made_of_what_fits(text: str, name: str) -> None:
    """Small letters, digits and hyphens stay, without scheme, and no more than sixty."""
    assert slug(text, "empty") == name


@given(st.text())
def test_name_of_a_page_is_safe(address: str) -> None:
    """Whatever an address holds, the name has neither folders nor what some file system refuses."""
    name = file_name(7, address, ".md")
    assert name.startswith("000007-")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(name) <= 80


def test_digests_tell_names_apart() -> None:
    """Texts with the same name have other digests, the same text the same."""
    assert short_digest("a/b") != short_digest("a-b")
    assert short_digest("a/b") == short_digest("a/b")
