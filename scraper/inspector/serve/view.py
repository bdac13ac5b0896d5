"""One item as the report shows it, with what is expected, what differs, and what corrections there are."""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from scraper.inspector.fixtures.account import difference_line
from scraper.inspector.picture import data, render
from scraper.inspector.serve.correct import labels
from scraper.inspector.serve.items import Item
from scraper.inspector.serve.shelf import Seen


def view(seen: Seen, items: Sequence[Item], csrf: str, undoable: int) -> str:
    """Return the page of an item: the report with a bar for corrections; `items` are those of the whole folder."""
    report = json.loads(data(seen.result, seen.checked.record))
    names = [item.id for item in items]
    at = names.index(seen.item.id) if seen.item.id in names else 0
    report["serve"] = {
        "csrf": csrf,
        "before": names[at - 1] if at else None,
        "after": names[at + 1] if at + 1 < len(names) else None,
        **said(seen, undoable),
    }
    text = json.dumps(report, ensure_ascii=False, separators=(",", ":"))
    return render(seen.item.id, text, more_script=_asset("serve.js"), connect="'self'")


def said(seen: Seen, undoable: int) -> Mapping[str, Any]:
    """Return what a correction may change: labels by segment, differences, how much can be taken back."""
    checked = seen.checked
    return {
        "id": seen.item.id,
        "fixture": seen.item.is_fixture,
        "labels": labels(checked.fixture.expected, checked.record),
        "differences": [[one.index, difference_line(one)] for one in checked.differences],
        "undoable": undoable,
    }


def _asset(name: str) -> str:
    """Return a file of this room."""
    return (resources.files("scraper.inspector.serve") / "assets" / name).read_text(encoding="utf-8")
