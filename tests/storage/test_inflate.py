"""The table of codings."""

import pytest

from scraper.errors import AnswerError
from scraper.storage.inflate import INFLATERS, inflater


@pytest.mark.parametrize("coding", [*INFLATERS])
def test_nothing_sent_is_complete(coding: str) -> None:
    """A body to which nothing came may end, in every coding."""
    assert inflater(coding).complete


@pytest.mark.parametrize("coding", ["compress", "gzip, br"])
def test_what_cannot_be_undone_is_refused(coding: str) -> None:
    """Unknown codings, and two on one another, are refused."""
    with pytest.raises(AnswerError):
        inflater(coding)
