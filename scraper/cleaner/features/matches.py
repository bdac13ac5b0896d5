"""What of a block is said elsewhere: in the page's title and description, in its data, in other blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from scraper.cleaner.features.shape import Numbers
from scraper.cleaner.head import linked_data, metas
from scraper.model.segment import Block
from scraper.model.tree import Tree
from scraper.rules.fold import fold

_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+")
_TITLES = ("og:title", "twitter:title")
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_LONGEST = 300
_START = 24
"""Characters without white space of a paragraph that are looked for in the story as the page's data give it."""
_BODY = '"articleBody"'

NAMES = (
    *("is_title", "begins_title", "title_share", "title_cover", "is_first_title"),
    *("description_share", "description_cover", "in_data", "has_data"),
    *("copies_before", "copies_after", "begins_copy"),
)
"""What each column is."""


def measure_matches(tree: Tree, blocks: Sequence[Block], folded: Sequence[str]) -> Numbers:
    """Return one row a block, one column a name."""
    titles, descriptions = [fold(text) for text in _titles(tree)], [fold(text) for text in _descriptions(tree)]
    table = np.zeros((len(blocks), len(NAMES)), dtype=np.float32)
    _compare_titles(table, folded, titles)
    if titles or descriptions:
        compared = [frozenset(word for text in texts for word in _words(text)) for texts in (titles, descriptions)]
        known = compared[0] | compared[1]
        # Of texts that share no word it does not matter how many they have.
        words = {
            text: frozenset() if known.isdisjoint(said := _words(text)) else frozenset(said)
            for text in dict.fromkeys(folded)
        }
        told = [words[text] for text in folded]
        _compare_words(table, 2, told, compared[0])
        _compare_words(table, 5, told, compared[1])
    _compare_data(table, tree, blocks)
    _count_copies(table, [block.text for block in blocks])
    return table


def _words(folded: str) -> list[str]:
    """Return the words of a folded text; where only spaces part them, no pattern is needed."""
    plain = folded.isascii() and folded.replace(" ", "").isalnum()
    return folded.split() if plain else _WORD.findall(folded)


def _titles(tree: Tree) -> Iterator[str]:
    """Yield what the page calls itself."""
    title = next(tree.find("title"), None)
    if title is not None:
        yield tree.text(title)[:_LONGEST]
    yield from (content[:_LONGEST] for _, content in metas(tree, _TITLES))


def _descriptions(tree: Tree) -> Iterator[str]:
    """Yield how the page sums itself up."""
    return (content[:_LONGEST] for _, content in metas(tree, _DESCRIPTIONS))


def _compare_titles(table: Numbers, folded: Sequence[str], titles: Sequence[str]) -> None:
    """Enter which blocks are a title, or a part of one that is more than a word."""
    known = frozenset(titles)
    all_titles = "\n".join(titles)
    first = True
    for index, text in enumerate(folded):
        if not text:
            continue
        is_title = text in known
        begins = not is_title and len(text) > _START // 2 and text in all_titles and _is_part(text, titles)
        if is_title or begins:
            table[index, 0 if is_title else 1] = 1
            table[index, 4], first = first, False


def _is_part(text: str, titles: Sequence[str]) -> bool:
    """Whether a text is the beginning or the end of a title."""
    return any(title.startswith(text) or title.endswith(text) for title in titles)


def _compare_words(table: Numbers, column: int, said: Sequence[frozenset[str]], known: frozenset[str]) -> None:
    """Enter the share of a block's words that are among those known, and the share of these in the block."""
    if not known:
        return
    shared = np.array([0 if known.isdisjoint(words) else len(known & words) for words in said])
    table[:, column] = shared / np.maximum(1, np.fromiter(map(len, said), np.int64, len(said)))
    table[:, column + 1] = shared / len(known)


def _compare_data(table: Numbers, tree: Tree, blocks: Sequence[Block]) -> None:
    """Enter which blocks begin like a stretch of the story that the page's data hold."""
    data = "".join("".join(text.split()) for text in linked_data(tree) if _BODY in text)
    if not data:
        return
    table[:, 8] = 1
    for index, block in enumerate(blocks):
        start = "".join(block.text[: 2 * _START].split())[:_START]
        table[index, 7] = len(start) >= _START and start in data


def _count_copies(table: Numbers, texts: Sequence[str]) -> None:
    """Enter how often a text stood before, will stand again, and whether it begins as an earlier one."""
    totals = Counter(texts)
    if len(totals) < len(texts):
        seen = dict.fromkeys(totals, 0)
        before = []
        for text in texts:
            before.append(seen[text])
            seen[text] += 1
        table[:, 9] = before
        table[:, 10] = [totals[text] - 1 - number for text, number in zip(texts, before, strict=True)]
        table[:, 9:11] = np.log1p(table[:, 9:11])
    starts: set[str] = set()
    for index, text in enumerate(texts):
        if len(text) > 2 * _START:
            start = text[: 2 * _START]
            if start in starts:
                table[index, 11] = 1
            starts.add(start)
