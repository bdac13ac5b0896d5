"""Explanations in lines and as data."""

import json

from scraper.inspector.explain.account import explain, explained_data, explained_lines, find
from tests.inspector.explain.cases import STORY, case


def test_texts_are_found_whatever_their_case_and_space():
    """Words are found in any segment that has them, without regard to case and white space."""
    page = case()
    assert [page.record.segments[at].text for at in find(page, "the  RIVER rose")] == [STORY]
    assert len(find(page, "River")) == 2
    assert find(page, "sea") == []


def test_an_explanation_says_where_what_why_and_what_else():
    """A person is told the path and line, the label, the reasons in words, the odds, and what each trial came to."""
    page = case()
    (one,) = explain(page, find(page, "Share this"))
    text = "\n".join(explained_lines(page, one))
    assert "html > body > div > p (line 7 of the markup)" in text
    assert "labelled   share, 0." in text
    assert "(lexicon:share:en)" in text
    assert "judged     part of the story 0.0" in text
    assert "without    " in text


def test_data_hold_the_same():
    """As JSON an explanation has all roles and all trials."""
    page = case()
    found = explain(page, find(page, "River rises")[:1])
    (one,) = json.loads(explained_data(page, found))
    assert one["line"] == 4
    assert one["role"] == "title"
    assert len(one["roles"]) == 11
    assert [trial["evidence"] for trial in one["without"]] == [trial.without for trial in found[0].trials]
