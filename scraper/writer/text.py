"""Plain text: the headline, a blank line, the story. For reading and for tools that want nothing else."""

from scraper.model.document import Document, Skipped


def render_text(record: Document | Skipped) -> str:
    """Return headline and story; nothing for a skipped page, which has none."""
    if isinstance(record, Skipped):
        return ""
    parts = [part for part in (record.title, record.text) if part]
    # The form feed parts records, so it cannot stand inside one.
    return "\n\n".join(parts).replace("\f", " ")
