"""The table of formats."""

import pytest

from scraper.writer.formats import FORMATS, Format
from tests.writer.records import document, segment


def test_names_of_the_table_are_those_of_its_rows() -> None:
    """Each format is found under the name it has itself."""
    assert {name: row.name for name, row in FORMATS.items()} == {
        name: name for name in ("jsonl", "parquet", "text", "markdown")
    }


@pytest.mark.parametrize("form", FORMATS.values(), ids=[*FORMATS])
def test_rendering_ends_without_line_break(form: Format) -> None:
    """The line break after a record is the sink's, not the format's."""
    assert form.render(document(segment("a"))) == form.render(document(segment("a"))).rstrip("\n")
