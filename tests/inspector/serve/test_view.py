"""One item as it is shown."""

import json

from scraper.inspector.serve.shelf import Seen, Shelf
from scraper.inspector.serve.view import said, view
from scraper.model.options import Options
from tests.inspector.fixtures.saved_pages import STORY, kept
from tests.inspector.fixtures.test_compare import expecting


def test_the_page_holds_what_is_expected_and_what_differs(tmp_path):
    """An item's page has the labels that are expected, the differences with their places, and its neighbours."""
    kept(tmp_path, name="en/a")
    expecting(kept(tmp_path, name="en/b"), STORY, role="promo")
    shelf = Shelf(tmp_path, Options())
    seen = shelf.seen(shelf.item("en/b"))
    assert isinstance(seen, Seen)
    told = said(seen, 3)
    index = [segment.text for segment in seen.checked.record.segments].index(STORY)
    assert told["labels"][index] == ("promo", "en")
    assert told["differences"][0][0] == index
    assert told["undoable"] == 3
    page = view(seen, shelf.items(), "secret", 0)
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert data["serve"]["before"] == "en/a"
    assert data["serve"]["after"] is None
    assert data["serve"]["csrf"] == "secret"
    assert "connect-src &#x27;self&#x27;" in page
