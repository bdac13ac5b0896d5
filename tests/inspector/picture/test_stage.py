"""The steps by which a page is drawn."""

from scraper.cleaner.parse import parse, style_sheets
from scraper.cleaner.split import split
from scraper.inspector.picture.stage import Stage, set_stage


def stage_of(html: str) -> Stage:
    tree = parse(html)
    return set_stage(tree, split(tree), style_sheets(html))


def test_elements_and_texts_in_order():
    """Elements are opened and closed as they are nested, and texts stand where they were."""
    assert stage_of("<p>one <b>two</b></p><p>three").steps == [
        ["html"], ["body"], ["p"], "one ", ["b"], "two", 2, ["p"], "three", 3,
    ]  # fmt: skip


def test_what_is_left_out_is_left_out_with_all_below():
    """The head, programs and frames give no step."""
    html = "<head><title>t</title></head><script>x</script><iframe>y</iframe><p>z"
    assert stage_of(html).steps == [["html"], ["body"], ["p"], "z", 3]


def test_places_name_the_texts_of_each_block():
    """Each block has the ordinals of its text nodes, also where several share an element."""
    assert stage_of("<div>one <i>more</i><br><br>two</div>").places == [[0, 1], [2]]
    assert stage_of("<p> </p>\n<p>one</p>").places == [[1]] or stage_of("<p> </p>\n<p>one</p>").places == [[2]]


def test_classes_are_kept_where_a_sheet_names_them():
    """Class and id stand where the page's own style asks for them, and only there."""
    steps = stage_of("<style>.a,#b{float:left}</style><p class='a c' id=d>x<p id=b>y").steps
    assert ["p", {"class": "a"}] in steps
    assert ["p", {"id": "b"}] in steps
    assert stage_of("<p class=a id=b>x").steps[2] == ["p"]


def test_hidden_elements_are_marked():
    """What the markup hides is marked, so that it can be shown, and what opens by hand is open."""
    steps = stage_of("<p hidden>x</p><dialog>y</dialog><details>z</details>").steps
    assert ["p", {"data-unseen": ""}] in steps
    assert ["dialog", {"data-unseen": "", "open": ""}] in steps
    assert ["details", {"open": ""}] in steps


def test_white_space_is_folded_but_in_preformatted_text():
    """Indentation between elements shrinks to one sign, and preformatted text stays as it is."""
    assert "\n" in stage_of("<p>a</p>\n\n      <p>b</p>").steps
    assert "\n      " in stage_of("<pre>a<b>b</b>\n      <i>c</i></pre>").steps
