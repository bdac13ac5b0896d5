"""Codes of the evidence for each block's role: what stands in its words, around it and in its form.

The network decides; a code is named where what it stands for speaks for the role that was decided on. The last code is
always `model:` with the probability, since the network weighs more than can be named.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from scraper.cleaner.features import Features
from scraper.cleaner.features.naming import words_of
from scraper.cleaner.roles.telling import ARIA, PHRASES, PROPERTIES, TAGS, WORDS
from scraper.cleaner.view import View
from scraper.model.segment import Kind, Role
from scraper.rules.phrases import Hit

_MOST = 5
_PAGE = 0.45
"""Share of the page's blocks from which an element is the page, and what it is called says nothing of a block."""
_STORY = frozenset({Role.TITLE, Role.BYLINE, Role.BODY, Role.CAPTION})
_LINKED = 0.7
_SAYING = frozenset({"class", "id", "role", "itemprop"})

Codes = Mapping[Role, str]
_NONE: Codes = MappingProxyType({})


def reasons(view: View, features: Features, roles: Sequence[Role], sure: Sequence[float]) -> list[tuple[str, ...]]:
    """Return the codes for each block, strongest evidence first, at most five."""
    found = [[*_words(hits, role, tag.tag)] for hits, role, tag in zip(view.hits, roles, view.tagged, strict=True)]
    _add_flags(found, features, roles)
    around = _Around(view, features)
    for index, (row, role) in enumerate(zip(features.frame.rows.tolist(), roles, strict=True)):
        said = around.nearest(row, role)
        if said is not None:
            found[index].append(said)
        found[index] += _shape(view, index, role)
    return [
        (*dict.fromkeys(codes[: _MOST - 1]), f"model:{probability:.2f}")
        for codes, probability in zip(found, sure, strict=True)
    ]


_FLAGS: Mapping[str, tuple[frozenset[Role], str]] = {
    "network": (frozenset({Role.SHARE}), "network"),
    "under_related": (frozenset({Role.RELATED}), "under:related"),
    "under_read_more": (frozenset({Role.RELATED}), "under:related"),
    "under_share": (frozenset({Role.SHARE}), "under:share"),
    "under_comment": (frozenset({Role.COMMENT}), "under:comment"),
    "under_newsletter": (frozenset({Role.PROMO}), "under:promo"),
    "foreign_surely": (frozenset(Role) - _STORY, "foreign_language"),
    "is_title": (frozenset({Role.TITLE}), "title_match"),
    "begins_title": (frozenset({Role.TITLE}), "title_match"),
    "in_data": (frozenset({Role.BODY}), "in_data"),
    "date": (frozenset({Role.BYLINE}), "shape:date"),
    "between_running": (frozenset({Role.BODY}), "between_paragraphs"),
    "in_story": (_STORY, "in_story"),
    "after_story": (frozenset(Role) - _STORY, "outside_story"),
    "before_story": (frozenset(Role) - _STORY, "outside_story"),
}
"""Columns of the features that are reasons by themselves: for which roles, and their code; strongest first."""


def _words(hits: Sequence[Hit], role: Role, language: str) -> Iterator[str]:
    """Yield what the block's own words announce."""
    for hit in hits:
        if PHRASES[hit.category] is role:
            yield f"lexicon:{hit.category}:{language if language in hit.tags else hit.tags[0]}"


def _add_flags(found: Sequence[list[str]], features: Features, roles: Sequence[Role]) -> None:
    """Add the codes of columns that hold for a block and speak for its role."""
    for name, (speaks_for, code) in _FLAGS.items():
        for index in np.flatnonzero(features.column(name)).tolist():
            if roles[index] in speaks_for:
                found[index].append(code)


def _shape(view: View, index: int, role: Role) -> Iterator[str]:
    """Yield what the form of the text speaks for."""
    fact = view.facts[index]
    if role is Role.BODY and fact.reads:
        yield "shape:running_text"
    elif fact.linked > _LINKED and role is Role.NAVIGATION:
        yield "shape:links"
    elif fact.linked > _LINKED and role is Role.RELATED:
        yield "shape:links" if view.blocks[index].kind is Kind.LINK_LIST else "shape:headline_link"
    elif role is Role.NOTICE and "©" in view.blocks[index].text:
        yield "shape:copyright"


class _Around:
    """What the elements around blocks speak for, each looked at once and only for the roles that are asked."""

    def __init__(self, view: View, features: Features) -> None:
        self._tree = view.tree
        self._nodes, self._parents = features.frame.nodes, features.frame.parents
        self._held = (features.frame.end - features.frame.first).tolist()
        self._most = _PAGE * len(view.blocks)
        self._known: dict[Role, dict[int, str | None]] = {role: {} for role in Role}

    def nearest(self, row: int, role: Role) -> str | None:
        """Return the code for a role of the nearest element outwards that has one, None where none has."""
        known = self._known[role]
        path = []
        code = None
        while row not in known:
            path.append(row)
            code = self._own(row).get(role)
            if code is not None or not row:
                break
            row = self._parents[row]
        else:
            code = known[row]
        known.update(dict.fromkeys(path, code))
        return code

    def _own(self, row: int) -> Codes:
        """Return what one element speaks for; one around half of the page is the page, and says nothing of a block."""
        node = self._nodes[row]
        tag, attributes = self._tree.tags[node], self._tree.attributes[node]
        if self._held[row] >= self._most or (tag not in TAGS and _SAYING.isdisjoint(attributes)):
            return _NONE
        get = attributes.get
        return _said(tag, get("class"), get("id"), get("role"), get("itemprop"))


@lru_cache(maxsize=1 << 15)
def _said(tag: str, *attributes: str | None) -> Codes:
    """Return the strongest code for each role of an element; kept, because sites repeat their names.

    `attributes` are its class, id, role and itemprop.
    """
    name, key, role, properties = (value or "" for value in attributes)
    votes = [(weight, speaks_for, f"landmark:{tag}") for speaks_for, weight in TAGS.get(tag, ())]
    votes += [(weight, speaks_for, f"aria:{role}") for speaks_for, weight in ARIA.get(role, ())]
    for said in properties.lower().split():
        votes += [(weight, speaks_for, f"itemprop:{said}") for speaks_for, weight in PROPERTIES.get(said, ())]
    for word in words_of(f"{name} {key}"):
        if word in WORDS:
            speaks_for, weight = WORDS[word]
            votes.append((weight, speaks_for, f"name:{word}"))
    return {speaks_for: code for weight, speaks_for, code in sorted(votes, key=lambda vote: vote[0]) if weight > 0}
