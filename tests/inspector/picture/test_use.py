"""A report in use: legend, keys, hover, lists, themes."""

import pytest

from tests.inspector.picture.conftest import Opened, report_of

SHOWN = "[...document.querySelectorAll('.mark')].filter((mark) => mark.offsetWidth && !mark.hidden).map((mark) => mark.dataset.role)"
CARD = "document.getElementById('card')"


@pytest.fixture
def opened(open_report, root) -> Opened:
    """Open the report of a page with an English story and a Chinese teaser."""
    folder = root / "fixtures" / "en" / "story-with-chinese-teaser"
    return open_report(report_of((folder / "page.html").read_bytes(), "https://www.example.com/story"))


def test_legend_counts_every_segment(opened):
    """The counts of the roles, and those of the languages, are those of the record."""
    for key, group in (("role", "roles"), ("lang", "languages")):
        counts = opened.ask(f"[...document.querySelectorAll('#{group} .count')].map((c) => Number(c.textContent))")
        names = opened.ask(f"[...new Set(report.data.record.segments.map((s) => s.{key}))]")
        assert sum(counts) == opened.ask("report.data.record.segments.length")
        assert len(counts) == len(names)


@pytest.mark.parametrize(("chip", "key", "value"), [("role", "role", "navigation"), ("lang", "lang", "zh-Hans")])
def test_a_chip_takes_its_segments_away_and_brings_them_back(opened, chip, key, value):
    """A role or language that is switched off has no outlines and no rows until it is switched on."""
    count = f"report.data.record.segments.filter((s, i) => s.{key} === '{value}' && report.marks.inSight(i)).length"
    before = opened.ask(count)
    opened.tab.click(f".chip[data-{chip}={value}]")
    assert before > 0
    assert opened.ask(count) == 0
    assert opened.tab.get_attribute(f".chip[data-{chip}={value}]", "aria-pressed") == "false"
    opened.tab.click("#all")
    assert opened.ask(count) == before


def test_shift_and_click_leave_only_one(opened):
    """With the shift key, a chip switches all others off, and on again."""
    opened.tab.click(".chip[data-role=related]", modifiers=["Shift"])
    assert set(opened.ask(SHOWN)) == {"related"}
    opened.tab.click(".chip[data-role=related]", modifiers=["Shift"])
    assert len(set(opened.ask(SHOWN))) > 3


def test_story_only_veils_the_rest(opened):
    """With "story only" all outlines but those of the story fade with their text, and the list holds the story alone."""
    opened.tab.keyboard.press("s")
    veiled = opened.ask("[...document.querySelectorAll('.mark.veiled')].map((mark) => mark.dataset.role)")
    assert set(veiled) == {"navigation", "share", "related", "notice"}
    rows = opened.ask(
        "[...document.querySelectorAll('#segments li:not([hidden]) .row')].map((row) => row.dataset.role)"
    )
    assert set(rows) == {"title", "body"}
    opened.tab.keyboard.press("j")
    assert opened.ask("document.activeElement.dataset.role") == "title"
    assert opened.tab.get_attribute("#flag-story", "aria-pressed") == "true"


def test_badges_say_language_and_confidence(opened):
    """Every outline has a badge with role, language and how sure both are."""
    badges = opened.ask("[...document.querySelectorAll('.mark .badge')].map((badge) => badge.textContent)")
    segments = opened.ask("report.data.record.segments")
    for badge, segment in zip(badges, segments, strict=True):
        assert badge.startswith(segment["role"])
        assert f"{round(100 * segment['confidence'])} %" in badge or segment["confidence"] * 200 % 1 < 0.01
        assert segment["lang"] in badge or segment["lang"] == "und"


