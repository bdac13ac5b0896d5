"""Chinese characters: Japanese or Chinese, simplified or traditional."""

from scraper.tagger.chinese import east_asian


def tags(texts: list[str], declared: str = "und") -> list[str]:
    """Tags of texts whose kana and ideographs are counted here."""
    kana = [sum("\u3041" <= char <= "\u30fa" for char in text) for text in texts]
    ideographs = [sum("\u4e00" <= char <= "\u9fff" for char in text) for text in texts]
    return [tag for tag, _ in east_asian(texts, kana, ideographs, [1] * len(texts), declared)]


def test_letters_of_one_form_decide() -> None:
    """A text with simplified letters is zh-Hans, one with traditional letters zh-Hant, side by side on a page."""
    assert tags(["这是简体中文的报道", "這是繁體中文的報導"]) == ["zh-Hans", "zh-Hant"]


def test_a_text_of_shared_letters_follows_its_page() -> None:
    """A text whose letters are the same in both forms takes the form of the rest of the page."""
    assert tags(["這是繁體中文的報導", "上海人民"])[1] == "zh-Hant"
    assert tags(["这是简体中文的报道", "上海人民"])[1] == "zh-Hans"


def test_the_declaration_breaks_a_tie() -> None:
    """Where nothing on the page tells the forms apart, the declared form is taken."""
    assert tags(["上海人民"], "zh-Hant") == ["zh-Hant"]


def test_a_single_borrowed_kana_does_not_make_a_long_chinese_text_japanese() -> None:
    """One kana among many ideographs is a brand's ornament."""
    assert tags(["我们昨天在鲜の每日商店买了很多新鲜的水果和蔬菜然后回家做饭"]) == ["zh-Hans"]


def test_a_chinese_text_on_a_japanese_page_is_chinese() -> None:
    """Letters that Japanese does not have make a text Chinese even on a Japanese page."""
    assert tags(["今日はとても良い天気でした", "这个周末我们为您准备"])[1] == "zh-Hans"


def test_ideographs_alone_are_chinese_where_nothing_is_japanese() -> None:
    """Without kana on the page, ideographs are Chinese."""
    assert tags(["新聞"]) == ["zh-Hant"]


def test_ideographs_alone_are_japanese_where_the_page_says_so() -> None:
    """A page that declares Japanese and has only one short label is Japanese."""
    assert tags(["経済"], "ja") == ["ja"]
