"""What a page's `<meta>` elements and data scripts say."""

from scraper.cleaner.head import linked_data, metas
from scraper.cleaner.parse import parse


def test_metas_are_found_by_property_or_name():
    """Elements of the asked names come in page order, with an empty content where they have none."""
    tree = parse(
        "<meta name=b content=1><meta property=a content=2><meta name=c content=3><meta name=a><meta content=4>"
    )
    assert list(metas(tree, ("a", "b"))) == [("b", "1"), ("a", "2"), ("a", "")]


def test_property_goes_before_name():
    """Where a `<meta>` has both, only its property counts."""
    tree = parse('<meta property="og:title" name=title content=x>')
    assert list(metas(tree, ("title",))) == []
    assert list(metas(tree, ("og:title",))) == [("og:title", "x")]


def test_data_scripts_are_whole():
    """The text of every JSON-LD script comes as it stands, that of other scripts does not."""
    tree = parse('<script>1</script><script type="application/ld+json">{"a": "<b>"}</script>')
    assert list(linked_data(tree)) == ['{"a": "<b>"}']
