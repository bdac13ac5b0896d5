"""Tests of short pieces of text."""

from scraper.cleaner.metadata.pieces import pieces
from scraper.cleaner.parse import parse


def test_pieces_are_short_visible_and_bounded():
    """White space, scripts and long sentences are left out, and long ones count among the most."""
    tree = parse("<p>a</p> <script type='application/json'>{}</script><p>" + "b " * 300 + "</p><p> c  d </p><p>e</p>")
    assert pieces(tree, range(len(tree.tags)), 3) == ["a", "c d"]
