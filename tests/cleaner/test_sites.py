"""What site rules do to a page."""

from pathlib import Path

import pytest

import scraper
from scraper.cleaner.sites import load_site_rules, packaged_site_rules
from scraper.errors import RulesError
from scraper.model.document import Document
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.model.segment import Role
from scraper.model.site_rules import SiteRules
from scraper.pipeline import clean_result
from scraper.writer.record import encode
from tests.cleaner.pages import DE, EN, RU, ZH

HEAD = 'valid_until = 2030-01-31\nnote = "For the tests."\n'
URL = "https://www.news.example/a"


def rules(folder: Path, *pairs: tuple[str, str], host: str = "news.example", head: str = HEAD) -> SiteRules:
    lines = "".join(f"[[rule]]\nselect = '{selector}'\nrole = '{role}'\n" for selector, role in pairs)
    (folder / f"{host}.toml").write_text(head + lines, encoding="utf-8")
    return load_site_rules(folder)


def clean(markup: str, known: SiteRules, url: str = URL, fetched_at: str | None = None) -> Document:
    found = clean_result(FetchResult("-", markup, url, fetched_at=fetched_at), Options(site_rules=known))
    assert isinstance(found, Document)
    return found


def page(story: tuple[str, ...]) -> str:
    return "<h1>News</h1><main>" + "".join(f'<p class="p{n}">{text}</p>' for n, text in enumerate(story)) + "</main>"


@pytest.mark.parametrize("story", [EN, DE, RU, ZH], ids=["en", "de", "ru", "zh"])
def test_a_rule_decides_the_role(tmp_path: Path, story: tuple[str, ...]) -> None:
    """In any language, text inside a selected element has the rule's role for the rule's reason."""
    found = clean(page(story), rules(tmp_path, (".p1", "notice")))
    ruled = next(segment for segment in found.segments if segment.text == story[1])
    assert (ruled.role, ruled.confidence, ruled.reasons[0]) == (Role.NOTICE, 1.0, "site:news.example")
    assert story[0] in found.text
    assert story[1] not in found.text
    assert found.rules_missed == ()


def test_the_innermost_and_then_the_last_rule_counts(tmp_path: Path) -> None:
    """An element inside a selected one goes by its own rule; of two rules for one element the later one counts."""
    known = rules(tmp_path, (".p0", "promo"), ("p.p0", "comment"), ("main", "related"))
    roles = {segment.text: segment.role for segment in clean(page(EN), known).segments}
    assert (roles[EN[0]], roles[EN[1]]) == (Role.COMMENT, Role.RELATED)


@pytest.mark.parametrize(
    ("url", "holds"),
    [
        ("https://news.example/", True),
        ("http://WWW.news.example:8080/x?y", True),
        ("https://m.news.example/", True),
        ("https://oldnews.example/", False),
        ("https://example/", False),
        ("https://[broken/", False),
        ("nonsense", False),
    ],
)
def test_rules_hold_for_the_host_and_below(tmp_path: Path, url: str, *, holds: bool) -> None:
    """Rules hold for their host, with www, for hosts below it, and for no other."""
    found = clean(page(EN), rules(tmp_path, ("p", "promo")), url)
    assert any(segment.reasons[0].startswith("site:") for segment in found.segments) is holds


def test_the_nearer_host_wins(tmp_path: Path) -> None:
    """A file for a host below another one is believed where both speak."""
    rules(tmp_path, ("p", "promo"))
    known = rules(tmp_path, ("p", "notice"), host="m.news.example")
    assert {s.role for s in clean(page(EN), known, "https://m.news.example/").segments if s.text in EN} == {Role.NOTICE}


def test_rules_end(tmp_path: Path) -> None:
    """Rules are left out on pages fetched after their last day, and hold on the day itself and where none is known."""
    known = rules(tmp_path, ("p", "promo"), ("table", "other"))
    for fetched_at, missed in ((None, 1), ("2030-01-31T23:59:59Z", 1), ("2030-02-01T00:00:00Z", 0)):
        assert len(clean(page(EN), known, fetched_at=fetched_at).rules_missed) == missed


def test_a_rule_that_matches_nothing_is_in_the_record(tmp_path: Path) -> None:
    """Rules that match no element are named in the record."""
    found = clean(page(EN), rules(tmp_path, ("p", "body"), (".gone > b", "promo")))
    assert found.rules_missed == ("news.example: .gone > b",)


def test_the_type_is_that_of_the_rules(tmp_path: Path) -> None:
    """A file can say what all pages of a site are."""
    known = rules(tmp_path, ("p", "body"), head=HEAD + 'page_type = "listing"\n')
    assert clean(page(EN), known).page_type == "listing"


def test_a_rule_is_stronger_than_an_embedded_story(tmp_path: Path) -> None:
    """A rule for the script that holds a story decides its role."""
    body = " ".join(EN)
    script = f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{body}"}}</script>'
    found = clean(script, rules(tmp_path, ("script", "promo")))
    assert [segment.role for segment in found.segments] == [Role.PROMO]


def test_a_selector_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A bad selector is an error when the rules are read, with file, line and field."""
    with pytest.raises(RulesError, match=r"news\.example\.toml:4: select: 'p\['"):
        rules(tmp_path, ("p[", "body"))


def test_records_say_which_rules_made_them(tmp_path: Path) -> None:
    """A user's own rules change the digest in the record, and the same rules give the same record."""
    known = rules(tmp_path, ("p", "body"))
    first = clean(page(EN), known)
    assert encode(first) == encode(clean(page(EN), load_site_rules(tmp_path)))
    plain = scraper.clean(page(EN), URL)
    assert isinstance(plain, Document)
    assert plain.made_by.rules != first.made_by.rules


def test_own_rules_stand_beside_the_packaged_ones(tmp_path: Path) -> None:
    """Packaged rules hold on, unless a file of the user's is for the same host."""
    assert set(packaged_site_rules().sites) < set(rules(tmp_path, ("p", "body")).sites)
    assert rules(tmp_path, ("p", "body"), host="docs.example.org").sites["docs.example.org"].note == "For the tests."


def test_the_packaged_example_works() -> None:
    """The example that the package ships does what it says."""
    box = '<aside class="version-box">Since version 2</aside>'
    body = f"<main><h1>Pipes</h1><div class=content><p>{EN[0]}{box}</div></main>"
    found = scraper.clean(body, "https://docs.example.org/pipes")
    assert isinstance(found, Document)
    assert found.page_type == "documentation"
    assert [segment.role for segment in found.segments] == [Role.TITLE, Role.BODY, Role.NOTICE]
    assert found.rules_missed == ("docs.example.org: main .content nav.on-this-page",)
