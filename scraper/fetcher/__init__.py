"""An address in, an answer out: bytes within limits and a deadline, or one of four errors.

`fetch` gets one address and `Fetcher` many over the same connections; `download` with `open_client` is the same
in async code. `addresses` and `redirects` decide where to go, `body` and `inflate` how much to take, `limits`
holds the numbers, and `client` acts: it alone knows httpx.
"""

from scraper.fetcher.client import download, open_client
from scraper.fetcher.limits import Limits
from scraper.fetcher.session import Fetcher, fetch

__all__ = ["Fetcher", "Limits", "download", "fetch", "open_client"]
