"""Tests of looking at a page once."""

from tests.cleaner.metadata.markup import marks


def test_signatures_are_found_by_words_in_classes_in_document_order():
    """Elements whose class or id holds a word of signatures are found, each once, in document order."""
    found = marks("<p class='x'>1</p><p id='POST-DATE'>2</p><p class='author-date'>3</p><p class='y'>4</p>")
    assert [found.tree.text(node) for node in found.signatures] == ["2", "3"]


def test_metas_are_kept_by_each_of_their_names():
    """A meta element with property and name is known by both, in lower case."""
    found = marks("<meta property='OG:Title' name='title' content=' A  b '>")
    assert found.metas == [("og:title", "A b"), ("title", "A b")]


def test_only_linked_data_scripts_are_read():
    """Scripts are kept when their type says JSON-LD."""
    found = marks("<script type='application/ld+json'>{}</script><script type='application/json'>[]</script>")
    assert found.scripts == ["{}"]


def test_containers_of_other_stories_are_aside():
    """An element below a container named for other stories, or below nav, is aside; the story is not."""
    found = marks("<div class='related-posts'><time>1</time></div><nav><time>2</time></nav><time>3</time>")
    assert [found.aside(node) for node in found.times] == [True, True, False]


def test_words_inside_other_words_do_not_make_an_aside():
    """Wrapping every element in a widget, or promoting the story, does not put it aside."""
    found = marks("<div class='elementor-widget-container node--promoted'><time>1</time></div>")
    assert not found.aside(found.times[0])


def test_what_holds_the_headline_is_not_aside():
    """A container named for a sidebar layout that holds the page's headline is not aside."""
    html = "<title>Rain at last</title><div class='sidebar-layout'><h1>Rain at last</h1><time>1</time></div>"
    found = marks(html)
    assert not found.aside(found.times[0])


def test_the_footer_of_an_article_belongs_to_it():
    """The footer of a page is aside, the footer of an article is not."""
    found = marks("<article><footer><time>1</time></footer></article><footer><time>2</time></footer>")
    assert [found.aside(node) for node in found.times] == [False, True]


def test_huge_listings_are_bounded():
    """Of very many elements of a sort, only the first few hundred are kept."""
    found = marks("<p class=date itemprop=author>x</p>" * 2000 + "<time>1</time>" * 2000)
    assert max(len(found.items), len(found.signatures), len(found.times)) <= 400
