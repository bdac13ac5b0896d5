"""Paragraphs out of the rich text that editors keep as JSON: Contentful, Slate, ProseMirror, Draft, Portable Text.

They agree in one thing: a paragraph is an object, and inside it a list of leaves holds the letters. Elements as React
writes them into its stream (`["$", "p", null, {"children": …}]`) are read in the same way.
"""

from collections.abc import Iterator, Mapping, Sequence

from scraper.cleaner.embedded.prose import bare, reads
from scraper.cleaner.embedded.words import ASIDE, TEXTS, is_furniture, plain_key

_DEEPEST = 60
_LETTERS = ("text", "value", "insert")
"""Keys under which a leaf keeps its letters."""
_KINDS = ("type", "nodeType", "_type", "kind", "object")
_INLINE = frozenset({None, "text", "span", "leaf", "link", "hyperlink", "strong", "em"})
"""What a leaf calls itself."""
_ELEMENT = "$"
_HEADLINES = frozenset({"title", "headline", "name", "subject"})
_ADDRESSES = frozenset({"url", "slug", "href", "link", "path", "permalink", "canonicalurl", "uri", "price", "sku"})


def paragraphs(value: object, key: str = "content", depth: int = 0) -> Iterator[str]:
    """Yield the passages in a value, in order: whole documents where they are HTML, else paragraphs."""
    if isinstance(value, str):
        if _says(value) if key in TEXTS else key not in ASIDE and reads(bare(value)):
            yield value
    elif depth > _DEEPEST:
        return
    elif isinstance(value, list):
        yield from _of_list(value, key, depth)
    elif isinstance(value, dict):
        for raw, inner in value.items():
            name = plain_key(raw)
            if not is_furniture(name):
                yield from paragraphs(inner, name, depth + 1)


def is_catalogue(values: Sequence[object]) -> bool:
    """Whether a list is one of other pages: most of its items have a headline and an address or a price."""
    named = [
        inner
        for inner in values
        if isinstance(inner, Mapping) and not _HEADLINES.isdisjoint(inner) and _ADDRESSES & set(map(plain_key, inner))
    ]
    return len(values) > 2 and 2 * len(named) > len(values)


def _of_list(values: list[object], key: str, depth: int) -> Iterator[str]:
    """Yield the passages of a list: one where its items are parts of one line, else those of each item."""
    if is_catalogue(values):
        return
    if values[:1] == [_ELEMENT] and len(values) > 3:
        props = values[3]
        yield from paragraphs(props.get("children"), "children", depth + 1) if isinstance(props, dict) else ()
    elif _is_line(values):
        line = "".join(_letters(values, depth))
        yield from [line] if _says(line) else []
    else:
        for inner in values:
            yield from paragraphs(inner, key, depth + 1)


def _says(text: str) -> bool:
    """Whether a string can be a paragraph: words, not an identifier."""
    words = bare(text)
    return bool(words) and (" " in words or not words.isascii()) and "://" not in words[:12]


def _is_line(values: Sequence[object]) -> bool:
    """Whether the items of a list are the parts of one line."""
    if any(isinstance(inner, str) for inner in values):
        return any(isinstance(inner, list) for inner in values)
    leaves = [inner for inner in values if _is_leaf(inner)]
    # Leaves that are whole sentences each are the paragraphs of an editor without kinds.
    return bool(leaves) and not all(reads("".join(_letters(leaf, 0))) for leaf in leaves)


def _is_leaf(value: object) -> bool:
    """Whether a value is a leaf: it has letters, and calls itself by no name of a paragraph."""
    if not isinstance(value, Mapping) or not any(isinstance(value.get(name), str) for name in _LETTERS):
        return False
    kind = next((value[name] for name in _KINDS if name in value), None)
    return (kind is None or isinstance(kind, str)) and kind in _INLINE


def _letters(value: object, depth: int) -> Iterator[str]:
    """Yield the letters of all leaves below a value."""
    if isinstance(value, str):
        yield value
    elif depth > _DEEPEST:
        return
    elif isinstance(value, list):
        for inner in value[3:] if value[:1] == [_ELEMENT] else value:
            yield from _letters(inner, depth + 1)
    elif isinstance(value, Mapping):
        own = next((value[name] for name in _LETTERS if isinstance(value.get(name), str)), None)
        yield from [own] if isinstance(own, str) else ()
        for name in ("content", "children") if own is None else ():
            yield from _letters(value.get(name), depth + 1)
