"""Records with some of their fields only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from scraper.errors import UsageError
from scraper.model.document import Document, Skipped
from scraper.storage.parquet import Shape
from scraper.writer.columns import record_columns, shape_of
from scraper.writer.formats import Format
from scraper.writer.record import encode, plain

_ALWAYS: Final = "skipped"
"""A row without it could be taken for a document with an empty text."""


def with_fields(form: Format, names: Sequence[str]) -> Format:
    """Return a format that writes only these fields, in this order, and why a page was skipped.

    A name with dots (`language.tag`) leads into a field, and is a field of its own in the row. Raises UsageError.
    """
    wanted = tuple(dict.fromkeys([*names, _ALWAYS]))
    if not form.is_whole:
        raise UsageError(f"--fields is for formats with fields, {form.name} has none")
    _columns(wanted)
    is_table = form.columns is not None
    return replace(form, render=partial(_render, wanted), columns=partial(_columns, wanted) if is_table else None)


def _columns(names: Sequence[str]) -> Mapping[str, Shape]:
    """Return the columns of these names. Raises UsageError for one that there is none of."""
    found = {name: shape_of(name, record_columns()) for name in names}
    unknown = [name for name, shape in found.items() if shape is None]
    if unknown:
        raise UsageError(f"records have no field {', '.join(unknown)}; they have {', '.join(record_columns())}")
    return {name: shape for name, shape in found.items() if shape is not None}


def picked(names: Sequence[str], record: Document | Skipped) -> dict[str, Any]:
    """Return the fields of these names; None where a record has none."""
    row = plain(record)
    return {name: _inside(row, name) for name in names}


def _render(names: Sequence[str], record: Document | Skipped) -> str:
    """Return the fields of a record as a line of JSON."""
    return encode(picked(names, record)).decode("utf-8")


def _inside(row: Mapping[str, Any], name: str) -> Any:
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
