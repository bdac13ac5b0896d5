"""What there is to learn from: pages of corpora with their gold, those labelled by hand, and the site each is from."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from scraper.addresses.site import registered
from scraper.corpora.corpus import GoldPage, read_corpus
from scraper.corpora.fixture_gold import holds_fixtures, read_fixtures
from scraper.corpora.role_gold import RolePage, read_role_pages
from scraper.training.examples import Gold

_PAGE = ".html.gz"


@dataclass(frozen=True, slots=True)
class Material:
    """One page to learn from."""

    gold: Gold
    """The page and what is known of it."""
    group: str
    """Site it is from: pages of one site are never on both sides of a fold."""


def gather(corpora: Sequence[Path], roles: Path | None) -> list[Material]:
    """Return all pages of the corpora, and those labelled by hand that are in none; InputError if unreadable."""
    by_hand = {page.path.resolve(): page for page in (read_role_pages(roles) if roles else ())}
    found = []
    for folder in corpora:
        for gold in _golds(folder):
            labelled = by_hand.pop(gold.page.path.resolve(), None)
            found.append(Gold(gold.page, labelled.segments) if labelled else gold)
    found += [Gold(_unknown(page), page.segments) for page in by_hand.values()]
    return [Material(gold, site_of(gold.page)) for gold in found]


def _golds(folder: Path) -> list[Gold]:
    """Return the pages of one folder: fixtures, whose blocks are all labelled, or a corpus."""
    if holds_fixtures(folder):
        return [Gold(fixture.page, fixture.segments) for fixture in read_fixtures(folder)]
    return [Gold(page, ()) for page in read_corpus(folder)]


def site_of(page: GoldPage) -> str:
    """Return the registered domain of a page, or its own name where it has no address."""
    host = (urlsplit(page.url or "").hostname or "").removeprefix("www.")
    return registered(host) if "." in host else f"{page.corpus}/{page.id}"


def fold_of(group: str, folds: int) -> int:
    """Return the fold of a site: the same in every run, on every machine."""
    return int.from_bytes(hashlib.sha256(group.encode()).digest()[:8], "big") % folds


def digest_of(material: Iterable[Material]) -> str:
    """Return a digest of pages and gold, twelve hex digits: weights name it as what they were made from."""
    whole = hashlib.sha256()
    for item in material:
        page = item.gold.page
        whole.update(f"{page.corpus}/{page.id}\0{page.page_type}\0{page.text}\0".encode())
        whole.update("\0".join(f"{segment.role} {segment.text}" for segment in item.gold.segments).encode())
        whole.update(page.path.read_bytes())
    return whole.hexdigest()[:12]


def _unknown(page: RolePage) -> GoldPage:
    """Return a labelled page of which no corpus has the gold."""
    return GoldPage(
        corpus=page.path.parent.parent.name,
        id=page.path.name.removesuffix(_PAGE),
        path=page.path,
        url=None,
        page_type="unknown",
        language=None,
        title=None,
        authors=(),
        published=None,
        text="",
        title_in_text=False,
    )
