"""The objects of linked data, and what they are of."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping

Thing = Mapping[str, object]
"""A schema.org object as JSON-LD holds it."""

_MOST = 3000
"""Values looked at on one page; more come from catalogues."""


def things(document: object, follows: Callable[[str, object], bool]) -> Iterator[Thing]:
    """Yield the objects of a document, outer ones first; `follows` says by key and value where to look further."""
    queue = deque([document])
    for _ in range(_MOST):
        if not queue:
            return
        value = queue.popleft()
        if isinstance(value, list):
            queue.extend(value[:_MOST])
        elif isinstance(value, dict):
            yield value
            queue.extend(inner for key, inner in value.items() if follows(key, inner))


def types_of(thing: Thing) -> list[str]:
    """Return the types of an object in order, in lower case, without the address of the vocabulary."""
    named = thing.get("@type")
    return [str(name).rsplit("/", 1)[-1].lower() for name in (named if isinstance(named, list) else [named])]
