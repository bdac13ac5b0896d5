"""What works on pages reckons in the time of its crawl."""

import sqlite3

from tests.crawler.round.world import World, answer, page


def test_what_is_found_late_belongs_to_the_round(world: World) -> None:
    """In a single round what a slow source names is due since the round began, and is fetched in it."""
    world.put("/a", page())
    item = f"<item><link>{world.url('/a')}</link></item>"
    feed = world.put("/feed", lambda _: [0.5, answer(f"<rss version='2.0'><channel>{item}</channel></rss>".encode())])
    world.write(f'name = "f"\nkind = "feed"\naddress = "{feed}"\nevery = "1h"')
    world.crawl(limit=0)
    with sqlite3.connect(world.folder / "state.db") as state:
        ((found, due),) = state.execute("SELECT found_at, due FROM addresses").fetchall()
    state.close()
    assert due <= found - 0.5
    assert world.records() == []
    world.crawl()
    assert len(world.records()) == 1
