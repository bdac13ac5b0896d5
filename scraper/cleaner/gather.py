"""Too many blocks to look at each: those after the first `EXACT` are put together, so that none of the text is lost.

Everything that is found out about a block costs about the same whatever is in it, so a page of a million paragraphs of
one letter would take minutes. No page that was written for readers comes near the limit.
"""

from collections.abc import Sequence
from itertools import chain

from scraper.model.segment import Block, Kind

EXACT = 15_000
"""Blocks that stay as they are."""
_GATHERED = 500
"""Blocks that all others become at most."""

JUDGED = 100_000
"""Characters of a block at which a judge of roles or languages looks."""


def gathered(blocks: list[Block]) -> list[Block]:
    """Return the blocks of a page, neighbours put together where there are more than `EXACT`."""
    if len(blocks) <= EXACT:
        return blocks
    size = -(-(len(blocks) - EXACT) // _GATHERED)
    return blocks[:EXACT] + [_one(blocks[at : at + size]) for at in range(EXACT, len(blocks), size)]


def judged(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks as they are judged: of a very long one only its beginning, which says all there is to say."""
    if all(len(block.text) <= JUDGED for block in blocks):
        return blocks
    return [_begun(block) if len(block.text) > JUDGED else block for block in blocks]


def _begun(block: Block) -> Block:
    """Return the beginning of a block, with its share of the links."""
    share = JUDGED / len(block.text)
    links, chars = int(block.links * share), int(block.link_chars * share)
    return block._replace(text=block.text[:JUDGED], links=links, link_chars=chars)


def _one(blocks: Sequence[Block]) -> Block:
    """Return neighbours as one block: a line each, in the place of the first."""
    first = blocks[0]
    return first._replace(
        text="\n".join([block.text for block in blocks]),
        kind=first.kind if len({block.kind for block in blocks}) == 1 else Kind.OTHER,
        hidden=all(block.hidden for block in blocks),
        links=sum(block.links for block in blocks),
        link_chars=sum(block.link_chars for block in blocks),
        texts=tuple(chain.from_iterable(block.texts for block in blocks)),
    )
