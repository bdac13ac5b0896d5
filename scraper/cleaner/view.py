"""Everything the judges may look at, gathered once a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from scraper.cleaner.facts import Facts, measure
from scraper.model.language import UNDETERMINED, Tagged
from scraper.model.lexicon import Rulebook
from scraper.model.segment import Block
from scraper.model.tree import Tree
from scraper.rules.fold import fold
from scraper.rules.phrases import Hit, PhraseIndex


@dataclass(frozen=True, slots=True)
class View:
    """One page as the judges see it; lists are parallel to `blocks`."""

    tree: Tree
    """The markup."""
    blocks: Sequence[Block]
    """The segments before they are judged."""
    facts: Sequence[Facts]
    """Measures of each block."""
    tagged: Sequence[Tagged]
    """Language and script of each block."""
    folded: Sequence[str]
    """Text of each block as lexicons know it, empty where it is too long to be a phrase."""
    hits: Sequence[tuple[Hit, ...]]
    """What lexicons say of each block."""
    main_language: str
    """Language most of the page's running text is in, or `und`."""
    rulebook: Rulebook
    """Lexicons and names."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What was read from the rule files."""

    book: Rulebook
    """Lexicons and names."""
    phrases: PhraseIndex
    """All phrases of all lexicons, ready to be looked up."""


_LETTERS = 3
"""Letters of the shortest words: "AA" and "in" are a font size in one language and anything in another."""
_LONGEST_PHRASE = 120
"""Characters; what is longer is a sentence, not a label of a widget."""


def look(tree: Tree, blocks: Sequence[Block], tagged: Sequence[Tagged], rules: Rules) -> View:
    """Gather the view of a page."""
    facts = measure(blocks)
    # Menus repeat, also in other spellings: each text is folded once, each folded text looked up once.
    texts = dict.fromkeys([block.text for block in blocks])
    folds = {text: fold(text) if len(text) <= _LONGEST_PHRASE else "" for text in texts}
    main = _main_language(facts, tagged)
    found = {text: _hits(text, main, rules.phrases) if text else () for text in dict.fromkeys(folds.values())}
    folded = [folds[block.text] for block in blocks]
    hits = [found[text] for text in folded]
    return View(tree, blocks, facts, tagged, folded, hits, main, rules.book)


def _hits(folded: str, language: str, phrases: PhraseIndex) -> tuple[Hit, ...]:
    """Return what lexicons say of a text; of two or three letters only the lexicon of the page's language is asked."""
    hits = phrases.match(folded)
    if hits and len(folded) <= _LETTERS and folded.isascii():
        return tuple(hit for hit in hits if language in hit.tags)
    return hits


def _main_language(facts: Sequence[Facts], tagged: Sequence[Tagged]) -> str:
    """Return the language of most running text, of most text where nothing runs."""
    running: dict[str, int] = {}
    everything: dict[str, int] = {}
    for (size, _, _, reads), (tag, _, _) in zip(facts, tagged, strict=True):
        if tag != UNDETERMINED:
            everything[tag] = everything.get(tag, 0) + int(size)
            if reads:
                running[tag] = running.get(tag, 0) + int(size)
    for counts in (running, everything):
        if any(counts.values()):
            return max(counts, key=counts.__getitem__)
    return UNDETERMINED
