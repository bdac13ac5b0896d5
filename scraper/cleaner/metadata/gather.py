"""One look at the tree: the few elements in which pages speak about themselves.

Everything after this works on short lists, so the cost of describing hardly depends on the size of a page. A page has
a thousand elements with a class; that is why words are looked for in all class names at once, as one string.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scraper.cleaner.metadata.wording import folded, tidy
from scraper.model.tree import Tree

_MOST = 400
"""Elements kept of each sort: more come only from listings, whose later entries say nothing of the page."""
_LONGEST = 1_000_000
"""Characters of data scripts read on one page."""
_SIGNATURES = ("author", "byline", "writer", "written", "contributor", "date", "publish", "posted", "time")
"""Parts of class names under which pages print who wrote them and when."""
_ASIDE = frozenset({"nav", "aside", "form", "select", "noscript", "template"})
"""Elements whose headings, times and names are not those of the story; so is a `<footer>`, but not an article's."""
_ASIDE_WORDS = (
    "comment", "related", "sidebar", "teaser", "widget-area", "widgetarea", "widgets", "recommend", "footer", "popular",
    "latest", "recent", "trending", "promo", "disqus", "reply", "carousel", "read-more", "readmore", "more-", "next-",
)  # fmt: skip
"""Parts of class names and ids of containers that hold other stories, or readers' words."""
_NOT_ASIDE = re.compile(r"\b(?:with|has|no)-sidebar|promoted")
"""Names with such a part that say nothing of what is inside."""
_STORY, _OTHERS, _FURNITURE = "story", "others", "furniture"
_WORD = 6
"""Letters from which one word is a headline: scripts without spaces have whole sentences in one."""
# The parser turns NUL into U+FFFD, so no class name holds one.
_BETWEEN = "\0"


@dataclass(slots=True)
class Marks:
    """Indices into the tree, in document order, of the elements that may describe the page."""

    tree: Tree
    """The page they were found on."""
    metas: list[tuple[str, str]] = field(default_factory=list)
    """Lower-case name (of `name`, `property` or `http-equiv`) and content of every `<meta>`."""
    links: list[int] = field(default_factory=list)
    """`<link>` and `<a>` with a `rel`, `<a>` to a page of an author, and `<base>`."""
    times: list[int] = field(default_factory=list)
    """`<time>` elements."""
    items: list[int] = field(default_factory=list)
    """Elements with `itemprop`, and those outside of `<meta>` with `property`."""
    scripts: list[str] = field(default_factory=list)
    """Texts of JSON-LD scripts."""
    titles: list[int] = field(default_factory=list)
    """`<title>` elements."""
    headings: list[int] = field(default_factory=list)
    """`<h1>` elements."""
    signatures: list[int] = field(default_factory=list)
    """Elements whose class or id says that who or when is printed there."""
    story: int = -1
    """The `<h1>` that the page's `<title>` repeats, -1 without one; what is around it is not aside."""
    _places: dict[int, str] = field(default_factory=dict)
    """What `_place` answered before, by node."""

    def aside(self, node: int) -> bool:
        """Whether the element stands in a container of other stories, readers' words or site furniture."""
        return self._place(node) != _STORY

    def foreign(self, node: int) -> bool:
        """Whether the element stands in a container named for other stories or readers' words."""
        return self._place(node) == _OTHERS

    def _place(self, node: int) -> str:
        """Return what the nearest telling container around an element holds."""
        places, parents = self._places, self.tree.parents
        way: list[int] = []
        known = None
        while known is None and node >= 0:
            known = places.get(node) or self._opened(node)
            way.append(node)
            node = parents[node]
        answer = known or _STORY
        for node in way:
            places[node] = answer
        return answer

    def _opened(self, node: int) -> str | None:
        """Return what an element is the container of, None where it does not tell."""
        tag = self.tree.tags[node]
        if tag in {"body", "main"}:
            return _STORY
        if node <= self.story < self.tree.ends[node]:
            return None
        attributes = self.tree.attributes[node]
        if attributes and _names_others(f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()):
            return _OTHERS
        if tag == "footer":
            return (
                None if any(self.tree.tags[above] == "article" for above in self.tree.ancestors(node)) else _FURNITURE
            )
        return _FURNITURE if tag in _ASIDE else None


