"""Sources of every kind, read as they are."""

from tests.crawler.round.world import World, answer, page


def test_sources_of_every_kind_bring_pages(world: World) -> None:
    """A feed, a sitemap, a section and a list each bring their pages, each page once."""
    for number in range(1, 9):
        world.put(f"/story/{number}", page(str(number)))
    world.put("/story/6?utm_source=x", page("6"))
    items = "".join(f"<item><link>{world.url(f'/story/{n}')}</link></item>" for n in (1, 2))
    feed = world.put("/feed", answer(f"<rss version='2.0'><channel>{items}</channel></rss>".encode()))
    rows = "".join(f"<url><loc>{world.url(f'/story/{n}')}</loc></url>" for n in (2, 3, 4))
    inner = world.put("/map", answer(f"<urlset>{rows}</urlset>".encode()))
    index = world.put("/index", answer(f"<sitemapindex><sitemap><loc>{inner}</loc></sitemap></sitemapindex>".encode()))
    section = world.put("/section", page(links=["/story/4", "/story/5#top", "/story/6?utm_source=x", "/other"]))
    world.write(
        f'name = "feed"\nkind = "feed"\naddress = "{feed}"\nevery = "1h"',
        f'name = "map"\nkind = "sitemap"\naddress = "{index}"\nevery = "1h"',
        f'name = "section"\nkind = "section"\naddress = "{section}"\nevery = "1h"\nlinks = "/story/"',
        f'name = "list"\nkind = "list"\naddress = ["{world.url("/story/7")}", "{world.url("/story/8")}"]\nevery = "1h"',
    )
    assert world.crawl() is None
    assert sorted(record["url"].split("?")[0][-1] for record in world.records()) == list("12345678")
    assert max(world.asked().values()) == 1
    assert {event["source"]: event["found"] for event in world.told("source.read")} == {
        "feed": 2,
        "map": 3,
        "section": 3,
        "list": 2,
    }
