"""Pages with new bytes."""

import json
from itertools import permutations

import pytest

from scraper.crawler.round import harvest
from tests.crawler.round.world import World, answer, page
from tests.crawler.workers import calls
from tests.fetcher.loopback import redirect


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


def test_page_that_kills_its_worker_is_a_skip(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes longer to read than allowed gives a skip, and the next ones are read."""
    monkeypatch.setattr(harvest, "read_page", calls.read_or_hang)
    world.put("/a", page("a"))
    world.put("/b", page("b").replace("Rain", "HANG"))
    world.pages("/a", "/b")
    world.crawl(workers=1, page_seconds=5.0)
    assert sorted(record.get("skipped", "") for record in world.records()) == ["", "failed"]
    assert world.tally.lost == 1


def test_section_pages_are_followed_to_their_depth(world: World) -> None:
    """Links on pages of a section are followed as deep as its source says, and no deeper."""
    front = world.put("/", page(links=["/story/1"]))
    for number in range(1, 5):
        world.put(f"/story/{number}", page(str(number), links=[f"/story/{number + 1}"]))
    world.write(f'name = "s"\nkind = "section"\naddress = "{front}"\nevery = "1h"\nlinks = "/story/"\ndepth = 3')
    world.crawl()
    assert sorted(record["url"][-1] for record in world.records()) == ["1", "2", "3"]


def test_signals_are_recorded_and_nofollow_is_kept_to(world: World) -> None:
    """What a page says of its use stands in its record, and links of a page that asks so are not followed."""
    front = world.put("/", page(links=["/story/1", "/story/2"]))
    world.put("/story/1", page("one", head='<meta name="robots" content="nofollow, noai">', links=["/story/3"]))
    world.put("/story/2", page("two", links=["/story/4"]))
    for number in (3, 4):
        world.put(f"/story/{number}", page(str(number)))
    world.write(f'name = "s"\nkind = "section"\naddress = "{front}"\nevery = "1h"\nlinks = "/story/"\ndepth = 2')
    world.crawl()
    signals = {record["url"][-1]: record["signals"] for record in world.records()}
    assert sorted(signals) == ["1", "2", "4"]
    assert signals["1"]["noai"]
    assert signals["2"] is None


def test_parameters_in_ever_other_orders_are_a_trap(world: World) -> None:
    """Links to one page with the same parameters in many orders are followed a few times only."""
    orders = ["&".join(f"{name}=1" for name in order) for order in permutations("abcd")]
    links = [f"/story/?{order}" for order in orders]
    front = world.put("/", page(links=links))
    for number, link in enumerate(links):
        world.put(link, page(str(number)))
    world.write(f'name = "s"\nkind = "section"\naddress = "{front}"\nevery = "1h"\nlinks = "/story/"')
    world.crawl()
    assert 1 <= len(world.records()) <= 3
