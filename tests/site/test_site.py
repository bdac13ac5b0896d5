"""The made-up web is what the measuring commands take it for."""

import http.client
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import scraper
from scraper import Document
from tests.site.pages import Writer
from tests.site.running import RunningSite, serving
from tests.site.visits import Visit, line, read_log
from tests.site.web import Web, host_index, linked

WEB = Web(hosts=8, pages=70, page_bytes=3000, delayed=1, crawl_delay=2.5, forbidden=2, hanging=1, dead=1, busy=1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """Serve the made-up web."""
    with serving(WEB, tmp_path_factory.mktemp("site")) as running:
        yield running


def get(site: RunningSite, host: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """Ask a host for a path; header names are given with underscores."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=5)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers={"Host": f"{host}:{site.port}", **named})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("size", [10_000, 60_000])
def test_pages_are_as_long_as_asked_for(size: int):
    """A story has the size that was asked for, within a tenth."""
    writer = Writer(Web(hosts=6, pages=50, page_bytes=size), 80)
    lengths = [len(writer.story(host, 7, 0)) for host in WEB.names()[:6]]
    assert size * 0.9 <= min(lengths)
    assert max(lengths) <= size * 1.1


@pytest.mark.parametrize("index", range(6))
def test_stories_are_stories(index: int):
    """A story of each language is cleaned to a document in that language with its headline."""
    host = f"site0{index}.test"
    document = scraper.clean(Writer(Web(page_bytes=20_000), 80).story(host, 7, 0), f"http://{host}/story/7.html")
    assert isinstance(document, Document)
    assert document.title is not None
    assert "(7)" in document.title
    assert document.language.tag.partition("-")[0] == ("en", "de", "fr", "es", "ru", "zh")[index]


def test_same_web_is_the_same_bytes():
    """A page is the same each time it is made, and another in the next version only if it changes."""
    one, other = Writer(WEB, 80), Writer(WEB, 80)
    assert one.story("site01.test", 5, 0) == other.story("site01.test", 5, 0) != other.story("site01.test", 5, 1)
    assert one.story("site01.test", 6, 0) == other.story("site01.test", 6, 1)


def test_every_story_is_reached_from_the_first():
    """Following the links between a host's stories from the first one leads to all of them."""
    reached, new = {1}, {1}
    while new:
        new = {n for number in new for n in linked(WEB, number)} - reached
        reached |= new
    assert reached == set(range(1, WEB.pages + 1))


def test_section_pages_name_every_story(site: RunningSite):
    """The section pages of a host together list all of its stories, and lead from one to the next."""
    found: list[str] = []
    for number in (1, 2):
        _, body = get(site, "site01.test", f"/section/{number}")
        found += re.findall(r'<li class="teaser"><a href="(.*?)">', body.decode())
        assert (b'rel="next"' in body) == (number == 1)
    assert found == [f"/story/{n}.html" for n in range(1, WEB.pages + 1)]


def test_robots_says_what_is_asked_of_crawlers(site: RunningSite):
    """The robots.txt of a delaying host has its delay, each has the forbidden folder, which pages link to."""
    assert b"Crawl-delay: 2.5\n" in get(site, "site00.test", "/robots.txt")[1]
    robots = get(site, "site01.test", "/robots.txt")[1]
    assert b"Crawl-delay" not in robots
    assert b"Disallow: /private/\n" in robots
    assert b'href="/private/2.html"' in get(site, "site01.test", "/story/1.html")[1]


def test_sitemap_and_feed_name_stories(site: RunningSite):
    """The sitemap names all stories, the feed the last thirty."""
    assert get(site, "site01.test", "/sitemap.xml")[1].count(b"<loc>") == WEB.pages
    assert get(site, "site01.test", "/feed.xml")[1].count(b"<item>") == 30


def test_unchanged_story_is_not_sent_again(site: RunningSite):
    """A request with the validators of a story gets 304 until the story changes."""
    first, _ = get(site, "site02.test", "/story/5.html")
    etag, date = first.headers["ETag"], first.headers["Last-Modified"]
    assert get(site, "site02.test", "/story/5.html", If_None_Match=etag)[0].status == 304
    assert get(site, "site02.test", "/story/5.html", If_Modified_Since=date)[0].status == 304
    site.steer("/version/1")
    assert get(site, "site02.test", "/story/5.html", If_None_Match=etag)[0].status == 200
    assert get(site, "site02.test", "/story/5.html", If_Modified_Since=date)[0].status == 200
    site.steer("/version/0")


def test_hanging_host_takes_requests_and_says_nothing(site: RunningSite):
    """A hanging host never answers, and the log has the request with status 0 once the client is gone."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=0.2)
    connection.request("GET", "/hang", headers={"Host": "site07.test"})
    with pytest.raises(TimeoutError):
        connection.getresponse()
    connection.close()
    seen = [visit for visit in site.visits() if visit.path == "/hang"]
    assert [visit.status for visit in seen] == [0]
    assert seen[0].end - seen[0].start > 0.1


def test_busy_host_asks_for_patience(site: RunningSite):
    """A busy host answers one request in seven with 429 and Retry-After."""
    answers = [get(site, "site05.test", "/story/1.html")[0] for _ in range(14)]
    assert [answer.status for answer in answers].count(429) == 2
    assert {answer.headers["Retry-After"] for answer in answers if answer.status == 429} == {"1"}


def test_behaviours_are_those_of_the_last_hosts():
    """Misbehaving hosts stand at the end, and dead ones have an address where nobody listens."""
    kinds = ["well", "well", "well", "well", "well", "busy", "dead", "hanging"]
    assert [WEB.behaviour(host_index(name)) for name in WEB.names()] == kinds
    assert {name for name, ip in WEB.addresses().items() if ip == "127.0.0.2"} == {"site06.test"}


def test_log_says_who_asked_for_what(site: RunningSite):
    """Each request is in the log with host, path, status, agent and its time."""
    get(site, "site03.test", "/story/3.html?x=1", User_Agent="an agent/1.0")
    last = [visit for visit in site.visits() if visit.host == "site03.test"][-1]
    assert (last.path, last.status, last.agent) == ("/story/3.html?x=1", 404, "an agent/1.0")
    assert 0 <= last.end - last.start < 5


def test_log_holds_any_bytes(tmp_path: Path):
    """A request with line feeds, NULs and letters of any script is one line of ASCII, read back as it was."""
    odd = Visit(1.0, 2.0, "h\x00", "/\n\xff\u4e2d", 200, 1, '"\\\r')
    log = tmp_path / "log"
    log.write_bytes(line(odd) + line(odd)[:-5])
    assert line(odd).isascii()
    assert read_log(log) == [odd]
