"""Links to other sites."""

from scraper.cleaner.outside import outside_sites
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split

PAGE = """<html><head><link rel="canonical" href="https://www.example.co.uk/a"></head><body><ul>
<li><a href="https://www.theguardian.com/">The Guardian</a></li>
<li><a href="https://sport.example.co.uk/">Sport</a></li>
<li><a href="/local">Local</a></li>
<li><a href="http://[broken/">Broken</a></li>
<li>No link</li></ul><p><a href="//cdn.other.org/x">One</a> and <a href="https://other.org/y">two</a></p></body></html>"""


def sites(page: str, url: str | None) -> dict[str, str]:
    """Return the site of each block by its text."""
    tree = parse(page)
    blocks = split(tree)
    found = outside_sites(tree, blocks, url)
    return {block.text: site for block, site in zip(blocks, found, strict=True) if site}


def test_only_links_to_other_sites_count() -> None:
    """A block with one link to another site is told with it; subdomains and relative addresses are the page's own."""
    assert sites(PAGE, "https://example.co.uk/b") == {"The Guardian": "theguardian"}


def test_a_page_says_its_own_site() -> None:
    """Without an address the canonical link says what the page's site is; without that nothing is told."""
    assert sites(PAGE, None) == {"The Guardian": "theguardian"}
    assert sites(PAGE.replace("canonical", "other"), None) == {}
