"""What a caller may choose about cleaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every page of a run; the defaults suit articles in any language."""

    second_opinion: bool = False
    """Whether trafilatura is asked for title, authors and date where the page's own description lacks them (slow)."""
    detector: str = "profiles"
    """Who tells languages that share a script apart: a name in the table of detectors."""
    language_second_opinion: str | None = None
    """The detector that is asked too where the first one is less than 0.95 sure, or None."""
    languages: Sequence[str] | None = None
    """BCP 47 tags that segments may be given, beside `und`; None for all that the detector can name."""
    only_languages: Sequence[str] | None = None
    """BCP 47 tags of stories that are wanted; a page in another language becomes a skip. None for any."""
    spans: bool = False
    """Whether every segment says which stretches of its text are in which language."""
    languages_folder: Path | None = None
    """Folder with profiles of further languages, as `scraper train-language` writes them; None for none."""

    def __post_init__(self) -> None:
        """Keep lists as tuples, so that equal options are one and the same wherever they are looked up."""
        for name in ("languages", "only_languages"):
            value = getattr(self, name)
            if value is not None:
                object.__setattr__(self, name, tuple(value))
