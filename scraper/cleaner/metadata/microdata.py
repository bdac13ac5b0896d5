"""Candidates from attributes in the text: microdata (`itemprop`) and RDFa (`property`).

Sources: https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/. What belongs to a
comment, a review, a teaser's own item or a person is not said of the page.
"""

from collections.abc import Iterator, Mapping

from scraper.cleaner.metadata.candidate import Candidate, Field, Source
from scraper.cleaner.metadata.gather import Marks
from scraper.cleaner.metadata.names import looks_like_name
from scraper.cleaner.metadata.pieces import pieces
from scraper.cleaner.metadata.wording import tidy
from scraper.model.tree import Tree

_FIELDS: Mapping[str, Field] = {
    "headline": Field.TITLE,
    "author": Field.AUTHORS,
    "creator": Field.AUTHORS,
    "datepublished": Field.PUBLISHED,
    "datecreated": Field.PUBLISHED,
    "uploaddate": Field.PUBLISHED,
    "datemodified": Field.MODIFIED,
    "articlesection": Field.SECTION,
    "keywords": Field.TAGS,
    "license": Field.LICENSE,
    "inlanguage": Field.LANGUAGE,
}
_FOREIGN = ("comment", "review", "rating", "person", "organization", "breadcrumb", "answer", "itemlist", "offer")
"""Parts of item types whose properties are not the page's."""
_VALUES: Mapping[str, str] = {"meta": "content", "time": "datetime", "data": "value", "img": "src", "object": "data"}
"""Attribute that carries the value, by tag (section 5.2.4 of the microdata chapter)."""


def candidates(marks: Marks) -> Iterator[Candidate]:
    """Yield the values of the page's own properties, in document order."""
    tree = marks.tree
    for node in marks.items:
        attributes = tree.attributes[node]
        names = f"{attributes.get('itemprop') or ''} {attributes.get('property') or ''}".lower().split()
        for name in names:
            field = _FIELDS.get(name.rsplit(":", 1)[-1].rsplit("/", 1)[-1])
            if field is None or _foreign(marks, node):
                continue
            value = _value(tree, node)
            if field is Field.AUTHORS and not looks_like_name(value or "?"):
                value = next(filter(looks_like_name, pieces(tree, range(node, tree.ends[node]), 3)), value)
            if value:
                yield Candidate(field, value, Source.MICRODATA, f"item.{field.value}")
            break


def _foreign(marks: Marks, node: int) -> bool:
    """Whether the item around the element is not the story, or stands aside from it."""
    tree = marks.tree
    for above in tree.ancestors(node):
        attributes = tree.attributes[above]
        kind = attributes.get("itemtype") or attributes.get("typeof")
        if kind:
            return any(word in kind.lower() for word in _FOREIGN) or marks.aside(above)
    return marks.aside(node)


def _value(tree: Tree, node: int) -> str:
    """Return what the element says: its attribute where its tag has one, its item's name, or its text."""
    attributes = tree.attributes[node]
    name = _VALUES.get(tree.tags[node])
    said = attributes.get("content") or (attributes.get(name) if name else None)
    if said:
        return tidy(said)
    for below in range(node + 1, tree.ends[node]):
        if "name" in (tree.attributes[below].get("itemprop") or "").split():
            return _value(tree, below)
    return tidy(tree.text(node))
