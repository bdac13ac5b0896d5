"""The formats records are written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from scraper.model.document import Document, Skipped
from scraper.storage.parquet import Shape
from scraper.writer.columns import record_columns
from scraper.writer.jsonl import render_jsonl
from scraper.writer.markdown import render_markdown
from scraper.writer.text import render_text

Render: TypeAlias = Callable[[Document | Skipped], str]
"""Returns what is written for a record, without a line break at its end; nothing is written for an empty string."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write records."""

    name: str
    """What `--format` is given."""
    about: str
    """Half a sentence for the help."""
    render: Render
    """Turns one record into text."""
    between: str
    """What stands between two records that were written."""
    ending: str
    """What the names of its files end with."""
    is_whole: bool = True
    """Whether it holds all of every record; formats for reading hold stories, in folders one file a page."""
    columns: Callable[[], Mapping[str, Shape]] | None = None
    """The columns that its lines of JSON are put into, for tables."""


_ALL: Final = (
    Format("jsonl", "every record, whole, one a line", render_jsonl, "", ".jsonl"),
    Format("parquet", "the same in columns (extra parquet)", render_jsonl, "", ".parquet", columns=record_columns),
    Format("text", "headline and story; records parted by a form feed", render_text, "\f\n", ".txt", is_whole=False),
    Format("markdown", "the same as Markdown, parted by a rule", render_markdown, "\n---\n\n", ".md", is_whole=False),
)

FORMATS: Final[Mapping[str, Format]] = {row.name: row for row in _ALL}
"""Format by name. `text` and `markdown` leave skipped pages out: they have no story."""
