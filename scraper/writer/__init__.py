"""Records out: formats side by side in `formats.FORMATS`, and places that are never left half written.

A new format is one file with a function of the shape `formats.Render`, and one row in `formats.FORMATS`. A file is
`sink.open_sink`'s, a folder of shards `shard.open_shard`'s. See README.md.
"""

from scraper.writer.fields import with_fields
from scraper.writer.formats import FORMATS, Format
from scraper.writer.manifest import SUCCESS, Task, counts, is_done
from scraper.writer.names import short_digest, slug
from scraper.writer.rendered import Rendered, rendered
from scraper.writer.shard import Manner, Shard, open_shard
from scraper.writer.sink import Sink, open_sink

__all__ = [
    "FORMATS",
    "SUCCESS",
    "Format",
    "Manner",
    "Rendered",
    "Shard",
    "Sink",
    "Task",
    "counts",
    "is_done",
    "open_shard",
    "open_sink",
    "rendered",
    "short_digest",
    "slug",
    "with_fields",
]
