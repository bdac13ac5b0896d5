"""Pages with their gold."""

import gzip
from pathlib import Path

import pytest

from scraper.corpora.corpus import drawn, read_corpus, spread
from scraper.errors import InputError
from tests.inspector.pages import gold, write_corpus

PAGES = [gold(id=str(number)) for number in range(10)]


def test_page_has_its_gold_and_its_bytes(tmp_path: Path) -> None:
    """Fields of the gold and the page's bytes are read; what the gold leaves out is empty."""
    row = {"id": "a", "html": "<p>x", "url": "", "text": "x\u2028y", "country": "at", "title_in_text": True}
    (page,) = read_corpus(write_corpus(tmp_path / "tiny", row))
    assert page.body() == b"<p>x"
    assert (page.corpus, page.id, page.text, page.language) == ("tiny", "a", "x\u2028y", "at")
    assert (page.url, page.title, page.authors, page.published, page.title_in_text) == (None, None, (), None, True)


def test_folder_without_gold_is_no_corpus(tmp_path: Path) -> None:
    """A folder without gold.jsonl is refused with its name."""
    with pytest.raises(InputError, match="is no corpus"):
        read_corpus(tmp_path)


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "no id"}'])
def test_malformed_gold_is_named(tmp_path: Path, line: str) -> None:
    """A row of the gold that cannot be used is an error that names the file."""
    (tmp_path / "gold.jsonl").write_text(line)
    with pytest.raises(InputError, match=r"gold\.jsonl is malformed"):
        read_corpus(tmp_path)


def test_missing_page_is_named(tmp_path: Path) -> None:
    """A page whose bytes are missing is an error that names the file."""
    with pytest.raises(InputError, match="cannot read"):
        gold(path=tmp_path / "gone.html.gz").body()


def test_limit_spreads_over_the_corpus() -> None:
    """A limit takes pages from all parts of the corpus; none or a large one takes all."""
    assert [page.id for page in spread(PAGES, 3)] == ["0", "3", "6"]
    assert spread(PAGES, None) == spread(PAGES, 99) == PAGES


def test_same_seed_draws_the_same_pages() -> None:
    """Drawing is random and repeatable, and draws no page twice."""
    first = drawn(PAGES, 5, seed=1)
    assert first == drawn(PAGES, 5, seed=1)
    assert first != drawn(PAGES, 5, seed=2)
    assert len({page.id for page in drawn(PAGES, 99, seed=1)}) == 10


def test_page_may_be_packed_or_not(tmp_path: Path) -> None:
    """A page that is not packed is read as it is, whatever its name; a damaged archive is an error."""
    path = tmp_path / "page.html.gz"
    path.write_bytes(b"<p>plain")
    assert gold(path=path).body() == b"<p>plain"
    path.write_bytes(gzip.compress(b"<p>packed"))
    assert gold(path=path).body() == b"<p>packed"
    path.write_bytes(gzip.compress(b"<p>packed" * 100)[:-9])
    with pytest.raises(InputError, match=r"page\.html\.gz"):
        gold(path=path).body()
