"""What tags, landmarks, properties, class names and phrases speak for: knowledge of the web's customs, as tables.

Sources: HTML Living Standard 4.3 and WAI-ARIA landmarks for elements and roles, schema.org for properties; class names
are those that many sites use. The plain rules vote with these weights; records name what of it stood around a block.
"""

from collections.abc import Mapping

from scraper.model.lexicon import Category
from scraper.model.segment import Role

TAGS: Mapping[str, tuple[tuple[Role, float], ...]] = {
    "nav": ((Role.NAVIGATION, 3.0),),
    "menu": ((Role.NAVIGATION, 1.5),),
    "aside": ((Role.RELATED, 1.2), (Role.BODY, -1.5)),
    "footer": ((Role.NAVIGATION, 1.2), (Role.NOTICE, 1.6), (Role.BODY, -2.0)),
    "header": ((Role.NAVIGATION, 0.6), (Role.BODY, -0.5)),
    "form": ((Role.NAVIGATION, 0.6), (Role.BODY, -0.7)),
    "label": ((Role.NAVIGATION, 0.8), (Role.BODY, -1.0)),
    "select": ((Role.NAVIGATION, 1.5), (Role.BODY, -2.0)),
    "button": ((Role.NAVIGATION, 1.0), (Role.BODY, -2.5)),
    "textarea": ((Role.COMMENT, 1.0), (Role.BODY, -1.5)),
    "figcaption": ((Role.CAPTION, 3.5), (Role.BODY, -0.5)),
    "figure": ((Role.CAPTION, 1.5),),
    "address": ((Role.BYLINE, 1.0), (Role.NOTICE, 0.5)),
    "time": ((Role.BYLINE, 2.2), (Role.BODY, -0.5)),
    "h1": ((Role.TITLE, 4.0), (Role.BODY, -0.5)),
    "article": ((Role.BODY, 0.6),),
    "main": ((Role.BODY, 0.6),),
    "dialog": ((Role.NOTICE, 1.5), (Role.BODY, -1.5)),
    "noscript": ((Role.NOTICE, 1.5), (Role.BODY, -1.0)),
}
"""What standing inside an element speaks for."""

ARIA: Mapping[str, tuple[tuple[Role, float], ...]] = {
    "navigation": TAGS["nav"],
    "menu": TAGS["nav"],
    "menubar": TAGS["nav"],
    "search": ((Role.NAVIGATION, 2.5),),
    "banner": TAGS["header"],
    "contentinfo": TAGS["footer"],
    "complementary": TAGS["aside"],
    "dialog": TAGS["dialog"],
}
"""The same for ARIA roles."""

PROPERTIES: Mapping[str, tuple[tuple[Role, float], ...]] = {
    "articlebody": ((Role.BODY, 2.5),),
    "description": ((Role.BODY, 0.8),),
    "headline": ((Role.TITLE, 2.0),),
    "author": ((Role.BYLINE, 2.5),),
    "datepublished": ((Role.BYLINE, 2.5),),
    "datemodified": ((Role.BYLINE, 2.5),),
    "caption": ((Role.CAPTION, 2.5),),
    "breadcrumb": ((Role.NAVIGATION, 2.5),),
    "comment": ((Role.COMMENT, 2.5),),
}
"""The same for `itemprop` values, lower-case."""


def _words(role: Role, weight: float, words: str) -> dict[str, tuple[Role, float]]:
    """Return one row of the table for each word."""
    return dict.fromkeys(words.split(), (role, weight))


WORDS: Mapping[str, tuple[Role, float]] = {
    **_words(Role.SHARE, 3.0, "share sharing shares social socials sharebar sharethis addthis addtoany"),
    **_words(Role.SHARE, 3.0, "follow like likes"),
    **_words(Role.SHARE, 1.5, "print email bookmark listen tools toolbar"),
    **_words(Role.RELATED, 3.0, "related recommended recommendation recommendations teaser teasers similar readmore"),
    **_words(Role.RELATED, 3.0, "outbrain taboola trending popular mostread morestories readalso alsoread"),
    **_words(Role.RELATED, 1.2, "latest recent sidebar rail carousel widget promobox onward explore crosslinks"),
    **_words(Role.NAVIGATION, 2.5, "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager submenu"),
    **_words(Role.NAVIGATION, 1.8, "toc tags tag topics search login signin skip language sitemap categories topbar"),
    **_words(Role.COMMENT, 3.0, "comment comments disqus respond commentlist replies reaction reactions"),
    **_words(Role.PROMO, 3.0, "newsletter subscribe subscription paywall donate donation signup advert advertisement"),
    **_words(Role.PROMO, 2.5, "ad ads adv advertorial sponsor sponsored promo promotion banner affiliate cta"),
    **_words(Role.NOTICE, 3.0, "cookie cookies consent gdpr copyright disclaimer legal imprint impressum privacy"),
    **_words(Role.NOTICE, 0.8, "footer foot colophon notice alert modal popup toast"),
    **_words(Role.BYLINE, 2.5, "byline author authors dateline timestamp pubdate postmeta datetime published"),
    **_words(Role.BYLINE, 1.2, "date time meta contributor source reporter updated"),
    **_words(Role.CAPTION, 2.5, "caption captions credit credits figcaption imagecaption legend"),
    **_words(Role.TITLE, 0.8, "headline title heading"),
    **_words(Role.BODY, 2.0, "articlebody storybody postbody entrycontent postcontent articlecontent articletext"),
    **_words(Role.OTHER, 1.5, "weather stock ticker poll quiz calendar"),
}
"""What one word in a class or id speaks for."""

PHRASES: Mapping[Category, Role] = {
    Category.SHARE: Role.SHARE,
    Category.RELATED: Role.RELATED,
    Category.READ_MORE: Role.RELATED,
    Category.COMMENT: Role.COMMENT,
    Category.NAVIGATION: Role.NAVIGATION,
    Category.NEWSLETTER: Role.PROMO,
    Category.ADVERTISEMENT: Role.PROMO,
    Category.COOKIE: Role.NOTICE,
    Category.COPYRIGHT: Role.NOTICE,
    Category.BYLINE: Role.BYLINE,
    Category.PUBLISHED: Role.BYLINE,
    Category.CAPTION: Role.CAPTION,
    Category.LISTEN: Role.SHARE,
}
"""What each category of phrases speaks for."""
