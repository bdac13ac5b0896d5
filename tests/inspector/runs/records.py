"""Rows of runs for tests."""

import json
from pathlib import Path
from typing import Any


def row(name: str, *segments: tuple[str, str, str], **more: Any) -> dict[str, Any]:
    """Return a record with segments of text, role and language."""
    held = [{"text": text, "role": role, "lang": lang} for text, role, lang in segments]
    told = "\n\n".join(text for text, role, _ in segments if role == "body")
    about = {"title": "T", "language": {"tag": "en"}, "confidence": 0.9}
    return {"schema": 1, "source": f"{name}.html", "url": f"https://a.example/{name}", **about, "text": told,
            "segments": held, **more}  # fmt: skip


def skip(name: str, reason: str) -> dict[str, Any]:
    """Return the record of a page that gave no document."""
    return {"schema": 1, "source": f"{name}.html", "url": f"https://a.example/{name}", "skipped": reason, "detail": ""}


def written(path: Path, *rows: dict[str, Any]) -> Path:
    """Write rows, one a line."""
    path.write_text("".join(json.dumps(one) + "\n" for one in rows))
    return path
