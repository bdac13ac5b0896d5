"""What robots.txt files let us ask for."""

from scraper.fetcher import Guard
from tests.crawler.round.world import World, answer, page
from tests.fetcher.loopback import redirect


def test_robots_are_respected(world: World) -> None:
    """What robots.txt forbids is not asked for, not even as the target of a redirect."""
    world.put("/robots.txt", answer(b"User-agent: *\nDisallow: /private\n"))
    world.put("/private/a", page())
    world.put("/way", redirect("/private/a"))
    world.put("/open", page())
    world.pages("/private/a", "/way", "/open")
    world.crawl()
    assert world.asked() == {"/open": 1, "/way": 1}
    assert [record["url"] for record in world.records()] == [world.url("/open")]
    refused = world.told("page.refused")
    assert sorted(event["href"] for event in refused) == [world.url("/private/a"), world.url("/way")]
    assert all("Disallow: /private" in event["detail"] for event in refused)


def test_host_whose_robots_cannot_be_read_is_left_alone(world: World) -> None:
    """Where robots.txt fails nothing else is asked for, and the pages stay due."""
    world.put("/robots.txt", answer(b"", "404 Not Found"))
    world.put("/a", page())
    world.server.on("/robots.txt", lambda _: [answer(b"", "500 Internal Server Error")])
    world.pages("/a")
    world.crawl()
    assert world.asked() == {}
    assert world.visits()["/a"].tries == 0
    failed = world.told("robots.failed")[0]
    assert (failed["level"], failed["cause"], failed["detail"]) == ("warning", "500", "status 500")
    assert "robots.txt could not be read" in world.tally.lines(1.0)[-1]
    world.crawl(now=True)
    assert world.told("robots.failed")[0]["cause"] == "500"


def test_what_the_guard_refused_is_asked_for_again_at_the_next_start(world: World) -> None:
    """A crawl that may not connect to a host says so, naming the option, and the next crawl, which may, does."""
    world.put("/robots.txt", answer(b"", "404 Not Found"))
    world.put("/a", page())
    world.pages("/a")
    world.crawl(guard=Guard(hosts={"a.test": "127.0.0.1"}))
    assert world.asked() == {}
    assert "--allow-loopback" in world.told("robots.failed")[0]["detail"]
    world.crawl(now=True)
    assert world.asked() == {"/a": 1}
