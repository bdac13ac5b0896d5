"""`python -m scraper` and the command `scraper`."""

import logging
import signal
import sys
import warnings

from scraper import cli


def main() -> int:
    """Run the command line of this process and return its exit code."""
    # A polite end (kill, a service manager) unwinds like an interrupt, so that half-written files are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    _quieten()
    return cli.main()


def _quieten() -> None:
    """Keep what libraries say about single pages off standard error, which belongs to this command's own messages."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


if __name__ == "__main__":
    sys.exit(main())
