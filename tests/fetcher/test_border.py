"""Foreign errors at the border."""

from collections.abc import Mapping

import pytest

from scraper.errors import AddressError, AnswerError, DeadlineError, FetchError
from scraper.fetcher.border import Meaning, one_line, translate

TABLE: Mapping[type[Exception], Meaning] = {
    OSError: Meaning(AnswerError, "broken; mend it"),
    TimeoutError: Meaning(DeadlineError, "late; wait"),
}


def test_an_error_becomes_ours_on_one_line() -> None:
    """A foreign error becomes ours: address, cause, advice and its own words on one line."""
    error = translate(OSError("in\nlines"), "http://a.example/", TABLE)
    assert isinstance(error, AnswerError)
    assert str(error) == "http://a.example/: broken; mend it (in lines)"


def test_an_error_without_words_needs_no_brackets() -> None:
    """An error that says nothing adds nothing."""
    assert str(translate(OSError(), "a", TABLE)) == "a: broken; mend it"


def test_the_nearest_base_counts() -> None:
    """A class without a row means what its nearest base with one means."""

    class NewTimeoutError(TimeoutError):
        """A class of some later release."""

    assert isinstance(translate(NewTimeoutError(), "a", TABLE), DeadlineError)


def test_what_the_table_does_not_know_is_not_guessed() -> None:
    """An error without any row is a KeyError: it is a bug of ours."""
    with pytest.raises(KeyError):
        translate(ValueError("x"), "a", TABLE)


def test_words_are_cut() -> None:
    """An error's own words are cut to a sensible length."""
    assert len(one_line(ValueError("x y " * 500))) == 300
    assert issubclass(AddressError, FetchError)
