"""An address in, an answer out: bytes within limits and a deadline, or a FetchError.

`open_fetcher` is for async code and many visits at a time, `Fetcher` and `fetch` for ordinary code. `guard` and
`redirects` decide where to go, `body`, `headers` and `inflate` how much to take, `limits` holds the numbers, `retry`
says what is worth another try. `client` alone knows httpx, `network` alone what lies below it; README.md tells it all.
"""

from scraper.fetcher.clients import Pools
from scraper.fetcher.guard import Guard
from scraper.fetcher.journey import Gate
from scraper.fetcher.limits import Limits
from scraper.fetcher.session import Fetcher, fetch
from scraper.fetcher.visits import OpenFetcher, open_fetcher

__all__ = ["Fetcher", "Gate", "Guard", "Limits", "OpenFetcher", "Pools", "fetch", "open_fetcher"]
