"""What is done with pages in workers."""

import json
import pickle
from pathlib import Path

import pytest

from scraper.crawler.round.reading import ListingJob, PageJob, lost, read_list, read_listing, read_page, warm
from scraper.errors import InputError
from scraper.model.options import Options
from scraper.model.page import FetchResult, Http
from scraper.model.site_memory import SiteMemory
from scraper.model.source import Kind, Schedule, Source
from tests.crawler.round.world import page

URL = "http://h.example/a"
SECTION = Source("s", Kind.SECTION, ("http://h.example/",), Schedule(every=60), links="/story/", depth=3)


def answer(text: str) -> FetchResult:
    return FetchResult(URL, text.encode(), URL, Http(200, URL), "2026-01-01T00:00:00Z")


def job(text: str, **given: object) -> PageJob:
    fields = {"past": None, "digest": None, "revision": 0, **given}
    return PageJob(answer(text), Options(), **fields)  # type: ignore[arg-type]


def test_page_gives_a_record_once() -> None:
    """A page gives a record the first time, nothing while its story is the same, and a revision when it changes."""
    first = read_page(job(page()))
    assert first.line is not None
    assert json.loads(first.line)["revision"] == 1
    again = read_page(job(page() + "<!-- x -->", past=first.past, digest=first.digest, revision=1))
    assert (again.line, again.digest) == (None, first.digest)
    other = read_page(job(page("deep"), past=first.past, digest=first.digest, revision=1))
    assert other.line is not None
    assert json.loads(other.line)["revision"] == 2


def test_skip_is_told_once() -> None:
    """A page without a document gives a skip, and nothing while the reason is the same."""
    first = read_page(job("%PDF-1.7"))
    assert first.skipped == "not_html"
    assert first.line is not None
    assert read_page(job("%PDF-1.6", digest=first.digest, revision=1)).line is None


def test_lost_page_is_a_skip() -> None:
    """A page whose worker died gives a skip that says so."""
    read = lost(answer(page()), "no answer within 60 seconds", None)
    assert read.line is not None
    assert json.loads(read.line)["detail"] == "reading it failed: no answer within 60 seconds"


def test_links_answer_and_hashes_come_along() -> None:
    """What a page links to, the answer as it came, and what its texts are known by come along when asked for."""
    read = read_page(job(page(links=["/story/2", "/x"]), follow=(SECTION, 2), keep=True, now=5.0, due=4.0))
    assert [(found.href, found.depth, found.due) for found in read.found] == [("http://h.example/story/2", 2, 4.0)]
    assert read.kept is not None
    assert read.kept.startswith(b"\x1f\x8b")
    assert len(read.hashes) == 3


def test_memory_of_the_host_is_heard() -> None:
    """What stood on many pages of the host shows in the reasons of a record."""
    story = page().replace(
        "<nav>", "<p>Subscribe to our letter, which nobody reads but everybody gets every day.</p><nav>"
    )
    hashes = read_page(job(story)).hashes
    known = pickle.dumps(SiteMemory(40, dict.fromkeys(hashes - read_page(job(page())).hashes, 30)))
    line = read_page(job(story, site=known)).line
    assert line is not None
    assert b"site_memory:30/40" in line


def test_documents_name_pages(tmp_path: Path) -> None:
    """A document of a source, and a list with its file, name pages and further documents."""
    listing = ListingJob(SECTION, answer(page(links=["/story/1"])), 5.0, 4.0)
    assert [found.href for found in read_listing(listing).found] == ["http://h.example/story/1"]
    file = tmp_path / "list.txt"
    file.write_text("http://h.example/b\n# none\n")
    names = Source("l", Kind.LIST, ("http://h.example/a",), Schedule(every=60), file=file)
    assert [found.href for found in read_list(names, 5.0, 4.0).found] == ["http://h.example/a", "http://h.example/b"]
    file.unlink()
    with pytest.raises(InputError, match=r"list\.txt"):
        read_list(names, 5.0, 4.0)


def test_everything_passes_through_pipes() -> None:
    """Jobs and what comes of them can be sent to and from other processes."""
    given = job(page(), follow=(SECTION, 1), keep=True)
    assert pickle.loads(pickle.dumps(given)) == given
    read = read_page(given)
    assert pickle.loads(pickle.dumps(read)) == read
    warm()
