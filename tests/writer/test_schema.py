"""The contract of the records."""

import dataclasses
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import jsonschema
import pytest

from scraper.model.document import (
    Changes,
    Duplicate,
    Edited,
    Fingerprint,
    MadeBy,
    MarkedRevision,
    Removed,
    Skipped,
    SkipReason,
)
from scraper.model.language import Shares, Span
from scraper.model.page import Encoding, Http
from scraper.model.segment import Kind, Role, SpannedSegment
from scraper.model.signals import Signals
from scraper.writer.schema import schema_text

TYPES = {
    **{kind.__name__: kind for kind in (Skipped, Http, Encoding, Shares, Span, Fingerprint, MadeBy)},
    **{kind.__name__: kind for kind in (Changes, Removed, Edited, Duplicate, Signals)},
    "Document": MarkedRevision,
    "Segment": SpannedSegment,
}

# Fields that came after version 1 was fixed: records without them stay valid.
ADDED = {
    "Shares": ["story", "parallel"],
    "Segment": ["spans"],
    "Document": ["revision", "changes", "signals", "duplicate"],
    "Fingerprint": ["story"],
}


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(schema_text())


def objects(node: Any) -> Iterator[Any]:
    """Yield all JSON objects inside a value."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(inner)


def test_schema_is_valid(schema: Any) -> None:
    """The schema itself is valid by the draft it names."""
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", TYPES)
def test_schema_and_dataclass_agree(schema: Any, name: str) -> None:
    """Properties are the dataclass's fields in their order, required but for later ones, and no others are allowed."""
    definition = schema["$defs"][name]
    names = [field.name for field in dataclasses.fields(TYPES[name])]
    assert [*definition["properties"]] == names
    assert [*definition["required"], *ADDED.get(name, [])] == names
    assert definition["additionalProperties"] is False


@pytest.mark.parametrize(
    ("where", "kind"),
    [(("Segment", "role"), Role), (("Segment", "kind"), Kind), (("Skipped", "skipped"), SkipReason)],
)
def test_codes_are_those_of_the_enumeration(schema: Any, where: tuple[str, str], kind: type[StrEnum]) -> None:
    """Lists of codes in the schema are the values of the enumerations, in their order."""
    assert schema["$defs"][where[0]]["properties"][where[1]]["enum"] == [member.value for member in kind]


def test_every_property_is_described(schema: Any) -> None:
    """Every property says what it means, itself or in the definition it points to."""
    for definition in schema["$defs"].values():
        for name, value in definition.get("properties", {}).items():
            pointed = schema["$defs"][value["$ref"].rsplit("/", 1)[1]] if "$ref" in value else {}
            assert value.get("description") or pointed.get("description"), name


def test_every_definition_is_used(schema: Any) -> None:
    """No definition is left over, and none that is pointed to is missing."""
    used = {node["$ref"].removeprefix("#/$defs/") for node in objects(schema) if "$ref" in node}
    assert used == set(schema["$defs"])
