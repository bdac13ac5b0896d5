"""A page with everything the judge of roles had before it, so that it can be asked again with some of it left out."""

from dataclasses import dataclass

import numpy as np

from scraper.cleaner.decode import decode
from scraper.cleaner.embedded import find_embedded
from scraper.cleaner.features import Features, measure_page
from scraper.cleaner.parse import parse
from scraper.cleaner.roles import Decision, decide
from scraper.cleaner.roles.copies import told_twice
from scraper.cleaner.roles.decode import Belief, calibrate
from scraper.cleaner.roles.network import run
from scraper.cleaner.roles.rulings import believe
from scraper.cleaner.sites import packaged_site_rules, rule_page
from scraper.cleaner.split import split
from scraper.cleaner.view import View
from scraper.errors import UsageError
from scraper.model.document import Document, Skipped
from scraper.model.judgement import Rulings
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.model.weights import RoleWeights
from scraper.pipeline import clean_result, look_at
from scraper.rules.role_weights import load_role_weights


@dataclass(frozen=True, slots=True)
class Case:
    """One page as the judge saw it, and what came out."""

    markup: str
    """The page as text."""
    record: Document
    """What the line makes of it."""
    view: View
    """What the judge may look at."""
    features: Features
    """What it sees."""
    rulings: Rulings
    """What was settled beside it."""
    weights: RoleWeights
    """What it knows."""
    options: Options
    """What was chosen."""

    def judge(self, features: Features, rulings: Rulings | None = None) -> tuple[Belief, Decision]:
        """Return what the judge believes and decides, seeing these features."""
        sizes = np.array([fact.size for fact in self.view.facts])
        believed = calibrate(run(self.weights, features), sizes, self.weights.calibration)
        belief = believe(believed, self.rulings if rulings is None else rulings)
        copies = told_twice(self.view.blocks, belief.told)
        return belief, decide(belief, copies, self.options.view, self.weights.calibration)


def open_case(result: FetchResult, options: Options) -> Case | Skipped:
    """Return a page as the judge saw it, or the skip where it gives no record: the line's first steps once more."""
    record = clean_result(result, options)
    if isinstance(record, Skipped):
        return record
    page = decode(result)
    if isinstance(page, Skipped):
        raise UsageError(f"{result.source}: {page.detail}")
    tree = parse(page.text)
    embedded = find_embedded(tree, split(tree), page.text)
    view = look_at(page, tree, embedded.blocks, options)
    ruled = rule_page(page, tree, embedded.blocks, options.site_rules or packaged_site_rules())
    return Case(
        markup=page.text,
        record=record,
        view=view,
        features=measure_page(view, page.url),
        rulings={**embedded.rulings, **ruled.rulings},
        weights=options.weights or load_role_weights(),
        options=options,
    )
