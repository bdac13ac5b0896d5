"""What plain rules think of a page."""

import pkgutil
from importlib import import_module

import numpy as np
import pytest

from scraper.cleaner.roles.decode import ROLES
from scraper.model.segment import Role
from scraper.training import teacher
from scraper.training.teacher import JUDGES, teach
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, view_of

MIXED = page(f"<nav class=nav><a href=/x>Menü</a></nav><h1>T</h1>{paragraphs(*EN, ZH[0])}<p hidden>© 2024")


def roles_of(html: str) -> dict[str, Role]:
    """Return the role that is taught for each text."""
    view = view_of(html)
    return {
        block.text: ROLES[column]
        for block, column in zip(view.blocks, teach(view).argmax(axis=1).tolist(), strict=True)
    }


def test_judges_are_the_files_that_judge() -> None:
    """The table has one row for each module with a function `judge`, under the module's name."""
    modules = [import_module(f"{teacher.__name__}.{module.name}") for module in pkgutil.iter_modules(teacher.__path__)]
    assert {
        module.__name__.rpartition(".")[2]: module.judge for module in modules if hasattr(module, "judge")
    } == JUDGES


@pytest.mark.parametrize("name", sorted(JUDGES))
def test_judges_speak_of_blocks_that_exist(name: str) -> None:
    """Each judge yields the index of a block with votes, finite and with a reason, and nothing for an empty page."""
    view = view_of(MIXED)
    for index, votes in JUDGES[name](view):
        assert 0 <= index < len(view.blocks)
        assert all(abs(vote.weight) < 20 and vote.reason for vote in votes)
    assert list(JUDGES[name](view_of(""))) == []


@pytest.mark.parametrize(
    ("story", "share", "related"),
    [
        (EN, "Share", "Related articles"),
        (DE, "Teilen", "Das könnte Sie auch interessieren"),
        (RU, "Поделиться", "Читайте также"),
        (ZH, "分享", "相关阅读"),
        (AR, "شارك", "اقرأ أيضا"),
    ],
)
def test_small_page_in_many_languages(story: tuple[str, ...], share: str, related: str) -> None:
    """On a bare page of any language the story is body, the title its title, the share button none of both."""
    html = page(
        f"<h1>{story[0][:24]}</h1><div>{paragraphs(*story, *story)}</div>"
        f"<div><h4>{related}</h4><ul><li><a href=/1>{story[1][20:60]}</a></ul></div><p>{share}</p>",
        f"<title>{story[0][:24]}</title>",
    )
    found = roles_of(html)
    assert found[story[0][:24].strip()] is Role.TITLE
    assert found[share] is Role.SHARE
    assert {found[text] for text in story} == {Role.BODY}
    assert found[related] is Role.RELATED
    assert found[story[1][20:60].strip()] is Role.RELATED


@pytest.mark.parametrize("html", [MIXED, "<p>x", page(paragraphs(*EN)), page("<p>\ud800</p><ul><li>1<li>2</ul>")])
def test_what_is_taught_are_probabilities(html: str) -> None:
    """Each block is taught one probability a role, between nothing and one, adding up to one."""
    view = view_of(html)
    taught = teach(view)
    assert taught.shape == (len(view.blocks), len(Role))
    assert ((taught >= 0) & (taught <= 1)).all()
    assert taught.sum(axis=1) == pytest.approx(1)


def test_the_same_page_is_taught_the_same() -> None:
    """A page that is looked at twice is taught the same, bit for bit."""
    assert np.array_equal(teach(view_of(MIXED)), teach(view_of(MIXED)))
