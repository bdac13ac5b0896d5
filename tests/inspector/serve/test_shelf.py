"""A folder as it is served."""

import gzip

import pytest

from scraper.errors import InputError, UsageError
from scraper.inspector.fixtures.saved import read_fixture
from scraper.inspector.serve.items import Item
from scraper.inspector.serve.shelf import Seen, Shelf
from scraper.model.document import Skipped
from scraper.model.options import Options
from tests.inspector.fixtures.saved_pages import PAGE, kept


@pytest.fixture
def shelf(tmp_path):
    """Return a shelf with a fixture, a packed page and a page that is none."""
    kept(tmp_path)
    (tmp_path / "other.html.gz").write_bytes(gzip.compress(PAGE.replace("rose", "fell").encode()))
    (tmp_path / "paper.html").write_bytes(b"%PDF-1.7")
    return Shelf(tmp_path, Options())


def seen(shelf: Shelf, name: str) -> Seen:
    """Return an item that has a record."""
    found = shelf.seen(shelf.item(name))
    assert isinstance(found, Seen)
    return found


def test_corrections_are_written_and_taken_back(shelf):
    """A correction stands in the file at once, two can be taken back one after the other, and then none."""
    folder = shelf.item("en/river-rises").path
    before = read_fixture(folder)
    shelf.correct("en/river-rises", {"first": 2, "last": 3, "role": "promo"})
    once = read_fixture(folder)
    assert [segment["role"] for segment in once.expected["segments"][2:4]] == ["promo", "promo"]
    assert len(seen(shelf, "en/river-rises").checked.differences) == 2
    shelf.correct("en/river-rises", {"first": 2, "lang": "fr"})
    assert shelf.undoable(shelf.item("en/river-rises")) == 2
    shelf.undo("en/river-rises")
    assert read_fixture(folder) == once
    shelf.undo("en/river-rises")
    assert read_fixture(folder) == before
    with pytest.raises(UsageError, match="no correction"):
        shelf.undo("en/river-rises")


def test_a_page_becomes_a_fixture_by_its_first_correction(shelf):
    """Correcting a saved page keeps it as a fixture with the correction in it, and the page is listed no more."""
    assert seen(shelf, "other.html.gz").checked.differences == []
    item = shelf.correct("other.html.gz", {"first": 0, "role": "promo"})
    assert item == Item("en/other", shelf.folder / "en" / "other", is_fixture=True)
    assert read_fixture(item.path).expected["segments"][0]["role"] == "promo"
    assert "other.html.gz" not in [other.id for other in shelf.items()]
    shelf.undo(item.id)
    assert seen(shelf, item.id).checked.differences == []


def test_nothing_outside_the_list_is_opened(shelf):
    """A name that is not in the list is refused, whatever it leads to."""
    for name in ("", "..", "../x", "/etc/passwd", "en/river-rises/page.html", "en"):
        with pytest.raises(InputError, match="there is no"):
            shelf.correct(name, {"first": 0, "role": "body"})


def test_what_gives_no_record_cannot_be_corrected(shelf):
    """A page without a record is shown with its reason, and a correction of it is refused."""
    assert isinstance(shelf.seen(shelf.item("paper.html")), Skipped)
    with pytest.raises(UsageError, match="not_html"):
        shelf.correct("paper.html", {"first": 0, "role": "body"})


def test_what_somebody_else_wrote_is_seen(shelf):
    """A file that was changed by another program is read anew."""
    item = shelf.item("en/river-rises")
    first = shelf.seen(item)
    assert shelf.seen(item) is first
    file = item.path / "expected.json"
    file.write_text(file.read_text().replace('"share"', '"promo"'))
    assert shelf.seen(item) is not first
