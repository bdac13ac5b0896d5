"""Tests of short pieces of text."""

from scraper.cleaner.metadata.pieces import pieces, surroundings
from scraper.cleaner.parse import parse
from tests.cleaner.metadata.markup import marks


def test_pieces_are_short_visible_and_bounded():
    """White space, scripts and long sentences are left out, and long ones count among the most."""
    tree = parse("<p>a</p> <script type='application/json'>{}</script><p>" + "b " * 300 + "</p><p> c  d </p><p>e</p>")
    assert pieces(tree, range(len(tree.tags)), 3) == ["a", "c d"]


def test_surroundings_are_the_storys_own():
    """Around a heading, pieces are found on both sides, nearest first; those of comments are left out."""
    found = marks("<p>a</p><p>b</p><h1>Rain</h1><div class='comments'>x</div><p>c</p>")
    around = surroundings(found, found.headings[0])
    assert (around.before, around.after) == (["b", "a"], ["c"])
    assert surroundings(found, None).after == ()
