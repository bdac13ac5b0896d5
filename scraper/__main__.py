"""`python -m scraper` and the command `scraper`."""

import gc
import logging
import os
import signal
import sys
import warnings

from scraper import cli

_BETWEEN_LOOKS = 50_000
"""Objects made, less those freed, between two looks for circles of objects."""


def main() -> int:
    """Run the command line of this process and return its exit code."""
    # A polite end (kill, a service manager) unwinds like an interrupt, so that half-written files are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    _quieten()
    _hasten()
    return cli.main()


def _hasten() -> None:
    """Set this process up for many small pages; whoever uses the package as a library decides for himself."""
    # Matrices of one page are too small to share: threads would wait for each other, on the time of other workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A page leaves no circles behind, so looking for them seldom is enough; the default looks several times a page.
    gc.set_threshold(_BETWEEN_LOOKS, 20, 20)


def _quieten() -> None:
    """Keep what libraries say about single pages off standard error, which belongs to this command's own messages."""
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


if __name__ == "__main__":
    sys.exit(main())
