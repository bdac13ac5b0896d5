"""The learned judge's weights: one file, read once, written by training.

The file is a NumPy archive: arrays in half precision (the network is not finer than that), vocabularies as one text a
line, and what is no array as JSON. Nothing in it is code.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from scraper.errors import RulesError
from scraper.model.weights import Calibration, Layer, Matrix, RoleWeights, Vocabulary

_FILE = "roles.npz"
_VOCABULARIES = ("names", "words", "page")
_FAULTS = (OSError, EOFError, BadZipFile, zlib.error, RuntimeError, ValueError, KeyError, TypeError)
"""What reading a file that is missing, cut, damaged or something else altogether can end in."""


@cache
def load_role_weights() -> RoleWeights:
    """Return the weights that are part of the package."""
    with as_file(files("scraper.rules") / _FILE) as path:
        return read_role_weights(path)


def read_role_weights(path: Path) -> RoleWeights:
    """Read weights that `scraper train` wrote; RulesError says what is wrong with the file."""
    try:
        with np.load(path, allow_pickle=False) as archive:
            return _weights({name: archive[name] for name in archive.files})
    except _FAULTS as fault:
        raise RulesError(f"{path} holds no weights for roles: {fault}") from fault


def write_role_weights(weights: RoleWeights, path: Path) -> None:
    """Write weights so that `read_role_weights` gives them back, to half precision."""
    about = {"name": weights.name, "calibration": asdict(weights.calibration), "card": weights.card}
    arrays: dict[str, NDArray[Any]] = {"about": _text(json.dumps(about, ensure_ascii=False))}
    arrays |= {"mean": weights.mean, "scale": weights.scale}
    for name in _VOCABULARIES:
        vocabulary: Vocabulary = getattr(weights, name)
        arrays[f"{name}.index"] = _text("\n".join(sorted(vocabulary.index, key=vocabulary.index.__getitem__)))
        arrays[f"{name}.vectors"] = vocabulary.vectors.astype(np.float16)
    for name, layer in sorted(weights.layers.items()):
        arrays[f"layer.{name}.weight"] = layer.weight.astype(np.float16)
        arrays[f"layer.{name}.bias"] = layer.bias.astype(np.float16)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def _weights(arrays: Mapping[str, NDArray[Any]]) -> RoleWeights:
    """Build the weights from the arrays of a file."""
    about = json.loads(_string(arrays["about"]))
    calibration = about["calibration"]
    names = sorted({name.split(".")[1] for name in arrays if name.startswith("layer.")})
    vocabularies = {name: _vocabulary(arrays, name) for name in _VOCABULARIES}
    return RoleWeights(
        name=about["name"],
        mean=arrays["mean"].astype(np.float32),
        scale=arrays["scale"].astype(np.float32),
        layers={name: Layer(_wide(arrays, f"{name}.weight"), _wide(arrays, f"{name}.bias")) for name in names},
        calibration=Calibration(
            told=_pairs(calibration["told"]),
            role=calibration["role"],
            sure=_pairs(calibration["sure"]),
            page=_pairs(calibration["page"]),
        ),
        card=about["card"],
        **vocabularies,
    )


def _pairs(rows: Sequence[Sequence[float]]) -> tuple[tuple[float, float], ...]:
    """Return pairs of numbers as they are kept."""
    return tuple((one, other) for one, other in rows)


def _vocabulary(arrays: Mapping[str, NDArray[Any]], name: str) -> Vocabulary:
    """Build one vocabulary."""
    text, vectors = _string(arrays[f"{name}.index"]), arrays[f"{name}.vectors"].astype(np.float32)
    index = {word: row for row, word in enumerate(text.split("\n") if text else ())}
    if len(vectors) != len(index) + 1:
        raise ValueError(f"{name}: {len(vectors)} vectors for {len(index)} words and for what is none")
    return Vocabulary(index, vectors)


def _wide(arrays: Mapping[str, NDArray[Any]], name: str) -> Matrix:
    """Return one array of a layer in the precision in which it is used."""
    return arrays[f"layer.{name}"].astype(np.float32)


def _text(text: str) -> NDArray[Any]:
    """Return a text as bytes in an array, which an archive can hold without pickling."""
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _string(array: NDArray[Any]) -> str:
    """Return the text in an array."""
    return array.tobytes().decode()
