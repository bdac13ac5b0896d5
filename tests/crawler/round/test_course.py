"""The course of rounds."""

import json
import os
import signal
import time

from tests.crawler.round.world import World, answer, html, page


def test_what_is_not_due_is_left_alone(world: World) -> None:
    """A round right after another asks for nothing."""
    world.put("/a", page())
    world.pages("/a")
    world.crawl()
    world.asked()
    world.crawl()
    assert world.asked() == {}
    assert world.told("round.begun")[0]["sources"] == 0


def test_only_some_sources_and_pages(world: World) -> None:
    """`only` leaves other sources alone with all their pages, and `limit` ends a round after so many pages."""
    for path in ("/a", "/b", "/c", "/d"):
        world.put(path, page(path))
    ab, cd = (json.dumps([world.url(path) for path in paths]) for paths in (("/a", "/b"), ("/c", "/d")))
    world.write(
        f'name = "ab"\nkind = "list"\naddress = {ab}\nevery = "1d"',
        f'name = "cd"\nkind = "list"\naddress = {cd}\nevery = "1d"\nmax_pages = 1',
    )
    world.crawl(only=frozenset({"ab"}), limit=1)
    assert world.asked().total() == 1
    world.crawl(only=frozenset({"ab"}))
    assert world.asked().total() == 1
    world.crawl()
    assert world.asked().total() == 1
    assert len(world.records()) == 3


def test_signal_ends_the_round_with_what_is_in_flight(world: World) -> None:
    """Told to stop, a crawl delivers what is in flight, begins nothing new, and the next one goes on."""

    def answering(_: str) -> list[bytes | float]:
        if world.server.heads[-1].startswith("GET /1 "):
            os.kill(os.getpid(), signal.SIGTERM)
        return [0.3, html(page())]

    paths = [f"/{number}" for number in range(30)]
    for path in paths:
        world.put(path, answering)
    world.pages(*paths)
    assert world.crawl() == signal.SIGTERM
    first = world.asked()
    assert 1 <= first.total() < 30
    assert len(world.records()) == first.total()
    assert world.told("crawl.stopping")
    assert world.crawl() is None
    assert len(world.records()) == 30
    assert world.asked().total() == 30 - first.total()


def test_stop_ends_what_takes_longer_than_the_grace(world: World) -> None:
    """What does not come to its end within the time of grace is ended, and due again."""

    def hanging(_: str) -> list[bytes | float]:
        os.kill(os.getpid(), signal.SIGTERM)
        return [12.0]

    world.put("/a", hanging)
    world.pages("/a")
    begun = time.monotonic()
    assert world.crawl(grace=0.5) == signal.SIGTERM
    assert time.monotonic() - begun < 9
    assert world.visits()["/a"].tries == 0


def test_watching_goes_on(world: World) -> None:
    """A crawl that watches works through sources again when they are due, until it is told to stop."""

    def answering(_: str) -> list[bytes]:
        if sum(head.startswith("GET /feed") for head in world.server.heads) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        return [answer(b"<rss version='2.0'><channel></channel></rss>")]

    feed = world.put("/feed", answering)
    world.write(f'name = "f"\nkind = "feed"\naddress = "{feed}"\nevery = "1s"')
    assert world.crawl(watch=True) == signal.SIGTERM
    assert world.asked() == {"/feed": 3}
    assert world.told("round.waiting")