def test_badges_cover_no_outline(opened):
    """A badge that is always shown stands where no outline is."""
    overlaps = opened.ask("""(() => {
      const rect = (e) => e.getBoundingClientRect();
      const marks = [...document.querySelectorAll('.mark')].map((m) => [m, rect(m)]).filter(([, r]) => r.width);
      const apart = (a, b) => a.right <= b.left + 2 || a.left >= b.right - 2 || a.bottom <= b.top + 2 || a.top >= b.bottom - 2;
      return [...document.querySelectorAll('.badge')].filter((b) => rect(b).width
        && marks.some(([m, r]) => m !== b.parentElement && !apart(rect(b), r))).length;
    })()""")
    assert overlaps == 0


def test_hover_shows_the_reasons(opened):
    """Pointing at an outline shows a card with the reasons in words, and leaving it takes the card away."""
    opened.tab.hover(".mark[data-role=title]")
    card = opened.tab.inner_text("#card")
    assert "says what the page's <title> says" in card
    assert "html > body" in card
    opened.tab.mouse.move(5, 5)
    assert opened.ask(f"{CARD}.hidden")


def test_focus_shows_the_reasons(opened):
    """The keys j and k move from segment to segment and show the card, and Escape puts it away."""
    for key, index in (("j", 0), ("j", 1), ("k", 0)):
        opened.tab.keyboard.press(key)
        assert opened.ask("Number(document.activeElement.dataset.index)") == index
        assert not opened.ask(f"{CARD}.hidden")
    assert opened.ask(f"{CARD}.getAttribute('aria-live')") == "polite"
    opened.tab.keyboard.press("Escape")
    assert opened.ask(f"{CARD}.hidden")


def test_arrows_move_inside_the_page(opened):
    """Arrow keys, Home and End move from outline to outline, of which one is in the order of Tab."""
    opened.tab.keyboard.press("j")
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "End"):
        opened.tab.keyboard.press(key)
    assert opened.ask("Number(document.activeElement.dataset.index)") == opened.ask(
        "report.data.record.segments.length - 1"
    )
    opened.tab.keyboard.press("Home")
    assert opened.ask("Number(document.activeElement.dataset.index)") == 0
    assert opened.ask("document.querySelectorAll('.mark[tabindex=\"0\"]').length") == 1


def test_tab_goes_through_the_report(opened):
    """Tab leads from the view over the legend and the page to the panels, and never into the frame."""
    seen = []
    for _ in range(40):
        opened.tab.keyboard.press("Tab")
        seen.append(opened.ask("document.activeElement.className.split(' ')[0] || document.activeElement.id"))
    order = [seen.index(name) for name in ("mark", "tab-story") if name in seen]
    assert len(order) == 2
    assert order == sorted(order)
    assert "frame" not in seen


def test_tabs_and_lists_work_by_keys(opened):
    """Number keys and arrows change the panel, and Enter on a row chooses its segment."""
    opened.tab.keyboard.press("4")
    assert opened.tab.is_visible("#panel-segments")
    opened.tab.focus("#segments .row")
    opened.tab.keyboard.press("ArrowDown")
    opened.tab.keyboard.press("ArrowDown")
    opened.tab.keyboard.press("Enter")
    assert opened.ask("report.chosen") == 2
    assert opened.ask("report.marks.elements[2].classList.contains('chosen')")
    opened.tab.focus("#tab-segments")
    opened.tab.keyboard.press("ArrowLeft")
    assert opened.tab.is_visible("#panel-doubts")
    assert opened.tab.is_hidden("#panel-segments")


def test_doubtful_segments_can_be_jumped_to(open_report, root):
    """The list of doubtful segments is the record's, least sure first, and the key d goes through them."""
    opened = open_report(report_of((root / "fixtures" / "sv" / "e-shop" / "page.html").read_bytes()))
    segments = opened.ask("report.data.record.segments.map((s) => s.confidence)")
    listed = opened.ask("[...document.querySelectorAll('#doubts .row')].map((row) => Number(row.dataset.index))")
    assert len(listed) >= 5
    assert [segments[index] for index in listed] == sorted(segments[index] for index in listed)
    opened.tab.keyboard.press("d")
    assert opened.ask("report.chosen") == min(listed)
    opened.tab.keyboard.press("3")
    opened.tab.click(f"#doubts .row[data-index='{listed[-1]}']")
    assert opened.ask("report.chosen") == listed[-1]
    box = opened.ask(f"report.marks.elements[{listed[-1]}].getBoundingClientRect().top")
    assert 0 < box < 860


