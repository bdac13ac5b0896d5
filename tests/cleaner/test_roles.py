"""Deciding what each block is for."""

import inspect
import pkgutil
from pathlib import Path

import pytest

from scraper.cleaner import roles
from scraper.model.segment import Role
from scraper.training.teacher import JUDGES, label
from tests.cleaner.pages import AR, DE, EN, RU, ZH, page, paragraphs, view_of


def roles_of(html: str) -> dict[str, Role]:
    view = view_of(html)
    return {block.text: judgement.role for block, judgement in zip(view.blocks, label(view), strict=True)}


def test_judges_are_the_files_that_judge() -> None:
    """The table has one row for each module with a function `judge`, under the module's name."""
    found = {module.name for module in pkgutil.iter_modules([str(Path(inspect.getfile(roles)).parent)])}
    assert set(JUDGES) <= found
    assert {name for name in found if hasattr(getattr(roles, name, None), "judge")} == set(JUDGES)


@pytest.mark.parametrize("name", sorted(JUDGES))
def test_judges_speak_of_blocks_that_exist(name: str) -> None:
    """Each judge yields the index of a block with votes, finite and with a reason, and nothing for an empty page."""
    view = view_of(page(f"<nav class=nav><a href=/x>Menü</a></nav><h1>T</h1>{paragraphs(*EN, ZH[0])}<p hidden>© 2024"))
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


def test_page_without_text() -> None:
    """A page without blocks has no judgements."""
    assert label(view_of("")) == []
