"""A page and its record become the data of a report, and the report.

{"record": the record as JSONL has it, "page": steps, "sheet": CSS, "places": [[text node, ...] a segment],
 "told": [segments that make the story], "doubts": [[segment, [what], how sure]], "reasons": {code: words},
 "roles": [[name, whether of the main story]]}
"""

import json
from collections.abc import Callable, Sequence
from typing import Final

from scraper.cleaner.decode import decode
from scraper.cleaner.embedded import find_embedded
from scraper.cleaner.parse import parse, style_sheets
from scraper.cleaner.split import split
from scraper.errors import UsageError
from scraper.inspector.picture.doubts import doubts
from scraper.inspector.picture.shell import render
from scraper.inspector.picture.stage import Stage, set_stage
from scraper.inspector.picture.wording import in_words
from scraper.model.document import Document, Skipped
from scraper.model.page import FetchResult
from scraper.model.segment import Role, Segment
from scraper.writer.record import encode

STORY: Final = (Role.TITLE, Role.BYLINE, Role.BODY, Role.CAPTION)
"""Roles of the main story."""
_BREAK = "\n\n"


def draw(result: FetchResult, record: Document) -> str:
    """Return the report of a page as one HTML file; `record` is what the line makes of it.

    Raises UsageError where the record is of another page, or made by another version.
    """
    name = record.title or record.source
    return render(name, data(result, record))


def data(result: FetchResult, record: Document) -> str:
    """Return what a report shows, as JSON. Raises UsageError as `draw` does."""
    stage = _stage(result, record)
    codes = dict.fromkeys(code for segment in record.segments for code in segment.reasons)
    more = {
        "page": stage.steps,
        "sheet": stage.sheet,
        "places": stage.places,
        "told": told(record),
        "doubts": [[doubt.index, doubt.about, doubt.sure] for doubt in doubts(record.segments)],
        "reasons": {code: in_words(code) for code in codes},
        "roles": [[role, role in STORY] for role in Role],
    }
    rest = json.dumps(more, ensure_ascii=False, separators=(",", ":"))
    return f'{{"record":{encode(record).decode("utf-8")},{rest[1:]}'


def told(record: Document) -> Sequence[int]:
    """Return the segments whose texts make the record's text; none where they cannot be told apart."""
    choices: tuple[Callable[[Segment], bool], ...] = (lambda s: s.role is Role.BODY, lambda _: True)
    for wanted in choices:
        found = _taken(record, wanted)
        if _BREAK.join([record.segments[at].text for at in found]) == record.text:
            return found
    return ()


def _taken(record: Document, wanted: Callable[[Segment], bool]) -> list[int]:
    """Return the segments that follow each other in the text, each as early as it can be."""
    found, at, text = [], 0, record.text
    for index, segment in enumerate(record.segments):
        end = at + len(segment.text)
        if wanted(segment) and text.startswith(segment.text, at) and text[end : end + 2] in ("", _BREAK):
            found.append(index)
            at = end + len(_BREAK)
    return found


def _stage(result: FetchResult, record: Document) -> Stage:
    """Return the page ready to be drawn: the line's first steps once more, for they are pure."""
    page = decode(result)
    if isinstance(page, Skipped):
        raise UsageError(f"{result.source}: {page.detail}")
    tree = parse(page.text)
    blocks = find_embedded(tree, split(tree), page.text).blocks
    if [block.text for block in blocks] != [segment.text for segment in record.segments]:
        raise UsageError(f"{result.source}: the record is of another page or was made by another version")
    return set_stage(tree, blocks, style_sheets(page.text))
