"""A small page for commands to work on."""

import json
from pathlib import Path
from typing import Any

STORY = "The river rose by two metres in the night, and the old bridge was closed before dawn by the town."
PAGE = f"""<!doctype html><html lang="en"><head><title>River rises</title></head><body>
<article><h1>River rises</h1><p>{STORY}</p><p>{STORY.replace("night", "evening")}</p></article></body></html>"""


def write_page(folder: Path, name: str = "page.html") -> Path:
    """Write the page and return its path."""
    path = folder / name
    path.write_text(PAGE)
    return path


def records(text: str) -> list[dict[str, Any]]:
    """Return the records of JSONL."""
    return [json.loads(line) for line in text.splitlines()]
