"""The shape of a detector: what tells apart languages that share a script."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from scraper.errors import MissingExtraError

Languages: TypeAlias = Mapping[str, tuple[str, ...]]
"""BCP 47 tags by ISO 15924 code, for scripts in which a detector knows more than one language."""

Penalties: TypeAlias = NDArray[np.float64]
"""How much worse each language explains each text than its best one, shape (texts, tags), 0 for the best."""


@dataclass(frozen=True, slots=True)
class Detector:
    """One row of the table of detectors."""

    name: str
    """The word after `--detector`."""
    about: str
    """One line for a person."""
    optional: bool
    """Whether its package may be missing."""
    version: Callable[[], str]
    """What gives its answers, for figures to be compared by; raises `MissingExtraError` where it is not installed."""
    languages: Callable[[], Languages]
    """What it can tell apart; needs no package."""
    penalties: Callable[[Sequence[str], str, tuple[str, ...]], Penalties]
    """Takes cleaned texts, their script, and candidates out of `languages()[script]`, at least two.

    A text that says nothing has a row of zeros. Each text is judged by itself. Raises `MissingExtraError`."""
    temperature: float
    """What one unit of its penalties is worth as a natural logarithm of odds, measured on development texts."""


def installed(package: str, detector: str, extra: str) -> str:
    """Return name and version of an optional package; raises `MissingExtraError` that says what to install."""
    # Loaded here because it brings half the library for e-mail with it, which a default run never needs.
    from importlib import metadata

    try:
        return f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError as error:
        raise MissingExtraError(
            f"the detector {detector!r} needs the package {package}: pip install 'scraper[{extra}]'"
        ) from error


def below_best(chances: NDArray[np.float64], least: float) -> Penalties:
    """Turn probabilities, shape (texts, tags), into penalties; what is under `least` counts as `least`."""
    logs = np.log(np.maximum(chances, least))
    above: Penalties = logs.max(axis=1, keepdims=True, initial=np.log(least)) - logs
    return above
