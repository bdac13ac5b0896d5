"""Votes to judgements."""

import pytest

from scraper.model.judgement import Heard, Judgement, Vote
from scraper.model.segment import Role
from scraper.training.teacher.weigh import PRIORS, weigh
from tests.cleaner.pages import EN, RU, page, paragraphs, view_of


def weighed(html: str, *heard: Heard) -> list[Judgement]:
    return weigh(view_of(html), list(heard))


def test_every_role_has_a_prior() -> None:
    """No role of the record can be forgotten."""
    assert set(PRIORS) == set(Role)


def test_one_judgement_a_block() -> None:
    """Each block gets one judgement, with or without votes, and its probability is between nothing and one."""
    found = weighed(page(paragraphs(*EN, "x", *RU)))
    assert len(found) == len(EN) + 1 + len(RU)
    assert all(0 < judgement.confidence <= 1 for judgement in found)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.BODY}))
def test_a_settling_vote_decides(role: Role) -> None:
    """A strong vote makes the role, with its reason, and a high confidence."""
    found = weighed(page(f"<div>{paragraphs(*EN)}</div><p>mark</p>"), (3, (Vote(role, 9.0, "why"),)))[3]
    assert found.role is role
    assert found.reasons[0] == "why"
    assert found.confidence > 0.9


def test_votes_add_up() -> None:
    """Several hints together outweigh one strong vote."""
    votes = (Vote(Role.SHARE, 4.0, "one"), Vote(Role.PROMO, 3.0, "two"), Vote(Role.PROMO, 3.5, "three"))
    found = weighed(page(f"<div>{paragraphs(*EN)}</div><p>mark</p>"), (3, votes[:1]), (3, votes[1:]))[3]
    assert found.role is Role.PROMO
    assert found.reasons == ("three", "two")


def test_order_of_votes_changes_nothing() -> None:
    """The judges may be heard in any order."""
    html = page(f"<div>{paragraphs(*EN)}</div><p>mark</p>")
    heard = [
        (3, (Vote(role, weight, role),)) for role, weight in ((Role.PROMO, 2.0), (Role.SHARE, 3.0), (Role.BODY, 1.0))
    ]
    assert weighed(html, *heard) == weighed(html, *reversed(heard))


def test_reasons_are_few_and_once_each() -> None:
    """Reasons are those that speak for the role, each once, the strongest five first."""
    votes = tuple(Vote(Role.PROMO, float(weight), f"r{weight}") for weight in (1, 2, 3, 4, 5, 6, 6))
    found = weighed(page(f"<div>{paragraphs(*EN)}</div><p>mark</p>"), (3, votes), (3, (Vote(Role.PROMO, -1.0, "no"),)))
    assert found[3].reasons == ("r6", "r5", "r4", "r3", "r2")


def test_role_without_a_vote_has_the_prior_as_reason() -> None:
    """No judgement is without a reason."""
    found = weighed(page(f"<div>{paragraphs(*EN)}</div><p>mark</p>"), (3, (Vote(Role.BODY, -2.0, "no"),)))
    assert found[3].reasons == ("prior",)


def test_story_makes_its_paragraphs_body() -> None:
    """Text in the story's element is body, and the same sort of text outside it less likely so."""
    html = page(f"<div><p>inside</p>{paragraphs(*EN, *EN)}</div><div><p>outside</p></div>")
    running, doubt = (Vote(Role.BODY, 2.0, "runs"),), (Vote(Role.BODY, -1.0, "doubt"),)
    found = weighed(html, *((at, running) for at in range(1, 7)), (0, doubt), (7, doubt))
    assert [judgement.role for judgement in found[:7]] == [Role.BODY] * 7
    assert found[7].role is not Role.BODY
    assert "in_story" in found[0].reasons


def test_one_title() -> None:
    """Of two different blocks that look like a title only the stronger stays one."""
    html = page(f"<h1>Ferry late</h1><h2>Harbour news</h2><div>{paragraphs(*EN)}</div>")
    found = weighed(html, (0, (Vote(Role.TITLE, 6.0, "a"),)), (1, (Vote(Role.TITLE, 5.0, "b"),)))
    assert (found[0].role, found[1].role is Role.TITLE) == (Role.TITLE, False)


def test_repeated_title_stays_title() -> None:
    """A block that says the title once more is a title too."""
    html = page(f"<h1>Ferry late</h1><h2>FERRY LATE</h2><div>{paragraphs(*EN)}</div>")
    found = weighed(html, *((at, (Vote(Role.TITLE, 6.0, "a"),)) for at in (0, 1)))
    assert [judgement.role for judgement in found[:2]] == [Role.TITLE] * 2


def test_story_is_never_empty() -> None:
    """Where no block would be body the text of the story's element is."""
    html = page(paragraphs(*EN))
    against = (Vote(Role.PROMO, 4.0, "promo"), Vote(Role.BODY, -4.0, "promo"))
    found = weighed(html, *((at, against) for at in range(len(EN))))
    assert [judgement.role for judgement in found] == [Role.BODY] * len(EN)


def test_page_without_blocks() -> None:
    """Nothing in, nothing out."""
    assert weighed("") == []
