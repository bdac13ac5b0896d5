"""Evidence from the heading above: what "Related articles" announces holds for the blocks that follow it.

The reach of an announcement is the smallest element around the heading that holds anything behind it, and the
one around that where the first is only a wrapper; inside, it ends where the story goes on: at a paragraph of running
text in the page's main language that is no link.
"""

from collections.abc import Iterator

from scraper.cleaner.roles.telling import PHRASES
from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.language import UNDETERMINED
from scraper.model.lexicon import Category
from scraper.model.segment import Role

_ANNOUNCING = (Category.RELATED, Category.SHARE, Category.COMMENT, Category.NEWSLETTER, Category.READ_MORE)
_WEIGHT = 3.2
_MOST_BLOCKS = 60
_LONG = 140.0
"""Size of a paragraph that no teaser has."""


def judge(view: View) -> Iterator[Heard]:
    """Yield for each block what the nearest announcement above it speaks for."""
    for index, hits in enumerate(view.hits):
        for hit in hits:
            if hit.exact and hit.category in _ANNOUNCING:
                yield from _announce(view, index, PHRASES[hit.category])
                break


def _announce(view: View, heading: int, role: Role) -> Iterator[Heard]:
    """Yield votes for the blocks within reach of one announcement."""
    end = _reach(view, heading)
    votes = (Vote(role, _WEIGHT, f"under:{role}"), Vote(Role.BODY, -_WEIGHT, f"under:{role}"))
    for index in range(heading + 1, min(len(view.blocks), heading + 1 + _MOST_BLOCKS)):
        if view.blocks[index].node >= end or _goes_on(view, index, role) or _announced(view, index, role):
            return
        yield index, votes


def _announced(view: View, index: int, role: Role) -> bool:
    """Whether another announcement starts here."""
    return any(
        hit.exact and hit.category in _ANNOUNCING and PHRASES[hit.category] is not role for hit in view.hits[index]
    )


def _reach(view: View, heading: int) -> int:
    """Return the node index at which the smallest element around heading and followers ends."""
    tree, node = view.tree, view.blocks[heading].node
    if heading + 1 == len(view.blocks):
        return tree.ends[node]
    following = view.blocks[heading + 1].node
    while tree.ends[node] <= following and tree.parents[node] >= 0:
        node = tree.parents[node]
    return tree.ends[node]


def _goes_on(view: View, index: int, role: Role) -> bool:
    """Whether the story goes on here: running text, no link, in the language of the page."""
    fact, tag = view.facts[index], view.tagged[index].tag
    # Nothing to share is running text; teasers and comments are, if short.
    long = role is Role.SHARE or fact.size >= _LONG
    return long and fact.reads and fact.linked < 0.2 and tag in (view.main_language, UNDETERMINED)
