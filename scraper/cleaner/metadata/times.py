"""Candidates from `<time>`: the first ones near the story that are not a teaser's or a comment's."""

from collections.abc import Iterator

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks
from scraper.model.tree import Tree

_CHANGED = ("updated", "modif", "lastmod", "aktualis", "update")
_FIRST = ("publish", "entry-date", "dt-published", "posted", "created", "pubdate")


def candidates(marks: Marks) -> Iterator[Candidate]:
    """Yield dates of `<time>` elements outside of other stories, with what their classes say of them."""
    tree = marks.tree
    for node in marks.times:
        said = tree.attributes[node].get("datetime") or tree.text(node)
        if not said or not said.strip() or marks.aside(node):
            continue
        field, key = _meaning(tree, node)
        yield Candidate(field, said.strip()[:80], Source.TIME, key)


def _meaning(tree: Tree, node: int) -> tuple[Field, str]:
    """Return whether the element tells of the first publication, of a change, or does not say."""
    attributes = tree.attributes[node]
    words = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}".lower()
    if "pubdate" in attributes or any(word in words for word in _FIRST):
        return Field.PUBLISHED, "time.published"
    if any(word in words for word in _CHANGED):
        return Field.MODIFIED, "time.updated"
    return Field.PUBLISHED, "time"
