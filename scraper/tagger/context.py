"""What the page says about its texts beside the texts themselves."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Context:
    """Knowledge that helps to tag the texts of one page; every part may be missing."""

    sites: Sequence[str] = ()
    """For each text the site that the one link around or inside it leads to, if it is not the page's, else ""."""
    telling: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NOTHING)
    """Languages of each phrase that lexicons know, by `telling.key` of the phrase."""

    def outside(self, texts: Sequence[str]) -> Mapping[str, str]:
        """Other site that each text links to; of several the first."""
        pairs = zip(texts, self.sites, strict=False)
        return {text: site for text, site in reversed(list(pairs)) if site} if self.sites else {}


NO_CONTEXT = Context()
"""Nothing is known of the page."""


def names_of(names: Set[str]) -> frozenset[str]:
    """Return names as a set that can be remembered by its value."""
    return names if isinstance(names, frozenset) else frozenset(names)