def test_search_finds_text_and_reasons(opened):
    """The search leaves the rows whose text or reasons hold the words."""
    opened.tab.keyboard.press("/")
    opened.tab.keyboard.type("lexicon:share")
    rows = opened.ask(
        "[...document.querySelectorAll('#segments li:not([hidden]) .row')].map((row) => row.dataset.role)"
    )
    assert set(rows) == {"share"}


def test_metadata_names_its_sources(opened):
    """The metadata stand in a table with where each value comes from."""
    opened.tab.keyboard.press("2")
    text = opened.tab.inner_text("#panel-metadata")
    assert "Marta Ilves" in text
    assert "from" in text
    assert "utf-8" in text


def test_the_story_is_the_record_s(opened):
    """The story beside the page is the text of the record, paragraph by paragraph."""
    told = opened.ask(
        "[...document.querySelectorAll('#panel-story [data-index]')].map((p) => p.textContent).join('\\n\\n')"
    )
    assert told == opened.ask("report.data.record.text")


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(25, 27, 31)")])
def test_themes_follow_the_system_and_the_button(open_report, scheme, paper):
    """Report and page are light or dark as the system is, and as the button says when it is pressed."""
    opened = open_report(report_of("<p>Some words of no importance whatever.</p>"), color_scheme=scheme)
    colour = "getComputedStyle(report.frame.document.documentElement).backgroundColor"
    assert opened.ask(colour) == paper
    opened.tab.click("#theme")
    assert opened.ask(colour) == "rgb(255, 255, 255)"
    opened.tab.keyboard.press("t")
    assert opened.ask(colour) == "rgb(25, 27, 31)"
    assert opened.ask("getComputedStyle(document.querySelector('.panels')).backgroundColor") == "rgb(25, 27, 31)"


@pytest.mark.parametrize(("name", "direction"), [("he/news", "rtl"), ("ar/news", "rtl"), ("ja/newspaper", "ltr")])
def test_text_runs_its_own_way(open_report, root, name, direction):
    """Story, rows and outlines run in the direction of their script, and say their language to the browser."""
    opened = open_report(report_of((root / "fixtures" / name / "page.html").read_bytes()))
    first = "document.querySelector('#panel-story [data-index]')"
    assert opened.ask(f"getComputedStyle({first}).direction") == direction
    assert opened.ask(f"{first}.lang").startswith(name[:2])
    assert opened.ask("document.querySelector('.mark[data-role=body]').dir") == direction
    assert opened.ask("report.frame.document.documentElement.lang").startswith(name[:2])


def test_the_narrow_report_fits(open_report):
    """At 800 pixels the page stands above the panels, and nothing sticks out."""
    opened = open_report(report_of("<h1>Rain</h1><p>It rained all day.</p>"), viewport={"width": 800, "height": 900})
    assert opened.ask("document.documentElement.scrollWidth") <= 800
    assert opened.ask("stage.getBoundingClientRect().bottom <= panels.getBoundingClientRect().top + 1")


def test_choosing_tells_whoever_listens(opened):
    """Choosing a segment is an event, so that a served report can offer a correction."""
    opened.ask("document.addEventListener('segment:choose', (event) => { window.heard = event.detail.index; })")
    opened.tab.click(".mark[data-role=share]")
    assert opened.ask("report.data.record.segments[window.heard].role") == "share"


def test_other_data_can_be_loaded(opened):
    """A report takes other data without being opened again."""
    opened.ask(
        "(() => { const data = structuredClone(report.data); data.record.segments[0].role = 'promo'; report.load(data); })()"
    )
    assert "promo" in opened.ask("[...document.querySelectorAll('#roles .chip')].map((chip) => chip.dataset.role)")
    assert opened.said == []
