"""Gold pages and corpora for tests."""

import gzip
import json
from pathlib import Path
from typing import Any

from scraper.corpora.corpus import GoldPage


def gold(**changes: Any) -> GoldPage:
    made: dict[str, Any] = {
        "corpus": "tiny",
        "id": "1",
        "path": Path("1.html.gz"),
        "url": None,
        "page_type": "article",
        "language": "en",
        "title": "River opens",
        "authors": ("Ada Lum",),
        "published": "2024-05-01 10:00:00+02:00",
        "text": "one two three",
        "title_in_text": False,
    }
    return GoldPage(**{**made, **changes})


def write_corpus(folder: Path, *rows: dict[str, Any]) -> Path:
    """Write a corpus of rows, each with its page under `html`, and return its folder."""
    (folder / "html").mkdir(parents=True)
    for row in rows:
        (folder / "html" / f"{row['id']}.html.gz").write_bytes(gzip.compress(row.pop("html", "").encode()))
    (folder / "gold.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return folder
