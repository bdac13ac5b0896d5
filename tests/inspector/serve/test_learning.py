"""From a correction to a judge that has learnt it, end to end."""

import pytest

from scraper.cli import main
from scraper.inspector.fixtures.compare import check
from scraper.inspector.fixtures.keep import keep
from scraper.inspector.fixtures.saved import read_fixture
from scraper.inspector.serve.shelf import Seen, Shelf
from scraper.model.document import Document
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.model.segment import Role
from scraper.pipeline import clean_result
from scraper.rules.role_weights import read_role_weights
from tests.training.lessons import SITES, row

TEASER = "Bakers want cheaper flour"
ROUNDS = "100"
"""A dozen small pages are one batch, so a round is one step."""


def test_a_corrected_role_is_learnt(tmp_path, monkeypatch, capsys):
    """Teasers that a person calls advertising in the served fixtures are advertising to a judge trained on these."""
    pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")
    # Fewer networks that only measure; the one that is written is the same.
    monkeypatch.setattr("scraper.training.crossval.FOLDS", 2)
    for number in range(SITES):
        made = row(number)
        page = FetchResult(made["url"], made["html"].encode(), made["url"])
        record = clean_result(page)
        assert isinstance(record, Document)
        keep(page, record, tmp_path / "own", f"en/page-{number}")
    shelf = Shelf(tmp_path / "own", Options())
    for number in range(SITES):
        seen = shelf.seen(shelf.item(f"en/page-{number}"))
        assert isinstance(seen, Seen)
        teaser = next(segment for segment in seen.checked.record.segments if segment.text == TEASER)
        assert teaser.role is not Role.PROMO
        place = seen.checked.record.segments.index(teaser)
        shelf.correct(seen.item.id, {"first": place, "role": "promo"})
    weights = tmp_path / "mine.npz"
    assert main(["train", str(tmp_path / "own"), "-o", str(weights), "--rounds", ROUNDS]) == 0
    learnt = Options(weights=read_role_weights(weights))
    fixture = read_fixture(tmp_path / "own" / "en" / "page-3")
    assert [one.what for one in check(fixture).differences] == [TEASER]
    assert TEASER not in [one.what for one in check(fixture, learnt).differences]
    roles = {segment.text: segment.role for segment in fixture.record(learnt).segments}
    assert roles[TEASER] is Role.PROMO
    assert list(roles.values()).count(Role.PROMO) == 1
