"""How a block's language and script stand to those of the page."""

from collections.abc import Sequence

import numpy as np

from scraper.cleaner.features.shape import Numbers, Table, columns_of
from scraper.model.language import UNDETERMINED, Tagged

NAMES = (
    *("undetermined", "main", "foreign", "foreign_surely", "foreign_script", "language_share", "language_running"),
    *("page_languages", "language_confidence"),
)
"""What each column is."""
_SURE = 0.64


def measure_tongues(facts: Table, tagged: Sequence[Tagged], main: str) -> Numbers:
    """Return one row a block, one column a name; all numbers 0 to 1."""
    numbers: dict[str, int] = {}
    of_block = [numbers.setdefault(tag.tag, len(numbers)) for tag in tagged]
    size, _, _, reads = columns_of(facts)
    everything = dict(zip(numbers, np.bincount(of_block, size.astype(int)).tolist(), strict=True))
    running = dict(zip(numbers, np.bincount(of_block, size.astype(int) * reads).tolist(), strict=True))
    scripts = {tag.script for tag in tagged if tag.tag == main}
    total, total_running = max(1, sum(everything.values())), max(1, sum(running.values()))
    several = sum(count > total / 20 for tag, count in everything.items() if tag != UNDETERMINED)
    rows = {}
    for tag in tagged:
        if tag not in rows:
            known = tag.tag != UNDETERMINED
            foreign = known and main not in (UNDETERMINED, tag.tag)
            rows[tag] = (
                not known,
                tag.tag == main,
                foreign,
                foreign and tag.confidence > _SURE,
                foreign and tag.script not in scripts,
                everything[tag.tag] / total,
                running[tag.tag] / total_running,
                min(1.0, several / 4),
                tag.confidence,
            )
    return np.array([rows[tag] for tag in tagged], dtype=np.float32)
