"""The one page that a command is asked about."""

from argparse import Namespace

import pytest

import scraper.fetcher
from scraper.commands.one_page import one_page
from scraper.errors import InputError, UsageError
from scraper.model.page import FetchResult
from tests.commands.pages import write_page


def test_a_saved_page_takes_the_address_that_is_named(tmp_path):
    """A file is read as it is, with the address that was given for it."""
    path = write_page(tmp_path)
    page = one_page(Namespace(page=str(path), url="https://a.example/"))
    assert isinstance(page, FetchResult)
    assert (page.body, page.url) == (path.read_bytes(), "https://a.example/")


def test_an_address_is_fetched(monkeypatch):
    """An address is asked for, and takes no other address beside it."""
    monkeypatch.setattr(scraper.fetcher, "fetch", lambda url: FetchResult(url, b"", url))
    assert one_page(Namespace(page="https://a.example/", url=None)).source == "https://a.example/"
    with pytest.raises(UsageError, match="--url"):
        one_page(Namespace(page="https://a.example/", url="https://b.example/"))


def test_none_and_many_are_refused(tmp_path):
    """A folder without a page or with two, and a file that is not there, are refused."""
    with pytest.raises(UsageError, match="no page"):
        one_page(Namespace(page=str(tmp_path), url=None))
    write_page(tmp_path, "a.html")
    write_page(tmp_path, "b.html")
    with pytest.raises(UsageError, match="more than one"):
        one_page(Namespace(page=str(tmp_path), url=None))
    with pytest.raises(InputError, match="cannot read"):
        one_page(Namespace(page=str(tmp_path / "c.html"), url=None))
