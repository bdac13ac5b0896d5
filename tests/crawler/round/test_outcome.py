"""What answers mean, and what is remembered."""

from dataclasses import replace
from hashlib import blake2b

import pytest

from scraper.crawler.round import outcome
from scraper.crawler.round.outcome import DAY, MONTH, Failed, Gone, Page, Refused, Unchanged, meaning
from scraper.errors import ConnectError, FetchError, GuardError, RefusedError
from scraper.fetcher.retry import GiveUp
from scraper.model.page import FetchResult, Http
from scraper.model.source import Recrawl
from scraper.model.visit import Visit

BODY = b"<p>rain"
VISIT = Visit("k", "http://h.example/a", "h.example", "news", 0, 0.0, 0.0, etag='"v1"')
SEEN = replace(VISIT, body_digest=blake2b(BODY, digest_size=16).digest())
NOW = 1e9


def answer(status: int, *passed: str) -> FetchResult:
    http = Http(status, VISIT.href, passed, etag='"v2"')
    return FetchResult(VISIT.href, BODY, VISIT.href, http)


@pytest.mark.parametrize(
    ("given", "visit", "kind"),
    [
        (answer(200), VISIT, Page),
        (answer(203), VISIT, Page),
        (answer(200), SEEN, Unchanged),
        (answer(304), VISIT, Unchanged),
        (answer(304), replace(VISIT, etag=None), Failed),
        (answer(404), VISIT, Gone),
        (answer(410), VISIT, Gone),
        (answer(451), VISIT, Gone),
        (answer(403), VISIT, Failed),
        (answer(302), VISIT, Failed),
        (answer(503), VISIT, Failed),
        (ConnectError("x"), VISIT, Failed),
        (GuardError("x"), VISIT, Refused),
        (RefusedError("x"), VISIT, Refused),
    ],
)
def test_meanings(given: FetchResult | FetchError, visit: Visit, kind: type) -> None:
    """Each answer means one thing for an address."""
    assert isinstance(meaning(given, GiveUp("x"), visit), kind)


def test_validators_behind_a_redirect_are_not_ours() -> None:
    """Validators are kept where the address itself answered, and dropped behind a redirect."""
    assert outcome.validators_in(answer(200)).etag == '"v2"'
    assert outcome.validators_in(answer(200, "http://h.example/first")).etag is None
    assert outcome.validators_of(replace(VISIT, etag=None)) is None


def test_gone_pages() -> None:
    """410 is given up at once, 404 after the third look."""
    assert outcome.gone(VISIT, Gone("status-410"), NOW).due is None
    looks = [VISIT]
    for _ in range(3):
        looks.append(outcome.gone(looks[-1], Gone("status-404"), NOW))
    assert [look.due for look in looks[1:]] == [NOW + DAY, NOW + DAY, None]


def test_failures_wait_as_long_as_the_server_asks() -> None:
    """A failure puts an address off, and not before the moment the server named."""
    once = outcome.failed(VISIT, Failed("status-503", "", 50_000.0), NOW)
    assert (once.failures, once.cause, once.due) == (1, "status-503", NOW + 50_000.0)
    assert outcome.failed(replace(VISIT, failures=50), Failed("cut", "", None), NOW).due is None


def test_good_visits() -> None:
    """A visit that went well forgets failures, and sets when the page is due again by its source's bounds."""
    failing = replace(VISIT, failures=3, cause="cut", interval=7200.0, changed_at=1.0)
    same = outcome.unchanged(failing, Unchanged("status 304", '"v3"', None), Recrawl(), NOW)
    assert (same.failures, same.cause, same.etag, same.changed_at, same.seen_at) == (0, None, '"v3"', 1.0, NOW)
    news = outcome.seen(failing, Recrawl(), NOW, news=True)
    assert news.changed_at == NOW
    assert news.due is not None
    assert same.due is not None
    assert news.due < same.due
    assert outcome.seen(failing, Recrawl(on=False), NOW, news=True).due is None


def test_refused_and_other_names() -> None:
    """What may not be asked for is looked at after a month; another name of a page never again, or when it is said."""
    assert outcome.refused(VISIT, Refused("guard", ""), NOW).due == NOW + MONTH
    assert outcome.alias(VISIT, "same", NOW).due is None
    assert outcome.alias(VISIT, "same", NOW, NOW + 5).due == NOW + 5
