"""Arguments about languages, shared by commands that tag them."""

from argparse import ArgumentParser
from pathlib import Path


def add_detector_arguments(parser: ArgumentParser) -> None:
    """Add who tells languages apart, and which may be the answer."""
    # The names are not checked here: their table would load numpy before a command is known.
    parser.add_argument(
        "--detector",
        metavar="NAME",
        default="profiles",
        help="who tells languages apart: profiles, langdetect, cld2 or lingua (default: profiles)",
    )
    parser.add_argument(
        "--languages", metavar="TAGS", type=tags, help="the only languages that may be the answer: en,zh,…"
    )
    parser.add_argument(
        "--languages-folder",
        metavar="FOLDER",
        type=Path,
        help="let `profiles` know the languages of this folder too, as `scraper train-language` writes them",
    )
    parser.add_argument(
        "--language-second-opinion", metavar="NAME", help="detector that is asked too where the first is in doubt"
    )


def add_language_arguments(parser: ArgumentParser) -> None:
    """Add what can be chosen about the languages of pages."""
    add_detector_arguments(parser)
    parser.add_argument(
        "--only-lang",
        "--lang",
        dest="only_lang",
        metavar="TAGS",
        type=tags,
        help="skip pages whose story is in another language than these: en,zh,… (`zh` is both its forms)",
    )
    parser.add_argument(
        "--spans", action="store_true", help="add to every segment which stretches of it are in which language"
    )


def tags(text: str) -> tuple[str, ...]:
    """Return the tags of a list parted by commas."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
