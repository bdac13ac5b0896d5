"""Markup to `Tree`; the only file that knows selectolax.

The walk copies what later steps ask for into plain lists and lets the parser's own tree go. What can never be text
is left out here: comments, the inside of `<style>`, of `<svg>`, and of scripts that are not data. A `<template>` is
inert and left out too, unless it is a declarative shadow root, which browsers show.
"""

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.model.tree import TEXT, Tree

_NO_TEXT = frozenset({"style", "svg", "iframe", "noembed", "noframes"})
_NOTHING: Mapping[str, str | None] = {}
_TEXT = "-text"
# Lexbor's names for comments, document types and the like start with one of these.
_NO_ELEMENT = ("-", "!")


def parse(markup: str) -> Tree:
    """Parse the markup of a whole page by the HTML standard's rules; any string gives a tree.

    Characters that UTF-8 cannot hold become question marks. Source of the parser: lexbor, through selectolax.
    """
    tree = Tree([], [], [], [], [])
    root = LexborHTMLParser(markup.encode("utf-8", "replace")).root
    if root is not None:
        _read(root, tree)
    return tree if tree.tags else Tree(["html"], [-1], [1], [""], [_NOTHING])


def _read(root: LexborNode, tree: Tree) -> None:
    """Copy all nodes in document order; a flat loop, because pages nest deeper than Python's own stack allows."""
    open_elements: list[tuple[LexborNode, int]] = []
    node, parent = root, -1
    tags, parents, ends = tree.tags, tree.parents, tree.ends
    while True:
        tag, inside = node.tag or "-", None
        if tag == _TEXT:
            tags.append(TEXT)
            parents.append(parent)
            ends.append(len(tags))
            tree.texts.append(node.text_content or "")
            tree.attributes.append(_NOTHING)
        elif not tag.startswith(_NO_ELEMENT):
            inside = _element(node, tag, parent, tree)
        if inside is not None:
            open_elements.append((node, parent))
            node, parent = inside, len(tags) - 1
            continue
        following = node.next if open_elements else None
        while following is None:
            if not open_elements:
                return
            ends[parent] = len(tags)
            node, parent = open_elements.pop()
            following = node.next if open_elements else None
        node = following


def _element(node: LexborNode, tag: str, parent: int, tree: Tree) -> LexborNode | None:
    """Append an element to the columns, unless it can never hold text; return the first node inside it."""
    if tag in _NO_TEXT or (tag == "script" and not _is_data(node)):
        return None
    tree.tags.append(tag)
    tree.parents.append(parent)
    tree.ends.append(len(tree.tags))
    tree.texts.append("")
    tree.attributes.append(node.attributes or _NOTHING)
    return node.first_child if tag != "template" else _shadow_root(node)


def _is_data(script: LexborNode) -> bool:
    """Whether a script holds JSON that a page describes itself with, and no program."""
    return "json" in (script.attributes.get("type") or "").lower()


def _shadow_root(template: LexborNode) -> LexborNode | None:
    """Return the first node of a declarative shadow root, None for any other template: browsers do not show those."""
    fragments = template.template_fragments() if "shadowrootmode" in template.attributes else []
    return fragments[0].first_child if fragments else None
