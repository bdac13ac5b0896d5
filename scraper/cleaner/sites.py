"""What a site's own rules say of a page: the role of some of its blocks, its type, and which rules matched nothing.

Rules decide, they are no evidence: who writes one knows the site. No clock is read: a rule past its last day is left
out only where the page says when it was fetched, so that the same page always gives the same record.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from scraper.cleaner.parse import select
from scraper.errors import RulesError
from scraper.model.judgement import Ruling, Rulings
from scraper.model.page import Page
from scraper.model.segment import Block
from scraper.model.site_rules import Site, SiteRule, SiteRules
from scraper.model.tree import Tree
from scraper.rules.site_rules import bare_host, packaged_sites, read_sites


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the rules of a page's site say of it."""

    rulings: Rulings
    """Roles by index of the block."""
    page_type: str | None
    """What the page is, where the rules say so."""
    missed: tuple[str, ...]
    """Rules for this host that matched no element, as `host: selector`."""


_NOTHING = Ruled({}, None, ())


@cache
def packaged_site_rules() -> SiteRules:
    """Return the rules that come with this package. Raises RulesError."""
    return SiteRules(_checked(packaged_sites()), "")


def load_site_rules(folder: Path) -> SiteRules:
    """Read a folder of `<host>.toml` files, checked; they take the place of the packaged ones for the same host.

    Raises RulesError naming file, line and field.
    """
    own = read_sites(folder)
    return SiteRules({**packaged_site_rules().sites, **_checked(own.sites)}, own.digest)


def _checked(sites: Mapping[str, Site]) -> Mapping[str, Site]:
    """Return the sites, all selectors of which can be read."""
    for rule in (rule for site in sites.values() for rule in site.rules):
        try:
            select("", [rule.selector])
        except ValueError as error:
            raise RulesError(f"{rule.where}: select: {error}") from error
    return sites


def sites_of(url: str | None, rules: SiteRules) -> Iterator[Site]:
    """Yield the sites whose rules hold for an address, those of parent domains first."""
    try:
        host = bare_host(urlsplit(url or "").hostname or "")
    except ValueError:
        return
    labels = host.split(".")
    for start in range(len(labels) - 1, -1, -1):
        site = rules.sites.get(".".join(labels[start:]))
        if site is not None:
            yield site


def rule_page(page: Page, tree: Tree, blocks: Sequence[Block], rules: SiteRules) -> Ruled:
    """Return what the rules say of a page; `blocks` were cut out of `tree`, which was parsed from its text."""
    sites = [site for site in sites_of(page.url, rules) if not _is_past(site, page.fetched_at)]
    if not sites:
        return _NOTHING
    named = [(site, rule) for site in sites for rule in site.rules]
    found = select(page.text, [rule.selector for _, rule in named])
    missed = [rule_name(site, rule) for (site, rule), nodes in zip(named, found, strict=True) if not nodes]
    ruled: dict[int, Ruling] = {}
    for (site, rule), nodes in zip(named, found, strict=True):
        ruled |= dict.fromkeys(nodes, Ruling(rule.role, f"site:{site.host}"))
    types = [site.page_type for site in sites if site.page_type]
    return Ruled(_rulings(tree, blocks, ruled), types[-1] if types else None, tuple(missed))


def rule_name(site: Site, rule: SiteRule) -> str:
    """Return what a record and the summary call a rule."""
    return f"{site.host}: {rule.selector}"


def _is_past(site: Site, fetched_at: str | None) -> bool:
    """Whether a page was fetched after the last day of the rules; ISO dates sort as text."""
    return fetched_at is not None and fetched_at[:10] > site.valid_until.isoformat()


def _rulings(tree: Tree, blocks: Sequence[Block], ruled: Mapping[int, Ruling]) -> Rulings:
    """Return the ruling of the innermost selected element around each block."""
    rulings = {}
    for index, block in enumerate(blocks):
        around = (node for node in (block.node, *tree.ancestors(block.node)) if node in ruled)
        innermost = next(around, None)
        if innermost is not None:
            rulings[index] = ruled[innermost]
    return rulings
