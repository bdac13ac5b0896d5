"""The table of all hostile pages."""

from collections.abc import Mapping
from typing import Final

from tests.hostile.charsets import CHARSETS
from tests.hostile.crowds import CROWDS
from tests.hostile.data import DATA
from tests.hostile.kind import Kind
from tests.hostile.nesting import NESTING
from tests.hostile.unclosed import UNCLOSED

_ALL = (*NESTING, *CROWDS, *UNCLOSED, *CHARSETS, *DATA)

KINDS: Final[Mapping[str, Kind]] = {kind.name: kind for kind in _ALL}
"""Hostile page by name."""
