"""Figures as Prometheus reads them."""

from prometheus_client.parser import text_string_to_metric_families

from scraper.crawler.operations.metrics import Metrics
from scraper.crawler.operations.tally import Tally


def figures(tally: Tally) -> dict[str, float]:
    """Every sample with its labels, read by Prometheus' own parser."""
    text = Metrics(tally).expose().decode()
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {sample.name + "".join(f",{k}={v}" for k, v in sample.labels.items()): sample.value for sample in samples}


def test_counts_are_exposed() -> None:
    """What the tally counts is what is read, at the moment it is read."""
    tally = Tally(0.0, gauges={"window": lambda: 7})
    metrics = Metrics(tally)
    assert b"page" in metrics.expose()
    tally.outcomes["new"] += 3
    tally.answered("a.example", 0.25, 100)
    tally.waited(5.0)
    tally.commits.add(0.5)
    found = figures(tally)
    assert found["scraper_pages_total,outcome=new"] == 3
    assert found["scraper_bytes_total,of=fetched"] == 100
    assert found["scraper_queue,queue=window"] == 7
    assert found["scraper_answer_seconds_sum,host=a.example"] == 0.25
    assert found["scraper_due_lag_seconds_bucket,le=1.0"] == 0
    assert found["scraper_due_lag_seconds_bucket,le=+Inf"] == 1
    assert found["scraper_commit_seconds_count"] == 1
