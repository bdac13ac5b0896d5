"""Whole rounds: what is found, fetched, delivered, and not fetched again."""

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scraper.crawler.delivery import Delivery
from scraper.crawler.memory import open_memory
from scraper.crawler.round import harvest, outcome
from scraper.errors import DiskFullError, LockedError, StateError
from scraper.model.visit import Visit
from tests.crawler.round.world import World, answer, html, page
from tests.crawler.workers import calls
from tests.fetcher.loopback import redirect


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Serve a web for one test."""
    with World(tmp_path) as served:
        yield served


def test_sources_of_every_kind_bring_pages(world: World) -> None:
    """A feed, a sitemap, a section and a list each bring their pages, each page once."""
    for number in range(1, 9):
        world.put(f"/story/{number}", page(str(number)))
    world.put("/story/6?utm_source=x", page("6"))
    items = "".join(f"<item><link>{world.url(f'/story/{n}')}</link></item>" for n in (1, 2))
    feed = world.put("/feed", answer(f"<rss version='2.0'><channel>{items}</channel></rss>".encode()))
    rows = "".join(f"<url><loc>{world.url(f'/story/{n}')}</loc></url>" for n in (2, 3, 4))
    inner = world.put("/map", answer(f"<urlset>{rows}</urlset>".encode()))
    index = world.put("/index", answer(f"<sitemapindex><sitemap><loc>{inner}</loc></sitemap></sitemapindex>".encode()))
    section = world.put("/section", page(links=["/story/4", "/story/5#top", "/story/6?utm_source=x", "/other"]))
    world.write(
        f'name = "feed"\nkind = "feed"\naddress = "{feed}"\nevery = "1h"',
        f'name = "map"\nkind = "sitemap"\naddress = "{index}"\nevery = "1h"',
        f'name = "section"\nkind = "section"\naddress = "{section}"\nevery = "1h"\nlinks = "/story/"',
        f'name = "list"\nkind = "list"\naddress = ["{world.url("/story/7")}", "{world.url("/story/8")}"]\nevery = "1h"',
    )
    assert world.crawl() is None
    assert sorted(record["url"].split("?")[0][-1] for record in world.records()) == list("12345678")
    assert max(world.asked().values()) == 1
    assert {event["source"]: event["found"] for event in world.told("source.read")} == {
        "feed": 2,
        "map": 3,
        "section": 3,
        "list": 2,
    }


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


def test_what_is_not_due_is_left_alone(world: World) -> None:
    """A round right after another asks for nothing."""
    world.put("/a", page())
    world.pages("/a")
    world.crawl()
    world.asked()
    world.crawl()
    assert world.asked() == {}
    assert world.told("round.begun")[0]["sources"] == 0


def test_changed_page_gives_a_revision(world: World) -> None:
    """A page whose story changed gives a record that says what changed; one changed around it gives none."""
    world.put("/a", page("long"))
    world.put("/b", page("long"))
    world.pages("/a", "/b")
    world.crawl()
    world.put("/a", page("deep"))
    world.put("/b", page("long").replace("<head>", "<head><meta name='x' content='y'>"))
    world.again()
    *_, last = world.records()
    assert len(world.records()) == 3
    assert (last["revision"], last["url"]) == (2, world.url("/a"))
    assert len(last["changes"]["edited"]) == 4
    assert [event["because"] for event in world.told("page.unchanged")] == ["equal story"]
    assert world.visits()["/a"].revision == 2


def test_two_addresses_of_one_story_give_one_record(world: World) -> None:
    """A page that names another address as its own is delivered once, and only that address is asked for again."""
    head = f'<link rel="canonical" href="{world.url("/story")}">'
    for path in ("/story", "/story/amp", "/story/print"):
        world.put(path, page(head=head))
    world.pages("/story/amp", "/story", "/story/print")
    world.crawl()
    world.again()
    assert len(world.records()) == 1
    visits = world.visits()
    assert visits["/story/amp"].due is visits["/story/print"].due is None
    assert visits["/story/amp"].cause == "same"
    assert visits["/story"].due is not None


def test_permanent_redirect_moves_a_page(world: World) -> None:
    """A page that has moved for good is remembered at its new address; one that redirects for now stays."""
    world.put("/old", redirect("/new", "301 Moved Permanently"))
    world.put("/now", redirect("/then", "302 Found"))
    world.put("/new", page("new"))
    world.put("/then", page("then"))
    world.pages("/old", "/now")
    world.crawl()
    assert len(world.records()) == 2
    visits = world.visits()
    assert (visits["/old"].due, visits["/old"].cause) == (None, "moved")
    assert visits["/new"].revision == 1
    assert visits["/now"].revision == 1
    assert "/then" not in visits
    world.asked()
    world.again()
    assert world.asked() == {"/new": 1, "/now": 1, "/then": 1}


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
    assert world.told("robots.read")[0]["verdict"] == "disallow"


def test_pages_without_a_story_are_skips(world: World) -> None:
    """An answer that is no page gives a skip, once."""
    world.put("/pdf", answer(b"%PDF-1.7 and so on", Content_Type="application/pdf"))
    world.pages("/pdf")
    world.crawl()
    world.put("/pdf", answer(b"%PDF-1.7 and something else", Content_Type="application/pdf"))
    world.again()
    assert [record["skipped"] for record in world.records()] == ["not_html"]


def test_language_filter_skips_stories(world: World) -> None:
    """A source that wants a language gets skips for stories in others."""
    world.put("/a", page())
    world.pages("/a", more='languages = ["zh"]')
    world.crawl()
    assert [record["skipped"] for record in world.records()] == ["other_language"]


def test_section_pages_are_followed_to_their_depth(world: World) -> None:
    """Links on pages of a section are followed as deep as its source says, and no deeper."""
    front = world.put("/", page(links=["/story/1"]))
    for number in range(1, 5):
        world.put(f"/story/{number}", page(str(number), links=[f"/story/{number + 1}"]))
    world.write(f'name = "s"\nkind = "section"\naddress = "{front}"\nevery = "1h"\nlinks = "/story/"\ndepth = 3')
    world.crawl()
    assert sorted(record["url"][-1] for record in world.records()) == ["1", "2", "3"]


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


def test_answers_are_kept_as_they_came(world: World) -> None:
    """With `warc` the answers are kept, and with `clean = false` they are all that is kept."""
    warcio = pytest.importorskip("warcio.archiveiterator")
    world.put("/a", page())
    addresses = json.dumps([world.url("/a")])
    source = f'name = "list"\nkind = "list"\naddress = {addresses}\nevery = "1d"'
    world.write(source, output="warc = true\nclean = false")
    world.crawl()
    assert world.records() == []
    (file,) = (world.folder / "records").glob("responses-*")
    with file.open("rb") as stream:
        kept = [
            (record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in warcio.ArchiveIterator(stream)
            if record.rec_type == "response"
        ]
    assert kept == [(world.url("/a"), page().encode())]
    assert world.visits()["/a"].due is not None


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


def test_page_that_kills_its_worker_is_a_skip(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes longer to read than allowed gives a skip, and the next ones are read."""
    monkeypatch.setattr(harvest, "read_page", calls.read_or_hang)
    world.put("/a", page("a"))
    world.put("/b", page("b").replace("Rain", "HANG"))
    world.pages("/a", "/b")
    world.crawl(workers=1, page_seconds=5.0)
    assert sorted(record.get("skipped", "") for record in world.records()) == ["", "failed"]
    assert world.tally.lost == 1


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
        return [4.0]

    world.put("/a", hanging)
    world.pages("/a")
    begun = time.monotonic()
    assert world.crawl(grace=0.5) == signal.SIGTERM
    assert time.monotonic() - begun < 3
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
