"""Everything this package raises on purpose."""

import inspect

import pytest

from scraper import errors
from scraper.errors import FetchError, ScraperError

FOUND = [found for _, found in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("error", FOUND)
def test_one_catches_them_all(error: type[Exception]) -> None:
    """Every error of the package is a ScraperError and no error of another sort."""
    assert issubclass(error, ScraperError)
    assert not issubclass(error, ValueError | OSError | LookupError)


@pytest.mark.parametrize("error", FOUND)
def test_the_tree_is_drawn_at_the_head(error: type[Exception]) -> None:
    """The drawing names every error and the classes say what each means."""
    assert error.__name__ in (errors.__doc__ or "")
    assert error.__doc__


def test_drawing_shows_what_is_below_what() -> None:
    """In the drawing each error is set in below its own base."""
    lines = (errors.__doc__ or "").splitlines()
    depth = {word: line.index(word) for line in lines for word in line.split() if word in {e.__name__ for e in FOUND}}
    assert set(depth) == {found.__name__ for found in FOUND}
    for found in FOUND:
        assert found is ScraperError or depth[found.__name__] > depth[found.__mro__[1].__name__]


def test_errors_of_fetching_are_one_family() -> None:
    """One name catches whatever can go wrong with an address."""
    family = {found.__name__ for found in FOUND if issubclass(found, FetchError)}
    direct = {found.__name__ for found in FOUND if found.__base__ is FetchError}
    assert direct == {"AddressError", "ConnectError", "DeadlineError", "AnswerError", "RefusedError"}
    assert family == direct | {"FetchError", "GuardError", "ResolveError", "CertificateError", "CutError"}


def test_message_is_kept() -> None:
    """An error shows the message it was raised with."""
    assert str(FetchError("https://example.org: no answer")) == "https://example.org: no answer"
