"""The border of the system's errors."""

import pytest

from scraper.errors import OutputError
from scraper.writer.border import naming


def test_error_of_the_system_names_the_place() -> None:
    """An OSError becomes an OutputError with place and cause in its message, and keeps the original."""
    with pytest.raises(OutputError, match=r"^cannot write there: No space left$") as caught, naming("there"):
        raise OSError(28, "No space left")
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize("error", [BrokenPipeError, ValueError])
def test_others_pass(error: type[Exception]) -> None:
    """A closed pipe and errors of other kinds pass unchanged."""
    with pytest.raises(error), naming("there"):
        raise error
