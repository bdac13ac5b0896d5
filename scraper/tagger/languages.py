"""Names of languages: BCP 47 tags in canonical form, and the languages that a script names alone."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from scraper.model.language import UNDETERMINED

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", re.ASCII)

PREFERRED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cmn": "zh",
        "deu": "de",
        "eng": "en",
        "fil": "tl",
        "fra": "fr",
        "in": "id",
        "iw": "he",
        "ji": "yi",
        "jp": "ja",
        "jw": "jv",
        "mo": "ro",
        "no": "nb",
        "rus": "ru",
        "sh": "sr",
        "spa": "es",
        "zho": "zh",
        "zxx": UNDETERMINED,
    }
)
"""Primary subtags that are written otherwise: retired ones of the IANA registry, and mistakes often seen on pages."""

CHINESE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cn": "zh-Hans",
        "hans": "zh-Hans",
        "chs": "zh-Hans",
        "my": "zh-Hans",
        "sg": "zh-Hans",
        "cht": "zh-Hant",
        "hant": "zh-Hant",
        "hk": "zh-Hant",
        "mo": "zh-Hant",
        "tw": "zh-Hant",
    }
)
"""Written form that a script or region subtag of Chinese stands for."""

BY_SCRIPT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Adlm": "ff",
        "Armn": "hy",
        "Beng": "bn",
        "Bopo": "zh-Hant",
        "Cans": "iu",
        "Cher": "chr",
        "Copt": "cop",
        "Ethi": "am",
        "Geor": "ka",
        "Goth": "got",
        "Grek": "el",
        "Gujr": "gu",
        "Guru": "pa",
        "Hang": "ko",
        "Hebr": "he",
        "Java": "jv",
        "Kana": "ja",
        "Khmr": "km",
        "Knda": "kn",
        "Laoo": "lo",
        "Mlym": "ml",
        "Mong": "mn",
        "Mtei": "mni",
        "Mymr": "my",
        "Nkoo": "nqo",
        "Olck": "sat",
        "Orya": "or",
        "Sinh": "si",
        "Syrc": "syc",
        "Taml": "ta",
        "Telu": "te",
        "Tfng": "zgh",
        "Thaa": "dv",
        "Thai": "th",
        "Tibt": "bo",
        "Yiii": "ii",
    }
)
"""Main language of each script that has only one that is common on the web."""


RARE: Final = frozenset("az be eo eu ga gl is kk la lg mi mn ps sn sr st tn ts xh yo zu".split())
"""Languages with a profile that few pages are written in, so that little text is not taken for them by chance."""

SCRIPT_OF: Final[Mapping[str, str]] = MappingProxyType(
    {"ja": "Jpan", "ko": "Kore", "zh-Hans": "Hans", "zh-Hant": "Hant"}
)
"""ISO 15924 codes of languages that mix scripts or write one in two forms."""

WRITTEN_IN: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {("sr", "Cyrl"): "sr-Cyrl", ("sr", "Latn"): "sr-Latn"}
)
"""Tags of languages whose texts are written in either of two scripts, by language and script."""


def canonical(tag: str | None) -> str:
    """Bring a tag as pages write it (`EN_us`, `zh-CN`, `iw`) into the form of this package; `und` where it is none.

    Regions are dropped, because the words of a segment do not show them; for Chinese they give the written form.
    """
    found = _TAG.fullmatch(tag.strip()) if isinstance(tag, str) else None
    if found is None:
        return UNDETERMINED
    primary, *rest = found[0].lower().replace("_", "-").split("-")
    primary = PREFERRED.get(primary, primary)
    if primary in {"zh", "yue", "wuu"}:
        return next((CHINESE[part] for part in rest if part in CHINESE), "zh")
    return primary
