"""What a caller may choose about cleaning."""

from dataclasses import dataclass

from scraper.model.site_rules import SiteRules


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every page of a run; the defaults suit articles in any language."""

    second_opinion: bool = False
    """Whether trafilatura is asked for title, authors and date where the page's own description lacks them (slow)."""
    site_rules: SiteRules | None = None
    """What is known of single sites, read beforehand (`scraper.cleaner.sites.load_site_rules`); None: as packaged."""
