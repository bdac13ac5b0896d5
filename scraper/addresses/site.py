"""The site that a host belongs to, without the list of public suffixes: that changes weekly, and is not needed here."""

from typing import Final

_SHARED: Final = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"})
"""Second labels under which countries register names: `example.co.uk` is a site, `co.uk` is none."""


def registered(host: str) -> str:
    """Return the registered domain of a host name in lower case: `example.co.uk` of `news.example.co.uk`.

    A name of one label is its own site. Hosts that are IP addresses have none: ask before.
    """
    labels = host.split(".")
    country = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SHARED
    return ".".join(labels[-3:] if country else labels[-2:])
