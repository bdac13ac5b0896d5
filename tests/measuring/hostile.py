"""All hostile pages, each in a fresh worker: `python -m tests.measuring.hostile [KIND ...]` prints what each one cost.

A kind passes with one record of the sort it should give, within 5 processor seconds and 512 MiB, and with every
sentence that a browser shows. The last line counts those that do not; the exit code says whether there are any.
"""

import sys

from scraper.model.guard import Guard
from tests.hostile.kinds import KINDS
from tests.hostile.outcome import MEGABYTES, SECONDS, outcomes


def main(names: list[str]) -> int:
    """Print the table."""
    guard = Guard(cpu_seconds=4 * SECONDS, seconds=600, megabytes=2 * MEGABYTES, pages=1)
    bad = 0
    for found in outcomes(names or KINDS, guard):
        faults = "; ".join(found.faults)
        bad += bool(faults)
        size = KINDS[found.name].size()
        line = f"{found.name:32} {size:>10,} {found.seconds:6.2f} s {found.megabytes:5} MiB  {found.what:12}"
        print(f"{line} {'in the story' if found.told else '':13} {faults}", flush=True)  # noqa: T201
    print(f"{len(names or KINDS)} kinds, {bad} of them bad")  # noqa: T201
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
