"""Stories in noscript."""

from tests.cleaner.embedded.shells import EN, dig, page, told

POSTS = "".join(f"<div><p>ann, June 2</p><div itemprop='text'>{text}</div></div>" for text in EN)
BOX = f"<aside><p>{EN[0]} Elsewhere.</p></aside>"


def test_named_texts_are_the_story() -> None:
    """Where microdata names the posts, they and nothing else are ruled; the rest is left to the judges."""
    assert told(page(f"<noscript>{POSTS}<p>{EN[0]} Not a post.</p></noscript>")) == list(EN)


def test_boxes_in_posts_are_left_to_the_judges() -> None:
    """A preview of another page inside a post is not ruled."""
    assert told(page(f"<noscript>{POSTS}<div itemprop=text>{BOX}</div></noscript>")) == list(EN)


def test_running_text_is_the_story_where_nothing_is_named() -> None:
    """Without microdata, running text outside of menus and boxes is ruled."""
    inside = "".join(f"<p>{text}</p>" for text in EN)
    assert told(page(f"<noscript>{inside}{BOX}<nav>{EN[0]}!</nav><p>ann</p></noscript>")) == list(EN)


def test_a_word_of_warning_is_no_story() -> None:
    """A noscript that only asks for JavaScript is not ruled."""
    asking = "You need to enable JavaScript in your browser to run this application, and then to load the page again."
    assert dig(page(f"<noscript>{asking}</noscript>")).source is None
