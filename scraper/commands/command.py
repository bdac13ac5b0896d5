"""The shape of a command."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table of commands."""

    name: str
    """The word after `scraper`."""
    help: str
    """One line for `scraper --help`; also the head of the command's own help."""
    add_arguments: Callable[[ArgumentParser], None]
    """Adds the command's arguments to its parser."""
    run: Callable[[Namespace], int]
    """Does the work and returns the exit code; may raise ScraperError."""
