"""How many pages may be fetched."""

from scraper.crawler.round.quota import Quota
from scraper.model.source import Kind, Schedule, Source


def source(name: str, most: int | None = None) -> Source:
    return Source(name, Kind.LIST, (), Schedule(every=60), max_pages=most)


def test_sources_have_their_share() -> None:
    """A source that had its pages is closed until its next round; others go on."""
    quota = Quota([source("a", 2), source("b")], None, None)
    assert [quota.use("a"), quota.use("a"), quota.use("a"), quota.use("b")] == [True, True, False, True]
    assert quota.sources() == {"b"}
    quota.renew("a")
    assert quota.use("a")


def test_all_together_are_limited() -> None:
    """With a limit nothing more may be fetched once it is reached."""
    quota = Quota([source("a"), source("b")], None, 2)
    assert [quota.use("a"), quota.use("b"), quota.spent, quota.use("a")] == [True, True, True, False]
    assert quota.sources() == frozenset()


def test_sources_not_asked_for_are_closed() -> None:
    """Sources that were not asked for, or are no more in the file, have no pages."""
    quota = Quota([source("a"), source("b")], frozenset({"a"}), None)
    assert quota.sources() == {"a"}
    assert not quota.use("b")
    assert not quota.use("gone")
