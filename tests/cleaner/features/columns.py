"""Columns of the features by name, for the blocks of a small page."""

from collections.abc import Sequence

from scraper.cleaner.features import measure_page
from tests.cleaner.pages import view_of


def columns_of(html: str, names: Sequence[str] | str) -> dict[str, list[float]]:
    """Return the named columns of a page, one number a block, to four digits."""
    features = measure_page(view_of(html), None)
    wanted = [names] if isinstance(names, str) else names
    return {name: [round(value, 4) for value in features.column(name).tolist()] for name in wanted}


def blocks_with(html: str, name: str) -> list[str]:
    """Return the texts of the blocks for which a column is not nothing."""
    view = view_of(html)
    return [block.text for block, value in zip(view.blocks, columns_of(html, name)[name], strict=True) if value]
