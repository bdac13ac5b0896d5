"""What one commit writes."""

from scraper.crawler.memory import Batch
from scraper.model.host import HostState
from tests.crawler.memory.visits import candidate


def test_length_is_the_number_of_entries() -> None:
    """Every entry counts, so that an empty batch is false."""
    assert not Batch()
    assert len(Batch(found=[candidate("1")], hosts={"a": HostState("a")}, learnt=[("a", frozenset())])) == 3
