"""Markup to `Tree`; the only file that knows selectolax.

The walk copies what later steps ask for into plain lists and lets the parser's own tree go. What can never be text
is left out here: comments, the inside of `<style>`, of `<svg>`, and of scripts that are not data. A `<template>` is
inert and left out too, unless it is a declarative shadow root, which browsers show.
"""

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.model.tree import TEXT, Tree

_OPAQUE = frozenset({"style", "svg", "iframe", "noembed", "noframes"})
_SELECTIVE = frozenset({"script", "template"})
_NOTHING: Mapping[str, str | None] = {}
_TEXT = "-text"
# Lexbor's names for comments, document types and the like start with one of these.
_NO_ELEMENT = ("-", "!")

_Columns = tuple[list[str], list[int], list[str], list[Mapping[str, str | None]]]


def parse(markup: str) -> Tree:
    """Parse the markup of a whole page by the HTML standard's rules; any string gives a tree.

    Characters that UTF-8 cannot hold become question marks. Source of the parser: lexbor, through selectolax.
    """
    root = LexborHTMLParser(markup.encode("utf-8", "replace")).root
    columns = (["html"], [-1], [""], [_NOTHING]) if root is None else _read(root)
    tags, parents, texts, attributes = columns
    return Tree(tags, parents, _ends(parents), texts, attributes)


def _read(root: LexborNode) -> _Columns:
    """Copy all nodes in document order; a flat loop, because pages nest deeper than Python's own stack allows."""
    tags: list[str] = []
    parents: list[int] = []
    texts: list[str] = []
    attributes: list[Mapping[str, str | None]] = []
    stack: list[tuple[LexborNode | None, int]] = [(root, -1)]
    while stack:
        node, parent = stack.pop()
        if node is None:
            continue
        if parent >= 0:
            stack.append((node.next, parent))
        tag = node.tag or "-"
        if tag == _TEXT:
            tags.append(TEXT)
            texts.append(node.text_content or "")
            attributes.append(_NOTHING)
        elif tag.startswith(_NO_ELEMENT):
            continue
        else:
            stack.append((_inside(node, tag), len(tags)))
            tags.append(tag)
            texts.append("")
            attributes.append(node.attributes or _NOTHING)
        parents.append(parent)
    return tags, parents, texts, attributes


def _inside(node: LexborNode, tag: str) -> LexborNode | None:
    """Return the first node inside an element, None where its inside is empty or no text."""
    if tag in _OPAQUE:
        return None
    if tag not in _SELECTIVE:
        return node.first_child
    if tag == "script":
        return node.first_child if "json" in (node.attributes.get("type") or "").lower() else None
    fragments = node.template_fragments() if "shadowrootmode" in node.attributes else []
    return fragments[0].first_child if fragments else None


def _ends(parents: list[int]) -> list[int]:
    """Return the index one past every node's subtree."""
    ends = list(range(1, len(parents) + 1))
    for node in range(len(parents) - 1, 0, -1):
        ends[parents[node]] = max(ends[parents[node]], ends[node])
    return ends
