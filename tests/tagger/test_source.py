"""Making the data file."""

from pathlib import Path

import numpy as np

from scraper.tagger.known import profiles
from scraper.tagger.source import KNOWN, build


def test_the_same_counts_give_the_same_bytes(tmp_path: Path) -> None:
    """Two builds write the same file, byte for byte."""
    for name in ("one.npz", "two.npz"):
        build(tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_the_file_of_the_package_comes_from_this_recipe(shared: Path, root: Path, tmp_path: Path) -> None:
    """A build from langdetect and the shared sentences gives the file that the package carries."""
    build(tmp_path / "languages.npz", shared / "corpora" / "langid" / "sentences")
    built, carried = (np.load(at / "languages.npz") for at in (tmp_path, root / "scraper" / "rules"))
    assert all(np.array_equal(built[name], carried[name]) for name in carried.files)


def test_every_known_language_is_in_the_file() -> None:
    """Each script's group holds as many languages as the recipe names, and more."""
    assert all(len(profiles().groups[script].tags) >= len(names.split()) for script, names in KNOWN.items())
