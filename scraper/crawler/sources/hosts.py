"""What a sources file says of one host: its own rules before those of the domains above it, before those for all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scraper.fetcher.limits import Limits
from scraper.model.source import Crawl, HostRules, Politeness

# The only colon, or one behind a bracket: all others stand inside an IPv6 address.
_NAME = re.compile(r"\[([^\]]*)\](?::\d+)?|([^:]*)(?::\d+)?")


def limits_for(crawl: Crawl, host: str) -> Limits:
    """Return how long and how large the answers of a host may be; a port behind its name does not matter."""
    given: dict[str, Any] = dict(crawl.limits)
    for rules in _rules(crawl, host):
        given |= rules.limits
    return Limits(user_agent=crawl.user_agent, **given)


def politeness_for(crawl: Crawl, host: str) -> Politeness:
    """Return how a host may be asked; a port behind its name does not matter."""
    given: dict[str, Any] = {}
    for rules in _rules(crawl, host):
        given |= rules.politeness
    return replace(crawl.politeness, **given)


def _rules(crawl: Crawl, host: str) -> Iterator[HostRules]:
    """Yield the rules that hold for a host, those of the domains above it first."""
    match = _NAME.fullmatch(host)
    labels = ((match[1] or match[2]) if match else host).rstrip(".").split(".")
    for start in range(len(labels) - 1, -1, -1):
        rules = crawl.hosts.get(".".join(labels[start:]))
        if rules is not None:
            yield rules
