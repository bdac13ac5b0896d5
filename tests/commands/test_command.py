"""The shape of a command."""

import argparse

import pytest

from scraper.cli import COMMANDS
from scraper.commands.command import Command


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_can_say_how_it_is_used(command: Command) -> None:
    """Each command has a name, a line of help, and arguments whose help can be printed."""
    parser = argparse.ArgumentParser(command.name)
    command.add_arguments(parser)
    assert parser.format_help()
    assert command.help == command.help.strip()
    assert all(action.help for action in parser._actions)
