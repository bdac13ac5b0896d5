"""Places of blocks in a gold text, and the heaviest chain of them."""

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from scraper.training.chain import RUN, Place, coverage, heaviest_chain, places_of, runs_of

LENGTH = 60
GOLD = "the old bridge was closed before dawn and the mayor said that the old bridge was safe".split()


@st.composite
def some_places(draw: st.DrawFn) -> list[Place]:
    """Draw places of several blocks, some of them more than one."""
    found = []
    for _ in range(draw(st.integers(0, 20))):
        start = draw(st.integers(0, LENGTH - 1))
        end = draw(st.integers(start + 1, LENGTH))
        found.append(Place(draw(st.integers(0, 7)), start, end, draw(st.integers(1, 30))))
    return found


def fits(earlier: Place, later: Place) -> bool:
    """Whether one place may come after another: blocks ascend, and they overlap by a few tokens at most."""
    return later.block > earlier.block and later.start + min(3, (later.end - later.start) // 2) >= earlier.end


def heaviest(places: Sequence[Place]) -> int:
    """Return the weight of the heaviest chain, every place against every other."""
    best: dict[Place, int] = {}
    for place in sorted(places):
        best[place] = place.weight + max((best[other] for other in best if fits(other, place)), default=0)
    return max(best.values(), default=0)


@given(some_places())
def test_chain_runs_forward(places: list[Place]) -> None:
    """Places of the chain ascend in page and gold, are known by their block, and are among those that were given."""
    chain = heaviest_chain(places, LENGTH)
    row = [chain[block] for block in sorted(chain)]
    assert all(fits(one, other) for one, other in itertools.pairwise(row))
    assert all(place.block == block and place in places for block, place in chain.items())


@given(some_places())
def test_chain_is_the_heaviest(places: list[Place]) -> None:
    """No chain weighs more, and so no single place does."""
    weight = sum(place.weight for place in heaviest_chain(places, LENGTH).values())
    assert weight == heaviest(places)
    assert weight >= max((place.weight for place in places), default=0)


def test_runs_stand_where_they_start() -> None:
    """Every run of one to four tokens is found at all its places, and nothing longer is."""
    runs = runs_of(GOLD)
    assert [*runs["the", "old", "bridge", "was"]] == [0, 12]
    assert [*runs["dawn",]] == [6]
    assert max(map(len, runs)) == RUN


@given(st.lists(st.sampled_from("abcdef"), max_size=20), st.lists(st.sampled_from("abcdef"), max_size=20))
def test_coverage_is_a_share(piece: list[str], gold: list[str]) -> None:
    """Coverage lies between 0 and 1 and is 1 for every stretch of the gold itself."""
    runs = runs_of(gold)
    assert 0 <= coverage(piece, runs) <= 1
    assert all(coverage(gold[start:], runs) == 1 for start in range(len(gold)))


def test_half_known_block_is_half_covered() -> None:
    """Only tokens in runs of four count; a block without tokens is not covered."""
    runs = runs_of(GOLD)
    assert coverage([*GOLD[:4], "ducks", "swam", "past", "us"], runs) == 0.5
    assert coverage(["old", "ducks"], runs) == coverage([], runs) == 0


def test_short_block_stands_at_every_copy() -> None:
    """A block of fewer tokens than a run may stand wherever the gold has it."""
    places = places_of(3, ["old", "bridge"], runs_of(GOLD), len(GOLD))
    assert [*places] == [Place(3, 1, 3, 2), Place(3, 13, 15, 2)]


@given(st.integers(0, len(GOLD) - RUN), st.integers(RUN, len(GOLD)))
def test_likeliest_place_is_where_the_block_was_cut_from(start: int, length: int) -> None:
    """A stretch of the gold is found within a few tokens of where it was cut from, and never outside the gold."""
    piece = GOLD[start : start + length]
    places = [*places_of(0, piece, runs_of(GOLD), len(GOLD))]
    assert any(abs(place.start - start) < RUN for place in places)
    assert all(0 <= place.start <= place.end <= len(GOLD) for place in places)
    assert all(place.weight <= len(piece) for place in places)
