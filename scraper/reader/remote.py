"""Addresses of remote stores (`s3://`, `hf://`, `gs://`, …) through fsspec; the only file that knows it.

What a store needs beside fsspec (s3fs for `s3://`, huggingface_hub for `hf://`) and who may read (keys, tokens) is the
store's own affair: its usual environment variables and files count.
"""

from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar, cast

from scraper.errors import MissingExtraError, UsageError

_MARK = "://"
_WEB = ("http", "https", "ftp")
_KEYS = ("ETag", "etag", "checksum", "md5", "blob_id", "mtime", "LastModified", "created")
"""Under which names stores say what a file's content is, best first."""

_T = TypeVar("_T")


def is_remote(path: str) -> bool:
    """Say whether a path is an address with a scheme."""
    scheme, mark, _ = path.partition(_MARK)
    return bool(mark) and scheme.replace("+", "").isalnum()


def find_remote(address: str) -> tuple[bool, list[str]]:
    """Return whether an address names one file, and the addresses it stands for: itself, a pattern's or a folder's.

    Raises OSError, MissingExtraError, UsageError.
    """
    store, path = _store(address)
    if any(sign in path for sign in "*?["):
        found, named = sorted(store.glob(path)), True
        if not found:
            raise FileNotFoundError("nothing matches the pattern")
    elif store.isdir(path):
        found, named = sorted(store.find(path)), False
    else:
        return True, [address]
    return named, [cast("str", store.unstrip_protocol(entry)) for entry in found if not store.isdir(entry)]


def open_remote(address: str) -> BinaryIO:
    """Open a file for reading bytes, fetched block by block. Raises OSError, MissingExtraError, UsageError."""
    store, path = _store(address)
    return cast("BinaryIO", store.open(path, "rb"))


def remote_identity(address: str) -> str:
    """Return size and digest or time of a file, as far as the store tells. Raises as `open_remote`."""
    store, path = _store(address)
    told = store.info(path)
    return f"{told.get('size')}:{next((told[key] for key in _KEYS if told.get(key)), '')}"


def _store(address: str) -> tuple[Any, str]:
    """Return the store of an address and the path in it."""
    scheme = address.partition(_MARK)[0].lower()
    if scheme in _WEB:
        raise UsageError(f"{address} is a page of the web: `scraper fetch` downloads and cleans it")
    try:
        from fsspec.core import url_to_fs
    except ImportError as fault:
        raise MissingExtraError(f"{scheme}:// needs fsspec: pip install 'scraper[remote]'") from fault
    return cast("tuple[Any, str]", _asked(lambda: url_to_fs(address), scheme))


def _asked(ask: Callable[[], _T], scheme: str) -> _T:
    """Return what fsspec answers; its ways to say that it does not know a scheme become this package's."""
    try:
        return ask()
    except ImportError as fault:
        raise MissingExtraError(
            f"{scheme}:// needs another package: {fault} (for s3 and hf: pip install 'scraper[remote]')"
        ) from fault
    except ValueError as fault:
        raise UsageError(f"{scheme}:// is no store that can be read: {fault}") from fault
