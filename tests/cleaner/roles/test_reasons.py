"""Codes of the evidence for each block's role."""

import pytest

from scraper.cleaner.features import measure_page
from scraper.cleaner.roles.reasons import reasons
from scraper.cleaner.roles.telling import ARIA, PROPERTIES, TAGS
from scraper.model.segment import Role
from tests.cleaner.pages import EN, RU, page, paragraphs, view_of

STORY = f"<main>{paragraphs(*EN)}</main>"
TEXT = "Über uns"


def codes(html: str, text: str, role: Role) -> tuple[str, ...]:
    """Return the codes for the block that starts so, had it been decided that it has this role."""
    view = view_of(html)
    found = reasons(view, measure_page(view, None), [role] * len(view.blocks), [0.875] * len(view.blocks))
    return next(codes for block, codes in zip(view.blocks, found, strict=True) if block.text.startswith(text))


@pytest.mark.parametrize("tag", sorted(set(TAGS) - {"select", "textarea", "article", "main"}))
def test_elements_are_named_for_what_they_speak_for(tag: str) -> None:
    """An element around a block is a reason for the role it speaks for most."""
    role = max(TAGS[tag], key=lambda row: row[1])[0]
    assert f"landmark:{tag}" in codes(page(f"<{tag}><span><b>{TEXT}</b></span></{tag}>{STORY}"), TEXT, role)


@pytest.mark.parametrize("name", sorted(ARIA))
def test_aria_roles(name: str) -> None:
    """An ARIA role around a block is a reason as the element is that it stands for."""
    role = max(ARIA[name], key=lambda row: row[1])[0]
    assert f"aria:{name}" in codes(page(f'<div role="{name}"><p>{TEXT}</p></div>{STORY}'), TEXT, role)


@pytest.mark.parametrize("name", sorted(PROPERTIES))
def test_schema_properties(name: str) -> None:
    """An itemprop counts in any spelling of its letters, and also as one of several."""
    role = PROPERTIES[name][0][0]
    html = page(f'<div itemprop="x {name.title()}"><p>{TEXT}</p></div>{STORY}')
    assert f"itemprop:{name}" in codes(html, TEXT, role)


@pytest.mark.parametrize(
    ("name", "role", "code"),
    [
        ("share-bar", Role.SHARE, "name:share"),
        ("relatedPosts", Role.RELATED, "name:related"),
        ("breadcrumbs", Role.NAVIGATION, "name:breadcrumbs"),
        ("cookie_banner2", Role.NOTICE, "name:cookie"),
    ],
)
def test_names_around_a_block(name: str, role: Role, code: str) -> None:
    """A telling word in class or id is a reason for its role."""
    for attribute in ("class", "id"):
        assert code in codes(page(f'<div {attribute}="{name}"><p>{TEXT}</p></div>{STORY}'), TEXT, role)


@pytest.mark.parametrize("role", [Role.PROMO, Role.BODY, Role.COMMENT])
def test_what_speaks_for_another_role_is_no_reason(role: Role) -> None:
    """Names and elements that speak for another role than the one decided on are not given."""
    html = page(f'<nav class="share"><p>{TEXT}</p></nav>{STORY}')
    assert not [code for code in codes(html, TEXT, role) if code.startswith(("name:", "landmark:"))]


def test_what_holds_the_page_says_nothing() -> None:
    """An element around most of the page is no reason for anything."""
    html = page(f"<footer class=related>{paragraphs(*EN)}</footer><p>x")
    assert not [code for code in codes(html, EN[0], Role.RELATED) if code.startswith(("name:", "landmark:"))]


@pytest.mark.parametrize(
    ("text", "role", "code"),
    [
        ("Поделиться", Role.SHARE, "lexicon:share:ru"),
        ("Teilen", Role.SHARE, "lexicon:share:de"),
        ("相关阅读", Role.RELATED, "lexicon:related:zh-Hans"),
    ],
)
def test_words_name_category_and_language(text: str, role: Role, code: str) -> None:
    """A phrase of a lexicon is the first reason, with its category and a language that has it."""
    assert codes(page(f"<p>{text}</p>{STORY}"), text, role)[0] == code


@pytest.mark.parametrize(
    ("html", "text", "role", "code"),
    [
        ("<p>WhatsApp</p>", "WhatsApp", Role.SHARE, "network"),
        ("<div><h3>Related articles</h3><p>New ramp</p></div>", "New ramp", Role.RELATED, "under:related"),
        ("<div><h3>Comments</h3><p>First!</p></div>", "First!", Role.COMMENT, "under:comment"),
        ("<h1>Ferry late again</h1>", "Ferry", Role.TITLE, "title_match"),
        ("<p>2024-05-01</p>", "2024", Role.BYLINE, "shape:date"),
        (paragraphs(*RU[:1]), RU[0], Role.RELATED, "foreign_language"),
        ("<p>© 2024 Example</p>", "©", Role.NOTICE, "shape:copyright"),
        ("<a href=/x>Home</a>", "Home", Role.NAVIGATION, "shape:links"),
        ("<div><a href=/x>New ramp for the ferry</a></div>", "New ramp", Role.RELATED, "shape:headline_link"),
        ("<p>x</p>", "x", Role.OTHER, "outside_story"),
    ],
)
def test_what_was_measured_is_a_reason(html: str, text: str, role: Role, code: str) -> None:
    """What was measured of a block is a reason for the roles it speaks for."""
    assert code in codes(page(f"{STORY}{html}", "<title>Ferry late again</title>"), text, role)


def test_paragraphs_of_the_story() -> None:
    """A paragraph that is body stands between others, in the story, and runs."""
    assert codes(page(f"<p>x</p>{STORY}"), EN[1], Role.BODY)[:2] == ("between_paragraphs", "in_story")
    assert "shape:running_text" in codes(page(f"<p>x</p>{STORY}"), EN[1], Role.BODY)


@pytest.mark.parametrize("role", list(Role))
def test_few_codes_once_each_and_the_model_last(role: Role) -> None:
    """Each block has at most five codes, none twice, and the last is the model's with its probability."""
    html = page(f'<nav class="share related"><h1>Related articles</h1><a href=/1>WhatsApp</a>2024-05-01</nav>{STORY}')
    for text in ("Related", "WhatsApp", EN[0]):
        found = codes(html, text, role)
        assert len(found) == len(set(found)) <= 5
        assert found[-1] == "model:0.88"
