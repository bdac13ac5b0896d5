"""Records of files."""

from pathlib import Path

from scraper.commands.restored import restored
from scraper.writer.record import encode
from tests.writer.records import document, segment, skipped


def test_what_is_no_record_costs_itself(tmp_path: Path) -> None:
    """Records come back in order, and each line that is none is told with its place."""
    path = tmp_path / "r.jsonl"
    lines = [encode(document(segment("a"))), b"no json", b'{"schema":1}', encode(skipped())]
    path.write_bytes(b"\n".join(lines))
    told: list[str] = []
    found = [*restored([str(path), "gone.jsonl"], told.append)]
    assert found == [document(segment("a")), None, None, skipped(), None]
    assert [message.partition(": ")[0] for message in told] == [
        f"cannot read {path}#2",
        f"{path}#3",
        "cannot read gone.jsonl",
    ]
