"""Links that sites make without end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.addresses.traps import Bounds, Orders, Trap, trap

NOW = 1_795_000_000.0  # November 2026
BOUNDS = Bounds()


@pytest.mark.parametrize(
    "href",
    [
        "https://h/",
        "https://h/2024/05/05/05/story-of-05",
        "https://h/12/12/12/12/",
        "https://h/news/politics/news/2024",
        "https://h/wiki/wiki",
        "https://h/a/b/c/d/e/f/g/h/i/j",
        "https://h/2027/10/conference",
        "https://h/1923/01/archive",
        "https://h/vision/2050",
        "https://h/film?title=2099",
        "https://h/list?date=2027-01-01&page=3",
        "https://h/item/9f86d081884c7d659a2feaa0c55ad015",
        "https://h/list?sid=7",
        "https://h/session/opening-of-parliament",
        "https://h/p?" + "&".join(f"utm_{n}=1" for n in range(30)),
        "https://h/p?" + "&".join(f"a{n}=1" for n in range(12)),
        "https://h/" + "x" * 1500 + "#" + "y" * 1000,
    ],
)
def test_ordinary_links_are_followed(href):
    """Dates, archives, numbers that repeat, hashes, tracking and fragments are no traps."""
    assert trap(href, BOUNDS, NOW) is None


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("https://h/" + "x" * 2000, Trap.LENGTH),
        ("https://h/" + "/".join(map(str, range(17))), Trap.DEPTH),
        ("https://h/a/b/a/b/", Trap.REPEATED),
        ("https://h/x/a/b/c/a/b/c/y", Trap.REPEATED),
        ("https://h/2024/a/2024/a", Trap.REPEATED),
        ("https://h/news/x/news/y/news", Trap.REPEATED),
        ("https://h/p?" + "&".join(f"a{n}=1" for n in range(13)), Trap.PARAMETERS),
        ("https://h/calendar/2031/05/", Trap.CALENDAR),
        ("https://h/events/2028-01", Trap.CALENDAR),
        ("https://h/events/1871-12-31/", Trap.CALENDAR),
        ("https://h/cal?month=2031-05", Trap.CALENDAR),
        ("https://h/cal?date=20310501", Trap.CALENDAR),
        ("https://h/cal?start_date=2031-05-01T00:00", Trap.CALENDAR),
        ("https://h/cal?Year=1204&m=5", Trap.CALENDAR),
        ("https://h/(S(lit3py55t21z5v55vlm25s55))/page.aspx", Trap.SESSION),
        ("https://h/sid=9f86d081884c7d65/page", Trap.SESSION),
        ("https://h/p;sessionid=9f86d081884c7d659a2f", Trap.SESSION),
        ("https://h/p?id=3&sid=9f86d081884c7d659a2feaa0", Trap.SESSION),
    ],
)
def test_traps_are_named(href, reason):
    """Each kind of endless link has its reason."""
    assert trap(href, BOUNDS, NOW) is reason


def test_bounds_can_be_moved():
    """What is too much is for the caller to say."""
    assert trap("https://h/a/b", Bounds(depth=1), NOW) is Trap.DEPTH
    assert trap("https://h/calendar/2031/05/", Bounds(ahead=2000), NOW) is None
    assert trap("https://h/a/a", Bounds(repeats=1), NOW) is Trap.REPEATED


def test_next_month_ends():
    """Following a calendar month by month stops a little over a year ahead."""
    followed = [
        (year, month)
        for year in range(2026, 2040)
        for month in range(1, 13)
        if trap(f"https://h/calendar/{year}/{month:02}/", BOUNDS, NOW) is None
    ]
    assert followed[-1] == (2027, 11)


def test_orders_of_the_same_parameters_are_bounded():
    """Of all orders of four filters two are followed, always the same two, and other pages are not touched."""
    orders = Orders(BOUNDS)
    hrefs = [f"https://h/list?{'&'.join(pieces)}" for pieces in itertools.permutations(["a=1", "b=2", "c=3", "d=4"])]
    for _ in range(2):
        assert [href for href in hrefs if orders.trap(href) is None] == hrefs[:2]
    assert orders.trap("https://h/list?d=4&c=3&b=2&a=5") is None
    assert orders.trap("https://h/other?d=4&c=3&b=2&a=1") is None
    assert orders.trap("https://h/list?d=4") is None
    assert orders.trap("http://H/list?utm_source=x&a=1&b=2&c=3&d=4#top") is None


def test_orders_are_forgotten_in_the_end():
    """What is remembered has a bound, and what was asked longest ago goes first."""
    orders = Orders(Bounds(orders=1), capacity=2)
    assert orders.trap("https://h/1?a&b") is None
    assert orders.trap("https://h/2?a&b") is None
    assert orders.trap("https://h/1?b&a") is Trap.ORDERS
    assert orders.trap("https://h/3?a&b") is None
    assert orders.trap("https://h/1?b&a") is Trap.ORDERS
    assert orders.trap("https://h/2?b&a") is None


@given(st.text("ab/12;=?&(S)-%é", max_size=60), st.floats(0, 4e9))
def test_any_address_gets_an_answer(path, now):
    """No path, query or moment raises."""
    answer = trap(f"https://h/{path}", BOUNDS, now)
    assert answer is None or answer in Trap
    assert Orders(BOUNDS).trap(f"https://h/{path}") is None


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=6))
def test_links_that_grow_end(parts):
    """A link that adds the same parts again and again is caught by the third time at the latest."""
    assert trap(f"https://h/{'/'.join(parts * 3)}", BOUNDS, NOW) in {Trap.REPEATED, Trap.DEPTH}
