"""`scraper schema`: the contract of the records."""

import sys
from argparse import ArgumentParser, Namespace

from scraper.writer.schema import schema_text

NAME = "schema"
HELP = "print the JSON Schema of the records"


def add_arguments(parser: ArgumentParser) -> None:
    """Add nothing: there is one schema."""
    del parser


def run(args: Namespace) -> int:
    """Print the schema."""
    del args
    sys.stdout.write(schema_text())
    return 0
