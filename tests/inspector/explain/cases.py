"""A page whose labels are explained in tests."""

from scraper.inspector.explain.case import Case, open_case
from scraper.model.options import Options
from scraper.model.page import FetchResult

STORY = "The river rose by two metres in the night, and the old bridge was closed before dawn by the town."
NEXT = "Nobody was hurt, but the market had to move to the church square until the water was gone again."
PAGE = f"""<!doctype html>
<html lang="en"><head><title>River rises</title></head><body>
<nav class="menu"><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>River rises</h1>
<p>{STORY}</p>
<p>{NEXT}</p></article>
<div class="share-bar"><p>Share this story</p></div>
</body></html>"""


def case(options: Options | None = None) -> Case:
    """Return the page as the judge sees it."""
    found = open_case(FetchResult("page.html", PAGE, "https://news.example/river"), options or Options())
    assert isinstance(found, Case)
    return found
