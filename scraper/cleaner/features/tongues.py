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
    # Few kinds of answers stand on a page, and making an array of many tuples is slow.
    places: dict[Tagged, int] = {}
    of_tag = [places.setdefault(tag, len(places)) for tag in tagged]
    rows = []
    for language, confidence, script in places:
        known = language != UNDETERMINED
        foreign = known and main not in (UNDETERMINED, language)
        rows.append(
            (
                not known,
                language == main,
                foreign,
                foreign and confidence > _SURE,
                foreign and script not in scripts,
                everything[language] / total,
                running[language] / total_running,
                min(1.0, several / 4),
                confidence,
            )
        )
    return np.array(rows, dtype=np.float32).take(of_tag, axis=0)
