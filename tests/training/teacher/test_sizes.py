"""How much text each element of a page holds."""

from scraper.training.teacher.sizes import text_below
from tests.cleaner.pages import EN, ZH, page, paragraphs, view_of


def test_every_node_has_a_size() -> None:
    """There is one size a node, also on a page without text."""
    for html in (page(f"<nav>Menu</nav>{paragraphs(*EN)}"), ""):
        view = view_of(html)
        assert len(text_below(view)) == len(view.tree.tags)


def test_sizes_add_up_to_the_root() -> None:
    """The size of an element is that of all text below it, so the root's is the page's."""
    view = view_of(page(f"<div><div>{paragraphs(*EN)}</div></div><div>{paragraphs(*ZH)}</div>"))
    first, last = (node for node in view.tree.find("div") if view.tree.tags[view.tree.parents[node]] == "body")
    sizes = text_below(view)
    assert sizes[first] == sum(fact.size for fact in view.facts[: len(EN)])
    assert sizes[0] == sizes[first] + sizes[last] == sum(fact.size for fact in view.facts)
