"""As much of Ray as the engine uses, in this process: for machines without Ray, and for what Ray makes hard to see."""

import sys
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from scraper.errors import ScraperError


class RayError(Exception):
    """Base of Ray's errors."""


class RowError(RayError):
    """What Ray makes of an error in a task."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(f"task failed\n {cause}")
        self.cause = cause


class Rows:
    """A data set: rows that are made when they are asked for."""

    def __init__(self, rows: Iterable[dict[str, Any]]) -> None:
        self._rows = rows
        self.context = SimpleNamespace(execution_options=SimpleNamespace())

    def flat_map(self, work: Callable[[Any], Iterable[Any]], **_: object) -> "Rows":
        """Return the rows that each row becomes."""
        return Rows(made for row in self._rows for made in work(row))

    def map(self, work: Callable[[Any], Any], **_: object) -> "Rows":
        """Return what becomes of each row."""
        return Rows(work(row) for row in self._rows)

    def iter_rows(self) -> Iterator[dict[str, Any]]:
        """Yield all rows, errors as Ray gives them."""
        try:
            yield from self._rows
        except (ScraperError, ValueError) as error:
            raise RowError(error) from None


def install(patch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Put the stand-in into the place of Ray; return what is noted of its use."""
    seen = SimpleNamespace(init=None, is_down=False)
    ray, data = ModuleType("ray"), ModuleType("ray.data")
    data.from_items = lambda rows, **_: Rows(rows)
    data.TaskPoolStrategy = lambda size=None: size
    data.exceptions = SimpleNamespace(SystemException=SystemError)
    ray.data, ray.exceptions = data, SimpleNamespace(RayError=RayError)
    ray.is_initialized = lambda: False
    ray.init = lambda address, **_: setattr(seen, "init", address)
    ray.shutdown = lambda: setattr(seen, "is_down", True)
    patch.setitem(sys.modules, "ray", ray)
    patch.setitem(sys.modules, "ray.data", data)
    patch.delenv("RAY_ADDRESS", raising=False)
    return seen
