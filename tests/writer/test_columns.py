"""The columns of records."""

import dataclasses

import pytest

from scraper.model.document import (
    Changes,
    Document,
    Duplicate,
    Edited,
    MarkedRevision,
    Removed,
    RevisedDocument,
    Skipped,
)
from scraper.model.language import Span
from scraper.model.segment import Role, SpannedSegment
from scraper.writer.columns import record_columns, shape_of
from scraper.writer.record import encode, revive
from scraper.writer.table import open_table
from tests.writer.records import document, segment, skipped

pytest.importorskip("pyarrow")


def through_a_table(*records: Document | Skipped) -> list[Document | Skipped]:
    """Return records after they were written to a table and read back."""
    import io

    from scraper.storage.parquet import read_rows
    from scraper.writer.columns import as_row

    target = io.BytesIO()
    with open_table(target, record_columns()) as table:
        for record in records:
            table.write(encode(record) + b"\n")
    return [revive(as_row(row)) for row in read_rows(io.BytesIO(target.getvalue()))]


def full() -> MarkedRevision:
    """Return a document with every optional field."""
    base = document(segment("Text."), http=None)
    spanned = SpannedSegment(
        **{field.name: getattr(base.segments[0], field.name) for field in dataclasses.fields(base.segments[0])},
        spans=(Span(0, 4, "en"),),
    )
    values = {field.name: getattr(base, field.name) for field in dataclasses.fields(base)}
    changes = Changes((0,), (Removed(Role.BODY, None),), (Edited(0, "x"),))
    return MarkedRevision(
        **{**values, "segments": (spanned,)}, revision=2, changes=changes, duplicate=Duplicate("0" * 32, "a", "near")
    )


def test_every_field_has_a_column() -> None:
    """Fields of documents and of skips are columns, in their order."""
    names = [field.name for field in dataclasses.fields(MarkedRevision)]
    assert [*record_columns()] == [*names, "skipped", "detail"]


@pytest.mark.parametrize("record", [document(segment("雨"), segment("b", Role.SHARE)), document(), skipped(), full()])
def test_records_come_back_from_a_table(record: Document | Skipped) -> None:
    """What was written to a table and read back is the same record, byte for byte."""
    (back,) = through_a_table(record)
    assert encode(back) == encode(record)


def test_optional_fields_are_not_made_up() -> None:
    """Records without optional fields lack them when they come back beside others that have them."""
    plain, marked = through_a_table(document(segment("a")), full())
    assert type(plain) is Document
    assert isinstance(marked, RevisedDocument)


def test_names_lead_into_fields() -> None:
    """A name with dots leads into a field, and one that leads nowhere has no shape."""
    tag = shape_of("language.tag", record_columns())
    assert tag is not None
    assert tag.kind == "string"
    assert shape_of("language.none", record_columns()) is None
    assert shape_of("segments.text", record_columns()) is None
