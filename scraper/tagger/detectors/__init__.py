"""Detectors side by side: what tells apart languages that share a script. A new one is its file and one row here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from scraper.tagger.detectors.cld2 import CLD2
from scraper.tagger.detectors.detector import Detector
from scraper.tagger.detectors.langdetect import LANGDETECT
from scraper.tagger.detectors.lingua import LINGUA
from scraper.tagger.detectors.profiles import PROFILES

DETECTORS: Final[Mapping[str, Detector]] = MappingProxyType(
    {row.name: row for row in (PROFILES, LANGDETECT, CLD2, LINGUA)}
)
"""All detectors by name, the default first."""

__all__ = ["DETECTORS", "Detector"]
