"""The contract of the records."""

import dataclasses
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import jsonschema
import pytest

from scraper.model.document import Document, Fingerprint, MadeBy, Skipped, SkipReason
from scraper.model.language import Shares
from scraper.model.page import Encoding, Http
from scraper.model.segment import Kind, Role, Segment
from scraper.writer.schema import schema_text

TYPES = (Document, Skipped, Http, Encoding, Shares, Segment, Fingerprint, MadeBy)


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


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_schema_and_dataclass_agree(schema: Any, kind: type) -> None:
    """Properties are the dataclass's fields in their order, all are required, and no others are allowed."""
    definition = schema["$defs"][kind.__name__]
    names = [field.name for field in dataclasses.fields(kind)]
    assert [*definition["properties"]] == definition["required"] == names
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