def _names_others(named: str) -> bool:
    """Whether a class or id in lower case announces other stories; an expression of all words would be slower."""
    if not any(word in named for word in _ASIDE_WORDS):
        return False
    rest = _NOT_ASIDE.sub("", named)
    return any(word in rest for word in _ASIDE_WORDS)


def gather(tree: Tree) -> Marks:
    """Note what may describe the page."""
    marks = Marks(tree, titles=tree.places.get("title", []), headings=tree.places.get("h1", []))
    marks.times += tree.places.get("time", [])[:_MOST]
    marks.links += _links(tree)
    for tag, handler in _BY_TAG.items():
        for index in tree.find(tag):
            handler(marks, index, tree.attributes[index])
    attributes = [tree.attributes[index] for index in tree.named]
    marks.items += [
        index
        for index, held in zip(tree.named, attributes, strict=True)
        if "itemprop" in held or ("property" in held and tree.tags[index] != "meta")
    ]
    marks.signatures += [tree.named[place] for place in sorted(_signed(attributes))]
    marks.story = _story(marks)
    del marks.items[_MOST:], marks.signatures[_MOST:]
    return marks


def _story(marks: Marks) -> int:
    """Return the first heading of several words that stands in the `<title>` too, -1 where there is none."""
    titles = " ".join(folded(marks.tree.text(node)) for node in marks.titles[:2])
    for node in marks.headings[:20]:
        text = folded(marks.tree.text(node))
        if (" " in text or len(text) > _WORD) and text in titles:
            return node
    return -1


def _signed(attributes: Sequence[Mapping[str, str | None]]) -> set[int]:
    """Return the places of those whose class, or id where they have none, holds one of the words of signatures."""
    text = _BETWEEN.join([held.get("class") or held.get("id") or "" for held in attributes]).lower()
    return {node for word in _SIGNATURES for node in _lines_with(word, text)}


def _lines_with(word: str, text: str) -> Iterator[int]:
    """Yield the number of every line of the text, parted by `_BETWEEN`, in which the word stands."""
    line = start = 0
    at = text.find(word)
    while at >= 0:
        line += text.count(_BETWEEN, start, at)
        yield line
        start = at
        end = text.find(_BETWEEN, at)
        at = text.find(word, end) if end >= 0 else -1


def _meta(marks: Marks, _: int, attributes: Mapping[str, str | None]) -> None:
    content = attributes.get("content")
    if not content or len(marks.metas) >= _MOST:
        return
    for name in _unique(attributes.get(kind) for kind in ("property", "name", "http-equiv")):
        marks.metas.append((name.strip().lower(), tidy(content)))


def _unique(names: Iterable[str | None]) -> Iterable[str]:
    return dict.fromkeys(name for name in names if name)


def _script(marks: Marks, index: int, attributes: Mapping[str, str | None]) -> None:
    if "ld+json" not in (attributes.get("type") or "").lower():
        return
    text = "".join(marks.tree.texts[index : marks.tree.ends[index]])
    if len(marks.scripts) < _MOST and sum(map(len, marks.scripts)) + len(text) <= _LONGEST:
        marks.scripts.append(text)


def _links(tree: Tree) -> list[int]:
    """Return the elements that say what stands at another address; of a page's many `<a>` few do."""
    attributes, places = tree.attributes, tree.places
    found = [*places.get("base", ()), *(node for node in places.get("link", ()) if _leads(attributes[node]))]
    found += [node for node in places.get("a", ()) if _leads(attributes[node])]
    found.sort()
    return found[:_MOST] + [node for node in found[_MOST:] if tree.tags[node] == "base"]


def _leads(held: Mapping[str, str | None]) -> bool:
    """Whether an element says what it leads to, or leads to an author's page."""
    return "rel" in held or "/author" in (held.get("href") or "")


_BY_TAG: Mapping[str, Callable[[Marks, int, Mapping[str, str | None]], None]] = {"meta": _meta, "script": _script}
