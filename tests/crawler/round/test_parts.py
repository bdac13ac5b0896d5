"""Parts that are put together."""

from pathlib import Path

from tests.crawler.round.world import World, page


def test_rules_of_hosts_reach_the_queues(tmp_path: Path) -> None:
    """What the sources file says of single hosts, and of all together, is what the crawl keeps to."""
    with World(tmp_path) as world:
        for path in ("/a", "/b", "/c"):
            world.put(path, page(path))
        file = world.pages("/a", "/b", "/c")
        file.write_text(file.read_text() + '[hosts."a.test"]\ndelay = 0.4\nparallel = 1\n')
        world.crawl()
        ended = world.told("round.ended")[0]
    assert ended["seconds"] >= 3 * 0.4
    assert set(world.tally.gauges) == {"turns", "robots", "tasks", "commit"}
    assert all(gauge() == 0 for gauge in world.tally.gauges.values())
