"""How a crawl stands."""

import json
import math
from dataclasses import replace
from pathlib import Path

from scraper.crawler.memory import read_memory
from scraper.crawler.sources import read_sources
from scraper.crawler.standing import source_rows, standing
from scraper.model.source import Schedule
from scraper.model.visit import SourceState
from tests.crawler.round.world import World, page


def test_sources_before_and_after_a_round(tmp_path: Path) -> None:
    """Before its first round a source is due; afterwards its result and its next moment are shown."""
    with World(tmp_path) as world:
        world.put("/a", page())
        plan = read_sources(world.pages("/a", "/missing"))
        (row,) = source_rows(plan, {}, 50.0)
        assert (row.due, row.last) == (True, None)
        world.crawl()
        with read_memory(plan.state) as memory:
            found = standing(plan, memory, memory.source("list").last or 0.0)
    (row,) = found.sources
    assert (row.due, row.found, row.fresh, row.failures) == (False, 2, 2, 0)
    assert row.next == (row.last or 0.0) + 86400.0
    assert found.counts.records == 1
    assert json.loads(json.dumps(found.as_dict()))["hosts"][0]["host"] == "a.test"


def test_source_that_is_never_due_again(tmp_path: Path) -> None:
    """A source whose next moment never comes is shown without one."""
    plan = read_sources(World(tmp_path).pages("/a"))
    never = replace(plan.sources[0], schedule=Schedule(every=math.inf))
    (row,) = source_rows(replace(plan, sources=(never,)), {"list": SourceState("list", last=1.0)}, 2.0)
    assert (row.due, row.next) == (False, None)
