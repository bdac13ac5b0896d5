"""A page drawn with every segment outlined: `scraper inspect`.

    FetchResult, Document -> stage (the page made harmless) -> drawing.data (JSON) -> shell.render (one HTML file)

`assets/` holds what the browser runs: plain CSS and JavaScript, put into the file as they stand. How strangers' HTML
is kept from doing anything is told at the head of `stage`.
"""

from scraper.inspector.picture.drawing import data, draw
from scraper.inspector.picture.shell import render

__all__ = ["data", "draw", "render"]
