"""What the page says about its texts."""

from scraper.tagger.context import NO_CONTEXT, Context, names_of


def test_sites_are_told_by_text() -> None:
    """Texts that link to other sites are told with them, of equal texts the first that does."""
    context = Context(sites=["", "guardian", "times", ""])
    assert context.outside(["a", "b", "b", "c"]) == {"b": "guardian"}
    assert NO_CONTEXT.outside(["a"]) == {}


def test_names_can_be_remembered() -> None:
    """Any set of names becomes one that can be looked up again by its value."""
    frozen = frozenset({"reuters"})
    assert names_of(frozen) is frozen
    assert names_of({"reuters"}) == frozen
