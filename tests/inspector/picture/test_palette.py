"""Colours of roles, seen by everybody."""

from itertools import combinations

import numpy as np
import pytest

from scraper.inspector.picture.palette import INKS, css
from scraper.model.segment import Role

# Linear RGB as protanopes, deuteranopes and tritanopes see it (Machado, Oliveira, Fernandes 2009, severity 1).
SIGHTS = {
    "full": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
PAPER = {"light": "#ffffff", "dark": "#191b1f"}


def linear(colour: str) -> np.ndarray:
    values = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return CIE L*a*b* (D65) of linear RGB."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(rgb, 0, 1)
    f = np.cbrt(xyz / np.array([0.9505, 1.0, 1.089]))
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_roles_differ_for_every_sight(theme, sight):
    """Any two roles differ in the line they are drawn with or, clearly, in colour, also for the colour-blind."""
    seen = {role: lab(SIGHTS[sight] @ linear(getattr(ink, theme))) for role, ink in INKS.items()}
    alike = [
        (one, other, round(float(np.linalg.norm(seen[one] - seen[other])), 1))
        for one, other in combinations(Role, 2)
        if INKS[one].line == INKS[other].line and np.linalg.norm(seen[one] - seen[other]) < 12
    ]
    assert alike == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_roles_stand_out_from_the_paper(theme):
    """Every colour has a contrast of at least 4.5 to the paper, as small text needs (WCAG 2.2, 1.4.3)."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    paper = weights @ linear(PAPER[theme]) + 0.05
    contrasts = {role: weights @ linear(getattr(ink, theme)) + 0.05 for role, ink in INKS.items()}
    assert {role: c for role, c in contrasts.items() if max(c, paper) / min(c, paper) < 4.5} == {}


def test_every_role_has_ink():
    """Every role has colours and a line in the style sheet."""
    assert all(f'[data-role="{role}"]' in css() and css().count(f"--role-{role}:") == 3 for role in Role)
