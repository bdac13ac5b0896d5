"""How a role was decided: single votes, and the judgement they lead to."""

from collections.abc import Mapping
from typing import NamedTuple

from scraper.model.segment import Role


class Vote(NamedTuple):
    """One reason to think that a segment has one role; a tuple, because a page has thousands of them."""

    role: Role
    """The role it speaks for (with a negative weight: against)."""
    weight: float
    """Strength in log-odds: 1 is a hint, 3 is strong, 6 settles it."""
    reason: str
    """Stable code, for example `lexicon:related:zh-Hans` or `landmark:nav`; listed in the documentation."""


Heard = tuple[int, tuple[Vote, ...]]
"""Index of a segment on its page, and what one judge says of it."""


class Judgement(NamedTuple):
    """The role of one segment."""

    role: Role
    """The role that was decided on."""
    confidence: float
    """Probability that the role is right, 0 to 1."""
    reasons: tuple[str, ...]
    """Codes of the evidence for the role, strongest first."""


class Ruling(NamedTuple):
    """What was decided of one segment beside the judges: by a site's own rule, or because its text was embedded."""

    role: Role
    """The role it has, whatever the judges think."""
    reason: str
    """Stable code: `site:HOST`, `embedded:json-ld`, `embedded:state` or `embedded:noscript`."""
    confidence: float = 1.0
    """Probability that the role is right, 0 to 1."""


Rulings = Mapping[int, Ruling]
"""Rulings by index of the segment on its page; segments that are not in it are left to the judges."""
