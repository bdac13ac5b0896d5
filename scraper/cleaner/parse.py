"""Markup to `Tree`; the only file that knows selectolax.

The walk copies what later steps ask for into plain lists and lets the parser's own tree go. What can never
be text is left out here: comments, the inside of `<style>`, of `<svg>`, and of scripts that are not data.
A `<template>` is inert and left out too, unless it is a declarative shadow root, which browsers show.
"""

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.model.tree import TEXT, Tree

_OPAQUE = frozenset({"style", "svg", "iframe", "noembed", "noframes"})
_NOTHING: Mapping[str, str | None] = {}
_SHADOW = "shadowrootmode"


class _Walk:
    """The columns while they grow; one instance a page."""

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.parents: list[int] = []
        self.ends: list[int] = []
        self.texts: list[str] = []
        self.attributes: list[Mapping[str, str | None]] = []

    def text(self, text: str, parent: int) -> None:
        """Append a text node below `parent`."""
        self.tags.append(TEXT)
        self.parents.append(parent)
        self.ends.append(len(self.tags))
        self.texts.append(text)
        self.attributes.append(_NOTHING)

    def element(self, node: LexborNode, parent: int) -> int:
        """Append an element below `parent` and return its index."""
        index = len(self.tags)
        self.tags.append(node.tag or "")
        self.parents.append(parent)
        self.ends.append(index + 1)
        self.texts.append("")
        self.attributes.append(node.attributes or _NOTHING)
        return index

    def tree(self) -> Tree:
        """Return the finished columns, subtree ends filled in from the leaves upwards."""
        for index in range(len(self.tags) - 1, 0, -1):
            parent = self.parents[index]
            if self.ends[parent] < self.ends[index]:
                self.ends[parent] = self.ends[index]
        return Tree(self.tags, self.parents, self.ends, self.texts, self.attributes)


def parse(markup: str) -> Tree:
    """Parse the markup of a whole page by the HTML standard's rules; any string gives a tree.

    Lone surrogates become U+FFFD. Source of the parser: lexbor, through selectolax.
    """
    parser = LexborHTMLParser(markup.encode("utf-8", "replace"))
    walk = _Walk()
    root = parser.root
    if root is None:
        walk.tags, walk.parents, walk.ends = ["html"], [-1], [1]
        walk.texts, walk.attributes = [""], [_NOTHING]
        return walk.tree()
    # An explicit stack: pages nest deeper than Python's own stack allows.
    stack: list[tuple[LexborNode, int]] = [(root, -1)]
    while stack:
        node, parent = stack.pop()
        _visit(node, parent, walk, stack)
    return walk.tree()


def _visit(node: LexborNode, parent: int, walk: _Walk, stack: list[tuple[LexborNode, int]]) -> None:
    """Record one node and put its next sibling and first child on the stack, the child on top."""
    following = node.next
    if following is not None and parent >= 0:
        stack.append((following, parent))
    if node.is_text_node:
        walk.text(node.text_content or "", parent)
    elif node.is_element_node:
        index = walk.element(node, parent)
        _descend(node, index, walk, stack)


def _descend(node: LexborNode, index: int, walk: _Walk, stack: list[tuple[LexborNode, int]]) -> None:
    """Put the first child of an element on the stack, or nothing where its inside is no text."""
    tag = walk.tags[index]
    if tag in _OPAQUE:
        return
    if tag == "script" and "json" not in (walk.attributes[index].get("type") or "").lower():
        return
    if tag == "template":
        child = _shadow_root(node) if _SHADOW in walk.attributes[index] else None
    else:
        child = node.first_child
    if child is not None:
        stack.append((child, index))


def _shadow_root(template: LexborNode) -> LexborNode | None:
    """Return the first node inside a declarative shadow root, or None where it is empty."""
    fragments = template.template_fragments()
    return fragments[0].first_child if fragments else None
