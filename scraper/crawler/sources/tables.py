"""Tables of a sources file: their fields read one by one, unknown and missing ones told."""

from collections.abc import Collection, Mapping
from typing import Any

from scraper.crawler.sources.faults import Faults, near
from scraper.crawler.sources.fields import Fields
from scraper.crawler.sources.lines import FieldPath

Given = dict[str, Any]
"""The values of a table's fields, checked; only of those that were given and are right."""


def read_fields(
    table: Mapping[str, object], path: FieldPath, fields: Fields, faults: Faults, others: Collection[str] = ()
) -> Given:
    """Read the fields of a table; what was complained of is left out. `others` are read elsewhere."""
    for key in sorted(table.keys() - fields.keys() - set(others)):
        faults.add((*path, key), f"unknown field{near(key, [*fields, *others])}")
    for key, field in fields.items():
        if field.required and key not in table:
            faults.add((*path, key), "missing; it has to be given")
    read = {key: fields[key].read(table[key], faults.at((*path, key))) for key in table if key in fields}
    return {key: value for key, value in read.items() if value is not None}


def read_table(given: Mapping[str, object], path: FieldPath, fields: Fields, faults: Faults) -> Given:
    """Read a table that stands in `given` under the last key of its path; empty where it is not there."""
    table = given.get(str(path[-1]), {})
    if not isinstance(table, dict):
        faults.add(path, f"expected a table [{path[-1]}], found {table!r:.40}")
        return {}
    return read_fields(table, path, fields, faults)


def only(given: Given, *same: str, **renamed: str) -> Given:
    """Return the fields that were given, some of them under another name, so that defaults stand in one place."""
    names = {**{name: name for name in same}, **renamed}
    return {name: given[key] for name, key in names.items() if key in given}
