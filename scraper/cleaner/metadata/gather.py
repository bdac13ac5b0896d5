"""One look at the tree: the few elements in which pages speak about themselves.

Everything after this works on short lists, so the cost of describing hardly depends on the size of a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scraper.cleaner.metadata.wording import tidy
from scraper.model.tree import TEXT, Tree

_MOST = 400
"""Elements kept of each sort: more come only from listings, whose later entries say nothing of the page."""
_LONGEST = 1_000_000
"""Characters of data scripts read on one page."""
_SIGNATURES = ("author", "byline", "writer", "written", "contributor", "date", "publish", "posted", "time")
"""Parts of class names under which pages print who wrote them and when."""
_ASIDE = frozenset({"nav", "footer", "aside", "form", "select", "noscript", "template"})
"""Elements whose headings, times and names are not those of the story."""
_ASIDE_WORDS = (
    "comment", "related", "sidebar", "teaser", "widget", "recommend", "footer", "popular", "latest", "recent",
    "trending", "newsletter", "promo", "disqus", "reply", "carousel", "read-more", "readmore", "more-", "next-",
)  # fmt: skip
"""Parts of class names and ids of containers that hold other stories, or readers' words."""


@dataclass(slots=True)
class Marks:
    """Indices into the tree, in document order, of the elements that may describe the page."""

    tree: Tree
    """The page they were found on."""
    metas: list[tuple[str, str]] = field(default_factory=list)
    """Lower-case name (of `name`, `property`, `itemprop` or `http-equiv`) and content of every `<meta>`."""
    links: list[int] = field(default_factory=list)
    """`<link>` and `<a>` with a `rel`, and `<base>`."""
    times: list[int] = field(default_factory=list)
    """`<time>` elements."""
    items: list[int] = field(default_factory=list)
    """Elements other than `<meta>` in the head with `itemprop` or `property`."""
    scripts: list[str] = field(default_factory=list)
    """Texts of JSON-LD scripts."""
    titles: list[int] = field(default_factory=list)
    """`<title>` elements."""
    headings: list[int] = field(default_factory=list)
    """`<h1>` elements."""
    signatures: list[int] = field(default_factory=list)
    """Elements whose class or id says that who or when is printed there."""


def gather(tree: Tree) -> Marks:
    """Walk the tree once and note what may describe the page."""
    marks = Marks(tree)
    tags = tree.tags
    for index, attributes in enumerate(tree.attributes):
        tag = tags[index]
        if tag == TEXT:
            continue
        handler = _BY_TAG.get(tag)
        if handler is not None:
            handler(marks, index, attributes)
        if attributes and tag != "meta":
            _by_attributes(marks, index, attributes)
    return marks


def _by_attributes(marks: Marks, index: int, attributes: Mapping[str, str | None]) -> None:
    """Note elements that any tag can be: microdata, and classes that announce a signature."""
    if "itemprop" in attributes or "property" in attributes:
        _keep(marks.items, index)
    named = attributes.get("class") or attributes.get("id")
    if named:
        lower = named.lower()
        if any(word in lower for word in _SIGNATURES):
            _keep(marks.signatures, index)


def _meta(marks: Marks, index: int, attributes: Mapping[str, str | None]) -> None:
    content = attributes.get("content")
    if not content:
        return
    if "itemprop" in attributes:
        _keep(marks.items, index)
    names = {attributes.get(name) for name in ("property", "name", "http-equiv")}
    for name in sorted(filter(None, names)):
        if len(marks.metas) < _MOST:
            marks.metas.append((name.strip().lower(), tidy(content)))


def _script(marks: Marks, index: int, attributes: Mapping[str, str | None]) -> None:
    if "ld+json" not in (attributes.get("type") or "").lower():
        return
    text = "".join(marks.tree.texts[index : marks.tree.ends[index]])
    if sum(map(len, marks.scripts)) + len(text) <= _LONGEST:
        marks.scripts.append(text)


def _link(marks: Marks, index: int, attributes: Mapping[str, str | None]) -> None:
    if "rel" in attributes:
        _keep(marks.links, index)


def _base(marks: Marks, index: int, _: Mapping[str, str | None]) -> None:
    _keep(marks.links, index)


def _time(marks: Marks, index: int, _: Mapping[str, str | None]) -> None:
    _keep(marks.times, index)


def _title(marks: Marks, index: int, _: Mapping[str, str | None]) -> None:
    _keep(marks.titles, index)


def _heading(marks: Marks, index: int, _: Mapping[str, str | None]) -> None:
    _keep(marks.headings, index)


_BY_TAG = {
    "meta": _meta,
    "script": _script,
    "link": _link,
    "a": _link,
    "base": _base,
    "time": _time,
    "title": _title,
    "h1": _heading,
}


def _keep(found: list[int], index: int) -> None:
    """Append unless the list has all it may hold."""
    if len(found) < _MOST:
        found.append(index)


def aside(tree: Tree, node: int) -> bool:
    """Whether the element stands in a container that holds other stories, readers' words or site furniture."""
    for above in (node, *tree.ancestors(node)):
        if tree.tags[above] in _ASIDE:
            return True
        if tree.tags[above] in {"body", "main"}:
            return False
        attributes = tree.attributes[above]
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        if any(word in named for word in _ASIDE_WORDS):
            return True
    return False
