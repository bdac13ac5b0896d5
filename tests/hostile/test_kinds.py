"""Every hostile page gives one record of the right sort, and no word that a browser shows is lost.

Continuous integration takes the pages up to two megabytes; `python -m tests.measuring.hostile` takes all of them and
says what each one cost. Here the limits on time are generous, for machines that do other things meanwhile.
"""

from collections.abc import Mapping, Sequence

import pytest

from scraper.model.guard import Guard
from tests.hostile.kinds import KINDS
from tests.hostile.outcome import Outcome, outcomes

SIZE = 2_000_000
LIMITED = "took more than"


@pytest.fixture(scope="module")
def names() -> Sequence[str]:
    """Return the names of the pages of moderate size."""
    return [name for name, kind in KINDS.items() if kind.size() <= SIZE]


@pytest.fixture(scope="module")
def found(names: Sequence[str]) -> Mapping[str, Outcome]:
    """Return what became of these pages, in one run of two workers."""
    return {found.name: found for found in outcomes(names, Guard(cpu_seconds=20, seconds=120, pages=5), workers=2)}


def test_there_are_many_kinds(names: Sequence[str]) -> None:
    """The set has over two hundred kinds, of which at least ninety are small enough for this run."""
    assert len(KINDS) >= 200
    assert len(names) >= 90


def test_each_page_has_one_record(names: Sequence[str], found: Mapping[str, Outcome]) -> None:
    """Pages and records are as many, in the same order."""
    assert list(found) == names


def test_no_page_is_lost(found: Mapping[str, Outcome]) -> None:
    """Every record is a document with all sentences that a browser shows, or a skip where there are none."""
    faults = {name: [fault for fault in one.faults if LIMITED not in fault] for name, one in found.items()}
    assert {name: said for name, said in faults.items() if said} == {}


def test_no_page_breaks_a_limit(found: Mapping[str, Outcome]) -> None:
    """None of these attacks gets as far as a limit: they are seen through before."""
    assert [name for name, one in found.items() if one.what in {"timeout", "memory", "failed"}] == []
