"""What a page's `<meta>` elements and data scripts say: read by all who compare the text with it."""

from collections.abc import Collection, Iterator

from scraper.model.tree import Tree

_DATA = "application/ld+json"


def metas(tree: Tree, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield name and content of each `<meta>` whose `property`, or else `name`, is one of `names`, in page order."""
    for node in tree.find("meta"):
        attributes = tree.attributes[node]
        name = attributes.get("property") or attributes.get("name")
        if name in names and name is not None:
            yield name, attributes.get("content") or ""


def linked_data(tree: Tree) -> Iterator[str]:
    """Yield the text of each JSON-LD script, in page order."""
    for node in tree.find("script"):
        if tree.attributes[node].get("type") == _DATA:
            yield "".join(tree.texts[node : tree.ends[node]])
