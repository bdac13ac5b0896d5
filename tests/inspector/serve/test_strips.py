"""Small pictures of pages."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from scraper.inspector.fixtures.compare import check
from scraper.inspector.serve.strips import strip
from tests.inspector.fixtures.saved_pages import STORY, kept
from tests.inspector.fixtures.test_compare import expecting


def test_a_stripe_a_segment_and_a_mark_a_difference(tmp_path):
    """Each segment is a stripe in its role's colour from left to right, each difference a mark in its own."""
    fixture = kept(tmp_path)
    before = ET.fromstring(strip(check(fixture)))  # noqa: S314 -- of our own making
    assert len(before) == len(fixture.expected["segments"])
    after = ET.fromstring(strip(check(expecting(fixture, STORY, role="promo", lang="fr"))))  # noqa: S314
    marks = [box.attrib["style"] for box in after][len(before) :]
    assert marks == ["fill:var(--about-leaked)", "fill:var(--about-language)"]
    edges = [(float(box.attrib["x"]), float(box.attrib["width"])) for box in before]
    assert all(abs(one + wide - other) < 0.2 for (one, wide), (other, _) in pairwise(edges))
    assert abs(sum(edges[-1]) - 320) < 0.3


def test_fields_have_no_place(tmp_path):
    """A field that differs is told in words and marks no stripe."""
    fixture = kept(tmp_path)
    checked = check(fixture)
    assert re.search(r'aria-label="\d+ segments, 0 differences"', strip(checked))
