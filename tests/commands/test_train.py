"""`scraper train`."""

import importlib.util
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from scraper.cli import main
from scraper.commands import train
from scraper.errors import MissingExtraError
from scraper.rules.role_weights import read_role_weights
from tests.commands.pages import records
from tests.training.lessons import SITES, corpus, row, segments


@pytest.fixture(scope="module")
def torch() -> None:
    """Skip where torch is missing; else let it prepare itself here once rather than anew in every process."""
    found = pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")
    found.optim.AdamW([found.nn.Parameter(found.zeros(1))])


@pytest.fixture
def no_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this a machine without torch."""
    found = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *rest: None if name == "torch" else found(name, *rest))
    monkeypatch.setitem(sys.modules, "torch", None)


def written(folder: Path) -> list[str]:
    """Write a corpus of a dozen sites, half of them labelled by hand, and return the arguments that name both."""
    made, roles = corpus(folder), folder / "roles"
    roles.mkdir()
    for number in range(0, SITES, 2):
        labelled = {"id": str(number), "html": f"tiny/html/{number}.html.gz", "segments": segments(number)}
        (roles / f"{number}.json").write_text(json.dumps(labelled))
    return [str(made), "--roles", str(roles), "--rounds", "2", "--name", "mine", "--seed", "5"]


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    """Return the arguments that name a corpus and labels."""
    return written(tmp_path)


@dataclass(frozen=True)
class Run:
    """What one run of the command left behind."""

    words: list[str]
    """Its arguments but for where to write."""
    weights: Path
    """The file it wrote."""
    out: str
    """Standard output."""
    err: str
    """Standard error."""


@pytest.fixture(scope="module")
def trained(torch: None, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Train once."""
    folder = tmp_path_factory.mktemp("train")
    words, weights = written(folder), folder / "mine.npz"
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        assert main(["train", *words, "-o", str(weights)]) == 0
    return Run(words, weights, out.getvalue(), err.getvalue())


def test_pages_become_weights_and_a_card(trained: Run) -> None:
    """Weights, a card with the figures, the same figures on standard output, and steps on standard error are made."""
    made = read_role_weights(trained.weights)
    name, digest, seed = made.name.split("-")
    assert (name, len(digest), seed) == ("mine", 12, "5")
    card = trained.weights.with_suffix(".md").read_text("utf-8")
    assert made.card == card
    assert trained.out.rstrip() in card
    assert trained.err.splitlines()[0].split("  ")[-1] == f"{SITES} pages found"
    titles = [line for line in trained.out.splitlines() if line.startswith("### ")]
    assert titles[:2] == ["### Stories, token F1", "### Languages"]
    assert "### Roles, pages labelled by hand" in titles
    assert "### Teasers put into stories" in titles
    assert f"| tiny | all | {SITES} |" in trained.out


def test_same_seed_writes_the_same_file(trained: Run, tmp_path: Path) -> None:
    """A second run gives the same bytes, and the card goes where it is asked for."""
    again, card = tmp_path / "again.npz", tmp_path / "card.txt"
    assert main(["train", *trained.words, "-o", str(again), "--card", str(card)]) == 0
    assert again.read_bytes() == trained.weights.read_bytes()
    assert card.read_bytes() == trained.weights.with_suffix(".md").read_bytes()
    assert not again.with_suffix(".md").exists()


def test_new_weights_can_judge(trained: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file that was written can be given to the other commands, and records name it."""
    page = tmp_path / "page.html"
    page.write_text(row(3)["html"])
    assert main(["clean", str(page), "--weights", str(trained.weights)]) == 0
    (record,) = records(capsys.readouterr().out)
    assert record["made_by"]["weights"] == read_role_weights(trained.weights).name


@pytest.mark.usefixtures("torch")
def test_fixtures_can_be_learnt_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of fixtures alone is enough, and with --ablate the card has a row for each kind of evidence."""
    monkeypatch.setattr("scraper.commands.ablation.EVIDENCE", ("page",))
    for number in range(SITES):
        folder = tmp_path / "own" / "en" / f"page-{number}"
        folder.mkdir(parents=True)
        made = row(number)
        (folder / "page.html").write_text(made["html"])
        (folder / "page.json").write_text(json.dumps({"url": made["url"]}))
        expected = {"title": made["title"], "page_type": "article", "segments": segments(number)}
        (folder / "expected.json").write_text(json.dumps(expected))
    assert main(["train", str(tmp_path / "own"), "-o", str(tmp_path / "mine.npz"), "--rounds", "1", "--ablate"]) == 0
    out = capsys.readouterr().out
    assert f"| fixtures | all | {SITES} |" in out
    assert "### Confidence of roles" in out
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
        said = f"cannot write {gone}: there is no folder {tmp_path / 'gone'}"
        assert capsys.readouterr().err == f"scraper: error: {said}\n"


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
