"""What a measuring command prints: a small table, the same as JSON, and an exit code that tells if bars are met."""

import json
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Bar(NamedTuple):
    """One figure and what it has to be."""

    name: str
    value: float
    sign: str
    """How value and limit must stand to each other: `<=`, `>=`, `==`, or empty where the figure is only told."""
    limit: float = 0.0

    def met(self) -> bool:
        """Return whether the figure is what it has to be."""
        return {
            "<=": self.value <= self.limit,
            ">=": self.value >= self.limit,
            "==": self.value == self.limit,
            "": True,
        }[self.sign]


def told(name: str, value: float) -> Bar:
    """Return a figure that has no bar."""
    return Bar(name, value, "")


def report(title: str, bars: Sequence[Bar]) -> int:
    """Print the figures; return the exit code: 0 when all bars are met, else 1."""
    width = max(len(bar.name) for bar in bars)
    sys.stdout.write(f"{title}\n")
    for bar in bars:
        wanted = f"{bar.sign} {bar.limit:g} {'met' if bar.met() else 'MISSED'}" if bar.sign else ""
        sys.stdout.write(f"  {bar.name:{width}}  {bar.value:>12,.5g}  {wanted}\n")
    figures = {bar.name: bar.value for bar in bars}
    missed = [bar.name for bar in bars if not bar.met()]
    sys.stdout.write(json.dumps({"command": title, "figures": figures, "missed": missed}) + "\n")
    sys.stdout.flush()
    return 1 if missed else 0
