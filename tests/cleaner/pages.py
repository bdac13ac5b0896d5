"""Small pages for the cleaner to work on, and ways to look at what it makes of them."""

from collections.abc import Callable, Iterable

from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from scraper.cleaner.view import Rules, View, look
from scraper.model.judgement import Heard, Vote
from scraper.model.segment import Block, Role
from scraper.rules.rulebook import load_phrases, load_rulebook
from scraper.tagger import tag

EN = (
    "The ferry left the harbour an hour late because the crew had to clear the ice from the ramp by hand.",
    "Passengers were given hot soup and blankets, and most of them slept until the lights of the island came up.",
    "By noon the wind had turned, and the captain decided that the way back would have to wait until Monday.",
)
"""Three paragraphs of one story in English."""
DE = (
    "Die Gemeinde hat beschlossen, die alte Mühle am Bach nicht abzureißen, sondern in ein Museum umzubauen.",
    "Im Herbst sollen die ersten Besucher sehen können, wie hier vor hundert Jahren das Korn gemahlen wurde.",
)
"""Two paragraphs of one story in German."""
RU = (
    "Жители посёлка сами построили мост через реку, потому что ждать помощи из города пришлось бы до осени.",
    "Доски привезли на лодках, а гвозди собирали по всем дворам, и через две недели по мосту уже ездили машины.",
)
"""Two paragraphs of one story in Russian."""
ZH = (
    "昨天傍晚的一场大雨让山谷里的小路全部被水淹没，村民们只好划着木船去接放学的孩子回家。",
    "气象台说，未来三天还会有强降雨，请住在河边的居民尽快把贵重物品搬到楼上，并听从安排。",
)
"""Two paragraphs of one story in Chinese."""
AR = (
    "أعلنت البلدية أن السوق القديم سيعاد فتحه الأسبوع المقبل بعد أعمال ترميم استمرت عامين كاملين في المدينة.",
    "وقال التجار إنهم ينتظرون عودة الزوار بفارغ الصبر، وإن الدكاكين الجديدة أوسع وأكثر أمانا من السابقة بكثير.",
)
"""Two paragraphs of one story in Arabic."""

Judge = Callable[[View], Iterable[Heard]]


def paragraphs(*texts: str) -> str:
    """Return each text as a paragraph of markup."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


def page(body: str, head: str = "") -> str:
    """Return a whole page around a body."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def blocks_of(html: str) -> list[Block]:
    """Return the blocks of a page."""
    return split(parse(html))


def texts_of(html: str) -> list[str]:
    """Return the text of every block of a page."""
    return [block.text for block in blocks_of(html)]


def view_of(html: str) -> View:
    """Return a page as the judges see it."""
    tree = parse(html)
    blocks = split(tree)
    rulebook = load_rulebook()
    tagged = tag([block.text for block in blocks], tree.attributes[0].get("lang"), rulebook.networks)
    return look(tree, blocks, tagged, Rules(rulebook, load_phrases()))


def votes_for(judge: Judge, html: str, text: str) -> list[Vote]:
    """Return what a judge says of the blocks whose text starts so; there is at least one."""
    view = view_of(html)
    wanted = {index for index, block in enumerate(view.blocks) if block.text.startswith(text)}
    assert wanted, f"no block starts with {text!r}"
    return [vote for index, votes in judge(view) if index in wanted for vote in votes]


def weight_for(judge: Judge, html: str, text: str, role: Role) -> float:
    """Return by how much a judge speaks for a role of the block whose text starts so; 0 where it is silent."""
    return sum(vote.weight for vote in votes_for(judge, html, text) if vote.role is role)


def reasons_for(judge: Judge, html: str, text: str) -> set[str]:
    """Return the reasons a judge gives for the block whose text starts so."""
    return {vote.reason for vote in votes_for(judge, html, text)}
