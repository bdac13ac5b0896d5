"""What answers come to."""

from typing import Any

import pytest

from scraper.crawler.round import outcome
from scraper.model.visit import Visit
from tests.crawler.round.world import World, answer, html, page


def test_second_round_brings_nothing_new(world: World) -> None:
    """Pages and documents that have not changed are asked for with their validators, and give no record."""

    def answering(head: str) -> list[bytes]:
        if 'if-none-match: "v1"' in head.lower():
            return [answer(status="304 Not Modified", ETag='"v1"')]
        return [html(page(), ETag='"v1"')]

    world.put("/a", answering)
    world.put("/b", page())
    world.pages("/a", "/b")
    world.crawl()
    assert len(world.records()) == 2
    world.asked()
    world.again()
    assert len(world.records()) == 2
    assert world.asked() == {"/a": 1, "/b": 1}
    assert sorted(event["because"] for event in world.told("page.unchanged")) == ["equal bytes", "status 304"]


def test_gone_pages_are_given_up(world: World) -> None:
    """410 is never asked for again, 404 is looked for twice more, and neither gives a record."""
    world.put("/gone", html("gone", "410 Gone"))
    world.pages("/gone", "/missing")
    world.crawl()
    assert world.records() == []
    visits = world.visits()
    assert visits["/gone"].due is None
    assert visits["/missing"].due is not None
    world.again()
    world.again()
    assert world.visits()["/missing"].due is None


def test_failing_page_is_tried_again_and_put_off(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without a usable answer is asked for three times, told as failed, and due later."""
    monkeypatch.setattr("random.random", lambda: 0.0)
    world.put("/a", html("busy", "503 Service Unavailable"))
    world.pages("/a")
    world.crawl()
    assert world.asked() == {"/a": 3}
    assert len(world.told("page.retried")) == 2
    assert world.told("page.failed")[0]["cause"] == "status-503"
    visit = world.visits()["/a"]
    assert visit.failures == 1
    assert visit.due is not None
    assert world.records() == []


def test_error_nobody_foresaw_costs_one_page(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug met on one page is remembered with that page, and all others are delivered."""
    real = outcome.meaning

    def broken(answer: Any, verdict: Any, visit: Visit) -> outcome.Meaning:
        if visit.href.endswith("/b"):
            raise LookupError("nothing there")
        return real(answer, verdict, visit)

    monkeypatch.setattr(outcome, "meaning", broken)
    for path in ("/a", "/b", "/c"):
        world.put(path, page(path))
    world.pages("/a", "/b", "/c")
    world.crawl()
    assert len(world.records()) == 2
    assert world.told("page.failed")[0]["detail"] == "LookupError: nothing there (please report)"
    assert world.visits()["/b"].cause == "bug"
