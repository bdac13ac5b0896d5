"""The columns of records: one for every field of a document, of whatever kind, and those of skips.

They are read off the dataclasses, so that a new field is a new column. All tables have all columns, so that files of
different runs stand in one table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from scraper.model.document import MarkedRevision, Skipped
from scraper.model.segment import Segment, SpannedSegment
from scraper.storage.parquet import Shape

_KINDS: Final[Mapping[type, str]] = {str: "string", bool: "bool", int: "int64", float: "double"}
_KIN: Final[Mapping[type, type]] = {Segment: SpannedSegment}
_OPTIONAL: Final = frozenset({"revision", "changes", "signals", "duplicate", "spans"})
"""Fields that records have only where they were made for them."""


@cache
def record_columns() -> Mapping[str, Shape]:
    """Return the columns of all records, in the order of the fields."""
    return {**_columns(MarkedRevision), **_columns(Skipped)}


def as_row(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of a table as the row of JSON it was made from: pairs as maps, and nothing that was not there."""
    skipped = values.get("skipped") is not None
    own = _columns(Skipped if skipped else MarkedRevision)
    return {
        name: _value(values[name], shape)
        for name, shape in own.items()
        if name in values and not (name in _OPTIONAL and values[name] is None)
    }


def as_values(row: Mapping[str, Any], columns: Mapping[str, Shape]) -> dict[str, Any]:
    """Return the values of a row of JSON for these columns, maps as pairs; what is no column is left out."""
    return {name: _pairs(row.get(name), shape) for name, shape in columns.items()}


def _pairs(value: Any, shape: Shape) -> Any:
    """Return a value with its maps as pairs; there are none inside lists."""
    if value is None or shape.kind == "list":
        return value
    if shape.fields is not None:
        return as_values(value, shape.fields)
    return [{"key": key, "value": inner} for key, inner in value.items()] if shape.kind == "map" else value


def _value(value: Any, shape: Shape) -> Any:
    """Return a value of a table as JSON has it."""
    if value is None:
        return None
    if shape.fields is not None:
        inside = shape.fields.items()
        return {k: _value(value[k], inner) for k, inner in inside if not (k in _OPTIONAL and value[k] is None)}
    if shape.inner is None:
        return value
    if shape.kind == "map":
        return {pair["key"]: pair["value"] for pair in value}
    return [_value(inner, shape.inner) for inner in value]


@cache
def _columns(kind: type) -> Mapping[str, Shape]:
    """Return the columns of a dataclass."""
    hints = get_type_hints(kind)
    return {field.name: _shape(hints[field.name]) for field in fields(kind)}


def _shape(hint: Any) -> Shape:
    """Return what a column of a type holds."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is UnionType:
        (hint,) = (one for one in inside if one is not NoneType)
        return _shape(hint)
    if origin is tuple:
        return Shape("list", _shape(inside[0]))
    if origin is not None and issubclass(origin, Mapping):
        return Shape("map", _shape(inside[1]))
    if isinstance(hint, type) and is_dataclass(hint):
        return Shape("struct", fields=_columns(_KIN.get(hint, hint)))
    return Shape("string" if issubclass(hint, Enum) else _KINDS[hint])


def shape_of(name: str, columns: Mapping[str, Shape]) -> Shape | None:
    """Return what stands under a name such as `language.tag`; None where there is no such field."""
    first, *rest = name.split(".")
    return _below(columns.get(first), rest)


def _below(shape: Shape | None, names: Sequence[str]) -> Shape | None:
    for name in names:
        shape = shape.fields.get(name) if shape is not None and shape.fields is not None else None
    return shape
