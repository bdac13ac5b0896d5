"""Evidence from elements and attributes that say by standard what they hold: `<nav>`, `role=search`, `itemprop`.

Source: HTML Living Standard 4.3, WAI-ARIA landmarks, schema.org property names.
"""

from collections.abc import Iterator, Mapping, Sequence

from scraper.cleaner.roles.telling import ARIA, PROPERTIES, TAGS
from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Role
from scraper.model.tree import Tree
from scraper.training.teacher.sizes import text_below

_STORY_TAGS = frozenset({"article", "main"})
_HALF = 0.5
"""A landmark that holds more than this share of the page says nothing: it is the page."""


_HIDDEN = (Vote(Role.BODY, -1.0, "hidden"),)


def _votes(source: str, table: Mapping[str, tuple[tuple[Role, float], ...]]) -> Mapping[str, tuple[Vote, ...]]:
    """Return the votes of each row of a table, the reason being the name of table and row."""
    return {name: tuple(Vote(role, weight, f"{source}:{name}") for role, weight in row) for name, row in table.items()}


_BY_TAG = _votes("landmark", TAGS)
_BY_ROLE = _votes("aria", ARIA)
_BY_PROPERTY = _votes("itemprop", PROPERTIES)


def judge(view: View) -> Iterator[Heard]:
    """Yield what the elements around each block speak for, each name once."""
    sizes = text_below(view)
    known: dict[int, tuple[Vote, ...]] = {-1: ()}
    for index, block in enumerate(view.blocks):
        votes = _around(view.tree, sizes, block.node, known)
        if votes:
            yield index, votes
        if block.hidden:
            yield index, _HIDDEN


def _around(tree: Tree, sizes: Sequence[float], node: int, known: dict[int, tuple[Vote, ...]]) -> tuple[Vote, ...]:
    """Return the votes of an element and all around it; what is worked out on the way stays in `known`."""
    unknown = []
    while node not in known:
        unknown.append(node)
        node = tree.parents[node]
    around = known[node]
    for inner in reversed(unknown):
        for votes in _own(tree, sizes, inner):
            if votes[0] not in around:
                around += votes
        known[inner] = around
    return around


def _own(tree: Tree, sizes: Sequence[float], node: int) -> Iterator[tuple[Vote, ...]]:
    """Yield the votes of one element; around most of the page a landmark counts only if it speaks for body."""
    tag, attributes = tree.tags[node], tree.attributes[node]
    small = sizes[node] <= _HALF * sizes[0]
    if tag in _BY_TAG and (small or tag in _STORY_TAGS):
        yield _BY_TAG[tag]
    if attributes and small:
        role, name = attributes.get("role") or "", (attributes.get("itemprop") or "").lower()
        if role in _BY_ROLE:
            yield _BY_ROLE[role]
        if name in _BY_PROPERTY:
            yield _BY_PROPERTY[name]
