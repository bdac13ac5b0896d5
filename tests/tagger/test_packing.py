"""Writing profiles."""

from pathlib import Path

import numpy as np

from scraper.tagger.packing import belongs, numbered, write


def test_only_letters_of_the_script_belong() -> None:
    """A sequence belongs to a script by all its letters; a space alone belongs to none."""
    assert belongs(" ab", "Latn")
    assert not belongs("aб", "Latn")
    assert not belongs(" ", "Latn")


def test_short_sequences_are_filled_from_the_left() -> None:
    """Sequences are three numbers, missing ones 0, the space 1, letters from 3 on."""
    assert numbered("b ", ["a", "b"]) == [0, 4, 1]


def test_bytes_do_not_change(tmp_path: Path) -> None:
    """The same arrays give the same bytes, and can be read again."""
    for name in ("one", "two"):
        write(tmp_path / name, {"a": np.arange(3)})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with np.load(tmp_path / "one") as data:
        assert data["a"].tolist() == [0, 1, 2]
