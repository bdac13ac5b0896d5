"""Rich text of editors."""

import pytest

from scraper.cleaner.embedded.rich_text import is_catalogue, paragraphs

ONE = "The ferry left an hour late, because of the ice."
TWO = "Nobody minded."
LEAVES = ["The ferry left ", "an hour late", ", because of the ice."]

SHAPES = {
    "contentful": [
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": leaf, "marks": []} for leaf in LEAVES]},
        {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": TWO, "marks": []}]},
    ],
    "slate": [{"children": [{"text": leaf} for leaf in LEAVES]}, {"children": [{"text": TWO}]}],
    "prosemirror": {
        "type": "doc",
        "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": leaf} for leaf in LEAVES]},
            {"type": "paragraph", "content": [{"type": "text", "text": TWO}]},
        ],
    },
    "draft": {
        "blocks": [{"key": "a1", "type": "unstyled", "text": ONE}, {"key": "b2", "type": "unstyled", "text": TWO}]
    },
    "portable text": [
        {"_type": "block", "children": [{"_type": "span", "text": leaf} for leaf in LEAVES]},
        {"_type": "block", "children": [{"_type": "span", "text": TWO}]},
    ],
    "editor.js": {
        "blocks": [{"type": "paragraph", "data": {"text": ONE}}, {"type": "paragraph", "data": {"text": TWO}}]
    },
    "react": [
        ["$", "p", None, {"children": [LEAVES[0], ["$", "b", None, {"children": LEAVES[1]}], LEAVES[2]]}],
        ["$", "p", None, {"className": "lead", "children": TWO}],
    ],
    "strings": [ONE, TWO],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_paragraphs_come_out_whole(shape: str) -> None:
    """However an editor keeps its text, paragraphs are parted and their leaves are not."""
    assert list(paragraphs(SHAPES[shape])) == [ONE, TWO]


def test_a_list_of_other_pages_is_a_catalogue() -> None:
    """Items with a headline and an address make a catalogue; posts with names do not."""
    assert is_catalogue([{"title": f"Lamp {n}", "slug": f"lamp-{n}"} for n in range(4)])
    assert not is_catalogue([{"name": "ann", "text": ONE} for _ in range(4)])
