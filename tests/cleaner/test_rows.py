"""Which table rows are data and which only lay out the page."""

import pytest

from scraper.cleaner.parse import parse
from scraper.cleaner.rows import is_plain_row
from tests.cleaner.pages import EN, ZH


def is_plain(row: str) -> bool:
    tree = parse(f"<table>{row}</table>")
    return is_plain_row(tree, tree.tags.index("tr"))


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>Köln<td>812 cm",
        "<tr><th scope=row><b>Bonn</b></th><td><a href=/x>790</a> <img></td></tr>",
        "<tr><td>eerste<br>regel</td><td>x</td></tr>",
        "<tr></tr>",
        f"<tr><td>{ZH[0]}</td><td>{ZH[1]}</td></tr>",
        "<tr>" + "<td>17</td>" * 400 + "</tr>",
        f"<tr><td>{EN[0]}{' ' * 500}</td><td>x</td></tr>",
    ],
)
def test_rows_of_data(row: str) -> None:
    """Cells of short text, inline markup, links and single breaks make a row of data, however many they are."""
    assert is_plain(row)


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td><p>a paragraph</p><td>x",
        "<tr><td><ul><li>a list</ul></td></tr>",
        "<tr><td><table><tr><td>a table</table></td></tr>",
        "<tr><td>two<br> <br>breaks</td></tr>",
        f"<tr><td>{' '.join(EN)}</td></tr>",
        "<tr><td><x-foreign>tag</x-foreign></td></tr>",
    ],
)
def test_rows_of_layout(row: str) -> None:
    """Blocks inside, paragraphs by double break, and long cells make a row of layout."""
    assert not is_plain(row)
