"""The contract of the records, as JSON Schema."""

from importlib import resources


def schema_text() -> str:
    """Return the JSON Schema (draft 2020-12) of records of version 1, as it stands in the package."""
    return (resources.files("scraper.rules") / "record-1.schema.json").read_text(encoding="utf-8")
