"""Time against time."""

import pytest

from scraper.inspector.answer import Answer, System
from scraper.inspector.speed import Race, race


def test_every_system_reads_every_page_by_turns() -> None:
    """In three rounds a page each system goes first once, and the first system alone has read all pages before."""
    calls: list[str] = []

    def system(name: str) -> System:
        return System(
            name,
            lambda _body, _url: Answer(),
            lambda body: calls.append(f"{name}{body.decode()}") or "",
            describes=False,
        )

    ticks: list[int] = []
    found = race([b"1", b"2"], [system("a"), system("b"), system("c")], lambda: ticks.append(1))
    assert calls[:4] == ["a1", "a2", "b1", "c1"]
    assert calls[4:13] == ["a1", "b1", "c1", "b1", "c1", "a1", "c1", "a1", "b1"]
    assert {name: len(times) for name, times in found.seconds.items()} == {"a": 2, "b": 2, "c": 2}
    assert len(ticks) == 2
    assert found.peak_bytes > 2**20


def test_ratios() -> None:
    """The ratio over all pages weighs long pages more, that of the median page does not."""
    run = Race({"a": [1.0, 1.0, 8.0], "b": [2.0, 2.0, 4.0]}, 0)
    assert run.whole("a", "b") == pytest.approx(1.25)
    assert run.typical("a", "b") == pytest.approx(0.5)
    assert run.median("a") == pytest.approx(1.0)
