"""Rules of robots.txt: the vectors of the RFC and of Google's parser, and what they do not cover."""

import json
import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.crawler.robots.lines import READ
from scraper.crawler.robots.rules import LONGEST_DELAY, product_token, read_robots

# They want escaped and unescaped spellings of one path kept apart, which RFC 9309, 2.2.2 has compared as one.
AGAINST_THE_RFC = {419, 430, 441}

LINES = st.sampled_from(
    [
        *(b"User-agent: *", b"User-agent: scraper", b"User-agent: other", b"Disallow: /a", b"Disallow: /"),
        *(b"Allow: /a/*b$", b"Allow: /a", b"Disallow:", b"Crawl-delay: 2", b"Sitemap: /s", b"nonsense"),
        b"Disallow: /\xff*%zz?x=%2f",
    ]
)
FILES = st.lists(LINES, max_size=12).map(b"\n".join)


def test_all_cases_of_the_rfc_pass(shared):
    """The 32 examples of RFC 9309 are answered as it says."""
    cases = json.loads((shared / "vectors/robots/rfc9309.json").read_text(encoding="utf-8"))
    assert len(cases) == 32
    for case in cases:
        assert read_robots(case["robots"].encode()).allows(case["agent"], case["path"]) == case["allowed"], case


def test_the_cases_of_google_pass_where_they_follow_the_rfc(shared):
    """Of Google's 145 cases 142 are answered alike; the other three contradict the RFC, which is followed."""
    cases = json.loads((shared / "vectors/robots/google.json").read_text(encoding="utf-8"))
    assert len(cases) == 145
    wrong = {
        case["line"]
        for case in cases
        if read_robots(case["robots"].encode()).allows(case["agent"], case["url"]) != case["allowed"]
    }
    assert wrong == AGAINST_THE_RFC


def test_the_deciding_line_is_told():
    """An answer names the longest matching line, the allowing one of two equally long, or none."""
    robots = read_robots(
        b"User-agent: *\nDisallow: /a\nDisallow: /a/private\nAllow: /a/pub\nDisallow: /a/pub\nAllow: /*.html$"
    )
    assert robots.answer("scraper", "/a/private/x").rule == "Disallow: /a/private"
    assert robots.answer("scraper", "/a/pub").rule == "Allow: /a/pub"
    assert robots.answer("scraper", "https://h/a/x.html#y").rule == "Allow: /*.html$"
    assert robots.answer("scraper", "/b").rule is None
    assert robots.answer("scraper", "/b").allowed


@given(FILES, st.sampled_from(["/", "/a", "/a/b", "/a/xb", "//a", "https://h", "https://h/a?x=/", "?", "", "/\ud800"]))
def test_telling_why_agrees_with_deciding(body, path):
    """Both doors answer alike, and a path is only forbidden by a line."""
    robots = read_robots(body)
    for agent in ("scraper", "other", "third"):
        answer = robots.answer(agent, path)
        assert answer.allowed == robots.allows(agent, path)
        assert answer.allowed or (answer.rule or "").startswith("Disallow: ")


def test_a_group_is_ours_only_by_its_whole_name():
    """A token is compared whole and without case; parts of it, and longer ones, are other crawlers."""
    others = b"User-agent: scr\nDisallow: /\n\nUser-agent: scraper-news\nDisallow: /\n\n"
    robots = read_robots(others + b"User-agent: Scraper/2.0 beta\nDisallow: /b")
    assert not robots.allows("scraper", "/b")
    assert robots.allows("scraper", "/a")
    assert not robots.allows("SCRAPER/1.0 (+https://h/bot)", "/b")
    assert not robots.allows("scraper-news", "/a")
    assert robots.allows("unknown", "/b")
    assert not read_robots(b"User-agent: bot2\nDisallow: /").allows("bot2", "/")


def test_names_are_what_stands_before_the_slash():
    """A crawler is called by the first product of its User-Agent header."""
    assert product_token(" Scraper/1.0 (+https://example.org/bot)") == "scraper"
    assert product_token("scraper") == "scraper"


