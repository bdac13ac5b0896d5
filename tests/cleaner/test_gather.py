"""Blocks put together, and cut for judging."""

from scraper.cleaner.gather import EXACT, JUDGED, gathered, judged
from scraper.model.segment import Block, Kind


def block(text: str, kind: Kind = Kind.PARAGRAPH, *, hidden: bool = False, links: int = 0) -> Block:
    """Return a block."""
    return Block(text, kind, 7, "p", hidden, links, 2 * links, (8,))


def test_as_many_as_can_be_judged_stay_as_they_are() -> None:
    """Up to the limit the very same list is given back."""
    blocks = [block(str(number)) for number in range(EXACT)]
    assert gathered(blocks) is blocks


def test_the_rest_is_put_together_and_no_word_is_lost() -> None:
    """Above the limit there are few blocks more, which hold the words of all others in order."""
    blocks = [block(str(number), links=1) for number in range(200_000)]
    found = gathered(blocks)
    assert found[:EXACT] == blocks[:EXACT]
    assert len(found) <= EXACT + 500
    assert "\n".join(one.text for one in found).split() == [str(number) for number in range(200_000)]
    assert sum(one.links for one in found) == sum(len(one.texts) for one in found) == 200_000


def test_what_is_put_together_is_what_all_of_it_is() -> None:
    """Blocks of several kinds are of none, and hidden only where all are."""
    odd = [block("a", Kind.HEADING), block("b", hidden=True)] * 300
    first = gathered([block("x")] * EXACT + odd)[EXACT]
    assert (first.text, first.kind, first.hidden) == ("a\nb", Kind.OTHER, False)
    assert gathered([block("x")] * EXACT + [block("b", hidden=True)] * 600)[EXACT].hidden


def test_long_blocks_are_judged_by_their_beginning() -> None:
    """Blocks of a length that people write are not touched, of others the beginning stands for the whole."""
    short = [block("rain " * 100)]
    assert judged(short) is short
    (cut,) = judged([block("ab" * JUDGED, links=10)])
    assert (len(cut.text), cut.links, cut.link_chars) == (JUDGED, 5, 10)
