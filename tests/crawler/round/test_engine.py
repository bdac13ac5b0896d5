"""What a crawl holds, and what ends it."""

import pytest

from scraper.crawler.delivery import Delivery
from scraper.crawler.memory import open_memory
from scraper.errors import DiskFullError, LockedError, StateError
from tests.crawler.round.world import World, page


@pytest.mark.parametrize("error", [DiskFullError("no room"), StateError("damaged")])
def test_errors_of_the_disk_end_the_crawl(world: World, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Where nothing can be kept any more the crawl ends with that error, and the next one goes on."""

    def full(*_: object) -> int:
        raise error

    for path in ("/a", "/b", "/c"):
        world.put(path, page(path))
    world.pages("/a", "/b", "/c")
    with monkeypatch.context() as patch:
        patch.setattr(Delivery, "commit", full)
        with pytest.raises(type(error)):
            world.crawl()
    assert world.crawl(now=True) is None
    assert len(world.records()) == 3


def test_second_crawl_on_one_state_is_refused(world: World) -> None:
    """While a crawl holds the state another one is told so at once."""
    world.pages("/a")
    with open_memory(world.folder / "state.db"), pytest.raises(LockedError):
        world.crawl()
