"""Site rules on the command line: read before the run, and an account of those that match nothing any more."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from scraper.model.site_rules import SiteRules
from scraper.writer import Rendered


def add_site_arguments(parser: ArgumentParser) -> None:
    """Add `--site-rules`."""
    parser.add_argument(
        "--site-rules",
        metavar="FOLDER",
        type=Path,
        help="folder of <host>.toml files: CSS selectors and the roles they give, on pages of that host",
    )


def site_rules(args: Namespace) -> SiteRules | None:
    """Return the rules a run asks for, None for only those that come with the package. Raises RulesError."""
    from scraper.cleaner.sites import load_site_rules

    return load_site_rules(args.site_rules) if args.site_rules is not None else None


def past(rules: SiteRules | None, today: date) -> Iterator[str]:
    """Yield a warning for each site whose rules are past their last day."""
    for site in rules.sites.values() if rules is not None else ():
        if site.valid_until < today:
            yield f"{site.file}: these rules were valid until {site.valid_until}; look whether they still are"


class SiteAccount:
    """Counts, rule by rule, the pages on which it could have matched and did not."""

    def __init__(self, rules: SiteRules | None) -> None:
        self._rules = rules
        self._pages: Counter[str] = Counter()
        self._missed: Counter[str] = Counter()

    def add(self, one: Rendered) -> None:
        """Count one record."""
        from scraper.cleaner.sites import sites_of

        if self._rules is None or one.skipped:
            return
        self._pages.update(site.host for site in sites_of(one.url, self._rules))
        self._missed.update(one.rules_missed)

    def lines(self) -> Iterator[str]:
        """Yield one line for each rule that matched nothing on any page of its site."""
        from scraper.cleaner.sites import rule_name

        for site in self._rules.sites.values() if self._rules is not None else ():
            pages = self._pages[site.host]
            for rule in site.rules:
                if pages and self._missed[rule_name(site, rule)] == pages:
                    yield f"site rule {rule.where} matched nothing on {pages} pages of {site.host}: {rule.selector}"
