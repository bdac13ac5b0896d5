"""A step of a datatrove pipeline, with and without datatrove."""

import json
import pickle
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from scraper.cluster.datatrove_step import CleanStep
from scraper.model.document import Document
from scraper.pipeline import clean
from tests.cluster.pages import SHORT, greedy, html


@dataclass
class Carrier:
    """What datatrove calls a document."""

    text: str
    id: str
    metadata: dict[str, Any] = field(default_factory=dict)


def carriers() -> list[Carrier]:
    pages = [html(1), greedy(), "", html(2)]
    return [Carrier(page, str(number), {"url": f"https://e.example/{number}"}) for number, page in enumerate(pages)]


def test_pages_become_stories_in_order() -> None:
    """Documents come out in order with their stories and the fields that were asked for; those without are dropped."""
    found = [*CleanStep(["title", "language.tag"], guard=SHORT)(carriers(), 0, 1)]
    record = clean(html(2), "https://e.example/3")
    assert isinstance(record, Document)
    assert [one.id for one in found] == ["0", "3"]
    assert found[1].text == record.text
    assert found[1].metadata == {"url": "https://e.example/3", "title": "Day 2", "language.tag": "en"}


def test_no_page_need_be_lost() -> None:
    """Where skips are kept each page has its document, which says why it has no text."""
    found = [*CleanStep(keep_skipped=True, guard=SHORT)(carriers())]
    assert [one.metadata.get("skipped") for one in found] == [None, "timeout", "empty", None]
    assert [bool(one.text) for one in found] == [True, False, False, True]


def test_step_can_be_sent() -> None:
    """A step that came out of a pickle does the same, since executors send it to machines."""
    step = pickle.loads(pickle.dumps(CleanStep(["title"], guard=SHORT)))
    assert [one.metadata["title"] for one in step(carriers())] == ["Day 1", "Day 2"]
    assert [*step(None, 0, 1)] == []


def test_import_needs_no_datatrove() -> None:
    """The file is imported, and a step made, where there is no datatrove."""
    code = "import sys; sys.modules['datatrove'] = None; from scraper.cluster.datatrove_step import CleanStep as C; "
    done = subprocess.run(
        [sys.executable, "-c", f"{code} print(C().stats, C())"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("None ")


def test_datatrove_itself(tmp_path: Path) -> None:
    """The line of the docs runs on datatrove, which counts what became of the pages."""
    executor = pytest.importorskip("datatrove.executor", reason="needs datatrove")
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    (tmp_path / "in").mkdir()
    rows = [{"text": page.text, "id": page.id, "url": page.metadata["url"]} for page in carriers()]
    (tmp_path / "in" / "pages.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    steps = [
        JsonlReader(str(tmp_path / "in")),
        CleanStep(guard=SHORT),
        JsonlWriter(str(tmp_path / "out"), compression=None),
    ]
    executor.LocalPipelineExecutor(steps, tasks=1, logging_dir=str(tmp_path / "log")).run()
    (out,) = (tmp_path / "out").iterdir()
    found = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(row["id"], row["metadata"]["title"]) for row in found] == [("0", "Day 1"), ("3", "Day 2")]
    told = json.loads((tmp_path / "log" / "stats.json").read_text())[1]["stats"]
    counts = {name: value if isinstance(value, int) else value["total"] for name, value in told.items()}
    # The reader passes over the empty page itself.
    assert counts == {"total": 3, "forwarded": 2, "dropped": 1, "skipped_timeout": 1}
