"""Making the data file."""

from pathlib import Path

import numpy as np

from scraper.tagger.known import profiles
from scraper.tagger.source import KNOWN, build


def test_the_same_counts_give_the_same_bytes(tmp_path: Path) -> None:
    """Two builds write the same file, byte for byte."""
    for name in ("one.npz", "two.npz"):
        build(tmp_path / name, scripts=("Deva", "Arab"))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_the_file_of_the_package_comes_from_this_recipe(shared: Path, root: Path, tmp_path: Path) -> None:
    """A build from langdetect and the shared lines gives what the package carries, but for rounding."""
    build(tmp_path / "languages.npz", shared / "corpora", scripts=("Deva",))
    built, carried = (np.load(at / "languages.npz") for at in (tmp_path, root / "scraper" / "rules"))
    assert np.array_equal(built["Deva.grams"], carried["Deva.grams"])
    # Sums of many small numbers differ in their last digits from machine to machine.
    differences = np.abs(built["Deva.rows"].astype(int) - carried["Deva.rows"])
    assert (differences > 1).mean() < 0.001


def test_every_known_language_is_in_the_file() -> None:
    """Each script's group holds as many languages as the recipe names, and more."""
    assert all(len(profiles().groups[script].tags) >= len(names.split()) for script, names in KNOWN.items())
