"""The best path through the words of a text, each word in one language (Viterbi), where every change has its price."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Costs:
    """The scalars of the path, in natural logarithms; tuned on sentences put inside others."""

    temperature: float = 0.4
    """What one unit of a word's penalty is worth."""
    within: float = -math.log(1e-2)
    """Changing to another language of the same script."""
    across: float = -math.log(1e-4)
    """Changing to another script."""
    strange: float = 1.0
    """A letter in another script than the language's, times the script's weight."""
    unseen: float = 4.0
    """Changing to a language that no text of the page is in, or beginning with another than the text's own."""
    rare: float = 3.0
    """What the same costs more for a language that few pages are written in."""
    capital: float = 0.35
    """What is left of the penalties of a word with a capital letter: it may be a name, which has no language."""


COSTS: Final = Costs()
"""The scalars in use."""


@dataclass(frozen=True, slots=True)
class States:
    """The languages that a text may be in; those of one script stand together."""

    tags: tuple[str, ...]
    """BCP 47 tag of each."""
    scripts: tuple[str, ...]
    """ISO 15924 code of its script."""

    def groups(self) -> Sequence[tuple[int, int]]:
        """First and end place of the languages of each script."""
        starts = [at for at, name in enumerate(self.scripts) if at == 0 or name != self.scripts[at - 1]]
        return list(zip(starts, [*starts[1:], len(self.scripts)], strict=True))


def best_path(
    words: NDArray[np.float64],
    states: States,
    begin: NDArray[np.float64],
    entry: NDArray[np.float64],
    costs: Costs = COSTS,
) -> list[int]:
    """Return the language of each word, as places in `states`, on the cheapest path.

    `words` is the cost of each word in each language, shape (words, languages); `begin` and `entry` what
    beginning with a language and changing to it cost beside. At least one word is needed.
    """
    groups = states.groups()
    home = np.arange(words.shape[1])
    total = begin + words[0]
    back = np.empty(words.shape, np.intp)
    for at in range(1, len(words)):
        nearest = np.concatenate([np.full(end - first, first + total[first:end].argmin()) for first, end in groups])
        anyone = total.argmin()
        within, across = total[nearest] + costs.within + entry, total[anyone] + costs.across + entry
        change = np.where(within <= across, nearest, anyone)
        price = np.minimum(within, across)
        back[at] = np.where(total <= price, home, change)
        total = np.minimum(total, price) + words[at]
    path = [int(total.argmin())]
    for row in back[:0:-1]:
        path.append(int(row[path[-1]]))
    return path[::-1]
