"""Sources, one by one."""

from tests.crawler.round.world import World, page


def test_failing_source_is_told_and_others_go_on(world: World) -> None:
    """A source that cannot be read fails with its cause and is due sooner; the others are worked through."""
    world.put("/a", page())
    world.write(
        f'name = "bad"\nkind = "feed"\naddress = "{world.url("/nowhere")}"\nevery = "1d"',
        f'name = "good"\nkind = "list"\naddress = "{world.url("/a")}"\nevery = "1d"',
    )
    world.crawl()
    assert len(world.records()) == 1
    assert world.told("source.failed")[0]["cause"] == "status-404"
    assert world.tally.failed
