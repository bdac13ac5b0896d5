"""Weights as a file."""

import io
import json
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scraper.errors import RulesError
from scraper.model.weights import Layer, RoleWeights, Vocabulary
from scraper.rules import role_weights
from scraper.rules.role_weights import load_role_weights, read_role_weights, write_role_weights
from tests.cleaner.roles.weights import PAGE, PLAIN, some_weights

WEIGHTS = some_weights(3, replace(PLAIN, told=((0.9, -0.1),) * 7, role=0.7, sure=((0.0, 0.1), (0.5, 0.4), (1.0, 0.9))))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write weights to a file."""
    written = tmp_path / "judge.npz"
    write_role_weights(WEIGHTS, written)
    return written


def same(one: RoleWeights, other: RoleWeights) -> bool:
    """Tell whether two judges know the same, to the last bit."""
    arrays = [(one.mean, other.mean), (one.scale, other.scale)]
    arrays += [(getattr(one, name).vectors, getattr(other, name).vectors) for name in ("names", "words", "page")]
    arrays += [(layer.weight, other.layers[name].weight) for name, layer in one.layers.items()]
    arrays += [(layer.bias, other.layers[name].bias) for name, layer in one.layers.items()]
    indices = all(getattr(one, name).index == getattr(other, name).index for name in ("names", "words", "page"))
    about = [(weights.name, weights.card, weights.calibration, set(weights.layers)) for weights in (one, other)]
    return indices and about[0] == about[1] and all(a.dtype == b.dtype and (a == b).all() for a, b in arrays)


def test_what_is_written_is_read(path: Path) -> None:
    """Weights that half precision can hold come back the same, with calibration, card and words in all scripts."""
    assert same(read_role_weights(path), WEIGHTS)


def test_weights_are_kept_in_half_precision(tmp_path: Path) -> None:
    """Finer weights come back as half precision has them; mean and scale of the features keep their own."""
    chance = np.random.default_rng(5)
    fine = {
        name: Layer(layer.weight + chance.normal(size=layer.weight.shape).astype(np.float32) / 3, layer.bias)
        for name, layer in WEIGHTS.layers.items()
    }
    write_role_weights(replace(WEIGHTS, layers=fine), tmp_path / "fine.npz")
    found = read_role_weights(tmp_path / "fine.npz")
    for name, layer in fine.items():
        assert (found.layers[name].weight == layer.weight.astype(np.float16)).all()
    assert found.mean.tobytes() == WEIGHTS.mean.tobytes()
    assert found.scale.tobytes() == WEIGHTS.scale.tobytes()


def test_the_same_weights_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    """Weights written twice, or read and written again, give the same file."""
    again, round_trip = tmp_path / "again.npz", tmp_path / "round.npz"
    write_role_weights(some_weights(3, WEIGHTS.calibration), again)
    write_role_weights(read_role_weights(path), round_trip)
    assert path.read_bytes() == again.read_bytes() == round_trip.read_bytes()


def test_vocabulary_may_be_empty(tmp_path: Path) -> None:
    """A judge that was taught without a sort of words knows none, and is read so."""
    nothing = replace(WEIGHTS, page=Vocabulary({}, np.zeros((1, PAGE), dtype=np.float32)))
    write_role_weights(nothing, tmp_path / "bare.npz")
    assert same(read_role_weights(tmp_path / "bare.npz"), nothing)


def test_nothing_in_the_file_is_code(path: Path) -> None:
    """Every entry of the file is a plain array that is read without unpickling."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            array = np.load(io.BytesIO(archive.read(name)), allow_pickle=False)
            assert array.dtype.kind in "fub"


def changed(path: Path, **entries: np.ndarray | None) -> Path:
    """Write the file again with entries replaced, or left out where they are None."""
    with np.load(path) as archive:
        arrays = {name: archive[name] for name in archive.files}
    arrays |= {name.replace("__", "."): array for name, array in entries.items() if array is not None}
    kept = {name: array for name, array in arrays.items() if entries.get(name.replace(".", "__"), array) is not None}
    with path.open("wb") as file:
        np.savez(file, **kept)
    return path


