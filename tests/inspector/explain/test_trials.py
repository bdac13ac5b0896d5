"""The judge without pieces of its evidence."""

import numpy as np
import pytest

from scraper.cleaner.sites import load_site_rules
from scraper.inspector.explain.account import find
from scraper.inspector.explain.trials import odds, trials
from scraper.model.options import Options
from scraper.model.segment import Role
from tests.inspector.explain.cases import STORY, case

RULES = """valid_until = 2099-01-01
note = "The river is advertising."
[[rule]]
select = "article p"
role = "promo"
"""


def test_odds_are_those_of_the_judge():
    """All roles have a probability, likeliest first, summing to one, and the first is the label."""
    page = case()
    (index,) = find(page, "Share this story")
    found = odds(page, index)
    numbers = [number for _, number in found.roles]
    assert found.roles[0][0] is Role.SHARE
    assert numbers == sorted(numbers, reverse=True)
    assert sum(numbers) == pytest.approx(1, abs=1e-3)
    assert found.told < 0.5
    assert {role for role, _ in found.roles} == set(Role)


def test_evidence_that_changes_the_role_comes_first():
    """Without what it says and stands in, a share line is taken for something else, and the trial says for what."""
    page = case()
    (index,) = find(page, "Share this story")
    found = trials(page, index)
    flips = [trial for trial in found if trial.flips]
    assert flips
    assert all(trial.role is not Role.SHARE for trial in flips)
    assert all(trial.role is Role.SHARE for trial in found if not trial.flips)
    assert any("share-bar" in trial.without for trial in found)


def test_each_trial_is_a_run_of_the_judge():
    """A trial's numbers are those of the judge over the whole page, and the page's own evidence is left as it was."""
    page = case()
    (index,) = find(page, STORY)
    before = page.features.numbers.copy()
    found = trials(page, index)
    assert len({trial.without for trial in found}) == len(found)
    assert all(0 <= trial.probability <= 1 and 0 <= trial.told <= 1 for trial in found)
    assert np.array_equal(page.features.numbers, before)


def test_a_ruling_is_the_only_thing_that_counts(tmp_path):
    """Where a site's rule has settled the role, the one trial is without the rule."""
    (tmp_path / "news.example.toml").write_text(RULES)
    page = case(Options(site_rules=load_site_rules(tmp_path)))
    (index,) = find(page, STORY)
    assert page.record.segments[index].role is Role.PROMO
    (trial,) = trials(page, index)
    assert trial.without == "the ruling site:news.example"
    assert trial.role is not Role.PROMO or not trial.flips