def test_groups_of_one_crawler_are_one_group():
    """Rules of all groups that name a crawler hold together, and those for everyone do not add to them."""
    first = b"User-agent: scraper\nDisallow: /a\nUser-agent: *\nDisallow: /c\n"
    robots = read_robots(first + b"User-agent: x\nUser-agent: scraper\nDisallow: /b")
    assert [robots.allows("scraper", path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_other_lines_do_not_part_a_group():
    """A delay or an unknown line between two names leaves them in one group."""
    robots = read_robots(b"User-agent: scraper\nCrawl-delay: 3\nNoodles: yes\nUser-agent: other\nDisallow: /")
    assert not robots.allows("scraper", "/x")
    assert not robots.allows("other", "/x")
    assert robots.crawl_delay("scraper") == 3
    assert robots.crawl_delay("other") is None


def test_robots_txt_itself_is_always_allowed():
    """The file may be asked for even where nothing else may (RFC 9309, 2.2.2)."""
    robots = read_robots(b"User-agent: *\nDisallow: /")
    assert robots.allows("scraper", "https://h/robots.txt")
    assert not robots.allows("scraper", "https://h/?q=/robots.txt")


def test_a_double_slash_is_a_path():
    """A path that begins with two slashes is matched as one, not taken for a host."""
    robots = read_robots(b"User-agent: *\nDisallow: //private\nDisallow: /plain")
    assert not robots.allows("scraper", "https://h//private/x")
    assert not robots.allows("scraper", "//private/x")
    assert robots.allows("scraper", "//plain/plain")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        *(("5", 5.0), ("0.5", 0.5), ("10s", 10.0), ("0", 0.0), ("99999", LONGEST_DELAY)),
        *(("-1", None), ("nan", None), ("inf", None), ("", None), ("soon", None), ("9" * 500, LONGEST_DELAY)),
    ],
)
def test_delays_are_bounded(value, seconds):
    """A delay is a number of seconds up to an hour, and anything else is none."""
    assert read_robots(f"User-agent: *\nCrawl-delay: {value}".encode()).crawl_delay("scraper") == seconds


def test_delays_and_wishes_are_those_of_the_own_group():
    """They hold for the crawlers named above them, at the top for all, and the longest delay counts."""
    named = b"Content-Signal: top=1\nUser-agent: a\nUser-agent: b\n"
    ours = named + b"Crawl-delay: 2\nCrawl-delay: 4\nDisallow: /x\nContent-Usage: u=n\n"
    robots = read_robots(ours + b"\nUser-agent: *\nSitemap: /s\nContent-Signal: ai-train=no\nCrawl-delay: 9")
    assert [robots.crawl_delay(agent) for agent in "abc"] == [4, 4, 9]
    assert robots.preferences("b") == ("top=1", "u=n")
    assert robots.preferences("c") == ("top=1", "ai-train=no")


def test_sitemaps_are_listed_once_in_order():
    """Sitemaps belong to no group, keep their order and may hold any bytes."""
    body = b"Sitemap: https://h/b\nUser-agent: x\nSitemap: https://h/a\nSitemap: https://h/b\n"
    body += b"Sitemap:\nDisallow: /\xff\nSitemap: \xff"
    assert read_robots(body).sitemaps == ("https://h/b", "https://h/a", "\ufffd")
    assert not read_robots(body).allows("x", "/%FF")


def test_rules_can_be_kept():
    """What was read is read again from its body, and survives pickling after it was asked."""
    robots = read_robots(b"User-agent: *\nDisallow: /a\n" + b"#" * READ + b"\nDisallow: /b")
    assert robots.body == b"User-agent: *\nDisallow: /a\n"
    assert not robots.allows("scraper", "/a")
    assert robots.allows("scraper", "/b")
    again = pickle.loads(pickle.dumps(robots))
    assert again == robots == read_robots(robots.body)
    assert not again.allows("scraper", "/a")


@settings(deadline=None)
@given(st.binary(max_size=300), st.text(max_size=20), st.text(max_size=40))
def test_nothing_raises(body, agent, path):
    """Any bytes, any name and any text for a path get an answer."""
    for start in (b"", b"User-agent: *\nDisallow: "):
        robots = read_robots(start + body)
        assert robots.answer(agent, path).allowed in {True, False}
        assert robots.crawl_delay(agent) is None or robots.preferences(agent) is not None


def test_hostile_files_are_read_in_linear_time():
    """Half a megabyte of names, rules and stars takes a second or two of processor time, not minutes."""
    start = time.process_time()
    body = b"".join(b"User-agent: a%d\n" % number for number in range(8000)) + b"User-agent: scraper\n"
    body += b"".join(b"Disallow: /%d*a*a*a*a*a*a*a*b\nCrawl-delay: 1\n" % number for number in range(8000))
    robots = read_robots(body)
    assert robots.allows("scraper", "/1" + "a" * 2000)
    assert time.process_time() - start < 5
