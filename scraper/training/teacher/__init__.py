"""What plain rules think of a page: the first teacher of the learned judge.

A few hundred pages are labelled by hand, thousands are not, and in most languages none is. There the rules speak:
judges vote in log-odds, `weigh` adds the votes up and looks at the whole page. The network learns from them what it
is not told by gold, and is free to know better where it is.

`JUDGES` is the table: each judge looks at the whole page and yields votes; judges do not know each other.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.roles.decode import ROLES
from scraper.cleaner.view import View
from scraper.model.judgement import Heard
from scraper.training.teacher import headings, landmarks, language, names, phrases, shape, titles
from scraper.training.teacher.weigh import ORDER, weigh

JUDGES: Mapping[str, Callable[[View], Iterable[Heard]]] = {
    "landmarks": landmarks.judge,
    "names": names.judge,
    "phrases": phrases.judge,
    "headings": headings.judge,
    "shape": shape.judge,
    "language": language.judge,
    "titles": titles.judge,
}
"""Every judge by name, in the order in which they are heard (the order changes nothing)."""

_SHARPNESS = 0.8
"""Scale from summed weights to log-odds; below 1 because the judges' votes overlap."""
_COLUMNS = tuple(ORDER.index(role) for role in ROLES)


def teach(view: View) -> NDArray[np.float64]:
    """Return the probability of each role for each block, shape (blocks, roles), columns in the order of `Role`."""
    scores = weigh(view, [heard for judge in JUDGES.values() for heard in judge(view)])[:, list(_COLUMNS)]
    odds = np.exp(_SHARPNESS * (scores - scores.max(axis=1, keepdims=True)))
    taught: NDArray[np.float64] = odds / odds.sum(axis=1, keepdims=True)
    return taught
