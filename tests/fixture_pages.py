"""Fixtures read and compared: what `test_fixtures.py` and the floors are made of.

Run as a program (`python -m tests.fixture_pages`) it measures every fixture and raises the floors in
`fixtures/floors.json` where the line has become better; a floor never sinks.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scraper.model.document import Document
from scraper.model.page import FetchResult, Http
from scraper.pipeline import clean_result

FOLDER = Path(__file__).resolve().parent.parent / "fixtures"
FLOORS = FOLDER / "floors.json"
FIELDS = ("title", "authors", "published", "language", "page_type")


@dataclass(frozen=True)
class Fixture:
    """One saved page and what its record must say."""

    name: str
    """Language tag and name of the folder, `en/live-blog`."""
    page: Mapping[str, Any]
    """Address, headers, and what the page is there to show."""
    expected: Mapping[str, Any]
    """What the record must say."""
    body: bytes
    """The page as served."""

    def result(self) -> FetchResult:
        """Return the page as the fetcher would have delivered it."""
        http = Http(200, self.page["url"], content_type=self.page.get("http", {}).get("content_type"))
        return FetchResult(self.name, self.body, self.page["url"], http)

    def record(self) -> Document:
        """Return the record that the line makes of the page."""
        document = clean_result(self.result())
        assert isinstance(document, Document), document
        return document


def fixtures() -> list[Fixture]:
    """Return all fixtures in the order of their names."""
    return [_read(path.parent) for path in sorted(FOLDER.glob("*/*/page.html"))]


def _read(folder: Path) -> Fixture:
    page, expected = (json.loads((folder / name).read_text("utf-8")) for name in ("page.json", "expected.json"))
    return Fixture(folder.relative_to(FOLDER).as_posix(), page, expected, (folder / "page.html").read_bytes())


def floors() -> dict[str, dict[str, Any]]:
    """Return what every fixture has reached before."""
    return json.loads(FLOORS.read_text("utf-8"))


def measure(fixture: Fixture) -> dict[str, Any]:
    """Return how much of what is expected the line gives: shares of segments, paragraphs lost and leaked, fields."""
    document, expected = fixture.record(), fixture.expected
    pairs = list(zip(expected["segments"], document.segments, strict=True))
    story = [segment["text"] for segment in expected["segments"] if segment["role"] == "body"]
    told = [segment.text for segment in document.segments if segment.role == "body"]
    return {
        "roles": sum(segment["role"] == found.role for segment, found in pairs) / len(pairs),
        "languages": sum(segment["lang"] == found.lang for segment, found in pairs) / len(pairs),
        "lost": sum(text not in told for text in story),
        "leaked": sum(text not in story for text in told),
        "fields": [field for field in FIELDS if value(document, field) == expected[field]],
    }


def value(document: Document, field: str) -> Any:
    """Return a field of the record as `expected.json` writes it."""
    if field == "language":
        return document.language.tag
    found = getattr(document, field)
    return list(found) if isinstance(found, tuple) else found


def raised(floor: Mapping[str, Any], reached: Mapping[str, Any]) -> dict[str, Any]:
    """Return the better of two measures, number by number; shares are cut to two digits."""
    return {
        "roles": max(floor["roles"], int(reached["roles"] * 100) / 100),
        "languages": max(floor["languages"], int(reached["languages"] * 100) / 100),
        "lost": min(floor["lost"], reached["lost"]),
        "leaked": min(floor["leaked"], reached["leaked"]),
        "fields": [field for field in FIELDS if field in floor["fields"] or field in reached["fields"]],
    }


NOTHING: Mapping[str, Any] = {"roles": 0.0, "languages": 0.0, "lost": 10**6, "leaked": 10**6, "fields": []}


def main() -> None:
    """Raise the floors to what is reached now."""
    before = floors() if FLOORS.exists() else {}
    after = {fixture.name: raised(before.get(fixture.name, NOTHING), measure(fixture)) for fixture in fixtures()}
    lines = (f" {json.dumps(name)}: {json.dumps(floor)}" for name, floor in sorted(after.items()))
    FLOORS.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
