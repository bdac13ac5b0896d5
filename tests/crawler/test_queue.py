"""Whose turn it is: politeness, fairness, bounds."""

import math
from collections import defaultdict

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from scraper.crawler.politeness import Answer, Sign, delay_of
from scraper.crawler.queue import Scheduler, Turn, Wait
from scraper.model.host import HostState
from scraper.model.source import Politeness

FINE = Answer(Sign.FINE, 0.0)
POLITE: dict[str, Politeness] = {
    "one": Politeness(delay=1.0),
    "two": Politeness(delay=0.5, parallel=2),
    "free": Politeness(delay=0.0, parallel=3),
    "eager": Politeness(delay=0.0),
}


def scheduler(rules: Politeness | None = None, **bounds: int) -> Scheduler[int]:
    """Return a scheduler that remembers no host."""
    return Scheduler(lambda host: rules or POLITE.get(host, Politeness()), HostState, **bounds)


def test_a_new_host_is_served_at_once():
    """What was pushed is handed out when there is neither delay nor want of a slot."""
    queue = scheduler()
    assert queue.push("one", 1)
    assert queue.next(0.0) == Turn("one", 1)
    assert queue.next(0.0) == Wait(math.inf)


def test_an_empty_queue_waits_for_a_push():
    """Nothing to do means waiting without end."""
    assert scheduler().next(5.0) == Wait(math.inf)


def test_the_next_request_waits_for_the_delay():
    """After an answer the caller is told until when to wait, and then has its turn."""
    queue = scheduler()
    queue.push("one", 1)
    queue.push("one", 2)
    assert queue.next(10.0) == Turn("one", 1)
    assert queue.next(10.2) == Wait(math.inf)
    queue.done("one", Answer(Sign.FINE, 0.5), 10.5)
    assert queue.next(10.6) == Wait(11.5)
    assert queue.next(11.5) == Turn("one", 2)


def test_hosts_take_turns_whoever_has_more_to_do():
    """A host with a hundred addresses comes no more often than one with three."""
    queue = scheduler(Politeness(delay=0.0))
    for number in range(100):
        queue.push("many", number)
    for number in range(3):
        queue.push("few", number)
    order = []
    for _ in range(6):
        turn = queue.next(0.0)
        assert isinstance(turn, Turn)
        order.append(turn.host)
        queue.done(turn.host, FINE, 0.0)
    assert sorted(order[:2]) == sorted(order[2:4]) == sorted(order[4:]) == ["few", "many"]


def test_a_dead_host_delays_no_other():
    """With nine hosts of ten hanging, the tenth is served whenever it is due."""
    queue = scheduler(Politeness(delay=1.0), slots=100)
    for number in range(1000):
        for host in range(10):
            queue.push(f"h{host}", number)
    for _ in range(10):
        assert isinstance(queue.next(0.0), Turn)
    for second in range(50):
        queue.done("h9", FINE, float(second))
        assert queue.next(second + 1.0) == Turn("h9", second + 1)
        assert queue.next(second + 1.0) == Wait(math.inf)


def test_slots_bound_all_hosts_together():
    """No more than the slots are under way at once, and a freed one is used at once."""
    queue = scheduler(slots=2)
    for host in "abc":
        queue.push(host, 0)
    assert [type(queue.next(0.0)) for _ in range(3)] == [Turn, Turn, Wait]
    queue.done("a", FINE, 1.0)
    assert queue.next(1.0) == Turn("c", 0)


def test_memory_is_bounded():
    """Beyond its bounds an item is refused and stays with the caller."""
    queue = scheduler(capacity=3, per_host=2)
    assert [queue.push("a", 0), queue.push("a", 1), queue.push("a", 2)] == [True, True, False]
    assert [queue.push("b", 0), queue.push("c", 0)] == [True, False]
    assert len(queue) == 3
    assert queue.hosts() == ["a", "b"]


def test_what_is_under_way_goes_first_and_is_never_refused():
    """The target of a redirect is asked before what waits, though the queue is full, and after the delay like all."""
    queue = scheduler(capacity=2)
    queue.push("one", 1)
    queue.push("one", 2)
    assert queue.push("one", 99, first=True)
    assert queue.next(0.0) == Turn("one", 99)
    queue.done("one", FINE, 0.0)
    assert queue.next(0.5) == Wait(1.0)
    assert queue.next(1.0) == Turn("one", 1)


def test_hosts_are_remembered_and_taught():
    """What is remembered of a host and what its robots.txt asks for hold from the first request on."""
    queue: Scheduler[int] = Scheduler(lambda _: Politeness(), lambda host: HostState(host, not_before=50.0))
    assert queue.learn("a", 5.0).crawl_delay == 5.0
    queue.push("a", 1)
    queue.push("a", 2)
    assert queue.next(49.0) == Wait(50.0)
    assert queue.next(50.0) == Turn("a", 1)
    assert queue.done("a", FINE, 50.0).not_before == 55.0
    assert queue.state("a").not_before == 55.0
    assert queue.state("unknown") == HostState("unknown", not_before=50.0)


