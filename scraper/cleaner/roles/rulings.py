"""Rulings over judgements: what a site's rule or the place of a text settles is not asked of the judges."""

from collections.abc import Sequence

from scraper.model.judgement import Judgement, Rulings


def apply_rulings(judgements: Sequence[Judgement], rulings: Rulings) -> list[Judgement]:
    """Return the judgements with those of ruled segments replaced; a judge's reasons stay where it thought the same."""
    ruled = list(judgements)
    for index, (role, reason, confidence) in rulings.items():
        agreed = ruled[index].reasons if ruled[index].role is role else ()
        ruled[index] = Judgement(role, confidence, (reason, *agreed))
    return ruled
