"""Records out: formats side by side in `formats.FORMATS`, and places that are never left half written.

A new format is one file with a function of the shape `formats.Render`, and one row in `formats.FORMATS`.
"""

from scraper.writer.formats import FORMATS, Format
from scraper.writer.sink import Sink, open_sink

__all__ = ["FORMATS", "Format", "Sink", "open_sink"]
