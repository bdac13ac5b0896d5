"""What the network is to say of a page, and how much each block counts.

Every page counts about the same, however long. Within it blocks count half alike and half by their text, because a
story is measured by its text; roles count block by block. Where hands have labelled roles they count several times
what rules say.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scraper.cleaner.roles.decode import ROLES
from scraper.model.segment import Role
from scraper.training.batches import Arrays, Indexed
from scraper.training.examples import UNKNOWN, Example

_BY_TEXT = 0.6
_TEXT_POWER = 0.75
_HAND, _RULES = 5.0, 0.5
_DOUBT = 0.02
"""Probability below which what rules think of a role is nothing to go by."""
_BODY = ROLES.index(Role.BODY)
_STORY = (Role.TITLE, Role.BYLINE, Role.BODY, Role.CAPTION)
_ASIDE = tuple(column for column, role in enumerate(ROLES) if role not in _STORY)
_USUAL = 196
"""Blocks of the page in the middle; a longer one counts more, by the square root."""


def targets(pages: Sequence[Indexed]) -> Arrays:
    """Return what is wanted of a batch: shapes (blocks,), (blocks, roles) and (pages,)."""
    rows = [_targets(page.example) for page in pages]
    wanted = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
    return {**wanted, "type": np.array([page.example.page_type for page in pages])}


def _agreed(example: Example) -> NDArray[np.float32]:
    """Return what rules think of the roles where it agrees with the gold text: what is told is of the main story."""
    roles = example.taught.astype(np.float32)
    roles[np.ix_(example.told == 1, _ASIDE)] = 0
    roles[example.told == 0, _BODY] = 0
    roles[(example.told == 1) & (roles.sum(axis=1) < _DOUBT), _BODY] = 1
    shares: NDArray[np.float32] = roles / np.maximum(_DOUBT / 2, roles.sum(axis=1, keepdims=True))
    return shares


def _targets(example: Example) -> dict[str, np.ndarray]:
    """Return what is wanted of one page."""
    number = len(example.tokens)
    page = np.sqrt(number / _USUAL)
    by_text = example.tokens.astype(np.float32) ** _TEXT_POWER
    share = (1 - _BY_TEXT) / number + _BY_TEXT * by_text / max(1.0, float(by_text.sum()))
    by_hand = example.roles != UNKNOWN
    # A page that hands have labelled teaches nothing by rules where they left a block out.
    rules = np.where((by_hand & (example.emphasis == 1)).any(), 0.0, _RULES)
    roles = _agreed(example)
    roles[by_hand] = np.eye(len(ROLES), dtype=np.float32)[example.roles[by_hand]]
    return {
        "told": (example.told == 1).astype(np.float32),
        "told_weight": (share * page * (example.told != UNKNOWN) * example.emphasis).astype(np.float32),
        "roles": roles,
        "role_weight": (np.where(by_hand, _HAND, rules) * page / number * example.emphasis).astype(np.float32),
    }
