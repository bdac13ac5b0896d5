"""The folder as it is served: checks kept while files stay as they are, corrections written at once, and undone."""

import io
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import Any, Final

from scraper.errors import InputError, UsageError
from scraper.inspector.fixtures.compare import Checked, compared
from scraper.inspector.fixtures.keep import keep
from scraper.inspector.fixtures.saved import EXPECTED, PAGE, Fixture, expectation, read_fixture, write_expected
from scraper.inspector.serve.correct import corrected, read_correction
from scraper.inspector.serve.items import KEPT_FROM, Item, items
from scraper.model.document import Document, Skipped
from scraper.model.options import Options
from scraper.model.page import FetchResult
from scraper.pipeline import clean_result
from scraper.reader import Unreadable, read

_KEPT: Final = 256
"""Checks that are kept; a record of a large page has a megabyte."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An item with its record."""

    item: Item
    """What was looked at."""
    result: FetchResult
    """Its page."""
    checked: Checked
    """Its record beside what is expected; of a page without expectation the record is what is expected."""


class Shelf:
    """A folder of pages and fixtures; safe to use from several threads."""

    def __init__(self, folder: Path, options: Options) -> None:
        """Take the folder and how its pages are cleaned. Raises InputError where there is no such folder."""
        self.folder = folder.resolve()
        self._options = options
        self._lock = RLock()
        self._seen: OrderedDict[tuple[str, int, int], Seen | Skipped] = OrderedDict()
        self._undo: dict[str, list[dict[str, Any]]] = {}
        self.items()

    def items(self) -> Sequence[Item]:
        """Return what is in the folder now. Raises InputError."""
        return items(self.folder)

    def item(self, name: str) -> Item:
        """Return an item by its name; only what is in the folder has one. Raises InputError."""
        found = next((item for item in self.items() if item.id == name), None)
        if found is None:
            raise InputError(f"there is no {name!r} here")
        return found

    def seen(self, item: Item) -> Seen | Skipped:
        """Return an item with its record, or the reason why it has none. Raises InputError."""
        key = (item.id, _changed(item.path / PAGE if item.is_fixture else item.path), _changed(item.path / EXPECTED))
        with self._lock:
            if key not in self._seen:
                self._seen[key] = self._looked_at(item)
                while len(self._seen) > _KEPT:
                    self._seen.popitem(last=False)
            self._seen.move_to_end(key)
            return self._seen[key]

    def undoable(self, item: Item) -> int:
        """Return how many corrections of an item can be taken back."""
        return len(self._undo.get(item.id, ()))

    def correct(self, name: str, said: Any) -> Item:
        """Write a correction and return the item it was made to; a page becomes a fixture by it.

        Raises UsageError for what is no correction, InputError, OutputError.
        """
        with self._lock:
            seen = self.seen(self.item(name))
            if isinstance(seen, Skipped):
                raise UsageError(f"{name} gives no record, {seen.skipped}: there is nothing to correct")
            record = seen.checked.record
            correction = read_correction(said, len(record.segments))
            fixture, item = seen.checked.fixture, seen.item
            if not item.is_fixture:
                fixture = keep(seen.result, record, self.folder, notes={KEPT_FROM: item.id})
                item = Item(fixture.folder.relative_to(self.folder).as_posix(), fixture.folder, is_fixture=True)
            self._undo.setdefault(item.id, []).append(dict(fixture.expected))
            write_expected(item.path, corrected(fixture.expected, record, correction))
            return item

    def undo(self, name: str) -> Item:
        """Take the last correction of an item back. Raises UsageError where there is none, OutputError."""
        with self._lock:
            item = self.item(name)
            if not self.undoable(item):
                raise UsageError(f"there is no correction of {name} to take back")
            write_expected(item.path, self._undo[item.id].pop())
            return item

    def _looked_at(self, item: Item) -> Seen | Skipped:
        """Clean an item's page and compare it with what is expected."""
        fixture = read_fixture(item.path) if item.is_fixture else None
        result = fixture.result() if fixture else _page(item)
        if isinstance(result, Skipped):
            return result
        record = clean_result(result, self._options)
        if isinstance(record, Skipped):
            return record
        return Seen(item, result, compared(fixture or _unsaid(item, result, record), record))


def _page(item: Item) -> FetchResult | Skipped:
    """Return the page in a file. Raises InputError."""
    found = next(read([str(item.path)], io.BytesIO()))
    if isinstance(found, Unreadable):
        raise InputError(f"cannot read {found.source}: {found.why}")
    return replace(found, source=item.id)


def _unsaid(item: Item, result: FetchResult, record: Document) -> Fixture:
    """Return a page of which nothing is expected yet but what the record says."""
    body = result.body if isinstance(result.body, bytes) else result.body.encode("utf-8", "surrogatepass")
    return Fixture(item.id, item.path, {}, expectation(record), body)


def _changed(file: Path) -> int:
    """Return when a file was last changed, 0 where there is none."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
