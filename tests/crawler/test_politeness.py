"""How a host is asked, decided from what it answered so far."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.politeness import (
    FIRST_REST,
    LAST_REST,
    LONGEST_RETRY_AFTER,
    PATIENCE,
    Answer,
    Sign,
    delay_of,
    finished,
    started,
)
from scraper.model.host import HostState
from scraper.model.source import Politeness

RULES = Politeness()
NEW = HostState("example.org")
FINE = Answer(Sign.FINE, 0.1)
NOW = 1_750_000_000.0


def after(answers: list[Answer], rules: Politeness = RULES, state: HostState = NEW) -> tuple[HostState, float]:
    """Return the state after these answers, each asked for as soon as it may be, and the time it is then."""
    now = NOW
    for answer in answers:
        begin = max(now, state.not_before)
        now = begin + answer.seconds
        state = finished(started(state, rules, begin), rules, answer, now)
    return state, now


def test_the_longest_delay_counts():
    """The configured delay, robots.txt and the host's answers are minimums, all three."""
    assert delay_of(NEW, RULES) == 1.0
    assert delay_of(replace(NEW, crawl_delay=7.0), RULES) == 7.0
    assert delay_of(replace(NEW, crawl_delay=7.0, delay=9.0), RULES) == 9.0
    assert delay_of(replace(NEW, crawl_delay=0.1), RULES) == 1.0


def test_absurd_crawl_delays_are_bounded():
    """A Crawl-delay of a day counts as a minute unless more is allowed."""
    state = replace(NEW, crawl_delay=86400.0)
    assert delay_of(state, RULES) == 60.0
    assert delay_of(state, replace(RULES, max_crawl_delay=86400.0)) == 86400.0


def test_one_at_a_time_the_delay_is_counted_from_the_end():
    """With one request at a time the host has its pause after each answer."""
    state, now = after([Answer(Sign.FINE, 0.5)])
    assert state.not_before == now + 1.0


def test_several_at_a_time_start_a_delay_apart():
    """With several requests at a time the delay is counted from start to start."""
    rules = Politeness(parallel=4)
    assert started(NEW, rules, NOW).not_before == NOW + 1.0
    state, now = after([Answer(Sign.FINE, 0.5)], rules)
    assert state.not_before == now - 0.5 + 1.0


def test_complaints_double_the_delay_up_to_its_bound():
    """Each 429 or 503 doubles the delay, until the longest that is configured."""
    delays = [delay_of(after([Answer(Sign.SLOWED, 0.1)] * count)[0], RULES) for count in range(1, 9)]
    assert delays == [2, 4, 8, 16, 32, 60, 60, 60]


def test_hosts_without_delay_are_slowed_too():
    """A host that may be asked without pause gets one of a second when it complains."""
    rules = Politeness(delay=0.0)
    assert delay_of(after([Answer(Sign.SLOWED, 0.1)], rules)[0], rules) == 1.0


def test_recovery_is_slow_and_complete():
    """After a complaint it takes more than five good answers to be back at the old delay, and then nothing is left."""
    state, _ = after([Answer(Sign.SLOWED, 0.1, cause="status-429")] * 3)
    assert (state.delay, state.cause) == (8.0, "status-429")
    assert delay_of(after([FINE] * 5, state=state)[0], RULES) > 4.0
    recovered, _ = after([FINE] * 100, state=state)
    assert (recovered.delay, recovered.cause) == (0.0, None)


def test_slow_answers_give_the_host_as_long_a_pause():
    """A host that takes four seconds an answer is asked every four seconds at most, and faster when it gets faster."""
    slow, _ = after([Answer(Sign.FINE, 4.0)] * 10)
    assert 3.9 < delay_of(slow, RULES) <= 4.0
    assert delay_of(after([FINE] * 40, state=slow)[0], RULES) == 1.0


def test_requests_that_fail_together_are_one_complaint():
    """Four requests under way when a host starts to complain slow it down once, not four times."""
    rules = Politeness(delay=0.0, parallel=4)
    state = NEW
    for number in range(4):
        state = started(state, rules, NOW + number / 10)
    for number in range(4):
        state = finished(state, rules, Answer(Sign.FAILED, 5.0), NOW + 5 + number / 10)
    assert (state.delay, state.failures) == (1.0, 1)


def test_hosts_that_keep_failing_rest():
    """From the third failure in a row a host rests, twice as long each time and an hour at most."""
    rests = []
    for count in range(1, 13):
        state, now = after([Answer(Sign.FAILED, 1.0)] * count)
        rests.append(state.not_before - now)
    assert rests[: PATIENCE - 1] == [2.0, 4.0]
    assert rests[PATIENCE - 1] == FIRST_REST
    assert rests[PATIENCE] == 2 * FIRST_REST
    assert rests[-1] == LAST_REST


def test_one_good_answer_ends_a_series_of_failures():
    """Failures are counted in a row only."""
    assert after([Answer(Sign.FAILED, 1.0)] * 2 + [FINE])[0].failures == 0


@given(st.floats(-10, 1e9), st.sampled_from(Sign))
def test_the_wish_to_be_left_alone_is_honoured(seconds, sign):
    """Whatever comes with it, a Retry-After holds, up to a day and never less than the delay."""
    state, now = after([Answer(sign, 0.1, retry_after=seconds)])
    assert state.not_before >= now + min(max(seconds, delay_of(state, RULES)), LONGEST_RETRY_AFTER)


ANSWERS = st.builds(Answer, st.sampled_from(Sign), st.floats(0, 30), st.none() | st.floats(0, 1e6))


@given(st.lists(ANSWERS, max_size=30), st.floats(0, 5), st.integers(1, 4))
def test_delays_stay_within_their_bounds(answers, delay, parallel):
    """No series of answers makes a host's delay shorter than configured or longer than the longest."""
    rules = Politeness(delay=delay, parallel=parallel)
    state, now = after(answers, rules)
    assert delay <= delay_of(state, rules) <= rules.max_delay
    assert state.not_before <= now + max(LONGEST_RETRY_AFTER, LAST_REST)
