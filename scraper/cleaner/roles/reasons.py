"""Codes of the evidence for each block's role: what stands in its words, around it and in its form.

The network decides; a code is named where what it stands for speaks for the role that was decided on. The last code is
always `model:` with the probability, since the network weighs more than can be named.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

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

Codes = Mapping[Role, str]
_NONE: Codes = MappingProxyType({})


def reasons(view: View, features: Features, roles: Sequence[Role], sure: Sequence[float]) -> list[tuple[str, ...]]:
    """Return the codes for each block, strongest evidence first, at most five."""
    around = _around(view, features)
    flags = {name: features.column(name).tolist() for name in _FLAGS}
    rows = features.frame.rows.tolist()
    found = []
    for index, role in enumerate(roles):
        codes = [*_words(view.hits[index], role, view.tagged[index].tag), *_flags(flags, index, role)]
        said = around[rows[index]].get(role)
        if said is not None:
            codes.append(said)
        codes += _shape(view, index, role)
        found.append((*dict.fromkeys(codes[: _MOST - 1]), f"model:{sure[index]:.2f}"))
    return found


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


def _flags(flags: Mapping[str, Sequence[float]], index: int, role: Role) -> Iterator[str]:
    """Yield the codes of columns that hold for the block and speak for its role."""
    for name, (speaks_for, code) in _FLAGS.items():
        if role in speaks_for and flags[name][index]:
            yield code


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


def _around(view: View, features: Features) -> list[Codes]:
    """Return for each row of the frame what it and the elements around it speak for, the nearest first."""
    frame, tree = features.frame, view.tree
    most = _PAGE * len(view.blocks)
    held = (frame.end - frame.first).tolist()
    found: list[Codes] = []
    for row, (node, parent) in enumerate(zip(frame.nodes, frame.parents, strict=True)):
        outer = found[parent] if row else _NONE
        own = _spoken(tree.tags[node], tree.attributes[node]) if held[row] < most else _NONE
        found.append({**outer, **own} if own else outer)
    return found


def _spoken(tag: str, attributes: Mapping[str, str | None]) -> Codes:
    """Return what one element speaks for."""
    if not attributes:
        return _said(tag, "", "", "")
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return _said(tag, names, attributes.get("role") or "", attributes.get("itemprop") or "")


@lru_cache(maxsize=1 << 15)
def _said(tag: str, names: str, role: str, properties: str) -> Codes:
    """Return the strongest code for each role; kept, because sites repeat their names."""
    votes = [(weight, speaks_for, f"landmark:{tag}") for speaks_for, weight in TAGS.get(tag, ())]
    votes += [(weight, speaks_for, f"aria:{role}") for speaks_for, weight in ARIA.get(role, ())]
    for name in properties.lower().split():
        votes += [(weight, speaks_for, f"itemprop:{name}") for speaks_for, weight in PROPERTIES.get(name, ())]
    for word in words_of(names):
        if word in WORDS:
            speaks_for, weight = WORDS[word]
            votes.append((weight, speaks_for, f"name:{word}"))
    return {speaks_for: code for weight, speaks_for, code in sorted(votes, key=lambda vote: vote[0]) if weight > 0}
