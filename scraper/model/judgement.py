"""How a role was decided: single pieces of evidence, and the judgement they lead to."""

from dataclasses import dataclass
from typing import NamedTuple

from scraper.model.segment import Role


class Evidence(NamedTuple):
    """One reason to think that one segment has one role; a tuple, because a page has thousands of them."""

    segment: int
    """Index of the segment on its page."""
    role: Role
    """The role it speaks for (with a negative weight: against)."""
    weight: float
    """Strength in log-odds: 1 is a hint, 3 is strong, 6 settles it."""
    reason: str
    """Stable code, for example `lexicon:related:zh-Hans` or `landmark:nav`; listed in the documentation."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The role of one segment."""

    role: Role
    """The role that was decided on."""
    confidence: float
    """Probability that the role is right, 0 to 1."""
    reasons: tuple[str, ...]
    """Codes of the evidence for the role, strongest first."""
