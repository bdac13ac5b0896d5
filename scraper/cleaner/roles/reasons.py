"""Codes of the evidence for each block's role: what stands in its words, around it and in its form.

The network decides; a code is named where what it stands for speaks for the role that was decided on. The last code is
always `model:` with the probability, since the network weighs more than can be named.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from scraper.cleaner.features import COLUMNS, Features
from scraper.cleaner.features.naming import MOST, words_of
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
    spoken = zip(view.hits, roles, view.tagged, strict=True)
    found = [_words(hits, role, tag.tag) if hits else [] for hits, role, tag in spoken]
    _add_flags(found, features, roles)
    around = _around(view, features)
    for index, (row, role) in enumerate(zip(features.frame.rows.tolist(), roles, strict=True)):
        codes = found[index]
        said = around[row].get(role)
        if said is not None:
            codes.append(said)
        shape = _SHAPES[role](view, index) if role in _SHAPES else ""
        if shape:
            codes.append(shape)
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


_SPEAKING = np.array([[role in speaks_for for role in Role] for speaks_for, _ in _FLAGS.values()]).T
"""Whether each of them speaks for each role, shape (roles, flags)."""
_ROW: Mapping[Role, int] = {role: row for row, role in enumerate(Role)}
_CODES = tuple(code for _, code in _FLAGS.values())


def _words(hits: Sequence[Hit], role: Role, language: str) -> list[str]:
    """Return what the block's own words announce."""
    return [
        f"lexicon:{hit.category}:{language if language in hit.tags else hit.tags[0]}"
        for hit in hits
        if PHRASES[hit.category] is role
    ]


def _add_flags(found: Sequence[list[str]], features: Features, roles: Sequence[Role]) -> None:
    """Add the codes of columns that hold for a block and speak for its role."""
    held = features.numbers[:, [COLUMNS[name] for name in _FLAGS]] != 0
    speaking = held & _SPEAKING[[_ROW[role] for role in roles]]
    for index, flag in zip(*(places.tolist() for places in np.nonzero(speaking)), strict=True):
        found[index].append(_CODES[flag])


def _shape_of_body(view: View, index: int) -> str:
    """Return the code for text that reads like a story."""
    return "shape:running_text" if view.facts[index].reads else ""


def _shape_of_navigation(view: View, index: int) -> str:
    """Return the code for text that is links."""
    return "shape:links" if view.facts[index].linked > _LINKED else ""


def _shape_of_related(view: View, index: int) -> str:
    """Return the code for text that leads elsewhere, as a list or as one headline."""
    if view.facts[index].linked <= _LINKED:
        return ""
    return "shape:links" if view.blocks[index].kind is Kind.LINK_LIST else "shape:headline_link"


def _shape_of_notice(view: View, index: int) -> str:
    """Return the code for a sign of copyright."""
    return "shape:copyright" if "©" in view.blocks[index].text else ""


_SHAPES: Mapping[Role, Callable[[View, int], str]] = {
    Role.BODY: _shape_of_body,
    Role.NAVIGATION: _shape_of_navigation,
    Role.RELATED: _shape_of_related,
    Role.NOTICE: _shape_of_notice,
}
"""What tells by its form that a text is for this; an empty code where it does not."""


def _around(view: View, features: Features) -> list[Codes]:
    """Return for each row of the frame the code for each role of the nearest element outwards that has one."""
    tags, attributes, around = view.tree.tags, view.tree.attributes, features.frame
    # An element around half of the page is the page, and says nothing of a block.
    silent = (around.end - around.first >= _PAGE * len(view.blocks)).tolist()
    found: list[Codes] = []
    for node, parent, is_silent in zip(around.nodes, around.parents, silent, strict=True):
        tag, said = tags[node], attributes[node]
        outer = found[parent] if found else _NONE
        # Most elements with attributes have a class, which is quicker to see than that they have none of four.
        if is_silent or ("class" not in said and tag not in TAGS and _SAYING.isdisjoint(said)):
            found.append(outer)
            continue
        get = said.get
        own = _said(tag, get("class"), get("id"), get("role"), get("itemprop"))
        found.append({**outer, **own} if own else outer)
    return found


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
    for word in [*dict.fromkeys(words_of(name) + words_of(key))][:MOST]:
        if word in WORDS:
            speaks_for, weight = WORDS[word]
            votes.append((weight, speaks_for, f"name:{word}"))
    if not votes:
        return _NONE
    return {speaks_for: code for weight, speaks_for, code in sorted(votes, key=lambda vote: vote[0]) if weight > 0}
