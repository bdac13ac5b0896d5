"""`scraper train`."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.commands import train
from scraper.errors import MissingExtraError
from scraper.rules.role_weights import read_role_weights
from tests.commands.pages import records
from tests.training.lessons import SITES, corpus, row, segments


@pytest.fixture
def torch() -> None:
    """Skip where torch is missing."""
    pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")


@pytest.fixture
def no_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this a machine without torch."""
    found = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *rest: None if name == "torch" else found(name, *rest))
    monkeypatch.setitem(sys.modules, "torch", None)


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    """Write a corpus of a dozen sites, half of them labelled by hand, and return the arguments that name both."""
    folder, roles = corpus(tmp_path), tmp_path / "roles"
    roles.mkdir()
    for number in range(0, SITES, 2):
        labelled = {"id": str(number), "html": f"tiny/html/{number}.html.gz", "segments": segments(number)}
        (roles / f"{number}.json").write_text(json.dumps(labelled))
    return [str(folder), "--roles", str(roles)]


@pytest.mark.usefixtures("torch")
def test_pages_become_weights_and_a_card(pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Weights, a card with the figures, the same figures on standard output, and steps on standard error are made."""
    weights = tmp_path / "mine.npz"
    assert main(["train", *pages, "-o", str(weights), "--rounds", "2", "--name", "mine", "--seed", "5"]) == 0
    out, err = capsys.readouterr()
    made = read_role_weights(weights)
    name, digest, seed = made.name.split("-")
    assert (name, len(digest), seed) == ("mine", 12, "5")
    card = weights.with_suffix(".md").read_text("utf-8")
    assert made.card == card
    assert out.rstrip() in card
    assert [line.split("  ")[-1] for line in err.splitlines()][0] == f"{SITES} pages found"
    titles = [line for line in out.splitlines() if line.startswith("### ")]
    assert titles[:2] == ["### Stories, token F1", "### Languages"]
    assert "### Roles, pages labelled by hand" in titles
    assert "### Teasers put into stories" in titles
    assert f"| tiny | all | {SITES} |" in out


@pytest.mark.usefixtures("torch")
def test_same_seed_writes_the_same_file(pages: list[str], tmp_path: Path) -> None:
    """Two runs give the same bytes, and the card goes where it is asked for."""
    for name in ("one", "other"):
        words = ["-o", str(tmp_path / f"{name}.npz"), "--card", str(tmp_path / f"{name}.txt"), "--rounds", "1"]
        assert main(["train", *pages, *words]) == 0
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "other.npz").read_bytes()
    assert (tmp_path / "one.txt").read_bytes() == (tmp_path / "other.txt").read_bytes()
    assert not (tmp_path / "one.md").exists()


@pytest.mark.usefixtures("torch")
def test_new_weights_can_judge(pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file that was written can be given to the other commands, and records name it."""
    weights, page = tmp_path / "mine.npz", tmp_path / "page.html"
    page.write_text(row(3)["html"])
    assert main(["train", *pages, "-o", str(weights), "--rounds", "1", "--name", "mine"]) == 0
    capsys.readouterr()
    assert main(["clean", str(page), "--weights", str(weights)]) == 0
    (record,) = records(capsys.readouterr().out)
    assert record["made_by"]["weights"] == read_role_weights(weights).name


@pytest.mark.usefixtures("torch")
def test_fixtures_can_be_learnt_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of fixtures alone is enough: stories and roles come from what their records must say."""
    for number in range(SITES):
        folder = tmp_path / "own" / "en" / f"page-{number}"
        folder.mkdir(parents=True)
        made = row(number)
        (folder / "page.html").write_text(made["html"])
        (folder / "page.json").write_text(json.dumps({"url": made["url"]}))
        expected = {"title": made["title"], "page_type": "article", "segments": segments(number)}
        (folder / "expected.json").write_text(json.dumps(expected))
    assert main(["train", str(tmp_path / "own"), "-o", str(tmp_path / "mine.npz"), "--rounds", "1"]) == 0
    out = capsys.readouterr().out
    assert f"| fixtures | all | {SITES} |" in out
    assert "### Confidence of roles" in out


@pytest.mark.usefixtures("torch")
def test_evidence_is_measured_when_asked_for(
    pages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --ablate the card has one more table, of judges learnt without a kind of evidence."""
    monkeypatch.setattr("scraper.commands.ablation.EVIDENCE", ("page",))
    assert main(["train", *pages, "-o", str(tmp_path / "mine.npz"), "--rounds", "1", "--ablate"]) == 0
    out = capsys.readouterr().out
    assert "### What each kind of evidence is worth" in out
    assert "\n| page | " in (tmp_path / "mine.md").read_text("utf-8")


@pytest.mark.usefixtures("no_torch")
def test_missing_torch_is_named(pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without torch the command says which extra to install, at once, and nothing is written."""
    words = ["train", *pages, "-o", str(tmp_path / "mine.npz")]
    assert main(words) == 1
    assert capsys.readouterr().err == "scraper: error: training needs torch: pip install 'scraper[train]'\n"
    assert not (tmp_path / "mine.npz").exists()
    with pytest.raises(MissingExtraError):
        train._need_torch()


@pytest.mark.usefixtures("no_torch")
def test_help_needs_no_torch(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of the command is printed without torch."""
    with pytest.raises(SystemExit) as left:
        main(["train", "--help"])
    assert left.value.code == 0
    assert "--rounds" in capsys.readouterr().out


def test_no_rounds_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A training of no rounds is refused."""
    assert main(["train", str(tmp_path), "-o", str(tmp_path / "mine.npz"), "--rounds", "0"]) == 2
    assert "--rounds" in capsys.readouterr().err


@pytest.mark.usefixtures("torch")
def test_place_that_cannot_be_written_is_refused_first(
    pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that is not there is an error before anything is learnt, for weights and for the card."""
    gone = str(tmp_path / "gone" / "mine")
    for words in (["-o", gone], ["-o", str(tmp_path / "mine.npz"), "--card", gone]):
        assert main(["train", *pages, *words]) == 1
        assert (
            capsys.readouterr().err == f"scraper: error: cannot write {gone}: there is no folder {tmp_path / 'gone'}\n"
        )


@pytest.mark.usefixtures("torch")
def test_what_cannot_be_learnt_from_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no corpus, and pages of too few sites, are errors that say so."""
    out = str(tmp_path / "mine.npz")
    assert main(["train", str(tmp_path), "-o", out]) == 1
    assert "is no corpus" in capsys.readouterr().err
    assert main(["train", str(corpus(tmp_path, 1)), "-o", out]) == 1
    assert "training needs pages with gold from more sites" in capsys.readouterr().err


@pytest.mark.usefixtures("torch")
def test_judges_are_measured_on_what_they_have_not_seen(tmp_path: Path) -> None:
    """Each page is in the fold of its site and in no other, spliced pages with their hosts."""
    from scraper.rules.role_weights import load_role_weights
    from scraper.training.crossval import FOLDS
    from scraper.training.material import fold_of, gather

    material = gather([corpus(tmp_path)], None)
    found = train.folds(material, [load_role_weights()] * FOLDS, 1)
    assert sorted(page.id for fold in found for page in fold.pages) == sorted(item.gold.page.id for item in material)
    for number, fold in enumerate(found):
        hosts = [*fold.pages, *(page.host for page in fold.spliced)]
        assert {fold_of(f"site{page.id}.example", FOLDS) for page in hosts} <= {number}
    assert any(fold.spliced for fold in found)
