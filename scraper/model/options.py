"""What a caller may choose about cleaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from scraper.model.segment import Role
from scraper.model.site_rules import SiteRules

if TYPE_CHECKING:
    # numpy comes with it, and `import scraper` is to stay light.
    from scraper.model.weights import RoleWeights


class Cut(StrEnum):
    """How much of what may be the story is taken into its text; the segments and their roles are the same."""

    __hash__ = str.__hash__

    BALANCED = "balanced"
    PRECISE = "precise"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a record must have to be delivered as a document; others become skips, so that none is lost unseen."""

    min_confidence: float = 0.0
    """Least confidence that the text is the story, 0 to 1."""
    min_chars: int = 0
    """Least number of letters and digits of the story."""
    roles: tuple[Role, ...] | None = None
    """Roles whose segments stay in the record; None for all. The text is the same."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every page of a run; the defaults suit pages of any sort in any language."""

    second_opinion: bool = False
    """Whether trafilatura is asked for title, authors and date where the page's own description lacks them (slow)."""
    site_rules: SiteRules | None = None
    """What is known of single sites, read beforehand (`scraper.cleaner.sites.load_site_rules`); None: as packaged."""
    view: Cut = Cut.BALANCED
    """`precise`: text that is surely story; `complete`: all that may be; `balanced`: the best of both."""
    weights: "RoleWeights | None" = None
    """What the learned judge knows, read beforehand (`scraper.rules.role_weights`); None: as packaged."""
    detector: str = "profiles"
    """Who tells languages that share a script apart: a name in the table of detectors."""
    language_second_opinion: str | None = None
    """The detector that is asked too where the first one is less than 0.95 sure, or None."""
    languages: Sequence[str] | None = None
    """BCP 47 tags that segments may be given, beside `und`; None for all that the detector can name."""
    only_languages: Sequence[str] | None = None
    """BCP 47 tags of stories that are wanted; a page in another language becomes a skip. None for any."""
    wanted: Wanted = Wanted()
    """What a record must have to be delivered."""
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
