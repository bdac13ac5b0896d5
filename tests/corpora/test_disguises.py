"""Markup that tells nothing."""

import re

import pytest

from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from scraper.corpora.disguises import DISGUISED, STYLES, Style, drawn_pen
from scraper.corpora.teasers import share_of, teaser_of
from tests.corpora.hosts import FRENCH, chance, page_around


@pytest.mark.parametrize("style", Style)
def test_every_piece_is_a_block(style: Style) -> None:
    """In every style and hand each piece comes out as one block of its own."""
    for seed in range(30):
        draws = chance(seed)
        pieces = [*share_of(FRENCH, "en", draws), *teaser_of(FRENCH, "en", draws)]
        markup = STYLES[style](pieces, drawn_pen(' class="t"', draws))
        texts = [block.text for block in split(parse(page_around(markup)))]
        assert texts[2 : 2 + len(pieces)] == [piece.text for piece in pieces], markup


@pytest.mark.parametrize("style", DISGUISED)
def test_names_tell_nothing(style: Style) -> None:
    """No attribute of a disguised block says what it is."""
    for seed in range(30):
        draws = chance(seed)
        markup = STYLES[style](teaser_of(FRENCH, "en", draws), drawn_pen("", draws))
        assert not re.search(r"=\"[^\"]*(share|relat|teas|read|more)", markup)


def test_named_blocks_tell() -> None:
    """In the style for training only, class names say what a block is."""
    draws = chance(1)
    assert 'class="share-buttons"' in STYLES[Style.NAMED](share_of(FRENCH, "en", draws), drawn_pen("", draws))


def test_half_of_the_paragraphs_look_like_the_storys() -> None:
    """About half of all hands use the attributes of the story's own paragraphs."""
    pens = [drawn_pen(' class="t"', chance(seed)) for seed in range(200)]
    assert 80 < sum(pen.attributes == ' class="t"' for pen in pens) < 120
