"""`python -m scraper` and the command `scraper`."""

import signal
import sys

from scraper import cli


def main() -> int:
    """Run the command line of this process and return its exit code."""
    # A polite end (kill, a service manager) unwinds like an interrupt, so that half-written files are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
