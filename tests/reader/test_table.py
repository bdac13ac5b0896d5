"""The table of readers."""

import pytest

from scraper.reader.html import read_html
from scraper.reader.jsonl import read_jsonl
from scraper.reader.table import READERS, is_single, reader_of


@pytest.mark.parametrize("suffix", [*READERS])
def test_suffixes_are_lower_case_and_not_packed(suffix: str) -> None:
    """Every suffix of the table is in the form files are looked up by."""
    assert suffix == suffix.lower()
    assert suffix != ".gz"


def test_unknown_suffix_is_html() -> None:
    """A suffix that is not in the table is taken for HTML, one that is there is not."""
    assert reader_of(".php") is read_html
    assert reader_of(".jsonl") is read_jsonl


def test_files_of_one_page_are_told_apart() -> None:
    """HTML files hold one page, rows and archives hold many."""
    assert is_single(".html")
    assert not any(map(is_single, (".jsonl", ".parquet", ".warc")))
