"""One HTML file around the data of a report: style, script and data inside, nothing loaded from anywhere."""

import base64
import hashlib
import html
from functools import cache
from importlib import resources
from string import Template
from typing import Final

from scraper.inspector.picture.palette import css

_SCRIPTS: Final = ("frame.js", "marks.js", "panel.js", "report.js")
"""Put one behind the other; together they are one program."""


def render(title: str, data: str, *, more_script: str = "", connect: str = "'none'") -> str:
    """Return the report as a file; `data` is JSON as `drawing.data` makes it.

    `more_script` runs behind the report's own script, and `connect` says where it may ask (both for a served report).
    """
    script = _asset_scripts() + more_script
    return Template(_asset("report.html")).substitute(
        title=html.escape(title),
        policy=html.escape(policy(script, connect)),
        frame=html.escape(_asset("frame.html")),
        style=css() + _asset("report.css"),
        # Inside a script element only "<" can begin its end; JSON has it in strings alone.
        data=data.replace("<", "\\u003c"),
        script=script,
    )


def policy(script: str, connect: str) -> str:
    """Return the report's content security policy: its own script by its digest, styles, and nothing else.

    Source: Content Security Policy Level 3.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        f"connect-src {connect}; base-uri 'none'; form-action 'none'"
    )


@cache
def _asset(name: str) -> str:
    """Return a file of this package; kept, because it cannot change."""
    return (resources.files("scraper.inspector.picture") / "assets" / name).read_text(encoding="utf-8")


def _asset_scripts() -> str:
    """Return the report's script."""
    return "".join(_asset(name) for name in _SCRIPTS)
