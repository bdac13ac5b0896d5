"""The model card."""

from pathlib import Path

import pytest

from scraper.training.material import gather
from tests.training.lessons import corpus

pytest.importorskip("torch", reason="learning needs torch: pip install 'scraper[train]'")

from scraper.training.card import model_card
from scraper.training.learning import Recipe


def test_card_says_what_the_weights_are_made_of(root: Path, tmp_path: Path) -> None:
    """Name, corpora with numbers of pages, seed, figures and known failures stand in the card."""
    material = gather([corpus(tmp_path, 3), root / "fixtures"], None)
    fixtures = len(material) - 3
    card = model_card("mine-1", material, Recipe(seed=7, rounds=3, least_sites=2), ["| table |", ""])
    assert card.startswith("# mine-1\n\n")
    assert "- tiny: 3 pages. No licence known." in card
    assert f"- fixtures: {fixtures} pages. pages written by hand" in card
    assert f"- of these, {fixtures} pages with every block labelled by hand" in card
    assert "Seed 7, 3 rounds, words of 2 sites and more." in card
    assert "\n\n| table |\n\n## Known failures\n\n- " in card
    assert card.endswith("of your own.\n")
