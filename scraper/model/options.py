"""What a caller may choose about cleaning."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every page of a run; the defaults suit articles in any language."""

    second_opinion: bool = False
    """Whether trafilatura is asked for title, authors and date where the page's own description lacks them (slow)."""
    languages_folder: Path | None = None
    """Folder with profiles of further languages, as `scraper train-language` writes them; None for none."""