def text(value: object) -> np.ndarray:
    """Return a value as the bytes of its JSON."""
    return np.frombuffer(json.dumps(value).encode(), dtype=np.uint8)


CALIBRATION = {"told": [[1, 0]], "role": 1, "sure": [[0, 0]], "page": [[0, 0]]}
WRONG = {
    "no description": {"about": None},
    "no JSON": {"about": np.frombuffer(b"{", dtype=np.uint8)},
    "no text": {"about": np.frombuffer(b"\xff\xfe", dtype=np.uint8)},
    "a list": {"about": text([1])},
    "no calibration": {"about": text({"name": "x", "card": ""})},
    "no card": {"about": text({"name": "x", "calibration": CALIBRATION})},
    "no name": {"about": text({"card": "", "calibration": CALIBRATION})},
    "calibration of one": {"about": text({"name": "x", "card": "", "calibration": {**CALIBRATION, "told": [[1]]}})},
    "calibration of none": {"about": text({"name": "x", "card": "", "calibration": {**CALIBRATION, "sure": 1}})},
    "no mean": {"mean": None},
    "no bias": {"layer__told__bias": None},
    "no words": {"words__index": None},
    "no vectors": {"page__vectors": None},
    "too few vectors": {"names__vectors": np.zeros((2, 14), dtype=np.float16)},
    "objects": {"mean": np.array([{}], dtype=object)},
}


@pytest.mark.parametrize("entries", WRONG.values(), ids=list(WRONG))
def test_wrong_entries_are_refused_by_name(path: Path, entries: dict[str, np.ndarray | None]) -> None:
    """A file in which something is missing or is something else gives an error that names the file."""
    with pytest.raises(RulesError, match=r"judge\.npz holds no weights"):
        read_role_weights(changed(path, **entries))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"{}", b"\x93NUMPY", b"\x80\x04N."])
def test_other_files_are_refused_by_name(path: Path, data: bytes) -> None:
    """A file of another sort, or an empty one, gives an error that names it."""
    path.write_bytes(data)
    with pytest.raises(RulesError, match=r"judge\.npz holds no weights"):
        read_role_weights(path)


def test_a_single_array_is_refused(path: Path) -> None:
    """A NumPy file of one array is no archive, and is refused as such."""
    with path.open("wb") as file:
        np.save(file, np.zeros(3))
    with pytest.raises(RulesError, match=r"judge\.npz holds no weights"):
        read_role_weights(path)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_cut_file_is_refused(path: Path, share: float) -> None:
    """A file that was not written to its end gives an error that names it."""
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(RulesError, match=r"judge\.npz holds no weights"):
        read_role_weights(path)


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_is_read_or_refused(path: Path, seed: int) -> None:
    """A file with some bytes changed is either as good as it was or refused, and never anything else."""
    chance = np.random.default_rng(seed)
    data = bytearray(path.read_bytes())
    for place in chance.integers(0, len(data), 5).tolist():
        data[place] ^= 1 << int(chance.integers(8))
    path.write_bytes(data)
    found = WEIGHTS
    with suppress(RulesError):
        found = read_role_weights(path)
    assert same(found, WEIGHTS)


@pytest.mark.parametrize("name", ["gone.npz", "."])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    """A file that is not there, and a folder in its place, are refused by name."""
    with pytest.raises(RulesError, match="holds no weights"):
        read_role_weights(tmp_path / name)


def test_package_weights_are_read_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package's own weights are made once a process, from the file beside the other rules."""
    monkeypatch.setattr(role_weights, "files", {"scraper.rules": path.parent}.__getitem__)
    path.rename(path.with_name("roles.npz"))
    load_role_weights.cache_clear()
    try:
        assert same(load_role_weights(), WEIGHTS)
        assert load_role_weights() is load_role_weights()
    finally:
        load_role_weights.cache_clear()
