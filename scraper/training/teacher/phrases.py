"""Evidence from lexicons: a block that *is*, or starts with, what sites write on their widgets."""

from collections.abc import Iterator

from scraper.cleaner.facts import Facts
from scraper.cleaner.roles.telling import PHRASES
from scraper.cleaner.view import View
from scraper.model.judgement import Heard, Vote
from scraper.model.lexicon import Category
from scraper.model.segment import Role
from scraper.rules.phrases import Hit

_EXACT = 4.0
_PREFIX = 2.2
_SENTENCE = 40.0
_LONG = 120.0
"""Size from which a block that only starts like a phrase is a sentence of its own."""


_NETWORK = (Vote(Role.SHARE, 3.0, "network"), Vote(Role.BODY, -2.0, "network"))


def judge(view: View) -> Iterator[Heard]:
    """Yield what each block's own words speak for."""
    networks = view.rulebook.networks
    for index, hits in enumerate(view.hits):
        for hit in hits:
            if hit.exact or _may_start(hit, view.facts[index]):
                yield index, _votes(hit, view.tagged[index].tag)
        if view.folded[index] in networks:
            yield index, _NETWORK


def _may_start(hit: Hit, fact: Facts) -> bool:
    """Whether a block that begins like a phrase may be what it announces, and no sentence that happens to."""
    if hit.category is Category.BYLINE and fact.sentences:
        return fact.size < _SENTENCE
    return fact.size < _LONG


def _votes(hit: Hit, language: str) -> tuple[Vote, ...]:
    """Return the votes of one hit: a whole phrase counts fully, the beginning of one less."""
    weight = _EXACT if hit.exact else _PREFIX
    tag = language if language in hit.tags else hit.tags[0]
    reason = f"lexicon:{hit.category}:{tag}"
    return Vote(PHRASES[hit.category], weight, reason), Vote(Role.BODY, -weight, reason)
