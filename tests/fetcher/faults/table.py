"""All faults, and their table as the fetcher's README shows it."""

from tests.fetcher.faults.answers import BUSY, HEADS, REDIRECTS, STATUSES
from tests.fetcher.faults.fault import Fault
from tests.fetcher.faults.plain import CODINGS, CONNECTIONS, LENGTHS
from tests.fetcher.faults.secure import HTTP2, NAMES, TLS

SECTIONS: tuple[tuple[str, tuple[Fault, ...]], ...] = (
    ("Connections", CONNECTIONS),
    ("Names", NAMES),
    ("TLS", TLS),
    ("Heads", HEADS),
    ("Statuses", STATUSES),
    ("Servers that ask for time", BUSY),
    ("Redirects", REDIRECTS),
    ("Where a body ends", LENGTHS),
    ("Codings", CODINGS),
    ("HTTP/2", HTTP2),
)
FAULTS = tuple(fault for _, faults in SECTIONS for fault in faults)


def rows() -> list[str]:
    """Return the lines of the table."""
    lines = ["| what the server does | outcome | requests |", "|---|---|---|"]
    for title, faults in SECTIONS:
        lines.append(f"| **{title}** | | |")
        lines += [f"| {fault.name} | {fault.told} | {fault.requests} |" for fault in faults]
    return lines


if __name__ == "__main__":
    print("\n".join(rows()))  # noqa: T201
