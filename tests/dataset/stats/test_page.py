"""The report as a page."""

import re
from xml.etree import ElementTree

from scraper.dataset.stats.page import page
from scraper.dataset.stats.tables import Table

TABLE = Table("hosts", "Hosts <&>", [("a.example", 30), ("<b>" + "x" * 60, 10), ("none", 0)])


def test_pictures_are_well_formed_and_in_proportion() -> None:
    """Every row has a bar as long as its share of the largest, its number, and its name whole as a title."""
    (picture,) = re.findall(r"<svg.*?</svg>", page("Title", "About", [TABLE]), re.DOTALL)
    root = ElementTree.fromstring(picture)  # noqa: S314 -- our own
    assert [int(bar.get("width", "")) for bar in root.iter("rect")] == [240, 80, 0]
    assert "30 · 75.0%" in picture
    assert f"<title>&lt;b&gt;{'x' * 60}: 10</title>" in picture


def test_names_are_no_markup() -> None:
    """Names and titles of the data stand as text."""
    found = page("<title>", "a < b", [TABLE])
    assert "<b>" not in found
    assert "a &lt; b" in found
