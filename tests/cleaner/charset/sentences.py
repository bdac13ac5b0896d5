"""A few plain sentences a language, and the encodings pages in it were written in before UTF-8."""

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    "zh-Hans": "今天下午我们去图书馆还书，路上遇到了一位老朋友。他说他刚刚从北京回来，那里的天气非常好。"
    "我们在咖啡馆里坐了一个小时，谈了很多关于工作和家庭的事情。",
    "zh-Hant": "今天下午我們去圖書館還書，路上遇到了一位老朋友。他說他剛剛從臺北回來，那裡的天氣非常好。"
    "我們在咖啡館裡坐了一個小時，談了很多關於工作和家庭的事情。",
    "ja": "きょうの午後、図書館に本を返しに行く途中で、古い友人に会いました。彼は先週東京から戻ったばかりだそうです。"
    "二人で喫茶店に入って、仕事や家族のことを一時間ほど話しました。",
    "ko": "오늘 오후에 도서관에 책을 돌려주러 가는 길에 오랜 친구를 만났습니다. "
    "그는 지난주에 부산에서 돌아왔다고 했습니다. "
    "우리는 찻집에 앉아서 일과 가족에 대해 한 시간 동안 이야기했습니다.",
    "ru": "Сегодня днём по дороге в библиотеку мы встретили старого друга. Он рассказал, "
    "что недавно вернулся из Казани. "
    "Мы целый час сидели в кафе и говорили о работе и о детях.",
    "uk": "Сьогодні вдень дорогою до бібліотеки ми зустріли давнього приятеля. Він "
    "розповів, що їздив до своєї родини у Львів. "
    "Ми цілу годину сиділи в кав'ярні й говорили про її нову роботу.",
    "el": "Σήμερα το απόγευμα, στον δρόμο για τη βιβλιοθήκη, συναντήσαμε έναν παλιό φίλο. "
    "Μας είπε ότι γύρισε από την Πάτρα. "
    "Καθίσαμε μία ώρα στο καφενείο και μιλήσαμε για τη δουλειά και τα παιδιά.",
    "pl": "Dziś po południu w drodze do biblioteki spotkaliśmy starego przyjaciela. "
    "Powiedział, że właśnie wrócił z Łodzi. "
    "Przez godzinę siedzieliśmy w kawiarni, rozmawiając o pracy, dzieciach i książkach, "
    "które każdy z nas chciałby przeczytać.",
    "cs": "Dnes odpoledne jsme cestou do knihovny potkali starého přítele. Říkal, že se právě vrátil z Plzně. "
    "Hodinu jsme seděli v kavárně a povídali si o práci, o dětech a o tom, jak rychle běží čas.",
    "hu": "Ma délután a könyvtárba menet találkoztunk egy régi baráttal. Azt mondta, hogy nemrég jött haza Győrből. "
    "Egy órán át ültünk a kávézóban, és a munkáról, a gyerekekről meg az időjárásról beszélgettünk.",
    "de": "Heute Nachmittag trafen wir auf dem Weg zur Bücherei einen alten Freund. Er "
    "erzählte, er sei gerade aus Köln zurück. "
    "Wir saßen eine Stunde im Café und sprachen über die Arbeit, über die Kinder und über schöne Bücher.",
    "fr": "Cet après-midi, en allant à la bibliothèque, nous avons rencontré un vieil "
    "ami. Il était rentré de Besançon la veille. "
    "Nous sommes restés une heure au café à parler du métier, des enfants et de l'été passé.",
    "tr": "Bugün öğleden sonra kütüphaneye giderken eski bir arkadaşımıza rastladık. İzmir'den yeni döndüğünü söyledi. "
    "Bir saat boyunca kahvede oturup işten, çocuklardan ve geçen yaz yaptıklarımızdan konuştuk.",
    "ar": "التقينا بعد ظهر اليوم صديقا قديما ونحن في الطريق إلى المكتبة. قال إنه عاد أمس من رحلة طويلة إلى تونس. "
    "جلسنا ساعة في المقهى وتحدثنا عن العمل والأولاد.",
    "he": "היום אחר הצהריים, בדרך לספרייה, פגשנו חבר ותיק. הוא סיפר שחזר אתמול מנסיעה ארוכה לחיפה. "
    "ישבנו שעה בבית הקפה ודיברנו על העבודה ועל הילדים.",
    "th": "บ่ายวันนี้ระหว่างทางไปห้องสมุดเราได้พบเพื่อนเก่าคนหนึ่ง เขาเล่าว่าเพิ่งกลับมาจากเชียงใหม่ "
    "เรานั่งคุยกันในร้านกาแฟหนึ่งชั่วโมงเรื่องงานและเรื่องลูก",
}

LEGACY: Final[tuple[tuple[str, str, str], ...]] = (
    ("zh-Hans", "gb18030", "gbk"),
    ("zh-Hant", "big5", "big5"),
    ("zh-Hant", "gb18030", "gb18030"),
    ("ja", "cp932", "shift_jis"),
    ("ja", "euc_jp", "euc-jp"),
    ("ko", "cp949", "euc-kr"),
    ("ru", "cp1251", "windows-1251"),
    ("ru", "koi8_r", "koi8-r"),
    ("uk", "cp1251", "windows-1251"),
    ("uk", "koi8_u", "koi8-u"),
    ("el", "iso8859_7", "iso-8859-7"),
    ("el", "cp1253", "windows-1253"),
    ("pl", "iso8859_2", "iso-8859-2"),
    ("pl", "cp1250", "windows-1250"),
    ("cs", "cp1250", "windows-1250"),
    ("hu", "iso8859_2", "iso-8859-2"),
    ("de", "cp1252", "windows-1252"),
    ("fr", "cp1252", "windows-1252"),
    ("tr", "cp1254", "windows-1254"),
    ("ar", "cp1256", "windows-1256"),
    ("he", "cp1255", "windows-1255"),
    ("th", "cp874", "windows-874"),
)
"""Language, Python's codec, label on the page."""

UTF8 = tuple((language, "utf-8", "utf-8") for language in SENTENCES)
"""The same languages as pages are written today."""


def page(language: str, label: str | None) -> str:
    """Return a small page with the sentences of a language, declaring an encoding or none."""
    declaration = f'<meta charset="{label}">' if label else ""
    return f"<!DOCTYPE html><html><head>{declaration}<title>1</title></head><body><p>{SENTENCES[language]}</p></body>"
