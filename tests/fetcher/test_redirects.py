"""Following redirects, apart from any network."""

import pytest

from scraper.errors import AddressError, AnswerError
from scraper.fetcher.redirects import Trail, is_redirect


def test_a_trail_remembers_its_hops() -> None:
    """Addresses passed through are kept first to last, the present one apart."""
    trail = Trail("http://a.example/1#x", 5)
    trail.follow("2")
    trail.follow("//b.example/3")
    assert trail.passed == ("http://a.example/1", "http://a.example/2")
    assert trail.address.document == "http://b.example/3"
    assert str(trail) == "http://a.example/1 (redirected to http://b.example/3)"


def test_a_trail_starts_at_a_vetted_address() -> None:
    """A trail does not start where nothing is fetched."""
    with pytest.raises(AddressError):
        Trail("file:///x", 5)


def test_the_same_question_twice_is_a_circle() -> None:
    """Asking the same address with the same cookies again is an AnswerError."""
    trail = Trail("http://a.example/", 5)
    trail.depart("")
    trail.follow("/")
    with pytest.raises(AnswerError, match="circles"):
        trail.depart("")


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ((301,), "http://h.example/1"),
        ((308, 301), "http://h.example/2"),
        ((301, 302), "http://h.example/1"),
        ((302, 301), None),
        ((307,), None),
    ],
)
def test_a_page_moved_as_far_as_redirects_are_permanent(statuses: tuple[int, ...], moved: str | None) -> None:
    """A page has moved to where the permanent redirects at the start of the way lead."""
    trail = Trail("http://h.example/0", 9)
    for number, status in enumerate(statuses, 1):
        trail.note(status)
        trail.follow(f"/{number}")
    assert trail.moved == moved


def test_a_new_cookie_makes_a_new_question() -> None:
    """Asking the same address with another cookie is no circle."""
    trail = Trail("http://a.example/", 5)
    trail.depart("")
    trail.follow("/")
    trail.depart("seen=1")
    assert trail.passed == ("http://a.example/",)


def test_hops_are_counted() -> None:
    """One redirect more than allowed is an AnswerError that names the option."""
    trail = Trail("http://a.example/", 1)
    trail.follow("/1")
    with pytest.raises(AnswerError, match="more than 1 redirects; allow more with --max-redirects"):
        trail.follow("/2")


def test_hops_are_vetted() -> None:
    """A hop to an address that is not fetched is an AddressError that names both."""
    with pytest.raises(AddressError, match=r"http://a\.example/.*file:///x"):
        Trail("http://a.example/", 1).follow("file:///x")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (301, True),
        (302, True),
        (303, True),
        (307, True),
        (308, True),
        (200, False),
        (300, False),
        (304, False),
        (404, False),
    ],
)
def test_which_statuses_redirect(status: int, *, expected: bool) -> None:
    """Only the five redirects of RFC 9110 that name one other place are followed."""
    assert is_redirect(status) is expected
