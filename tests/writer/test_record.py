"""Records as JSON."""

import dataclasses
import json
from types import MappingProxyType

import jsonschema
import pytest

from scraper.model.document import Document, Skipped
from scraper.writer.record import encode
from scraper.writer.schema import schema_text
from tests.writer.records import document, segment, skipped


@pytest.mark.parametrize("record", [document(segment("a")), document(title=None, http=None), skipped()])
def test_record_is_valid_by_the_schema(record: Document | Skipped) -> None:
    """What is written validates against the schema of the package."""
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(json.loads(encode(record)))


@pytest.mark.parametrize("record", [document(segment("a")), skipped()])
def test_fields_stand_in_the_order_of_the_dataclass(record: Document | Skipped) -> None:
    """The order of a record's fields in JSON is their order in the dataclass."""
    assert [*json.loads(encode(record))] == [field.name for field in dataclasses.fields(record)]


def test_values_come_back() -> None:
    """Reading the JSON again gives the values of the dataclass, tuples as arrays and enumerations as their values."""
    record = document(segment("a"), because=MappingProxyType({"title": "json-ld"}))
    expected = {**dataclasses.asdict(dataclasses.replace(record, because={})), "because": {"title": "json-ld"}}
    assert json.loads(encode(record)) == json.loads(json.dumps(expected))


def test_text_of_all_scripts_is_written_as_it_is() -> None:
    """Text is UTF-8 without escapes, and a line break inside it does not break the line."""
    line = encode(document(segment("看看 é 😀\n\u2028")))
    assert "看看 é 😀\\n\u2028".encode() in line
    assert b"\n" not in line


def test_value_without_json_is_refused() -> None:
    """A value that JSON has no form for is an error that names its type."""
    with pytest.raises(NotImplementedError, match="object"):
        encode(document(because={"x": object()}))
