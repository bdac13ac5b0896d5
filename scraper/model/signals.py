"""What a page says of its own use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signals:
    """What one page says of its own use."""

    noindex: bool = False
    """Not to be shown in search results."""
    nofollow: bool = False
    """Its links are not to be followed: the crawl discovers none on it."""
    noai: bool = False
    """Not to be used to train models."""
    noimageai: bool = False
    """Its images are not to be used to train models."""
    nosnippet: bool = False
    """No part of its text is to be shown."""
    noarchive: bool = False
    """No copy is to be shown."""
    tdm_reserved: bool | None = None
    """Whether rights to text and data mining are reserved; None where nothing is said."""
    tdm_policy: str | None = None
    """Where the conditions for mining are, as written."""
    preferences: tuple[str, ...] = ()
    """What headers say of uses, as written: `train-ai=n`."""
    because: tuple[str, ...] = ()
    """The fields and elements that said something, as written: `x-robots-tag: noindex`, `meta robots: noai`."""

    @property
    def reserved(self) -> bool:
        """Whether a delivery that honours all signals on training and mining leaves the page out."""
        return self.noai or self.tdm_reserved is True
