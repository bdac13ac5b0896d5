"""Colours and lines of the roles.

Main story solid, what leads elsewhere dashed, the rest dotted; inside each group colours differ also for people who do
not see red or green (a test simulates it). Every outline also bears its role's name, so colour is never the only sign.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from scraper.model.segment import Role


@dataclass(frozen=True, slots=True)
class Ink:
    """How a role is drawn."""

    light: str
    """Colour on light paper, `#rrggbb`."""
    dark: str
    """Colour on dark paper."""
    line: str
    """Style of the outline, as CSS `border-style` names it."""


INKS: Final[Mapping[Role, Ink]] = {
    Role.TITLE: Ink("#0a4fa8", "#6cb1ff", "solid"),
    Role.BYLINE: Ink("#c2500a", "#ff9d5c", "solid"),
    Role.BODY: Ink("#00866a", "#3ecfa8", "solid"),
    Role.CAPTION: Ink("#a03a8c", "#e79ad6", "solid"),
    Role.SHARE: Ink("#0078c2", "#58b8f5", "dashed"),
    Role.RELATED: Ink("#971900", "#f4764a", "dashed"),
    Role.COMMENT: Ink("#4f1d86", "#dcc6ff", "dashed"),
    Role.PROMO: Ink("#857000", "#f2e07c", "dashed"),
    Role.NAVIGATION: Ink("#5b6b7a", "#a3b4c4", "dotted"),
    Role.NOTICE: Ink("#8c4a12", "#d99a5b", "dotted"),
    Role.OTHER: Ink("#1f1f1f", "#f0f0f0", "dotted"),
}
"""Ink by role."""


def css() -> str:
    """Return the inks as custom properties: `--role-NAME` by theme, and lines by `data-role`."""
    light = ";".join(f"--role-{role}:{ink.light}" for role, ink in INKS.items())
    dark = ";".join(f"--role-{role}:{ink.dark}" for role, ink in INKS.items())
    roles = "".join(f'[data-role="{role}"]{{--hue:var(--role-{role});--line:{ink.line}}}' for role, ink in INKS.items())
    preferred = f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
    return f":root{{{light}}}{preferred}:root[data-theme=dark]{{{dark}}}{roles}"
