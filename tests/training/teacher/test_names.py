"""Evidence from the words that authors put into class and id."""

import pytest

from scraper.cleaner.roles.telling import WORDS
from scraper.model.segment import Role
from scraper.training.teacher.names import judge
from tests.cleaner.pages import DE, EN, page, paragraphs, reasons_for, weight_for

STORY = paragraphs(*EN)
TEXT = "Etwas Text"


def named(name: str) -> str:
    """Return a page with a text in an element of this class, beside a story."""
    return page(f'<div class="{name}"><p>{TEXT}</p></div>{STORY}')


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("share-bar", Role.SHARE),
        ("td-post-sharing-bottom", Role.SHARE),
        ("relatedPosts", Role.RELATED),
        ("c-RELATED__item", Role.RELATED),
        ("mainNav", Role.NAVIGATION),
        ("breadcrumbs clearfix", Role.NAVIGATION),
        ("commentlist", Role.COMMENT),
        ("newsletter-signup", Role.PROMO),
        ("cookie_banner2", Role.NOTICE),
        ("post-byline", Role.BYLINE),
        ("wp-caption-text", Role.CAPTION),
        ("entry-content", Role.BODY),
        ("article__body", Role.BODY),
        ("StoryText_wrapper", Role.BODY),
    ],
)
def test_words_are_read_in_every_spelling(name: str, role: Role) -> None:
    """Hyphens, underscores, humps and capitals part words, and the telling one is found among them."""
    assert weight_for(judge, named(name), TEXT, role) > 1


@pytest.mark.parametrize("name", ["", "css-1x8kz2q", "sc-bZkfAO hTqXyE", "unshared", "navy-blue", "content", "badge"])
def test_names_that_say_nothing(name: str) -> None:
    """Hashed names, and words that only contain a telling one, say nothing."""
    assert reasons_for(judge, named(name), TEXT) == set()


def test_strongest_word_wins() -> None:
    """Of several words for one role the strongest is kept."""
    assert reasons_for(judge, named("latest related recent"), TEXT) == {"name:related"}
    assert weight_for(judge, named("latest related recent"), TEXT, Role.RELATED) == WORDS["related"][1]


@pytest.mark.parametrize("attribute", ["class", "id"])
def test_class_and_id_both_count(attribute: str) -> None:
    """A word in class or in id speaks for its role and against body."""
    html = page(f'<div {attribute}="related-stories"><p>{TEXT}</p></div>{STORY}')
    assert reasons_for(judge, html, TEXT) == {"name:related"}
    assert weight_for(judge, html, TEXT, Role.RELATED) == 3.0
    assert weight_for(judge, html, TEXT, Role.BODY) == -1.5


def test_words_fade_with_named_distance() -> None:
    """A word weighs less with every telling name between, and wrappers without one do not count."""
    near = page(f'<div class="share"><div class="x1"><div>{TEXT}</div></div></div>{STORY}')
    far = page(f'<div class="share"><div class="title"><div class="box">{TEXT}</div></div></div>{STORY}')
    farther = page('<div class="share">' + '<div class="title">' * 12 + TEXT + "</div>" * 13 + STORY)
    assert weight_for(judge, near, TEXT, Role.SHARE) == 3.0
    assert 0 < weight_for(judge, far, TEXT, Role.SHARE) < 3.0
    assert weight_for(judge, farther, TEXT, Role.SHARE) == 0


def test_name_of_the_whole_page_says_nothing_but_body() -> None:
    """A word on an element that holds most of the text names the page, unless it names the story."""
    html = page(f'<div class="sidebar-left nav-open"><div class="entry-content">{paragraphs(*DE)}</div></div>')
    assert reasons_for(judge, html, DE[0]) == {"name:body"}


def test_silent_without_names() -> None:
    """Of elements without class and id nothing is said."""
    assert reasons_for(judge, page(f"<div>{STORY}</div>"), EN[0]) == set()


def test_every_word_can_be_found() -> None:
    """Each word of the table is in the form in which names are cut, so that none is dead."""
    assert [word for word in WORDS if not (word.isascii() and word.isalpha() and word.islower())] == []
