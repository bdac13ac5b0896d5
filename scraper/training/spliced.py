"""Examples with a teaser and a share block put into the story, from which to learn what no class name tells."""

from dataclasses import replace

import numpy as np

from scraper.cleaner.features import measure_page
from scraper.cleaner.roles.decode import ROLES
from scraper.corpora.corpus import GoldPage
from scraper.corpora.splice import Spliced
from scraper.corpora.tokens import tokens_of
from scraper.model.segment import Role
from scraper.training.examples import Example, halved, view_of
from scraper.training.teacher import teach

_EMPHASIS = 5.0
"""How many times a block that was put in counts: it is what the page is shown for, and small beside the story."""


def spliced_example(spliced: Spliced, page: GoldPage, plain: Example) -> Example | None:
    """Return the example of a spliced page: labels of the plain page, and those of what was put in.

    None where the page came out with another number of blocks than were put in (it is not worth to guess).
    """
    view = view_of(spliced.body, page.url)
    inside = [ROLES.index(Role(piece.role)) for piece in spliced.pieces]
    if view is None or len(view.blocks) != len(plain.texts) + len(inside):
        return None
    texts = tuple(block.text for block in view.blocks)
    first = spliced.first
    return replace(
        plain,
        features=halved(measure_page(view, page.url)),
        told=np.insert(plain.told, first, np.zeros(len(inside), dtype=np.int8)),
        roles=np.insert(plain.roles, first, np.array(inside, dtype=np.int8)),
        taught=teach(view).astype(np.float16),
        tokens=np.array([len(tokens_of(text)) for text in texts], dtype=np.int32),
        texts=texts,
        emphasis=np.insert(plain.emphasis, first, np.full(len(inside), _EMPHASIS, dtype=np.float32)),
        is_spliced=True,
    )
