"""Figures of a crawl in the format of Prometheus; the only file that knows prometheus_client.

Nothing is counted twice: the collector reads the tally when it is asked.
"""

from collections.abc import Iterator
from typing import Final

from prometheus_client import CollectorRegistry
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from scraper.crawler.operations.tally import LAGS, Tally

CONTENT_TYPE: Final[str] = CONTENT_TYPE_LATEST
"""Value of the `Content-Type` header that goes with `expose`."""


class Metrics:
    """A tally to be read by Prometheus."""

    def __init__(self, tally: Tally) -> None:
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(_Reader(tally))

    def expose(self) -> bytes:
        """Return all figures as they are now."""
        return generate_latest(self._registry)


class _Reader(Collector):
    """Turns the counts of a tally into metrics."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def collect(self) -> Iterator[Metric]:
        """Yield every metric of a crawl."""
        tally = self._tally
        yield _counter("scraper_pages", "Addresses dealt with, by outcome.", "outcome", tally.outcomes)
        yield _counter("scraper_sources", "Sources worked through, by result.", "result", tally.sources)
        yield _counter("scraper_bytes", "Bytes fetched (inflated) and written.", "of", tally.bytes)
        yield CounterMetricFamily("scraper_workers_lost", "Workers that died or hung.", value=tally.lost)
        yield GaugeMetricFamily("scraper_alive_seconds", "When the crawl last moved, Unix time.", value=tally.ticked)
        queues = GaugeMetricFamily("scraper_queue", "What waits, by queue.", labels=["queue"])
        for name, gauge in tally.gauges.items():
            queues.add_metric([name], gauge())
        yield queues
        yield from self._times()

    def _times(self) -> Iterator[Metric]:
        """Yield what took how long."""
        tally = self._tally
        hosts = SummaryMetricFamily("scraper_answer_seconds", "Seconds of an answer, by host.", labels=["host"])
        for host, seconds in [*tally.hosts.items()]:
            hosts.add_metric([host], seconds.count, seconds.total)
        yield hosts
        commits = tally.commits
        yield SummaryMetricFamily("scraper_commit_seconds", "Seconds of a commit.", commits.count, commits.total)
        sums, buckets = 0, []
        for bound in (*LAGS, float("inf")):
            sums += tally.lags[bound]
            buckets.append(("+Inf" if bound == float("inf") else str(bound), sums))
        about = "Seconds from when a page was due to its turn."
        yield HistogramMetricFamily("scraper_due_lag_seconds", about, buckets, tally.lag.total)


def _counter(name: str, about: str, label: str, counts: dict[str, int]) -> Metric:
    """Return a counter with one label."""
    family = CounterMetricFamily(name, about, labels=[label])
    for value, count in [*counts.items()]:
        family.add_metric([value], count)
    return family
