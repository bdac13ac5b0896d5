"""The list of a folder."""

from scraper.inspector.serve import listing as module
from scraper.inspector.serve.listing import listing
from scraper.inspector.serve.shelf import Shelf
from scraper.model.options import Options
from tests.inspector.fixtures.saved_pages import PAGE, STORY, kept
from tests.inspector.fixtures.test_compare import expecting


def test_the_worst_stand_first(tmp_path):
    """Items stand by how much is otherwise than expected, each with a link, a strip and its numbers."""
    kept(tmp_path, name="en/a-good")
    expecting(kept(tmp_path, name="en/b-bad"), STORY, role="promo")
    (tmp_path / "c-page.html").write_text(PAGE.replace("rose", "fell"))
    (tmp_path / "d-paper.html").write_bytes(b"%PDF-1.7")
    page = listing(Shelf(tmp_path, Options()))
    places = [page.index(name) for name in ("d-paper.html", "en/b-bad", "c-page.html", "en/a-good")]
    assert places == sorted(places)
    assert page.count("<svg") == 3
    assert 'href="/item?id=en%2Fb-bad"' in page
    assert "not_html" in page
    assert "no fixture yet" in page


def test_a_bad_fixture_hides_no_other(tmp_path):
    """A fixture that cannot be read is listed with what is wrong with it."""
    kept(tmp_path, name="en/good")
    bad = kept(tmp_path, name="en/bad")
    (bad.folder / "expected.json").write_text("{")
    page = listing(Shelf(tmp_path, Options()))
    assert "malformed" in page
    assert "id=en%2Fgood" in page


def test_names_and_titles_of_strangers_are_text(tmp_path):
    """Markup in a title is shown and not read, and there is no script in the list."""
    html = PAGE.replace("River rises", "&lt;script&gt;alert(1)&lt;/script&gt; rises")
    kept(tmp_path, html, name="en/x")
    page = listing(Shelf(tmp_path, Options()))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_long_lists_have_pages(tmp_path, monkeypatch):
    """Only one page of a long list is cleaned and shown, and a place beyond its end is its last."""
    monkeypatch.setattr(module, "PAGE", 2)
    for name in ("a", "b", "c"):
        kept(tmp_path, name=f"en/{name}")
    shelf = Shelf(tmp_path, Options())
    assert listing(shelf).count("<svg") == 2
    assert listing(shelf, 2).count("<svg") == 1
    assert listing(shelf, 99).count("<svg") == 1
    assert '<a href="/?from=2"' in listing(shelf)
