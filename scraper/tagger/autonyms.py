"""Languages by their own names: `Español` in a list of editions is Spanish on a page of any language."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "af": "Afrikaans",
        "am": "አማርኛ",
        "ar": "العربية,عربي,عربى,اللغة العربية",
        "az": "Azərbaycanca,Azərbaycan dili",
        "be": "Беларуская,Беларуская мова",
        "bg": "Български,Български език",
        "bn": "বাংলা",
        "bs": "Bosanski,Bosanski jezik",
        "ca": "Català,Valencià",
        "ceb": "Cebuano,Binisaya",
        "ckb": "کوردی,سۆرانی",
        "cs": "Čeština,Česky,Český jazyk",
        "cy": "Cymraeg",
        "da": "Dansk",
        "de": "Deutsch,Deutsche Sprache",
        "el": "Ελληνικά,Ελληνική γλώσσα",
        "en": "English,English version,In English,English edition",
        "eo": "Esperanto",
        "es": "Español,Castellano,En español,Lengua española,Versión en español",
        "et": "Eesti,Eesti keel,Eesti keeles",
        "eu": "Euskara,Euskaraz",
        "fa": "فارسی,زبان فارسی",
        "fi": "Suomi,Suomeksi,Suomen kieli",
        "fo": "Føroyskt",
        "fr": "Français,En français,Langue française,Version française",
        "ga": "Gaeilge",
        "gd": "Gàidhlig",
        "gl": "Galego",
        "gu": "ગુજરાતી",
        "ha": "Hausa,Harshen Hausa",
        "haw": "ʻŌlelo Hawaiʻi",
        "he": "עברית",
        "hi": "हिन्दी,हिंदी",
        "hmn": "Hmoob,Lus Hmoob",
        "hr": "Hrvatski,Hrvatski jezik",
        "ht": "Kreyòl ayisyen,Kreyòl,Kreyol Ayisyen,Kreyòl Ayisyen",
        "hu": "Magyar,Magyarul,Magyar nyelv",
        "hy": "Հայերեն",
        "id": "Bahasa Indonesia",
        "ig": "Igbo,Asụsụ Igbo",
        "is": "Íslenska",
        "it": "Italiano,In italiano,Lingua italiana",
        "ja": "日本語",
        "jv": "Basa Jawa",
        "ka": "ქართული",
        "kk": "Қазақша,Қазақ тілі",
        "kl": "Kalaallisut",
        "km": "ខ្មែរ,ភាសាខ្មែរ",
        "kn": "ಕನ್ನಡ",
        "ko": "한국어",
        "ku": "Kurdî,Kurmancî",
        "ky": "Кыргызча,Кыргыз тили",
        "la": "Lingua Latina",
        "lb": "Lëtzebuergesch",
        "lg": "Luganda",
        "lo": "ລາວ,ພາສາລາວ",
        "lt": "Lietuvių,Lietuviškai,Lietuvių kalba",
        "lv": "Latviešu,Latviski,Latviešu valoda",
        "mg": "Malagasy",
        "mi": "Te Reo Māori,Māori,Reo Māori",
        "mk": "Македонски,Македонски јазик",
        "ml": "മലയാളം",
        "mn": "Монгол хэл",
        "mr": "मराठी",
        "ms": "Bahasa Melayu,Bahasa Malaysia",
        "mt": "Malti",
        "my": "မြန်မာ,မြန်မာဘာသာ,ဗမာစာ",
        "nb": "Norsk,Norsk bokmål,Bokmål",
        "ne": "नेपाली",
        "nl": "Nederlands",
        "nn": "Nynorsk,Norsk nynorsk",
        "oc": "Occitan",
        "om": "Afaan Oromoo,Oromoo",
        "or": "ଓଡ଼ିଆ",
        "pa": "ਪੰਜਾਬੀ,پنجابی",
        "pl": "Polski,Po polsku,Język polski",
        "ps": "پښتو",
        "pt": "Português,Em português,Língua portuguesa",
        "qu": "Runasimi",
        "ro": "Română,Limba română,În română",
        "ru": "Русский,По-русски,На русском,Русский язык,Русская версия",
        "rw": "Ikinyarwanda,Kinyarwanda",
        "si": "සිංහල",
        "sk": "Slovenčina,Slovensky,Slovenský jazyk",
        "sl": "Slovenščina,Slovenski jezik",
        "sm": "Gagana Samoa,Gagana fa'a Sāmoa",
        "sn": "chiShona,Shona",
        "so": "Soomaali,Af-Soomaali,Af Soomaali",
        "sq": "Shqip,Gjuha shqipe",
        "sr": "Српски,Srpski,Српски језик,Srpski jezik",
        "st": "Sesotho",
        "sv": "Svenska,På svenska",
        "sw": "Kiswahili,Swahili",
        "ta": "தமிழ்",
        "te": "తెలుగు",
        "tg": "Тоҷикӣ,Забони тоҷикӣ",
        "th": "ไทย,ภาษาไทย",
        "ti": "ትግርኛ",
        "tk": "Türkmençe,Türkmen dili",
        "tl": "Tagalog,Wikang Filipino",
        "tn": "Setswana",
        "to": "Lea faka-Tonga",
        "tr": "Türkçe,Türk dili",
        "ts": "Xitsonga",
        "tt": "Татарча,Татар теле",
        "ug": "ئۇيغۇرچە",
        "uk": "Українська,Українською,Українська мова,Українська версія",
        "ur": "اردو",
        "uz": "Oʻzbekcha,O'zbekcha,O‘zbekcha,Oʻzbek tili,Ўзбекча",
        "vi": "Tiếng Việt",
        "xh": "isiXhosa",
        "yi": "ייִדיש,יידיש",
        "yo": "Yorùbá,Èdè Yorùbá,Yoruba",
        "zh": "中文,汉语,漢語,官话,Chinese 中文",
        "zh-Hans": "简体中文,中文(简体),中文（简体）,中文简体,简体,中文版",
        "zh-Hant": "繁體中文,中文(繁體),中文（繁體）,中文繁體,繁體,正體中文",
        "zu": "isiZulu",
    }
)
"""Names that each language gives itself, with those of switchers in whole phrases; by tag, parted by commas."""

LONGEST: Final = 40
"""Characters of the longest text that can be the name of a language."""

_REGION: Final = re.compile(r"\s*[(\[（].{1,20}[)\]）]$|\s+[-–—/|]\s+\S.{0,19}$")
"""What stands behind a language's name: `English (UK)`, `Português - Brasil`."""
_SIGN: Final = re.compile("[-(\\[（–—/|]")
"""Without one of these there is no region, and nearly no text has any."""

BY_NAME: Final[Mapping[str, str]] = MappingProxyType(
    {name.casefold(): tag for tag, names in NAMES.items() for name in names.split(",")}
)
"""Tag of each case-folded name."""


def named(text: str) -> str | None:
    """Tag of the language whose own name the text is, a region behind it left aside; None for any other text."""
    if len(text) > LONGEST:
        return None
    bare = text.strip(" \t\n|•·»>‹«:").casefold()
    return BY_NAME.get(bare) or (BY_NAME.get(_REGION.sub("", bare)) if _SIGN.search(bare) else None)
