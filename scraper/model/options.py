"""What a caller may choose about cleaning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every page of a run; the defaults suit articles in any language."""

    second_opinion: bool = False
    """Whether trafilatura is asked for title, authors and date where the page's own description lacks them (slow)."""
    detector: str = "profiles"
    """Who tells languages that share a script apart: a name in the table of detectors."""
    language_second_opinion: str | None = None
    """The detector that is asked too where the first one is less than 0.95 sure, or None."""
    languages: tuple[str, ...] | None = None
    """BCP 47 tags that segments may be given, beside `und`; None for all that the detector can name."""
    only_languages: tuple[str, ...] | None = None
    """BCP 47 tags of stories that are wanted; a page in another language becomes a skip. None for any."""
    spans: bool = False
    """Whether every segment says which stretches of its text are in which language."""
