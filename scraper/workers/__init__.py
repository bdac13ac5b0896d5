"""Pages cleaned in processes that may hang, swell or crash: a page costs its own record and nothing else.

    Pool.stream (pool)  -- socket -->  worker (child), forked by the keeper, which has loaded everything once

`cleaning.cleaned` is the line in such workers; `cleaner.Cleaner` is the same for a program that calls this package.
`pool.open_pool` calls any function of a module. See README.md.
"""

from scraper.workers.cleaner import Cleaner
from scraper.workers.cleaning import Plan, cleaned, whole
from scraper.workers.keeper import Task
from scraper.workers.lost import Cause, Lost
from scraper.workers.pool import Pool, Ready, open_pool

__all__ = ["Cause", "Cleaner", "Lost", "Plan", "Pool", "Ready", "Task", "cleaned", "open_pool", "whole"]
