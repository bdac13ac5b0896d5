"""Examples without a site's markup: the same blocks as bare paragraphs and items, so that words and form must do.

Small pages, and sites whose class names and elements say nothing, look like this. Labels are those of the page.
"""

import html
import random
from dataclasses import replace

import numpy as np

from scraper.cleaner.features import measure_page
from scraper.corpora.tokens import tokens_of
from scraper.training.examples import Example, halved, view_of
from scraper.training.teacher import teach

_SHARE = 0.5
"""Share of pages that are shown like this."""
_MOST = 60
"""Blocks of a bare page."""
_AROUND = 8
"""Blocks before and after the story that may come with it."""
_LINKED = "linked"
_LEAST = 0.6


def bare_example(example: Example, seed: int) -> Example | None:
    """Return a page's story and what stands beside it, written plainly; None for half of the pages, and where none is.

    Which half, and how much beside the story, is the same for the same seed.
    """
    chance = random.Random(f"{seed} {example.corpus}/{example.id}")  # noqa: S311 -- a sample, not a secret
    told = np.flatnonzero(example.told == 1)
    if not len(told) or chance.random() > _SHARE:
        return None
    first = max(0, int(told[0]) - chance.randint(0, _AROUND))
    end = min(len(example.texts), int(told[-1]) + 1 + chance.randint(0, _AROUND), first + _MOST)
    page = _written(example, first, end, chance)
    view = view_of(page.encode("utf-8", "replace"), None)
    if view is None or [block.text for block in view.blocks] != list(example.texts[first:end]):
        return None
    return replace(
        example,
        features=halved(measure_page(view, None)),
        told=example.told[first:end],
        roles=example.roles[first:end],
        taught=teach(view).astype(np.float16),
        tokens=np.array([len(tokens_of(text)) for text in example.texts[first:end]], dtype=np.int32),
        texts=example.texts[first:end],
        emphasis=example.emphasis[first:end],
        is_spliced=True,
    )


def _written(example: Example, first: int, end: int, chance: random.Random) -> str:
    """Return the blocks as a page: paragraphs, or divs, now and then inside one element; links stay links."""
    tag = chance.choice(("p", "p", "div"))
    linked = example.features.column(_LINKED)
    lines = []
    for index in range(first, end):
        text = html.escape(example.texts[index]).replace("\n", "<br>")
        lines.append(f"<{tag}>{f'<a href=/>{text}</a>' if linked[index] > _LEAST else text}</{tag}>")
    whole = "\n".join(lines)
    return f"<!doctype html><html><body>{f'<div>{whole}</div>' if chance.random() < 0.5 else whole}</body></html>"
