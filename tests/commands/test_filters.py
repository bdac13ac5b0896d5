"""What is wanted, by arguments."""

from argparse import ArgumentParser

import pytest

from scraper.commands.filters import add_filter_arguments, wanted
from scraper.model.options import Wanted
from scraper.model.segment import Role


def parse(*words: str) -> Wanted:
    parser = ArgumentParser()
    add_filter_arguments(parser)
    return wanted(parser.parse_args(words))


def test_arguments_become_wishes() -> None:
    """Bounds and roles are taken over, roles in the order of the guide whatever order they were given in."""
    assert parse() == Wanted()
    expected = Wanted(0.5, 200, (Role.TITLE, Role.BODY))
    assert parse("--min-confidence", "0.5", "--min-chars", "200", "--roles", "body, title,body") == expected


@pytest.mark.parametrize(
    "words", [("--min-confidence", "2"), ("--min-confidence", "x"), ("--min-chars", "-1"), ("--roles", "bdoy")]
)
def test_what_makes_no_sense_is_refused(words: tuple[str, str]) -> None:
    """Values out of range and unknown roles end with the usage."""
    with pytest.raises(SystemExit):
        parse(*words)
