"""What is known of hosts: what was said since the last commit, over what the memory says.

The queues ask at once and from the event loop, so what the memory knows is read beforehand, in a thread.
"""

import asyncio
from collections.abc import Callable, Iterable

from scraper.model.host import HostState

_MOST = 10_000


class Hosts:
    """Answers what is remembered of a host; call `read` for hosts that may come up."""

    def __init__(self, recall: Callable[[str], HostState]) -> None:
        self._recall = recall
        self._changed: dict[str, HostState] = {}
        self._read: dict[str, HostState] = {}

    def __call__(self, host: str) -> HostState:
        """Return the state of a host, a fresh one where nothing was read of it."""
        return self._changed.get(host) or self._read.get(host) or HostState(host)

    async def read(self, hosts: Iterable[str]) -> None:
        """Read what the memory knows of hosts."""
        wanted = [host for host in hosts if host not in self._changed]
        if len(self._read) + len(wanted) > _MOST:
            self._read.clear()
        self._read.update(await asyncio.to_thread(lambda: {host: self._recall(host) for host in wanted}))

    def remember(self, state: HostState) -> None:
        """Take note of a state that is to be committed."""
        self._changed[state.host] = state

    def changed(self) -> dict[str, HostState]:
        """Return what is to be committed."""
        return dict(self._changed)

    def committed(self, states: dict[str, HostState]) -> None:
        """Forget what the memory knows now, unless it has changed again."""
        for host, state in states.items():
            self._read.pop(host, None)
            if self._changed.get(host) is state:
                del self._changed[host]
                self._read[host] = state
