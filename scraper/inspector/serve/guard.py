"""Who may ask what of a server on one's own machine; pure.

Any page that is open in the browser can send requests to `127.0.0.1`, and a name that leads there (DNS rebinding)
lets it read the answers. So a request must name the server as it was started, bear a secret that only the terminal
told, and, where it changes something, come from a page of this server. Sources: Fetch Metadata (W3C), RFC 6265bis for
SameSite.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Headers of every answer; a report has a policy of its own beside."""

REPORT: Final = "frame-ancestors 'none'"
"""The policy in the header of a report; the rest stands in the report itself, with the digest of its script."""

CSRF: Final = "x-scraper-csrf"
"""Header that only a page of this server can send: another site would have to ask first, and is never answered."""
_OWN_FETCHES: Final = frozenset({"same-origin", "none"})
_WRITES: Final = "POST"
_JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one run, and the name it goes by."""

    port: int
    """Where the server listens."""
    token: str
    """Told on the terminal, then kept in a cookie that no script can read."""
    csrf: str
    """Told to the server's own pages, sent with everything that changes something."""

    @property
    def cookie(self) -> str:
        """Name of the cookie; cookies do not tell ports apart, so the name does."""
        return f"scraper-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What a request may call the server."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, as far as it matters who sent it."""

    method: str
    """In capitals."""
    headers: Mapping[str, str]
    """By lower-case name."""
    cookies: Mapping[str, str]
    """By name."""


def refusal(asked: Asked, keys: Keys) -> str | None:
    """Return why a request is refused, None where it may pass."""
    stranger = misdirected(asked, keys)
    if stranger is not None:
        return stranger
    if not is_same(asked.cookies.get(keys.cookie, ""), keys.token):
        return "open the address that was shown on the terminal: it has a token in it"
    return _forged(asked, keys) if asked.method == _WRITES else None


def misdirected(asked: Asked, keys: Keys) -> str | None:
    """Return why a request cannot be meant for this server or comes from another site, None where it may be."""
    if asked.headers.get("host", "") not in keys.hosts:
        return "this server answers to its own name only"
    if asked.headers.get("sec-fetch-site", "none") not in _OWN_FETCHES:
        return "other sites cannot ask here"
    return None


def _forged(asked: Asked, keys: Keys) -> str | None:
    """Return why something that changes a file cannot come from a page of this server, None where it can."""
    if asked.headers.get("origin", "") != f"http://{asked.headers.get('host', '')}":
        return "only pages of this server can change something"
    if asked.headers.get("content-type", "").partition(";")[0].strip() != _JSON:
        return "what changes something is JSON"
    return None if is_same(asked.headers.get(CSRF, ""), keys.csrf) else "the page is of another run; load it again"


def is_same(one: str, other: str) -> bool:
    """Whether two secrets are the same; takes as long whatever the answer."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
