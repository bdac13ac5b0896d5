"""Signals on pages: where they stand, whom they are for, and what is recorded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.crawler.robots.signals import Signals, read_signals

AGENT = "scraper/1.0 (+https://example.org/bot)"
FLAGS = ("noindex", "nofollow", "noai", "noimageai", "nosnippet", "noarchive")


def said(signals: Signals) -> set[str]:
    return {flag for flag in FLAGS if getattr(signals, flag)}


@pytest.mark.parametrize(
    ("value", "flags"),
    [
        ("noindex", {"noindex"}),
        (" NoIndex , NOFOLLOW,nosnippet", {"noindex", "nofollow", "nosnippet"}),
        ("none", {"noindex", "nofollow"}),
        ("all", set()),
        ("noai, noimageai, noarchive", {"noai", "noimageai", "noarchive"}),
        ("Scraper: noai", {"noai"}),
        ("otherbot: noindex, noai", set()),
        ("scraperbot: noindex", set()),
        ("unavailable_after: 25 Jun 2030 15:00:00 PST, noindex", {"noindex"}),
        ("max-snippet: 20, noai", {"noai"}),
        ("", set()),
        ("noindexing", set()),
    ],
)
def test_header_directives(value, flags):
    """A header field holds for every crawler, or for the one it names."""
    assert said(read_signals([("X-Robots-Tag", value)], [], AGENT)) == flags


def test_fields_and_elements_add_up():
    """All fields and elements for everyone and for this crawler count together, and each is named."""
    headers = [("x-robots-tag", "noindex"), ("x-robots-tag", "other: nofollow"), ("x-robots-tag", "scraper: noarchive")]
    metas = [("Robots", "noai"), ("scraper", "nosnippet"), ("other", "noimageai"), ("description", "nofollow")]
    signals = read_signals(headers, metas, AGENT)
    assert said(signals) == {"noindex", "noarchive", "noai", "nosnippet"}
    assert signals.because == (
        *("x-robots-tag: noindex", "x-robots-tag: noarchive"),
        *("meta robots: noai", "meta scraper: nosnippet"),
    )
    assert signals.reserved


@pytest.mark.parametrize(
    ("headers", "metas", "reserved"),
    [
        ([("TDM-Reservation", "1")], [], True),
        ([], [("tdm-reservation", " 1 ")], True),
        ([("tdm-reservation", "0")], [("tdm-reservation", "1")], False),
        ([("tdm-reservation", "yes")], [], None),
        ([("tdm-reservation", "yes")], [("tdm-reservation", "1")], True),
        ([], [], None),
    ],
)
def test_mining_reservations(headers, metas, reserved):
    """1 reserves, 0 does not, anything else says nothing, and the header goes first."""
    signals = read_signals(headers, metas, AGENT)
    assert signals.tdm_reserved is reserved
    assert signals.reserved is (reserved is True)


def test_policies_and_preferences_are_kept_as_written():
    """The address of the mining policy and wishes on uses are recorded with their places."""
    headers = [("TDM-Policy", "https://h/p.json"), ("Content-Usage", "train-ai=n"), ("content-signal", "ai-train=no")]
    signals = read_signals(headers, [("tdm-policy", "https://h/other"), ("content-usage", "ignored")], AGENT)
    assert signals.tdm_policy == "https://h/p.json"
    assert signals.preferences == ("train-ai=n", "ai-train=no")
    assert "content-usage: train-ai=n" in signals.because


def test_a_page_that_says_nothing_has_no_signals():
    """Ordinary headers and elements leave every field empty."""
    assert read_signals([("Content-Type", "text/html")], [("viewport", "x"), ("robots", "all")], AGENT) == Signals()
    assert read_signals([], [("", "noindex")], "") == Signals()


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=30))), st.text(max_size=8))
def test_any_pairs_are_read(pairs, agent):
    """No header, element or name raises, and a flag always comes with its reason."""
    metas = [("robots", value) for _, value in pairs]
    headers = [*pairs, *(("x-robots-tag", value) for name, value in pairs)]
    signals = read_signals(headers, metas, agent)
    assert not said(signals) or signals.because
