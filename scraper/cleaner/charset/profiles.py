"""How languages look in print: their letters, most frequent first, and the encodings their pages were written in.

The strings are ranks, not counts: a letter's price follows from its place. Latin languages list only letters
beyond ASCII, because ASCII letters look the same in every encoding. Chinese, Japanese and Korean list the most
frequent characters; the thousands behind them come from the frequency levels of the national standards.
"""

from collections.abc import Mapping
from typing import Final

LATIN: Final[Mapping[str, str]] = {
    "ca": "àéèóíòçúïü·",
    "cs": "íáéěýřčžšůúťňóď",
    "da": "øæåé",
    "de": "äüößé",
    "es": "óíáéñúü¿¡ºª",
    "et": "äõüöšž",
    "fi": "äöåé",
    "fr": "éèàêçôîûùâëœïü",
    "hr": "čšžćđ",
    "hu": "áéöóőüíúű",
    "is": "áðíþéóæöúý",
    "it": "àèùòìé",
    "lt": "ėšžųūįčąę",
    "lv": "āīēšūņļžķģč",
    "nl": "ëéïèóöü",
    "pl": "łóążęśćńź",
    "pt": "ãçáéóíõêúâàô",
    "ro": "ăîţşâșț",
    "sk": "áíéčšžýťúľňôóäďĺŕ",
    "sq": "ëç",
    "sv": "äöåé",
    "tr": "ıişüğçöâî",
    "vi": "đươâêăôàáảãạ\u0301\u0300\u0323\u0309\u0303",
}
"""Letters beyond ASCII of languages in Latin script."""

ALPHABETS: Final[Mapping[str, str]] = {
    "ar": "الينموتربهعدفقسحةكأجشخصىذضطثزإغءئظؤآ،؟ًـ",
    "be": "аінеоррстклдўуымвзпяьгбчхжшцэюёф",
    "bg": "аиоетнрсвлкдпмзугябъчцйжщшхюфь",
    "el": "αοιετσνηυρπκμλςδγόίθχάφβέζήύώξψϊΐϋ",
    "fa": "اینردهتموشبسزکگيكپخقفحجچعصذطآضثغظژئ،؟",
    "he": "יוהלאתרבםמשנדחקפעגצטכסזןץךף",
    "mk": "аоиентрсвдкмлпујзгбшжчцќѓљњџхфѕ",
    "ru": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "sr": "аоиенртсјвукдмпзлгчбшжћљњцђхџф",
    "th": "านรก่อเง้มยลวดัทีสิตะปบคหแจพช็ขใไืำุูโผึ์ธซถศณภษฐฟญฉฎๆ๊ฬ๋ฏฌฆฮฒฑ",
    "uk": "оаинвтеірсклдмупяьзгбйчхжшюєцїщфґ",
}
"""Letters of languages in other alphabets; for Thai with its vowel signs and tone marks."""

FREQUENT: Final[Mapping[str, str]] = {
    "ja": "、。のにたいはをとるがしでなっかれらもすりこだまさきめくあけどろえよつやわちみせそばおじべへげほむびごねぶぐ"
    "ー・「」ンスルトリアイラクシドグッフタテマレコロバウプジサメキナチニムカオブデパエダハセ々"
    "日一年人大国本中会者出時事分自行的同地生上後動前業方新場部合内定高手物見社市間長月発民連対政主法東理力関金最全表",
    "ko": "이다는에의가을고하지한로사은도서대기리인어들나자라시정아만니으전일있수해부주장보제원여성그상동조구모공선국"
    "우안과경신관계개위비치연진재중오를스유세면소방미업체",
    "zh-Hans": "，。的、一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去"
    "把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第"
    "向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件",
    "zh-Hant": "，。的、一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子"
    "說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去"
    "把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第"
    "向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件",
}
"""Most frequent characters of Chinese, Japanese and Korean."""

LEVELS: Final[Mapping[str, tuple[str, bytes, bytes]]] = {
    "ja": ("euc_jp", bytes(range(0xB0, 0xD0)), bytes(range(0xA1, 0xFF))),
    "ko": ("euc_kr", bytes(range(0xB0, 0xC9)), bytes(range(0xA1, 0xFF))),
    "zh-Hans": ("gb2312", bytes(range(0xB0, 0xD8)), bytes(range(0xA1, 0xFF))),
    "zh-Hant": ("big5", bytes(range(0xA4, 0xC7)), bytes((*range(0x40, 0x7F), *range(0xA1, 0xFF)))),
}
"""Where the characters in daily use stand: codec, lead bytes, trail bytes (first level of JIS X 0208, hangul of
KS X 1001, first level of GB 2312, first plane of Big5)."""

WESTERN = ("fr", "de", "es", "pt", "it", "sv", "da", "is", "fi", "nl", "ca", "sq", "et")
"""Languages written in windows-1252."""
CENTRAL = ("pl", "cs", "sk", "hu", "ro", "hr")
"""Languages written in windows-1250 and ISO 8859-2."""
CYRILLIC = ("ru", "uk", "be", "bg", "sr", "mk")
"""Languages written in windows-1251."""

EVERY = (*LATIN, *ALPHABETS, *FREQUENT)
"""All languages with a profile."""

CANDIDATES: Final[Mapping[str, tuple[tuple[str, ...], float]]] = {
    "utf-8": (EVERY, 0.0),
    "windows-1252": (WESTERN, 0.0),
    "gb18030": (("zh-Hans", "zh-Hant"), 3.0),
    "windows-1251": (CYRILLIC, 3.0),
    "shift_jis": (("ja",), 4.0),
    "euc-jp": (("ja",), 4.0),
    "euc-kr": (("ko",), 4.0),
    "big5": (("zh-Hant",), 4.0),
    "windows-1250": (CENTRAL, 3.0),
    "iso-8859-2": (CENTRAL, 3.0),
    "windows-1254": (("tr",), 3.0),
    "iso-8859-7": (("el",), 4.5),
    "windows-1253": (("el",), 4.0),
    "windows-1256": (("ar", "fa"), 4.0),
    "windows-1255": (("he",), 4.0),
    "windows-874": (("th",), 4.0),
    "windows-1257": (("lt", "lv", "et"), 3.0),
    "koi8-r": (("ru",), 4.0),
    "koi8-u": (("uk", "ru"), 5.0),
    "iso-8859-5": (CYRILLIC, 7.0),
    "ibm866": (("ru", "uk", "be"), 7.0),
    "x-mac-cyrillic": (("ru", "uk"), 8.0),
    "iso-8859-6": (("ar",), 7.0),
    "windows-1258": (("vi",), 7.0),
}
"""Encodings worth trying (UTF-16 and UTF-32 have shown themselves before): languages expected in each, and how rare
it is on the web, in bits."""
