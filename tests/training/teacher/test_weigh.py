"""Votes to log-odds."""

import numpy as np
import pytest

from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Role
from scraper.training.teacher.weigh import ORDER, PRIORS, Scores, weigh
from tests.cleaner.pages import EN, RU, page, paragraphs, view_of

MARKED = page(f"<div>{paragraphs(*EN)}</div><p>mark</p>")


def weighed(html: str, *heard: Heard) -> Scores:
    return weigh(view_of(html), list(heard))


def likeliest(scores: Scores) -> list[Role]:
    """Return the role with the highest sum of each block."""
    return [ORDER[column] for column in scores.argmax(axis=1).tolist()]


def said_of(scores: Scores, block: int) -> dict[Role, float]:
    """Return the sums of one block by role."""
    return dict(zip(ORDER, scores[block].tolist(), strict=True))


def test_every_role_has_a_prior() -> None:
    """No role of the record can be forgotten."""
    assert set(PRIORS) == set(ORDER) == set(Role)


def test_one_row_a_block() -> None:
    """Each block gets one finite number a role, with or without votes."""
    scores = weighed(page(paragraphs(*EN, "x", *RU)))
    assert scores.shape == (len(EN) + 1 + len(RU), len(Role))
    assert np.isfinite(scores).all()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.BODY}))
def test_a_settling_vote_decides(role: Role) -> None:
    """A strong vote makes the role, well ahead of all others."""
    scores = weighed(MARKED, (3, (Vote(role, 9.0, "why"),)))
    assert likeliest(scores)[3] is role
    assert np.diff(np.sort(scores[3]))[-1] > 3


def test_votes_add_up() -> None:
    """Several hints together outweigh one strong vote."""
    votes = (Vote(Role.SHARE, 4.0, "one"), Vote(Role.PROMO, 3.0, "two"), Vote(Role.PROMO, 3.5, "three"))
    silent, heard = weighed(MARKED), weighed(MARKED, (3, votes[:1]), (3, votes[1:]))
    assert likeliest(heard)[3] is Role.PROMO
    assert said_of(heard, 3)[Role.PROMO] == pytest.approx(said_of(silent, 3)[Role.PROMO] + 6.5)


def test_the_same_votes_for_many_blocks_are_added_to_each() -> None:
    """What is said of several blocks in the same words counts for each of them, and twice where it is said twice."""
    said = (Vote(Role.NOTICE, 2.0, "why"),)
    scores = weighed(MARKED, (0, said), (3, said), (3, said))
    prior = PRIORS[Role.NOTICE]
    assert [said_of(scores, at)[Role.NOTICE] for at in (0, 1, 3)] == pytest.approx([prior + 2, prior, prior + 4])


def test_order_of_votes_changes_nothing() -> None:
    """The judges may be heard in any order."""
    heard = [
        (3, (Vote(role, weight, role),)) for role, weight in ((Role.PROMO, 2.0), (Role.SHARE, 3.0), (Role.BODY, 1.0))
    ]
    assert weighed(MARKED, *heard) == pytest.approx(weighed(MARKED, *reversed(heard)))


def test_story_makes_its_paragraphs_body() -> None:
    """Text in the story's element is body, and the same sort of text outside it less likely so."""
    html = page(f"<div><p>inside</p>{paragraphs(*EN, *EN)}</div><div><p>outside</p></div>")
    running, doubt = (Vote(Role.BODY, 2.0, "runs"),), (Vote(Role.BODY, -1.0, "doubt"),)
    scores = weighed(html, *((at, running) for at in range(1, 7)), (0, doubt), (7, doubt))
    roles = likeliest(scores)
    assert roles[:7] == [Role.BODY] * 7
    assert roles[7] is not Role.BODY
    assert said_of(scores, 0)[Role.BODY] > said_of(scores, 7)[Role.BODY] + 3


def test_one_title() -> None:
    """Of two different blocks that look like a title only the stronger stays one."""
    html = page(f"<h1>Ferry late</h1><h2>Harbour news</h2><div>{paragraphs(*EN)}</div>")
    roles = likeliest(weighed(html, (0, (Vote(Role.TITLE, 6.0, "a"),)), (1, (Vote(Role.TITLE, 5.0, "b"),))))
    assert (roles[0], roles[1] is Role.TITLE) == (Role.TITLE, False)


def test_repeated_title_stays_title() -> None:
    """A block that says the title once more is a title too."""
    html = page(f"<h1>Ferry late</h1><h2>FERRY LATE</h2><div>{paragraphs(*EN)}</div>")
    roles = likeliest(weighed(html, *((at, (Vote(Role.TITLE, 6.0, "a"),)) for at in (0, 1))))
    assert roles[:2] == [Role.TITLE] * 2


def test_story_is_never_empty() -> None:
    """Where no block would be body the text of the story's element is."""
    against = (Vote(Role.PROMO, 4.0, "promo"), Vote(Role.BODY, -4.0, "promo"))
    scores = weighed(page(paragraphs(*EN)), *((at, against) for at in range(len(EN))))
    assert likeliest(scores) == [Role.BODY] * len(EN)


def test_page_without_blocks() -> None:
    """Nothing in, nothing out."""
    assert weighed("").shape == (0, len(Role))
