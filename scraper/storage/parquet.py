"""Rows in columns: Parquet files, read and written a batch at a time; the only file that knows pyarrow.

Source: Apache Parquet format 2; pyarrow's own documentation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias

from scraper.errors import MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

Row: TypeAlias = Mapping[str, Any]
"""One row: values by the names of the columns."""

_BATCH: Final = 64
"""Rows that are held at a time while reading: pages are large."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a column holds: a plain kind, a list or map of another shape, or a struct."""

    kind: str
    """`string`, `int64`, `double`, `bool`, `list`, `map` (from strings: a list of `key`, `value`) or `struct`."""
    inner: "Shape | None" = None
    """What a list or map holds."""
    fields: Mapping[str, "Shape"] | None = None
    """What a struct holds, in order."""


class Columns:
    """A Parquet file that is being written: rows are kept until a group is full."""

    def __init__(self, target: IO[bytes], shapes: Mapping[str, Shape]) -> None:
        arrow = _arrow()
        from pyarrow import parquet

        self._schema = arrow.schema([(name, _type(arrow, shape)) for name, shape in shapes.items()])
        # Versions of the writer stand in the file; nothing else does that changes from run to run.
        self._file = parquet.ParquetWriter(target, self._schema, compression="zstd")
        self._batch = arrow.RecordBatch

    def write(self, rows: Sequence[Row]) -> None:
        """Append a group of rows."""
        self._file.write_batch(self._batch.from_pylist([*rows], schema=self._schema))

    def close(self) -> None:
        """Write the foot, without which the file is none."""
        self._file.close()


def read_rows(stream: IO[bytes], wanted: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file that can be sought in, with the columns that are wanted and there (None: all).

    Text that is no UTF-8 comes with U+FFFD. Raises OSError where the file is damaged or no Parquet, and
    MissingExtraError.
    """
    arrow = _arrow()
    from pyarrow import parquet

    try:
        # Reading column chunks through a small buffer, not whole, keeps memory flat over large row groups.
        file = parquet.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False)
        names = [name for name in file.schema_arrow.names if wanted is None or name in wanted]
        for batch in file.iter_batches(_BATCH, columns=names):
            yield from _rows(arrow, batch)
    except arrow.ArrowException as fault:
        raise OSError(f"it is no Parquet file, or damaged: {_one_line(fault)}") from fault


def column_names(stream: IO[bytes]) -> list[str]:
    """Return the names of a file's columns. Raises as `read_rows`."""
    arrow = _arrow()
    from pyarrow import parquet

    try:
        return [*parquet.ParquetFile(stream).schema_arrow.names]
    except arrow.ArrowException as fault:
        raise OSError(f"it is no Parquet file, or damaged: {_one_line(fault)}") from fault


def _rows(arrow: Any, batch: "pa.RecordBatch") -> list[dict[str, Any]]:
    """Return the rows of a batch; a text that is no UTF-8 must not cost the others."""
    try:
        return [*batch.to_pylist()]
    except UnicodeDecodeError:
        rows = [{**row} for row in _as_bytes(arrow, batch).to_pylist()]
    texts = {field.name for field in batch.schema if arrow.types.is_string(field.type)}
    for row in rows:
        row.update({name: row[name].decode("utf-8", "replace") for name in texts if row[name] is not None})
    return rows


def _as_bytes(arrow: Any, batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return a batch whose columns of text are columns of bytes."""
    columns = [c.cast(arrow.binary()) if arrow.types.is_string(c.type) else c for c in batch.columns]
    return arrow.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _type(arrow: Any, shape: Shape) -> "pa.DataType":
    """Return pyarrow's type of a shape."""
    if shape.fields is not None:
        return arrow.struct([(name, _type(arrow, inner)) for name, inner in shape.fields.items()])
    if shape.inner is None:
        return getattr(arrow, {"double": "float64", "bool": "bool_"}.get(shape.kind, shape.kind))()
    inner = _type(arrow, shape.inner)
    if shape.kind == "list":
        return arrow.list_(inner)
    # Parquet has maps, but not all that reads Parquet does: pairs are understood everywhere.
    return arrow.list_(arrow.struct([("key", arrow.string()), ("value", inner)]))


def _arrow() -> Any:
    """Return pyarrow. Raises MissingExtraError."""
    try:
        import pyarrow
    except ImportError as fault:
        raise MissingExtraError("Parquet needs pyarrow: pip install 'scraper[parquet]'") from fault
    return pyarrow


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:200]
