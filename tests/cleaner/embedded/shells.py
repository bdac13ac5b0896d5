"""Pages that show nothing, with a story embedded in one way or another."""

import json
from collections.abc import Sequence
from typing import Any

from scraper.cleaner.embedded import Embedded, find_embedded
from scraper.cleaner.parse import parse
from scraper.cleaner.split import split
from scraper.model.segment import Role

TITLE = "The ferry waits for nobody"
STORIES = {
    "en": (
        "The ferry left the harbour an hour late because the crew had to clear the ice from the ramp by hand.",
        "Passengers were given hot soup and blankets, and most slept until the lights of the island came up.",
        "By noon the wind had turned, and the captain decided that the way back would have to wait until Monday.",
    ),
    "el": (
        "Το πλοίο έφυγε από το λιμάνι με μία ώρα καθυστέρηση, επειδή το πλήρωμα καθάριζε τον πάγο με τα χέρια.",
        "Οι επιβάτες πήραν ζεστή σούπα και κουβέρτες και κοιμήθηκαν ώσπου φάνηκαν τα φώτα του νησιού στο βάθος.",
        "Το μεσημέρι ο άνεμος γύρισε και ο καπετάνιος αποφάσισε ότι η επιστροφή θα περιμένει ως τη Δευτέρα το πρωί.",
    ),
    "zh": (
        "渡轮因为船员要用手清除坡道上的冰，晚了一个小时才离开港口，乘客们在船舱里安静地等待着出发的时刻。",
        "船上给每位乘客发了热汤和毛毯，大多数人一直睡到远处岛上的灯火出现在海面上，才慢慢收拾好自己的行李。",
        "到了中午风向变了，船长决定回程要等到星期一再说，于是大家就在岛上的小学里住了两个晚上，直到天气好转。",
    ),
    "hi": (
        "नौका एक घंटे देर से निकली क्योंकि नाविकों को ढलान पर जमी बर्फ अपने हाथों से साफ करनी पड़ी और यात्री इंतज़ार करते रहे।",
        "यात्रियों को गरम सूप और कंबल दिए गए, और ज़्यादातर लोग तब तक सोते रहे जब तक टापू की बत्तियाँ दिखाई नहीं देने लगीं।",
        "दोपहर तक हवा का रुख बदल गया, और कप्तान ने तय किया कि वापसी के लिए सोमवार की सुबह तक इंतज़ार करना पड़ेगा।",
    ),
}
EN = STORIES["en"]


def page(body: str, head: str = "", title: str = TITLE) -> str:
    """Return a page with a title, this head and this body."""
    return f"<html><head><title>{title} | Harbour Post</title>{head}</head><body>{body}</body></html>"


def data(value: Any, kind: str = "application/json") -> str:
    """Return a script that holds a value."""
    return f'<script type="{kind}">{json.dumps(value, ensure_ascii=False)}</script>'


def linked(value: Any) -> str:
    """Return a script of JSON-LD."""
    return data(value, "application/ld+json")


def program(text: str) -> str:
    """Return a script that is a program."""
    return f"<script>{text}</script>"


def shown(paragraphs: Sequence[str] = EN * 6) -> str:
    """Return paragraphs that a reader sees."""
    return "".join(f"<p>{number}. {text}</p>" for number, text in enumerate(paragraphs))


def dig(markup: str) -> Embedded:
    """Return what is found on a page."""
    tree = parse(markup)
    return find_embedded(tree, split(tree), markup)


def told(markup: str) -> list[str]:
    """Return the texts that are ruled to be the body."""
    found = dig(markup)
    return [found.blocks[index].text for index, ruling in found.rulings.items() if ruling.role is Role.BODY]
