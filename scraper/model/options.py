"""What a caller may choose about cleaning."""

from dataclasses import dataclass
from enum import StrEnum

from scraper.model.site_rules import SiteRules
from scraper.model.weights import RoleWeights


class Cut(StrEnum):
    """How much of what may be the story is taken into its text; the segments and their roles are the same."""

    __hash__ = str.__hash__

    BALANCED = "balanced"
    PRECISE = "precise"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every page of a run; the defaults suit pages of any sort in any language."""

    second_opinion: bool = False
    """Whether trafilatura is asked for title, authors and date where the page's own description lacks them (slow)."""
    site_rules: SiteRules | None = None
    """What is known of single sites, read beforehand (`scraper.cleaner.sites.load_site_rules`); None: as packaged."""
    view: Cut = Cut.BALANCED
    """`precise`: text that is surely story; `complete`: all that may be; `balanced`: the best of both."""
    weights: RoleWeights | None = None
    """What the learned judge knows, read beforehand (`scraper.rules.role_weights`); None: as packaged."""
