"""State that frameworks fold up before they write it: undone here, so that it can be read like any other.

- Nuxt 3 (`__NUXT_DATA__`, the npm package devalue): one flat array whose members name each other by index.
- Next.js with its app router (`self.__next_f.push`): rows of the React Flight stream, `id:JSON` or `id:Tlength,text`.
"""

import json
import re
from collections.abc import Iterator

from scraper.cleaner.embedded.literals import string

_DECODER = json.JSONDecoder(strict=False)
_DEEPEST = 40
_MOST = 50_000
_PUSHED = re.compile(r'__next_f\.push\(\s?\[\s?1\s?,\s?("(?:[^"\\]|\\.)*+(?:"|\\?\Z))', re.S)
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),|[A-Z]{0,2}(?=[\[{\"]))")


def unfold(value: object) -> object:
    """Return the value an array of references stands for; any other value comes back as it is."""
    if not isinstance(value, list) or len(value) < 3 or not isinstance(value[0], list | dict):
        return value
    inner = value[0].values() if isinstance(value[0], dict) else value[0]
    if not all(isinstance(index, int | str) for index in inner):
        return value
    return _Unfolding(value).at(0, 0)


class _Unfolding:
    """One array of references; a member that is named twice is unfolded where it is named first."""

    def __init__(self, members: list[object]) -> None:
        self._members = members
        self._done: set[int] = set()

    def at(self, index: object, depth: int) -> object:
        """Return what the member with this index stands for, None where it cannot be or was told before."""
        if not isinstance(index, int) or not 0 <= index < len(self._members) or depth > _DEEPEST:
            return None
        value = self._members[index]
        if not isinstance(value, dict | list) or len(self._done) > _MOST:
            return value
        if index in self._done:
            return None
        self._done.add(index)
        if isinstance(value, dict):
            return {key: self.at(inner, depth + 1) for key, inner in value.items()}
        # A list that begins with a name is a value of that type: ["Reactive", 12].
        return [self.at(inner, depth + 1) for inner in value if isinstance(inner, int)]


def flight(program: str) -> str:
    """Return the part of the stream that a script pushes, empty where it pushes none."""
    return "".join(string(quoted) for quoted in _PUSHED.findall(program))


def rows(stream: str) -> Iterator[object]:
    """Yield the values and texts of the stream's rows; lengths in it count bytes of UTF-8."""
    data = stream.encode("utf-8", "replace")
    at = 0
    for _ in range(_MOST):
        row = _ROW.match(data, at)
        if row is None:
            at = data.find(b"\n", at) + 1
            if not at:
                return
        elif row[2] is not None:
            end = row.end() + int(row[2], 16)
            yield {"html": data[row.end() : end].decode("utf-8", "replace")}
            at = end
        else:
            end = data.find(b"\n", row.end())
            end = len(data) if end < 0 else end
            yield from _json(data[row.end() : end].decode("utf-8", "replace"))
            at = end + 1


def _json(text: str) -> Iterator[object]:
    """Yield the value a row holds."""
    try:
        yield _DECODER.decode(text)
    except (ValueError, RecursionError):
        return
