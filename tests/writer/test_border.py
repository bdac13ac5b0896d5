"""The border of the system's errors."""

import pytest

from scraper.errors import DiskFullError, OutputError
from scraper.writer.border import naming


def test_error_of_the_system_names_the_place() -> None:
    """An OSError becomes an OutputError with place and cause in its message, and keeps the original."""
    with pytest.raises(OutputError, match=r"^cannot write there: No space left$") as caught, naming("there"):
        raise OSError(28, "No space left")
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize(("code", "full"), [(28, True), (122, True), (27, True), (13, False)])
def test_lack_of_room_is_told_apart(code: int, *, full: bool) -> None:
    """A full disk, a quota and a size limit are DiskFullError, a lack of rights is not."""
    with pytest.raises(OutputError) as caught, naming("there"):
        raise OSError(code, "why")
    assert isinstance(caught.value, DiskFullError) is full


@pytest.mark.parametrize("error", [BrokenPipeError, ValueError])
def test_others_pass(error: type[Exception]) -> None:
    """A closed pipe and errors of other kinds pass unchanged."""
    with pytest.raises(error), naming("there"):
        raise error
