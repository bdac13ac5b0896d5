"""Accounts of two runs."""

import json

from scraper.inspector.runs.account import Account, data, lines
from scraper.inspector.runs.change import compare
from tests.inspector.runs.records import row, skip

TEXT = "All the words of a story."


def account(worst: int = 2) -> Account:
    """Return an account of one equal page, three changed ones and one that became a skip."""
    found = Account(worst, gone=1)
    found.add(None)
    for number in range(3):
        before = row(str(number), (TEXT, "body", "en"), *[("More words.", "body", "en")] * number)
        after = row(str(number), (TEXT, "promo", "en"), *[("More words.", "body", "en")] * number)
        found.add(compare(str(number), before, after))
    found.add(compare("skip", row("skip", (TEXT, "body", "en")), skip("skip", "failed")))
    return found


def test_the_worst_pages_stay():
    """Only as many pages are kept as were asked for, worst first."""
    assert [change.name for change in account(3).pages()] == ["0", "skip", "1"]
    assert account(0).pages() == []
    assert account(0).changed == 4


def test_lines_tell_sums_and_pages():
    """A person is told the pages, the moves with their pages, the skips, and the worst pages."""
    told = "\n".join(lines(account()))
    assert told.startswith("5 pages in both: 1 the same, 4 changed\nonly in the old run: 1; only in the new one: 0\n")
    assert "3  body → promo on 3 pages" in told
    assert "1  record → failed" in told
    assert "roles changed, by language: en 3" in told
    assert "1.000  1.000  0  body → promo 1" in told


def test_data_hold_the_same():
    """As JSON an account has the same sums."""
    found = json.loads(data(account()))
    assert found["roles"] == [["body", "promo", 3]]
    assert found["outcomes"] == [["record", "failed", 1]]
    assert [page["page"] for page in found["worst"]] == ["0", "skip"]
    assert (found["same"], found["changed"], found["gone"], found["new"]) == (1, 4, 1, 0)
    assert not Account(1).differs
