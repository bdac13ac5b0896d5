"""`scraper train-language`: a profile of a language of one's own, counted from texts."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from scraper.errors import InputError, OutputError

NAME = "train-language"
HELP = "count texts and write the profile of a language that the package lacks"


def add_arguments(parser: ArgumentParser) -> None:
    """Add tag, texts and the folder of the result."""
    parser.add_argument("tag", metavar="TAG", help="BCP 47 tag of the language, such as lb")
    parser.add_argument(
        "texts", nargs="+", metavar="TEXT", type=Path, help="plain text in UTF-8 (some 1,000 sentences)"
    )
    parser.add_argument(
        "-o", "--output", metavar="FOLDER", type=Path, default=Path(), help="folder of profiles (default: this one)"
    )


def run(args: Namespace) -> int:
    """Count, write, and say what was written."""
    from scraper.tagger.learning import learn, save

    profile = learn(args.tag, [(path.name, _bytes(path)) for path in args.texts])
    try:
        path = save(profile, args.output)
    except OSError as fault:
        raise OutputError(f"cannot write into {args.output}: {fault.strerror}") from fault
    sys.stdout.write(f"{path}: {profile.tag} in {profile.script}, {len(profile.shares)} sequences of letters\n")
    return 0


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise InputError(f"cannot read {path}: {fault.strerror}") from fault
