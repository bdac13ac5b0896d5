"""What answers for robots.txt mean, and how long."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.robots.lines import READ
from scraper.crawler.robots.meaning import (
    LONGEST,
    SHORTEST,
    SILENCE,
    Answered,
    Policy,
    Verdict,
    answered,
    failed,
    is_due,
)
from scraper.errors import AnswerError, ConnectError, DeadlineError

NOW = 1_800_000_000.0
DAY = 86_400.0
BODY = b"User-agent: *\nDisallow: /private\n"
READ_BEFORE = answered(Answered(200, [], BODY), NOW - DAY)


@pytest.mark.parametrize("status", [200, 203, 206, 299])
def test_an_answer_is_the_rules(status):
    """Any 2xx is the rules in it for 24 hours."""
    policy = answered(Answered(status, [], BODY), NOW)
    assert (policy.verdict, policy.because, policy.until) == (Verdict.RULES, str(status), NOW + DAY)
    assert policy.robots.allows("scraper", "/")
    assert not policy.robots.allows("scraper", "/private/x")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 499])
def test_no_file_allows_everything(status):
    """Any 4xx but 429 says that there are no rules, even if there were some before."""
    policy = answered(Answered(status, [], BODY), NOW, READ_BEFORE)
    assert (policy.verdict, policy.until, policy.body, policy.fetched) == (Verdict.ALLOW, NOW + DAY, b"", 0)
    assert policy.robots.allows("scraper", "/private/x")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 599, 600, 304, 301, 100, 0])
def test_an_unhappy_server_allows_nothing(status):
    """Overload, errors and answers that are neither yes nor no forbid everything, even where rules were read before."""
    for kept in (None, READ_BEFORE):
        policy = answered(Answered(status, [], b""), NOW, kept)
        assert (policy.verdict, policy.because) == (Verdict.DISALLOW, str(status))
        assert not policy.robots.allows("scraper", "/")
        assert NOW + 60 <= policy.until <= NOW + DAY
        assert policy.body == (kept.body if kept else b"")


@pytest.mark.parametrize("error", [DeadlineError("x"), ConnectError("x"), AnswerError("x")])
def test_no_answer_allows_nothing(error):
    """Timeouts, failures of DNS and TLS, resets, and endless redirects forbid everything."""
    policy = failed(error, NOW, READ_BEFORE)
    assert (policy.verdict, policy.because) == (Verdict.DISALLOW, type(error).__name__)
    assert (policy.failing_since, policy.failures, policy.fetched) == (NOW, 1, NOW - DAY)


def test_we_ask_again_ever_more_slowly():
    """The wait doubles from five minutes to a day, and an answer forgets the failures."""
    policy, waits = None, []
    for _ in range(12):
        policy = failed(ConnectError("x"), NOW, policy)
        waits.append(policy.until - NOW)
    assert waits[:3] == [300, 600, 1200]
    assert waits[-1] == DAY
    assert answered(Answered(200, [], b""), NOW, policy).failures == 0


@pytest.mark.parametrize(("asked", "wait"), [(0.0, 60), (120.0, 120), (1e9, DAY)])
def test_servers_say_when_to_ask_again(asked, wait):
    """Retry-After counts, between a minute and a day."""
    assert answered(Answered(503, [], b"", asked), NOW).until == NOW + wait


def test_after_a_month_of_silence_the_copy_counts_again():
    """Rules read once return after 30 days without an answer; where none were ever read, nothing is allowed."""
    for kept, verdict in ((READ_BEFORE, Verdict.RULES), (None, Verdict.DISALLOW)):
        policy = failed(DeadlineError("x"), NOW, kept)
        policy = failed(DeadlineError("x"), NOW + SILENCE - 1, policy)
        assert policy.verdict is Verdict.DISALLOW
        policy = failed(DeadlineError("x"), NOW + SILENCE, policy)
        assert policy.verdict is verdict
        assert not policy.robots.allows("scraper", "/private")
        assert failed(DeadlineError("x"), NOW + SILENCE + DAY, policy).verdict is verdict


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ([("Cache-Control", "public, max-age=7200")], 7200),
        ([("cache-control", 'MAX-AGE="7200"')], 7200),
        ([("Cache-Control", "public"), ("Cache-Control", "max-age=7200"), ("Age", "200")], 7000),
        ([("Cache-Control", "max-age=7200"), ("Age", "x")], 7200),
        ([("Cache-Control", "s-maxage=1, stale-max-age=1")], LONGEST),
        ([("Cache-Control", "max-age=31536000, immutable")], LONGEST),
        ([("Cache-Control", "max-age=99999999999999999999")], LONGEST),
        ([("Cache-Control", "max-age=0")], SHORTEST),
        ([("Cache-Control", "no-store, max-age=7200")], SHORTEST),
        ([("Cache-Control", "no-cache")], SHORTEST),
        ([("Cache-Control", "max-age=-1")], LONGEST),
        ([], LONGEST),
    ],
)
def test_cache_control_is_honoured_within_bounds(headers, seconds):
    """Rules count as long as max-age says, between ten minutes and 24 hours."""
    assert answered(Answered(200, headers, b""), NOW).until == NOW + seconds


def test_a_policy_is_plain_and_bounded():
    """What is kept of the largest file is 500 KiB of plain values, and reads back to the same rules."""
    policy = answered(Answered(200, [], b"Disallow: /x\n" * 100_000), NOW)
    assert len(policy.body) <= READ
    assert Policy(*dataclasses.astuple(policy)) == policy


def test_when_it_is_time_to_ask():
    """Without a policy, after its end, and when its end is further than any could be, robots.txt is asked for."""
    policy = answered(Answered(200, [], b""), NOW)
    assert is_due(None, NOW)
    assert not is_due(policy, NOW)
    assert not is_due(policy, NOW + DAY - 1)
    assert is_due(policy, NOW + DAY)
    assert is_due(policy, NOW - 1)


@given(st.lists(st.tuples(st.integers(0, 700), st.floats(0, 1e7), st.one_of(st.none(), st.floats(0, 1e12)))))
def test_no_history_of_answers_goes_out_of_bounds(history):
    """Whatever a server answers and when, the next question comes within 24 hours, and only 4xx allow everything."""
    now, policy = NOW, None
    for status, later, retry_after in history:
        now += later
        policy = answered(Answered(status, [], BODY, retry_after), now, policy)
        assert now + 60 <= policy.until <= now + LONGEST
        assert (policy.verdict is Verdict.ALLOW) == (400 <= status < 500 and status != 429)
        if policy.verdict is Verdict.RULES and status >= 500:
            assert now - (policy.failing_since or now) >= SILENCE
