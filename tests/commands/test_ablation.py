"""What each kind of evidence is worth."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.training.lessons import corpus

torch = pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")

from scraper.commands.ablation import ablation_lines, replaced  # noqa: E402
from scraper.commands.train import folds  # noqa: E402
from scraper.rules.role_weights import load_role_weights  # noqa: E402
from scraper.training.crossval import FOLDS, lessons_of  # noqa: E402
from scraper.training.learning import EVIDENCE, Recipe  # noqa: E402
from scraper.training.material import gather  # noqa: E402

KINDS = ("spliced", "first words")
RECIPE = Recipe(seed=2, rounds=1, least_sites=2)


def lines(folder: Path, tell: Callable[[str], None]) -> list[str]:
    """Return the table of a small corpus."""
    # Torch prepares itself here once rather than anew in every process.
    torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))])
    material = gather([corpus(folder)], None)
    unseen = folds(material, [load_role_weights()] * FOLDS, 3)
    return [*ablation_lines(lessons_of(material, 1), unseen[0], RECIPE, tell)]


def test_row_for_each_kind_of_evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table has a row with all evidence and one without each kind, in order, four shares each."""
    monkeypatch.setattr("scraper.commands.ablation.EVIDENCE", KINDS)
    steps: list[str] = []
    title, empty, head, rule, *rows, last = lines(tmp_path, steps.append)
    assert title.startswith("### ")
    assert (empty, last, rule.count("|")) == ("", "", head.count("|"))
    assert [row.split(" | ")[0] for row in rows] == ["| nothing", "| spliced", "| first words"]
    shares = [float(cell) for row in rows for cell in row.strip("| ").split(" | ")[1:]]
    assert len(shares) == 4 * len(rows)
    assert all(0 <= share <= 1 for share in shares)
    assert steps == ["measured without nothing", "measured without spliced", "measured without first words"]


@pytest.mark.parametrize("kind", EVIDENCE)
def test_only_one_kind_is_left_out(kind: str) -> None:
    """A recipe without a kind of evidence is the same in everything else."""
    without = replaced(RECIPE, kind)
    assert without.without == {kind}
    assert (without.seed, without.rounds, without.least_sites) == (RECIPE.seed, RECIPE.rounds, RECIPE.least_sites)
