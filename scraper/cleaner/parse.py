"""Markup to `Tree`; the only file that knows selectolax.

The walk copies what later steps ask for into plain lists and lets the parser's own tree go. What can never be text
is left out here: comments, the inside of `<style>`, of `<svg>`, and of scripts that are not data. A `<template>` is
inert and left out too, unless it is a declarative shadow root, which browsers show.
"""

from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode, SelectolaxError

from scraper.cleaner.mend import mended
from scraper.model.tree import TEXT, Tree

_NOTHING: Mapping[str, str | None] = {}
_NO_ELEMENT = "-"
"""Lexbor's names for comments, document types and the like start with this; here it stands for all of them."""
_NO_TEXT = frozenset({"style", "svg", "iframe", "noembed", "noframes", _NO_ELEMENT})
_UNUSUAL = _NO_TEXT | {"script", "template"}
"""Tags whose children are not simply read on."""
_EMPTY = frozenset({"br", "embed", "hr", "img", "meta"})
"""Tags that never have children, not even within MathML."""

# With events, lexbor looks at all options of a `<select>` again for each new one: seconds for a page that is one.
_WITHOUT_EVENTS = int(LexborDocumentOptions.WO_EVENTS)

_DEEPEST = 512
"""Open elements; Chromium's own limit."""

# No page can hold an attribute with a space in its name, so these marks are nobody's but ours.
_MARK = "our mark"

_Nodes = Iterator[LexborNode]


def parse(markup: str) -> Tree:
    """Parse the markup of a whole page by the HTML standard's rules; any string gives a tree.

    Characters that UTF-8 cannot hold become question marks. Source of the parser: lexbor, through selectolax.
    """
    return _copied(_document(markup))


def select(markup: str, selectors: Sequence[str]) -> list[list[int]]:
    """Return, for each CSS selector, the nodes it matches: indices into `parse(markup)`, in document order.

    Elements that the tree leaves out (inside `<svg>`, templates …) match nothing. Raises ValueError for a selector
    that cannot be read. Source of the selectors: CSS Selectors Level 4, as far as lexbor knows it.
    """
    document = _document(markup)
    for rank, selector in enumerate(selectors):
        for node in _matched(document, selector):
            node.attrs[_MARK] = f"{node.attributes.get(_MARK) or ''} {rank}"
    found: list[list[int]] = [[] for _ in selectors]
    for index, mark in _marks(document):
        for number in mark.split():
            found[int(number)].append(index)
    return found


def programs(markup: str) -> Mapping[int, str]:
    """Return the text of every script that is a program, by its index in `parse(markup)`, in document order.

    `parse` leaves these texts out, since they are large and nearly no page has its words there.
    """
    document = _document(markup)
    for node in document.css("script"):
        if not _is_data(node):
            node.attrs[_MARK] = node.text()
    return dict(_marks(document))


def metas(markup: str) -> list[tuple[str, str]]:
    """Return name and content of every `<meta>` that has both, in document order: without the rest of the tree."""
    found = (node.attributes for node in _document(markup).css("meta[name][content]"))
    return [(attributes["name"] or "", attributes["content"] or "") for attributes in found]


def style_sheets(markup: str) -> list[tuple[str, str]]:
    """Return media and text of every `<style>` element, in document order; those in plain templates are none.

    `parse` leaves these texts out: only who draws a page needs them.
    """
    return [(node.attributes.get("media") or "", node.text()) for node in _document(markup).css("style")]


def _document(markup: str) -> LexborHTMLParser:
    """Return the parser's own tree."""
    return LexborHTMLParser(mended(markup).encode("utf-8", "replace"), options=_WITHOUT_EVENTS)


def _matched(document: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """Return the nodes a selector matches; ValueError where it is none."""
    try:
        return document.css(selector)
    except SelectolaxError as error:
        raise ValueError(f"{selector!r} is no CSS selector that can be read") from error


def _marks(document: LexborHTMLParser) -> Iterator[tuple[int, str]]:
    """Yield the nodes that were marked, with their marks; the walk is that of `parse`, so the indices are too."""
    for index, attributes in enumerate(_copied(document).attributes):
        if attributes and (mark := attributes.get(_MARK)):
            yield index, mark


def _copied(document: LexborHTMLParser) -> Tree:
    """Return the columns of a page."""
    root = document.root
    if root is None:
        return Tree(["html"], [-1], [1], [""], [_NOTHING], {"html": [0]}, [])
    tag, attributes = root.tag or "html", root.attributes
    tree = Tree([tag], [-1], [1], [""], [attributes], {tag: [0]}, [0] if attributes else [])
    _read(root.iter(include_text=True), tree)
    return tree


def _read(children: _Nodes, tree: Tree) -> None:
    """Copy all nodes below the root in document order; a flat loop, for pages nest deeper than Python's own stack."""
    tags, parents, ends, texts, attributes = tree.tags, tree.parents, tree.ends, tree.texts, tree.attributes
    names: dict[int, str] = {}
    places, named = tree.places, tree.named
    open_elements: list[tuple[_Nodes, int]] = []
    parent = 0
    while True:
        for node in children:
            text = node.text_content
            if text is not None:
                tags.append(TEXT)
                parents.append(parent)
                texts.append(text)
                attributes.append(_NOTHING)
                ends.append(len(tags))
                continue
            tag = names.get(node.tag_id) or _name(node, names, places)
            is_deep = len(open_elements) >= _DEEPEST - 1
            inside = _inside(node, tag) if tag in _UNUSUAL else None
            if tag in _UNUSUAL and (inside is None or is_deep):
                continue
            parents.append(parent)
            index = len(tags)
            places[tag].append(index)
            tags.append(tag)
            texts.append("")
            attributes.append(node.attributes)
            if attributes[index]:
                named.append(index)
            ends.append(index + 1)
            if tag in _EMPTY:
                continue
            open_elements.append((children, parent))
            # What is nested deeper stands beside its parent instead, as in browsers, so that no step goes quadratic.
            parent = parent if is_deep else index
            children = inside or node.iter(include_text=True)
            break
        else:
            ends[parent] = len(tags)
            if not open_elements:
                return
            children, parent = open_elements.pop()


def _name(node: LexborNode, names: dict[int, str], places: dict[str, list[int]]) -> str:
    """Return the tag of a node that is no text; keep it in `names` and make room for it in `places`."""
    tag = node.tag or _NO_ELEMENT
    tag = names[node.tag_id] = _NO_ELEMENT if tag.startswith(("-", "!")) else tag
    places.setdefault(tag, [])
    return tag


def _inside(node: LexborNode, tag: str) -> _Nodes | None:
    """Return the children to read of an element with a rule of its own, None where it can never hold text."""
    if tag == "template":
        return _shadow_root(node)
    if tag == "script":
        # A program's element is kept without its text: the paths of the data scripts beside it count it.
        return node.iter(include_text=True) if _is_data(node) else iter(())
    return None


def _is_data(script: LexborNode) -> bool:
    """Whether a script holds JSON that a page describes itself with, and no program."""
    return "json" in (script.attributes.get("type") or "").lower()


def _shadow_root(template: LexborNode) -> _Nodes:
    """Return the nodes of a declarative shadow root, none for any other template: browsers do not show those."""
    fragments = template.template_fragments() if "shadowrootmode" in template.attributes else []
    return fragments[0].iter(include_text=True) if fragments else iter(())
