"""How often metadata is right."""

from scraper.inspector.accuracy import accuracies
from scraper.inspector.story_score import PageScore
from tests.inspector.pages import gold


def page(page_type: str, **marks: bool) -> PageScore:
    return PageScore(gold(page_type=page_type), {}, {"scraper": marks, "quiet": {}}, (), ())


def test_share_of_pages_whose_gold_has_the_field() -> None:
    """A field's accuracy is over the pages whose gold has it; systems that read no metadata do not appear."""
    rows = [*accuracies([page("article", title=True), page("article", title=False), page("article")])]
    assert [(row.group, row.field, row.pages, row.right) for row in rows] == [("all", "title", 2, {"scraper": 0.5})]


def test_articles_apart_where_there_are_others() -> None:
    """A corpus with other pages than articles gets rows for its articles alone."""
    rows = [*accuracies([page("article", title=True), page("forum", title=False)])]
    assert [(row.group, row.right["scraper"]) for row in rows] == [("all", 0.5), ("articles", 1.0)]
