"""What passes between machines."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from scraper.cluster.parcels import opened, parcels
from tests.cluster.pages import page


@given(st.lists(st.one_of(st.binary(max_size=50), st.none(), st.text(max_size=50)), max_size=200))
def test_things_come_out_as_they_went_in(things: list[object]) -> None:
    """Whatever is packed comes out the same and in the same order, at most 64 things a parcel."""
    found = [[*opened(parcel)] for parcel in parcels(things)]
    assert [thing for parcel in found for thing in parcel] == things
    assert all(1 <= len(parcel) <= 64 for parcel in found)


def test_large_things_do_not_share_a_parcel() -> None:
    """Things that are megabytes large travel apart, so that no parcel is many times as large as its largest page."""
    things = [b"x" * 3_000_000, b"y" * 3_000_000, b"z" * 9_000_000, b"a"]
    assert [[len(thing) for thing in opened(parcel)] for parcel in parcels(things)] == [
        [3_000_000],
        [3_000_000],
        [9_000_000],
        [1],
    ]


def test_pages_and_read_only_tables_travel() -> None:
    """Pages and the read-only tables inside records, which pickle does not know, can be sent."""
    (parcel,) = parcels([page(1), MappingProxyType({"a": 1})])
    assert [*opened(parcel)] == [page(1), {"a": 1}]
