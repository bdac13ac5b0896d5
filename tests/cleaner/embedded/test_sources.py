"""The table of places."""

import json

from scraper.cleaner.embedded.sources import SOURCES, Shell
from scraper.cleaner.embedded.story import Titles
from scraper.cleaner.parse import parse
from tests.cleaner.embedded.shells import EN, TITLE, data, page, program, told

TEXT = "\n\n".join(EN)


def test_no_source_finds_anything_on_an_empty_page() -> None:
    """A page without data gives no story and no error."""
    markup = page("")
    tree = parse(markup)
    shell = Shell(tree, markup, Titles(tree), bare=True)
    assert [list(source.read(shell)) for source in SOURCES] == [[], [], [], []]


def test_angular_escapes_are_undone() -> None:
    """State in Angular's own escapes is read."""
    state = json.dumps({"title": TITLE, "text": TEXT}).replace('"', "&q;")
    assert told(page(f'<script type="application/json">{state.replace("&q;", "&amp;q;")}</script>')) == []
    assert told(page(f'<script id="ng-state" type="application/json">{state}</script>')) == list(EN)


def test_nuxt_arrays_are_unfolded() -> None:
    """State of Nuxt 3 is read through its references."""
    folded = [["Reactive", 1], {"data": 2}, {"title": 3, "body": 4}, TITLE, TEXT]
    assert told(page(data(folded))) == list(EN)


def test_programs_are_read_where_the_element_stands() -> None:
    """A story in a program is put where its script stands, though the tree does not keep the program."""
    state = json.dumps({"title": TITLE, "text": TEXT})
    assert told(page(program("x()") + program(f"window.__STATE__={state}"))) == list(EN)
