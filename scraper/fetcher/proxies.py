"""Which proxy the environment names for an address, in the way of curl and its kin.

`http_proxy`, `https_proxy`, `all_proxy` name proxies, `no_proxy` lists what is asked without one: hosts, domains (with
or without leading dot), `*`. Small letters win over capitals; `HTTP_PROXY` in capitals counts as well.
"""

from collections.abc import Mapping

from scraper.addresses.whatwg import Address


def proxy_for(address: Address, environ: Mapping[str, str]) -> str | None:
    """Return the proxy to go through as the environment writes it, or None to go straight."""
    found = _value(environ, f"{address.scheme}_proxy") or _value(environ, "all_proxy")
    if not found or _excepted(address.host, _value(environ, "no_proxy")):
        return None
    return found if "://" in found else f"http://{found}"


def _value(environ: Mapping[str, str], name: str) -> str:
    """Return a setting, in small letters or capitals."""
    return (environ.get(name) or environ.get(name.upper()) or "").strip()


def _excepted(host: str, exceptions: str) -> bool:
    """Tell whether a host is one that is asked without proxy."""
    dotted = f".{host.strip('[]').rstrip('.')}"
    entries = (entry.strip().lower().strip("[]") for entry in exceptions.split(","))
    return any(entry == "*" or (entry and dotted.endswith(f".{entry.removeprefix('.')}")) for entry in entries)
