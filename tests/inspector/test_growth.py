"""Time by size."""

from scraper.inspector.growth import Step, grow, strung

BODIES = [b"<html><body class='a'><p>One story.</p></body></html>", b"<p>A page without a body.</p>"]


def test_pages_have_the_size_that_was_asked_for() -> None:
    """A page strung together has the wanted size to the byte, and what is inside all pages in turn."""
    page = strung(BODIES, 5_000)
    assert len(page) == 5_000
    assert page.count(b"<body>") == 1
    assert page.index(b"One story") < page.index(b"A page without") < page.rindex(b"One story")


def test_no_pages_make_a_page_too() -> None:
    """Where there is nothing to string together the page still has the wanted size."""
    assert len(strung([b"", b"<body></body>"], 1_000)) == 1_000


def test_every_size_is_timed() -> None:
    """There is one step a size, in order, each with a tick and a time for every thousand bytes."""
    ticks: list[int] = []
    steps = grow(BODIES, lambda: ticks.append(1), (2_000, 4_000))
    assert [step.size for step in steps] == [2_000, 4_000]
    assert all(step.seconds > 0 for step in steps)
    assert len(ticks) == 2
    assert Step(10_000, 0.02).per_kilobyte() == 2_000
