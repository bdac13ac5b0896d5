"""Processes that read what the web has sent: a page that hangs or kills one costs its own record and nothing else.

`open_pool` starts them; `Pool.run(function, *arguments)` calls a function of a module in one of them. What
passes through the pipes are the frames of the guarded workers; `child` is the other end.
"""

from scraper.crawler.workers.pool import Lost, Pool, open_pool

__all__ = ["Lost", "Pool", "open_pool"]
