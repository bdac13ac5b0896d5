"""Rulings over judgements: what a site's rule or the place of a text settles is not asked of the judges."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from scraper.cleaner.roles.decode import ROLES, Belief
from scraper.model.judgement import Judgement, Rulings
from scraper.model.segment import Role


def believe(belief: Belief, rulings: Rulings) -> Belief:
    """Return what is believed once rulings are taken for granted, so that the rest of the page is read around them."""
    if not rulings:
        return belief
    told, roles = belief.told.copy(), belief.roles.copy()
    for index, (role, _, sure) in rulings.items():
        told[index] = sure if role is Role.BODY else 1 - sure
        roles[index] = (1 - sure) / len(ROLES)
        roles[index, ROLES.index(role)] += sure
    return replace(belief, told=np.clip(told, 0, 1), roles=roles)


def apply_rulings(judgements: Sequence[Judgement], rulings: Rulings) -> list[Judgement]:
    """Return the judgements with those of ruled segments replaced; a judge's reasons stay where it thought the same."""
    ruled = list(judgements)
    for index, (role, reason, confidence) in rulings.items():
        agreed = ruled[index].reasons if ruled[index].role is role else ()
        ruled[index] = Judgement(role, confidence, (reason, *agreed))
    return ruled
