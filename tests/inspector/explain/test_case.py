"""A page as the judge saw it."""

from scraper.inspector.explain.case import open_case
from scraper.model.document import Skipped
from scraper.model.options import Options
from scraper.model.page import FetchResult
from tests.fixture_pages import fixtures
from tests.inspector.explain.cases import case


def test_the_judge_asked_again_says_the_same():
    """With all its evidence the judge decides what the record says, on fixtures of many scripts."""
    for fixture in fixtures()[::7]:
        found = open_case(fixture.result(), Options())
        assert not isinstance(found, Skipped)
        _, decision = found.judge(found.features)
        ruled = found.rulings.keys()
        wanted = [segment.role for segment in found.record.segments]
        assert [role for at, role in enumerate(decision.roles) if at not in ruled] == [
            role for at, role in enumerate(wanted) if at not in ruled
        ]


def test_a_page_without_a_record_is_a_skip():
    """What gives no record is handed on with its reason."""
    assert isinstance(open_case(FetchResult("x", b"%PDF-1.7"), Options()), Skipped)
    assert case().record.title == "River rises"
