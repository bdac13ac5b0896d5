"""What there is to learn from, and the site each page is from."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import InputError
from scraper.training.material import digest_of, fold_of, gather, site_of
from tests.inspector.pages import gold
from tests.training.lessons import corpus, row, segments, story

FOLDS = [4, 4, 3, 0, 4, 1, 2, 0]


def label(folder: Path, html: str, number: int) -> Path:
    """Write the labels of one page beside its corpus and return their folder."""
    roles = folder / "roles"
    roles.mkdir(exist_ok=True)
    labelled = {"id": str(number), "html": html, "segments": segments(number)}
    (roles / f"{number}.json").write_text(json.dumps(labelled), encoding="utf-8")
    return roles


def test_pages_come_with_their_site(tmp_path: Path) -> None:
    """Every page of a corpus is there with its gold and its site, in the corpus's order."""
    found = gather([corpus(tmp_path, 3)], None)
    assert [item.group for item in found] == ["site0.example", "site1.example", "site2.example"]
    assert [item.gold.page.id for item in found] == ["0", "1", "2"]
    assert not any(item.gold.segments for item in found)


def test_labels_go_to_their_page(tmp_path: Path) -> None:
    """Labels by hand go to the page of the corpus that they are for, and do not make it a second page."""
    folder = corpus(tmp_path, 3)
    found = gather([folder], label(tmp_path, "tiny/html/1.html.gz", 1))
    assert len(found) == 3
    assert [len(item.gold.segments) for item in found] == [0, len(segments(1)), 0]


def test_labelled_page_of_no_corpus_is_found_too(tmp_path: Path) -> None:
    """A labelled page of a corpus that is not among those given teaches roles and nothing of the story."""
    corpus(tmp_path, 3)
    (page,) = gather([], label(tmp_path, "tiny/html/2.html.gz", 2))
    assert (page.gold.page.corpus, page.gold.page.id, page.gold.page.text) == ("tiny", "2", "")
    assert page.gold.page.page_type == "unknown"
    assert len(page.gold.segments) == len(segments(2))
    assert page.group == "tiny/2"


def test_fixtures_are_a_corpus(tmp_path: Path) -> None:
    """A folder of fixtures gives pages whose blocks are all labelled."""
    folder = tmp_path / "pages" / "en" / "river"
    folder.mkdir(parents=True)
    (folder / "page.html").write_text(row(0)["html"])
    (folder / "page.json").write_text(json.dumps({"url": row(0)["url"]}))
    (folder / "expected.json").write_text(json.dumps({"segments": segments(0), "page_type": "article"}))
    (page,) = gather([tmp_path / "pages"], None)
    assert (page.group, page.gold.page.id, page.gold.page.page_type) == ("site0.example", "en/river", "article")
    assert page.gold.page.text == "\n".join(story(0))
    assert len(page.gold.segments) == len(segments(0))
    assert digest_of([page]) == digest_of(gather([tmp_path / "pages"], None))


def test_own_fixtures_are_a_corpus(root: Path) -> None:
    """The fixtures of this project can be learnt from: every one is a page with text and labels."""
    found = gather([root / "fixtures"], None)
    assert len(found) == len([*(root / "fixtures").glob("*/*/page.html")])
    assert all(item.gold.segments and item.gold.page.body() for item in found)


def test_folder_that_is_neither_is_refused(tmp_path: Path) -> None:
    """A folder with neither gold nor fixtures is an error that names it."""
    with pytest.raises(InputError, match="is no corpus"):
        gather([tmp_path], None)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.paper.example/a/b?c", "paper.example"),
        ("http://News.Paper.EXAMPLE:8080/", "paper.example"),
        ("https://city.paper.co.uk/a", "paper.co.uk"),
        ("https://paper.com.br", "paper.com.br"),
        ("https://a.b.paper.de", "paper.de"),
        ("https://co.uk/x", "co.uk"),
        ("http://localhost/a", "tiny/1"),
        ("", "tiny/1"),
        (None, "tiny/1"),
    ],
)
def test_site_is_the_registered_domain(url: str | None, site: str) -> None:
    """Pages of one registered domain are of one site; a page without an address is a site of its own."""
    assert site_of(gold(url=url)) == site


@given(st.text(), st.integers(1, 50))
def test_fold_is_in_range_and_stable(group: str, folds: int) -> None:
    """A site is always in the same fold, one of as many as there are."""
    assert 0 <= fold_of(group, folds) < folds
    assert fold_of(group, folds) == fold_of(group, folds)


def test_fold_is_the_same_on_every_machine() -> None:
    """Folds of well-known names are those that they have always had, and no fold is much larger than the others."""
    assert [fold_of(f"site{number}.example", 5) for number in range(8)] == FOLDS
    numbers = [fold_of(f"site{number}.example", 5) for number in range(1000)]
    assert all(150 < numbers.count(fold) < 250 for fold in range(5))


def test_digest_names_pages_and_gold(tmp_path: Path) -> None:
    """The digest changes with text, labels and bytes of any page, and with nothing else."""
    folder = corpus(tmp_path, 2)
    material = gather([folder], label(tmp_path, "tiny/html/1.html.gz", 1))
    first, second = material
    digests = {digest_of(material)}
    digests.add(digest_of([replace(first, gold=replace(first.gold, page=replace(first.gold.page, text="x"))), second]))
    digests.add(digest_of([first, replace(second, gold=replace(second.gold, segments=second.gold.segments[1:]))]))
    digests.add(digest_of([first]))
    assert digest_of([replace(first, group="elsewhere"), second]) in digests
    (folder / "html" / "0.html.gz").write_bytes(b"<p>Other")
    digests.add(digest_of(material))
    assert len(digests) == 5
    assert {len(digest) for digest in digests} == {12}
