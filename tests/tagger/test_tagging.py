"""Tagging the segments of a page, through the public door."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.errors import MissingExtraError
from scraper.model.language import Tagged
from scraper.model.options import Options
from scraper.tagger import find_spans, shares, tag
from scraper.tagger.detectors import DETECTORS

SENTENCES = (
    ("af", "Die kinders het gister saam met hulle ouma na die see gegaan om skulpe te soek."),
    ("ar", "ذهب الأولاد أمس مع جدتهم إلى البحر لجمع الأصداف الصغيرة."),
    ("bg", "Вчера децата отидоха с баба си на морето, за да събират миди."),
    ("bn", "গতকাল শিশুরা তাদের দাদির সঙ্গে সমুদ্রে গিয়েছিল।"),
    ("ca", "Ahir els nens van anar amb la seva àvia a la platja per buscar petxines."),
    ("cs", "Včera šly děti s babičkou k moři, aby hledaly mušle na písku."),
    ("cy", "Aeth y plant gyda'u mam-gu i lan y môr ddoe i chwilio am gregyn."),
    ("da", "I går tog børnene med deres bedstemor til havet for at finde muslinger."),
    ("de", "Gestern gingen die Kinder mit ihrer Großmutter ans Meer, um Muscheln zu suchen."),
    ("el", "Χθες τα παιδιά πήγαν με τη γιαγιά τους στη θάλασσα για κοχύλια."),
    ("en", "Yesterday the children went to the sea with their grandmother to look for shells."),
    ("es", "Ayer los niños fueron con su abuela al mar para buscar conchas en la arena."),
    ("et", "Eile läksid lapsed koos vanaemaga mere äärde teokarpe otsima."),
    ("eu", "Atzo haurrak amonarekin joan ziren itsasora maskorrak bilatzera."),
    ("fa", "دیروز بچه‌ها با مادربزرگشان برای جمع کردن صدف به دریا رفتند."),
    ("fi", "Eilen lapset menivät isoäitinsä kanssa merelle etsimään simpukoita."),
    ("fr", "Hier, les enfants sont allés à la mer avec leur grand-mère pour chercher des coquillages."),
    ("gu", "ગઈકાલે બાળકો તેમની દાદી સાથે દરિયે ગયા હતા."),
    ("he", "אתמול הלכו הילדים עם סבתא שלהם לים כדי לחפש צדפים."),
    ("hi", "कल बच्चे अपनी दादी के साथ समुद्र के किनारे सीपियाँ खोजने गए थे।"),
    ("hr", "Djeca su jučer s bakom otišla na more kako bi tražila školjke u pijesku."),
    ("hu", "Tegnap a gyerekek a nagymamájukkal a tengerhez mentek kagylót keresni."),
    ("hy", "Երեկ երեխաները տատիկի հետ գնացին ծով։"),
    ("id", "Kemarin anak-anak pergi ke laut bersama nenek mereka untuk mencari kerang."),
    ("is", "Í gær fóru börnin með ömmu sinni niður að sjó til að leita að skeljum."),
    ("it", "Ieri i bambini sono andati al mare con la nonna per cercare delle conchiglie."),
    ("ja", "昨日、子どもたちは祖母と一緒に海へ貝殻を探しに行きました。"),
    ("ka", "გუშინ ბავშვები ბებიასთან ერთად ზღვაზე წავიდნენ."),
    ("km", "ម្សិលមិញ ក្មេងៗបានទៅសមុទ្រជាមួយជីដូន។"),
    ("ko", "어제 아이들은 할머니와 함께 조개를 찾으러 바다에 갔다."),
    ("lt", "Vakar vaikai su močiute nuėjo prie jūros ieškoti kriauklių."),
    ("lv", "Vakar bērni kopā ar vecmāmiņu devās uz jūru meklēt gliemežvākus."),
    ("nl", "Gisteren gingen de kinderen met hun oma naar zee om schelpen te zoeken."),
    ("pl", "Wczoraj dzieci poszły z babcią nad morze, żeby szukać muszelek w piasku."),
    ("pt", "Ontem as crianças foram com a avó à praia para procurar conchas na areia."),
    ("ro", "Ieri copiii au mers cu bunica lor la mare ca să caute scoici în nisip."),
    ("ru", "Вчера дети пошли с бабушкой на море, чтобы искать ракушки в песке."),
    ("sk", "Včera išli deti so starou mamou k moru, aby hľadali mušle v piesku."),
    ("sl", "Včeraj so šli otroci z babico na morje, da bi v pesku iskali školjke."),
    ("sv", "I går gick barnen med sin mormor till havet för att leta efter snäckor."),
    ("sw", "Jana watoto walikwenda baharini pamoja na bibi yao kutafuta makombe."),
    ("ta", "நேற்று குழந்தைகள் பாட்டியுடன் கடலுக்குச் சென்றனர்."),
    ("th", "เมื่อวานเด็กๆ ไปทะเลกับคุณยายเพื่อเก็บเปลือกหอย"),
    ("tr", "Dün çocuklar büyükanneleriyle birlikte deniz kabuğu aramak için sahile gittiler."),
    ("uk", "Учора діти пішли з бабусею на море, щоб шукати мушлі в піску."),
    ("ur", "کل بچے اپنی دادی کے ساتھ سیپیاں ڈھونڈنے سمندر پر گئے تھے۔"),
    ("vi", "Hôm qua bọn trẻ đã cùng bà ra biển để tìm vỏ sò trên cát."),
    ("zh-Hans", "昨天孩子们和奶奶一起去海边寻找贝壳，晚上才回家。"),
    ("zh-Hant", "昨天孩子們和奶奶一起去海邊尋找貝殼，晚上才回家。"),
)

ENGLISH_PAGE = (
    "Council votes to reopen the old harbour railway",
    "The line had been closed since the storm, and many people who live near the harbour had asked for it.",
    "Work on the first bridge is expected to start in spring and to last for about two years, the council said.",
    "Share this story",
    "Read more",
    "Contact us",
)


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_sentence_alone_is_tagged_with_its_language(language: str, text: str) -> None:
    """A sentence that stands alone on a page that declares nothing has its own language."""
    assert tag([text])[0].tag == language


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_capital_letters_do_not_change_the_language(language: str, text: str) -> None:
    """A text in capital letters has the language of the same text in small ones."""
    assert tag([text.upper()])[0].tag == language


@pytest.mark.parametrize(("language", "text"), [pair for pair in SENTENCES if pair[0] != "en"])
def test_a_foreign_sentence_on_an_english_page_keeps_its_language(language: str, text: str) -> None:
    """A sentence of any language spliced into an English page is found, and the page stays English."""
    tags = [one.tag for one in tag([*ENGLISH_PAGE[:3], text, *ENGLISH_PAGE[3:]], "en")]
    assert tags == ["en"] * 3 + [language] + ["en"] * 3


def test_a_short_chinese_teaser_is_found_in_an_english_page() -> None:
    """Four Chinese characters on an English page are Chinese, with their written form and script."""
    teaser = tag([*ENGLISH_PAGE, "更多新闻"], "en")[-1]
    assert (teaser.tag, teaser.script) == ("zh-Hans", "Hans")


def test_a_short_spanish_teaser_is_found_in_an_english_page() -> None:
    """A Spanish heading of a few words on an English page is Spanish."""
    assert tag([*ENGLISH_PAGE, "Las noticias más leídas de la semana"], "en")[-1].tag == "es"


def test_short_labels_take_the_language_of_their_page() -> None:
    """A label that could be several languages has the language of the page around it."""
    page = [text for language, text in SENTENCES if language == "de"] * 3 + ["Kultur", "Sport", "Service"]
    assert {one.tag for one in tag(page)} == {"de"}


def test_a_wrong_declaration_does_not_outweigh_the_page() -> None:
    """A Polish page that declares English is Polish all the same."""
    page = [text for language, text in SENTENCES if language == "pl"] * 2 + ["Strona główna"]
    assert {one.tag for one in tag(page, "en-US")} == {"pl"}


def test_ideographs_without_kana_are_japanese_on_a_japanese_page() -> None:
    """A label of Chinese characters alone is Japanese where the rest of the page has kana."""
    page = [text for language, text in SENTENCES if language == "ja"] * 3 + ["経済", "国際"]
    assert [(one.tag, one.script) for one in tag(page)[-2:]] == [("ja", "Jpan")] * 2


def test_a_text_that_repeats_counts_as_often_as_it_stands_on_the_page() -> None:
    """Many repeats of one text outweigh few texts of another form, and all of them get one answer."""
    shared = "上海人民"
    few, many = ["這是繁體中文的報導"], ["这是简体中文的报道"]
    assert tag([*few * 5, *many, shared])[-1].tag == "zh-Hant"
    repeated = tag([*few, *many * 5, shared])
    assert repeated[-1].tag == "zh-Hans"
    assert len(set(repeated[1:6])) == 1


def test_names_are_undetermined_only_where_they_stand_alone() -> None:
    """A listed name has no language alone, and does not hinder the language of a sentence that contains it."""
    found = tag(["Chirper", "Follow us on Chirper for news about the town"], "en", frozenset({"chirper"}))
    assert [one.tag for one in found] == ["und", "en"]


def test_confidence_is_a_probability_and_script_a_code() -> None:
    """Every answer carries a probability between 0 and 1 and a four-letter script."""
    found = tag([text for _, text in SENTENCES] + ["2024", ""])
    assert all(0.0 <= one.confidence <= 1.0 and len(one.script) == 4 for one in found)
    assert [one.script for one in found[-2:]] == ["Zyyy", "Zyyy"]


def test_an_empty_page_has_no_tags() -> None:
    """No texts give no tags."""
    assert tag([]) == []


STRANGE = (
    None,
    "",
    "😀",
    "a" * 10_000_000,
    "字" * 1_000_000,
    "\ud800",
    "\udfff salut à tous",
    "\x00\x1b\x7f\x85\x9f",
    "\ufffe\uffff",
    "\u202e\u200d\ufeff",
    "İ" * 900,
    "pаypаl",  # two of its letters are Cyrillic
    "ru字кana",
)


@pytest.mark.parametrize("detector", ["profiles", "langdetect", "cld2", "lingua"])
@pytest.mark.parametrize("text", STRANGE, ids=lambda text: ascii(text)[:20])
def test_strange_texts_get_a_tag(text: str | None, detector: str) -> None:
    """Missing, empty, endless, broken and invisible texts never raise and do not disturb their neighbours."""
    _needs(detector)
    options = Options(detector=detector)
    sentence = "Yesterday the children went to the sea with their grandmother."
    texts = [sentence, text, sentence]
    found = tag(texts, options=options)
    assert [one.tag for one in found][::2] == ["en", "en"]
    assert len(find_spans(texts, found, options)) == 3
    assert 0.0 <= shares(found, texts, [0, 1, 2]).confidence <= 1.0


@pytest.mark.parametrize("declared", [None, "", "\ud800", "x" * 9999, 17, b"en"])
def test_strange_declarations_declare_nothing(declared: Any) -> None:
    """Whatever stands where a language is declared, it raises nothing."""
    assert tag(["Yesterday the children went to the sea."], declared)[0].tag == "en"


def _needs(detector: str) -> None:
    """Skip the test where the package of a detector is missing."""
    try:
        DETECTORS[detector].version()
    except MissingExtraError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("detector", ["langdetect", "cld2", "lingua"])
@pytest.mark.parametrize(("language", "text"), [SENTENCES[at] for at in (1, 8, 9, 16, 33, 44, 48)])
def test_other_detectors_tell_sentences_too(language: str, text: str, detector: str) -> None:
    """Whoever is asked, a sentence has its language, in capital letters and on a page of another one as well."""
    _needs(detector)
    found = tag([*ENGLISH_PAGE[:3], text, text.upper()], "en", options=Options(detector=detector))
    assert [one.tag for one in found] == ["en"] * 3 + [language] * 2


@pytest.mark.parametrize("detector", ["langdetect", "cld2", "lingua"])
def test_other_detectors_answer_the_same_twice(detector: str) -> None:
    """Asked again, in another order, every detector gives the same answers for a page."""
    _needs(detector)
    texts, options = [text for _, text in SENTENCES[:20]] + ["prologue", "no"], Options(detector=detector)
    assert tag(texts, options=options) == tag(texts[::-1], options=options)[::-1] == tag(texts, options=options)


def test_a_restriction_holds_in_every_script() -> None:
    """With few languages allowed, every answer is one of them or none."""
    texts = [text for _, text in SENTENCES]
    found = tag(texts, options=Options(languages=("de", "ru", "ja")))
    assert {one.tag for one in found} == {"de", "ru", "ja", "und"}
    told = dict(zip([language for language, _ in SENTENCES], found, strict=True))
    assert [told[tag].tag for tag in ("de", "fr", "uk", "el", "zh-Hant", "ar")] == [
        "de",
        "de",
        "ru",
        "und",
        "ja",
        "und",
    ]


def test_chinese_is_not_written_in_kana() -> None:
    """Chinese alone allowed, a text in kana has no language, and one written form of Chinese stands for the other."""
    found = tag(
        ["昨日、子どもたちは祖母と一緒に海へ", "昨天孩子們和奶奶一起去海邊"], options=Options(languages=("zh-Hans",))
    )
    assert [one.tag for one in found] == ["und", "zh-Hans"]


def test_a_second_opinion_changes_doubtful_answers_alone() -> None:
    """With a second detector, sure answers stay as they are."""
    _needs("cld2")
    texts = [text for _, text in SENTENCES] + ["prologue", "hola", "mer"]
    alone, both = tag(texts), tag(texts, options=Options(language_second_opinion="cld2"))
    assert alone != both
    assert all(one.tag == other.tag for one, other in zip(alone, both, strict=True) if one.confidence >= 0.95)


@given(st.lists(st.text(max_size=60), max_size=12), st.none() | st.text(max_size=12))
def test_any_texts_get_one_tag_each_and_the_same_twice(texts: list[str], declared: str | None) -> None:
    """Whatever the texts and the declaration, every text gets one tag, and the same one when asked again."""
    first: list[Tagged] = tag(texts, declared)
    assert len(first) == len(texts)
    assert tag(texts, declared) == first


@given(st.permutations([[text] for _, text in SENTENCES[:8]]))
def test_pages_do_not_influence_each_other(pages: list[list[str]]) -> None:
    """The answer for a page does not depend on the pages that were tagged before it."""
    expected = {text: language for language, text in SENTENCES[:8]}
    assert all(tag(page)[0].tag == expected[page[0]] for page in pages)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "\U0001f600",
        "a" * 10_000_000,
        "\ud800\udfff \udcff",
        "\x00\x01\x85\x9f",
        "pаypаl логin",
        "Ꭺррⅼе іѕ һеrе",
    ],
)
def test_no_text_is_too_bad(text: str | None) -> None:
    """Whatever stands in a segment gives a tag, alone and among others."""
    for texts in ([text], [*ENGLISH_PAGE, text]):
        found = tag(texts, "en")[-1]
        assert found.tag
        assert 0.0 <= found.confidence <= 1.0


@pytest.mark.parametrize(
    "text",
    ["Lisa Müller", "Reuters, Thorsten Kramer", "longshot · 03/03/2026 19:44", "Hanyang Kong, Xingyi Yang, Tao Li"],
)
def test_names_have_no_language(text: str) -> None:
    """Names of people, beside those of agencies or dates too, have no language of their own."""
    assert tag([*ENGLISH_PAGE, text], "en", frozenset({"reuters"}))[-1].tag == "und"
