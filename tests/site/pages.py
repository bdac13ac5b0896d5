"""The bytes of each page of the made-up web: stories, section pages, robots.txt, sitemap and feed.

A story of 60 KB is built like those of newspapers: a tenth of it is text, the rest menus, teasers, styles and state.
"""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random

from tests.site.prose import TONGUES, Tongue, clause, paragraph
from tests.site.web import (
    SECTION,
    Web,
    changed,
    forbidden_path,
    host_index,
    host_name,
    language,
    linked,
    section_path,
    story_path,
)

_START = datetime(2025, 3, 1, 6, 0, tzinfo=UTC)
_STYLE = "".join(f".u-{n}{{margin:{n % 9}px;padding:{n % 7}px;color:#{n * 7919 % 0xFFFFFF:06x}}}" for n in range(120))


class Writer:
    """Writes the pages of one web; what stands on every page of a host is made once.

    Pages of less than 1,000 bytes are bare: a headline, one paragraph, and links to the next stories of their host.
    """

    def __init__(self, web: Web, port: int) -> None:
        self._web = web
        self._port = port
        self._menus = {host_name(index): _menu(web, index) for index in range(web.hosts)}
        self._teasers: dict[tuple[int, int], str] = {}

    def story(self, host: str, number: int, version: int) -> bytes:
        """Return the HTML of a story."""
        index, edition = host_index(host), changed(self._web, number, version)
        chance = Random(f"{index} {number} {edition}")  # noqa: S311 - the same page each time is what is wanted
        tag, title = language(index), headline(index, number)
        tongue = TONGUES[tag]
        paragraphs = [paragraph(tongue, chance) for _ in range(_paragraphs(self._web))]
        parts = (
            _head(tag, title, when(number, edition), _STYLE if self._web.page_bytes > 20_000 else ""),
            self._menus[host],
            _article(tongue, title, when(number, edition), paragraphs),
            self._related(index, number),
            _foot(tongue, host),
        )
        return _filled("".join(parts), self._web.page_bytes, chance)

    def front(self, host: str) -> bytes:
        """Return the HTML of the front page: links to the first stories."""
        return self._listing(host, range(1, min(self._web.front, self._web.pages) + 1), "")

    def section(self, host: str, number: int) -> bytes:
        """Return the HTML of a section page: links to fifty stories and to the next section page."""
        first, last = (number - 1) * SECTION + 1, min(number * SECTION, self._web.pages)
        more = f'<a rel="next" href="{section_path(number + 1)}">{number + 1}</a>' if last < self._web.pages else ""
        return self._listing(host, range(first, last + 1), more)

    def _listing(self, host: str, numbers: range, more: str) -> bytes:
        index = host_index(host)
        tongue = TONGUES[language(index)]
        rows = [f'<li class="teaser"><a href="{story_path(n)}">{headline(index, n)}</a></li>' for n in numbers]
        listing = f'<main><h1>{tongue.menu[1]}</h1><ul class="listing">{"".join(rows)}</ul>{more}</main>'
        return "".join(
            (_head(language(index), tongue.menu[1], _START, ""), self._menus[host], listing, _foot(tongue, host))
        ).encode()

    def robots(self, host: str) -> bytes:
        """Return robots.txt: what is forbidden, the delay some hosts ask for, and where the sitemap is."""
        web = self._web
        lines = ["User-agent: *"]
        lines += ["Disallow: /private/"] if web.forbidden else ["Disallow:"]
        lines += [f"Crawl-delay: {web.crawl_delay:g}"] if host_index(host) < web.delayed else []
        return "\n".join([*lines, f"Sitemap: http://{host}:{self._port}/sitemap.xml", ""]).encode()

    def sitemap(self, host: str, version: int) -> bytes:
        """Return the sitemap of all stories."""
        rows = [
            f"<url><loc>http://{host}:{self._port}{story_path(n)}</loc>"
            f"<lastmod>{when(n, changed(self._web, n, version)).isoformat()}</lastmod></url>"
            for n in range(1, self._web.pages + 1)
        ]
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">{"".join(rows)}</urlset>'.encode()

    def feed(self, host: str, version: int) -> bytes:
        """Return an RSS feed of the last thirty stories."""
        index = host_index(host)
        items = [
            f"<item><title>{headline(index, n)}</title>"
            f"<link>http://{host}:{self._port}{story_path(n)}</link>"
            f"<pubDate>{format_datetime(when(n, changed(self._web, n, version)))}</pubDate></item>"
            for n in range(max(1, self._web.pages - 29), self._web.pages + 1)
        ]
        head = f"<title>{host}</title><link>http://{host}:{self._port}/</link><description>{host}</description>"
        channel = f"<channel>{head}{''.join(items)}</channel>"
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">{channel}</rss>'.encode()

    def _related(self, index: int, number: int) -> str:
        web, tongue = self._web, TONGUES[language(index)]
        near = [(index, n) for n in linked(web, number)]
        near += [(index, (number * 7 + 13 * k) % web.pages + 1) for k in range(web.page_bytes // 1500)]
        far = [((index + k) % web.hosts, number) for k in (1, 2, 3)] if web.hosts > 1 and not _bare(web) else []
        rows = [self._teaser(i, n) for i, n in near + far]
        return f'<aside class="related u-3"><h2>{tongue.related}</h2><ul>{"".join(rows)}</ul></aside>'

    def _teaser(self, index: int, number: int) -> str:
        # Made once: teasers are most of what a page costs to make, and the same ones stand on many pages.
        if (index, number) not in self._teasers:
            href = f"http://{host_name(index)}:{self._port}{story_path(number)}"
            self._teasers[index, number] = (
                f'<li class="teaser teaser--small u-{number % 120}"><a class="teaser__link" href="{href}">'
                f'<img class="teaser__image" src="/picture/{number}.jpg" alt="" width="320" height="180">'
                f'<span class="teaser__title">{headline(index, number)}</span></a></li>'
            )
        return self._teasers[index, number]


def headline(index: int, number: int) -> str:
    """Return the headline of a story; its number makes it the only one of its kind."""
    chance = Random(f"{index} {number}")  # noqa: S311 - the same headline each time is what is wanted
    return f"{clause(TONGUES[language(index)], chance)} ({number})"


def when(number: int, edition: int) -> datetime:
    """Return when a story was last changed."""
    return _START + timedelta(hours=number, days=400 * edition)


def _bare(web: Web) -> bool:
    return web.page_bytes < 1000


def _paragraphs(web: Web) -> int:
    return 1 if _bare(web) else max(4, web.page_bytes // 4000)


def _menu(web: Web, index: int) -> str:
    tongue = TONGUES[language(index)]
    sections = [
        f'<a class="menu__link" href="{section_path(n)}">{tongue.menu[n % len(tongue.menu)]} {n}</a>'
        for n in range(1, web.sections() + 1)
    ]
    forbidden = [f'<a href="{forbidden_path(n)}">{tongue.menu[-1]} {n}</a>' for n in range(1, web.forbidden + 1)]
    more = [
        f'<li class="menu__item u-{n % 120}"><a class="menu__link" href="/#{n}">{tongue.menu[n % 8]}</a></li>'
        for n in range(0 if _bare(web) else max(4, web.page_bytes // 1000))
    ]
    first, rest = "".join(sections + forbidden), "".join(more)
    return (
        f'<body><header class="masthead"><a href="/">{host_name(index)}</a></header>'
        f'<nav class="menu">{first}<ul>{rest}</ul></nav>'
    )


def _head(tag: str, title: str, date: datetime, style: str) -> str:
    facts = f'{{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"{date.isoformat()}"}}'
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{title}">'
        f'<style>{style}</style><script type="application/ld+json">{facts}</script></head>'
    )


def _article(tongue: Tongue, title: str, date: datetime, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    share = "".join(f'<li><button class="share__button">{word}</button></li>' for word in tongue.share)
    return (
        f'<main><article class="story"><h1>{title}</h1>'
        f'<p class="meta"><time datetime="{date.isoformat()}">{date:%d.%m.%Y}</time></p>'
        f'<div class="story__body">{body}</div><ul class="share">{share}</ul></article></main>'
    )


def _foot(tongue: Tongue, host: str) -> str:
    return f'<footer class="footer"><p>© {host}. {tongue.reserved}.</p></footer>'


def _filled(page: str, wanted: int, chance: Random) -> bytes:
    body = page.encode()
    missing = wanted - len(body) - 60
    state = chance.randbytes(max(0, missing) // 2).hex().encode()
    return body + b'<script>window.state="' + state + b'"</script></body></html>\n'
