"""The fixtures of this project.

Run as a program (`python -m tests.fixture_pages`) it measures every fixture and raises the floors in
`fixtures/floors.json` where the line has become better; a floor never sinks.
"""

from pathlib import Path

from scraper.inspector.fixtures.compare import check
from scraper.inspector.fixtures.floors import raised, read_floors, write_floors
from scraper.inspector.fixtures.saved import Fixture, find_fixtures, value

__all__ = ["FLOORS", "FOLDER", "Fixture", "fixtures", "value"]

FOLDER = Path(__file__).resolve().parent.parent / "fixtures"
FLOORS = FOLDER / "floors.json"


def fixtures() -> list[Fixture]:
    """Return all fixtures in the order of their names."""
    return find_fixtures(FOLDER)


def main() -> None:
    """Raise the floors to what is reached now."""
    before = read_floors(FLOORS) if FLOORS.exists() else {}
    write_floors(FLOORS, raised(before, map(check, fixtures())))


if __name__ == "__main__":
    main()
