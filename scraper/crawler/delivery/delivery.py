"""Output that a crash at any moment neither loses, doubles nor tears.

What is delivered is what the state says: the offset of each file is committed in the same transaction as the outcomes
of the pages whose records stand before it. The order is always: append, force to disk, commit. Whatever stands behind
the offset after a crash belongs to pages that are still due, so the next start cuts it off and they are fetched again.

A file lives through five steps, and a start after a crash behind any of them goes on from there:
    1. its name is committed, at offset 0, then the file is made under that name and `.part`;
    2. groups are appended and committed, again and again;
    3. that it is being closed is committed;
    4. it is renamed, without `.part`;
    5. that it is closed is committed, together with the next group.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from scraper.crawler.delivery import files
from scraper.crawler.delivery.group import Pending, Rotation, is_full
from scraper.crawler.delivery.naming import PART, Stream, next_name
from scraper.crawler.delivery.repair import resume, settle
from scraper.crawler.lock import hold
from scraper.crawler.memory import Batch, Memory
from scraper.model.visit import Phase, Position
from scraper.writer.border import naming


@contextmanager
def open_delivery(memory: Memory, folder: Path, streams: Sequence[Stream], rotation: Rotation) -> Iterator["Delivery"]:
    """Open the folder of output for a crawl and set right what a crash left there; locked for the block.

    What waits when the block ends is not committed. Raises LockedError when another crawl writes there, OutputError
    when a file is missing or too short, DiskFullError.
    """
    with naming(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
    with hold(folder / ".scraper.lock", f"the folder {folder}"):
        delivery = Delivery(memory, folder, streams, rotation)
        try:
            delivery.resume()
            yield delivery
        finally:
            delivery.release()


class Delivery:
    """Collects output for its streams and commits it together with what is remembered.

    After an error of `commit` or `rotate` the crawl has to stop: the next start goes on from the last commit.
    """

    def __init__(self, memory: Memory, folder: Path, streams: Sequence[Stream], rotation: Rotation) -> None:
        self._memory = memory
        self._folder = folder
        self._rotation = rotation
        self._streams: Mapping[str, Stream] = {stream.name: stream for stream in streams}
        self._waiting: dict[str, list[bytes]] = {stream.name: [] for stream in streams}
        self._size = 0
        # Where the files end by the last commit; the files themselves know where they end on disk.
        self._positions: dict[str, Position] = {}
        self._files: dict[str, files.OpenFile] = {}
        self._closed: list[Position] = []

    @property
    def pending(self) -> Pending:
        """What waits for the next commit."""
        return Pending(sum(map(len, self._waiting.values())), self._size)

    def resume(self) -> None:
        """Set right what a crash left, and go on with the files that are open."""
        for position in self._memory.unclosed():
            if position.phase is Phase.OPEN:
                self._files[position.stream] = resume(self._folder, position)
                self._positions[position.stream] = position
            else:
                self._closed.append(settle(self._folder, position))
        self._note_closed()

    def append(self, stream: str, data: bytes) -> None:
        """Let one whole line or record wait for the next commit."""
        self._waiting[stream].append(data)
        self._size += len(data)

    def commit(self, batch: Batch, now: float) -> int:
        """Write what waits, force it to disk, and remember the batch with the new offsets in one transaction.

        Returns how many addresses of the batch were new. Raises DiskFullError, OutputError, StateError; then neither
        the output nor the batch counts.
        """
        self._close_full(now)
        filled = [name for name, parts in self._waiting.items() if parts]
        for name in filled:
            if name not in self._files:
                self._begin(self._streams[name], now)
        for name in filled:
            self._append(name)
        moved = {name: replace(self._positions[name], offset=self._files[name].offset) for name in filled}
        new = self._memory.commit(batch, [*self._closed, *moved.values()], now=now)
        self._forget_written(moved)
        self._close_full(now)
        return new

    def rotate(self) -> None:
        """Close all open files now, whatever their size."""
        for name in [*self._positions]:
            self._close(name)
        self._note_closed()

    def release(self) -> None:
        """Give the files back to the system; open ones are gone on with by the next crawl."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def _begin(self, stream: Stream, now: float) -> None:
        """Begin a stream's next file; its name is committed before it exists, so that none is ever forgotten."""
        with naming(str(self._folder)):
            taken = [entry.name for entry in self._folder.iterdir()]
        file = next_name(stream, now, [*taken, self._memory.last_file(stream.name) or ""])
        position = Position(stream.name, file, 0, now, Phase.OPEN)
        self._memory.commit(Batch(), [*self._closed, position])
        self._closed.clear()
        self._positions[stream.name] = position
        self._files[stream.name] = files.create(self._folder / (file + PART))

    def _append(self, name: str) -> None:
        """Append what waits for a stream to its file."""
        file = self._files[name]
        head = b"" if file.offset else self._streams[name].head
        file.append(b"".join([head, *self._waiting[name]]))

    def _forget_written(self, moved: Mapping[str, Position]) -> None:
        """Take note that a commit went well."""
        self._positions.update(moved)
        self._closed.clear()
        self._size = 0
        for parts in self._waiting.values():
            parts.clear()

    def _close_full(self, now: float) -> None:
        """Close the open files that are full or of an earlier day."""
        for name, position in [*self._positions.items()]:
            if is_full(position, self._rotation, now):
                self._close(name)

    def _close(self, name: str) -> None:
        """Close one file: its end is committed, then it is renamed; that this was done goes into the next commit."""
        closing = replace(self._positions.pop(name), phase=Phase.CLOSING)
        self._memory.commit(Batch(), [*self._closed, closing])
        self._closed.clear()
        self._files.pop(name).close()
        self._closed.append(settle(self._folder, closing))

    def _note_closed(self) -> None:
        """Commit that files were closed."""
        if self._closed:
            self._memory.commit(Batch(), self._closed)
            self._closed.clear()