def test_dropping_a_host_gives_back_what_waits():
    """What waits for a host can be taken away while others go on."""
    queue = scheduler()
    for number in range(3):
        queue.push("one", number)
    queue.push("two", 7)
    assert queue.next(0.0) == Turn("one", 0)
    assert queue.drop("one") == [1, 2]
    assert queue.drop("nobody") == []
    assert (len(queue), queue.queued("one"), queue.running) == (1, 0, 1)
    assert queue.next(0.0) == Turn("two", 7)


def test_what_was_dropped_wakes_nobody():
    """A host whose items were taken away while it waited for its moment is waited for no longer."""
    queue = scheduler()
    queue.push("one", 1)
    queue.push("one", 2)
    queue.next(0.0)
    queue.done("one", FINE, 0.0)
    queue.drop("one")
    assert queue.next(0.5) == Wait(math.inf)


@pytest.mark.parametrize("hosts", [1000])
def test_work_does_not_grow_with_the_hosts(hosts):
    """A turn looks at a bounded number of heap entries however many hosts wait."""
    queue = scheduler(Politeness(delay=1.0), slots=hosts)
    for number in range(2 * hosts):
        queue.push(f"h{number % hosts}", number)
    for _ in range(hosts):
        turn = queue.next(0.0)
        assert isinstance(turn, Turn)
        queue.done(turn.host, FINE, 0.0)
    assert len(queue._lines._moments) == hosts
    assert queue.next(0.5) == Wait(1.0)


class Crawl(RuleBasedStateMachine):
    """A caller that does anything at any time, and a list of all that happened."""

    @initialize(slots=st.integers(1, 5))
    def begin(self, slots):
        """Start with an empty queue."""
        self.slots = slots
        self.queue = scheduler(slots=slots, capacity=8, per_host=5)
        self.now = 1000.0
        self.waiting = defaultdict(list)
        self.running = defaultdict(list)
        self.last_start = dict.fromkeys(POLITE, -math.inf)
        self.last_end = dict.fromkeys(POLITE, -math.inf)
        self.silent_until = dict.fromkeys(POLITE, -math.inf)
        self.pushed = 0

    @rule(host=st.sampled_from(sorted(POLITE)), first=st.booleans())
    def push(self, host, first):
        """Bring an item in."""
        self.pushed += 1
        full = len(self.waiting[host]) >= 5 or sum(map(len, self.waiting.values())) >= 8
        assert self.queue.push(host, self.pushed, first=first) == (first or not full)
        if first:
            self.waiting[host].insert(0, self.pushed)
        elif not full:
            self.waiting[host].append(self.pushed)

    @rule(seconds=st.sampled_from([0.0, 0.1, 0.5, 1.0, 3.0, 70.0]))
    def sleep(self, seconds):
        """Time goes by."""
        self.now += seconds

    @rule(
        choice=st.integers(0, 10),
        sign=st.sampled_from(Sign),
        retry_after=st.none() | st.sampled_from([0.0, 2.0, 100.0]),
    )
    def finish(self, choice, sign, retry_after):
        """Bring a request to its end."""
        under_way = [(host, begin) for host, begins in self.running.items() for begin in begins]
        if not under_way:
            return
        host, begin = under_way[choice % len(under_way)]
        self.running[host].remove(begin)
        self.last_end[host] = self.now
        self.silent_until[host] = max(self.silent_until[host], self.now + (retry_after or 0.0))
        self.queue.done(host, Answer(sign, self.now - begin, retry_after), self.now)

    @rule(host=st.sampled_from(sorted(POLITE)), delay=st.none() | st.sampled_from([0.2, 2.0, 300.0]))
    def learn(self, host, delay):
        """Read a robots.txt."""
        self.queue.learn(host, delay)

    @rule(host=st.sampled_from(sorted(POLITE)))
    def drop(self, host):
        """Give a host up."""
        assert self.queue.drop(host) == self.waiting.pop(host, [])

    @rule()
    def serve(self):
        """Let everybody have its turn whose turn it is, and nobody else."""
        while isinstance(turn := self.queue.next(self.now), Turn):
            self.check(turn)
        free = [host for host in POLITE if self.waiting[host] and self.may_start(host)]
        if sum(map(len, self.running.values())) >= self.slots:
            assert turn.until == math.inf
        else:
            states = [self.queue.state(host) for host in free]
            assert turn.until == min((state.not_before for state in states), default=math.inf)
            assert turn.until > self.now

    def may_start(self, host):
        """Whether nothing but time keeps a host's next request back."""
        return len(self.running[host]) < POLITE[host].parallel

    def check(self, turn):
        """See that a turn breaks no rule."""
        host, rules = turn.host, POLITE[turn.host]
        assert self.waiting[host].pop(0) == turn.item
        assert self.may_start(host)
        assert sum(map(len, self.running.values())) < self.slots
        assert self.now >= self.last_start[host] + rules.delay
        assert self.now >= self.silent_until[host]
        if rules.parallel == 1:
            assert self.now >= self.last_end[host] + rules.delay
        self.running[host].append(self.now)
        self.last_start[host] = self.now
        assert self.queue.state(host).not_before >= self.now + delay_of(self.queue.state(host), rules)

    @invariant()
    def nothing_is_lost(self):
        """See that what waits and what runs is counted right."""
        if hasattr(self, "queue"):
            assert len(self.queue) == sum(map(len, self.waiting.values()))
            assert self.queue.running == sum(map(len, self.running.values()))


TestCrawl = Crawl.TestCase
TestCrawl.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
