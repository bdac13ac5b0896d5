"""Sentences of made-up news in six languages: any start goes with any middle and any end, so that no two pages agree.

Everything here was written for this purpose; nobody ever published it.
"""

from collections.abc import Mapping
from random import Random
from types import MappingProxyType
from typing import Final, NamedTuple


class Tongue(NamedTuple):
    """What a host needs to speak one language: parts of sentences, and words of its furniture."""

    starts: tuple[str, ...]
    middles: tuple[str, ...]
    ends: tuple[str, ...]
    stop: str
    gap: str
    menu: tuple[str, ...]
    share: tuple[str, ...]
    related: str
    reserved: str


def _parts(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


_ENGLISH = Tongue(
    _parts("""The harbour council
        A small orchestra from the valley
        The new bridge over the river
        An engineer at the waterworks
        The oldest bakery in the quarter
        A group of schoolchildren
        The regional railway
        A retired lighthouse keeper
        The botanical garden
        A surveyor with a borrowed boat
        The night market"""),
    _parts("""has spent most of the winter preparing
        will present next month
        could not explain on Tuesday
        wants to rebuild within two years
        described in a long letter to the town
        is quietly paying for
        lost and then found again
        measured for the first time
        doubts the need for
        has been promised
        celebrated with very little noise"""),
    _parts("""a timetable that nobody had asked for
        the largest collection of tide tables on the coast
        a walk along the old customs wall
        the money that was left over from the fair
        a plan to move the market hall by eleven metres
        what the flood had carried into the cellars
        the repair of the clock above the square
        a school kitchen that cooks for three villages
        the return of the herons to the northern pond
        a concert for foghorn and strings
        the only map on which the path is shown"""),
    ".",
    " ",
    _parts("Home\nTown\nHarbour\nCulture\nSport\nWeather\nLetters\nArchive"),
    _parts("Share this story\nSend by mail\nCopy the link\nPrint"),
    "More from this section",
    "All rights reserved",
)

_GERMAN = Tongue(
    _parts("""Der Hafenrat
        Ein kleines Orchester aus dem Tal
        Die neue Brücke über den Fluss
        Eine Ingenieurin des Wasserwerks
        Die älteste Bäckerei des Viertels
        Eine Gruppe von Schulkindern
        Die Regionalbahn
        Ein früherer Leuchtturmwärter
        Der botanische Garten
        Ein Landvermesser mit geliehenem Boot
        Der Nachtmarkt"""),
    _parts("""verlangt seit dem Winter
        bekommt im nächsten Monat
        erklärte am Dienstag nicht
        braucht binnen zwei Jahren
        beschreibt in einem langen Brief an die Stadt
        bezahlt ganz ohne Aufsehen
        verlor zunächst und fand dann wieder
        vermisst zum ersten Mal
        bezweifelt nach wie vor
        verteidigt gegen alle Einwände
        feierte mit sehr wenig Lärm"""),
    _parts("""einen Fahrplan, um den niemand gebeten hatte
        die größte Sammlung von Gezeitentafeln an der Küste
        einen Spaziergang an der alten Zollmauer entlang
        das Geld, das vom Jahrmarkt übrig geblieben war
        den Vorschlag, die Markthalle um elf Meter zu verschieben
        alles, was die Flut in die Keller getragen hatte
        die Reparatur der Uhr über dem Platz
        eine Schulküche, die für drei Dörfer kocht
        die Rückkehr der Reiher an den nördlichen Teich
        ein Konzert für Nebelhorn und Streicher
        die einzige Karte, auf der der Pfad verzeichnet ist"""),
    ".",
    " ",
    _parts("Startseite\nStadt\nHafen\nKultur\nSport\nWetter\nLeserbriefe\nArchiv"),
    _parts("Artikel teilen\nPer Mail senden\nLink kopieren\nDrucken"),
    "Mehr aus diesem Ressort",
    "Alle Rechte vorbehalten",
)

_FRENCH = Tongue(
    _parts("""Le conseil du port
        Un petit orchestre de la vallée
        Le nouveau pont sur la rivière
        Une ingénieure du service des eaux
        La plus vieille boulangerie du quartier
        Un groupe d'écoliers
        Le train régional
        Un ancien gardien de phare
        Le jardin botanique
        Un géomètre avec une barque empruntée
        Le marché de nuit"""),
    _parts("""prépare depuis le début de l'hiver
        présentera le mois prochain
        n'a pas su expliquer mardi
        veut reconstruire en moins de deux ans
        raconte dans une longue lettre à la ville
        finance sans le dire
        a perdu puis retrouvé
        mesure pour la première fois
        met en doute
        attend avec patience
        a célébré presque sans bruit"""),
    _parts("""un horaire que personne n'avait demandé
        la plus grande collection de tables de marées de la côte
        une promenade le long du vieux mur de la douane
        l'argent qui restait de la foire
        un projet pour déplacer la halle de onze mètres
        ce que la crue avait emporté dans les caves
        la réparation de l'horloge au-dessus de la place
        une cantine scolaire qui cuisine pour trois villages
        le retour des hérons à l'étang du nord
        un concert pour corne de brume et cordes
        la seule carte où figure le sentier"""),
    ".",
    " ",
    _parts("Accueil\nVille\nPort\nCulture\nSport\nMétéo\nCourrier\nArchives"),
    _parts("Partager cet article\nEnvoyer par courriel\nCopier le lien\nImprimer"),
    "À lire dans cette rubrique",
    "Tous droits réservés",
)

_SPANISH = Tongue(
    _parts("""El consejo del puerto
        Una pequeña orquesta del valle
        El nuevo puente sobre el río
        Una ingeniera de la empresa de aguas
        La panadería más antigua del barrio
        Un grupo de escolares
        El tren regional
        Un antiguo guardián del faro
        El jardín botánico
        Un agrimensor con una barca prestada
        El mercado nocturno"""),
    _parts("""prepara desde el comienzo del invierno
        presentará el mes que viene
        no supo explicar el martes
        quiere reconstruir en menos de dos años
        describe en una larga carta al ayuntamiento
        paga sin decirlo a nadie
        perdió y luego encontró
        midió por primera vez
        pone en duda
        espera con paciencia
        celebró casi sin ruido"""),
    _parts("""un horario que nadie había pedido
        la mayor colección de tablas de mareas de la costa
        un paseo junto al viejo muro de la aduana
        el dinero que sobró de la feria
        un plan para mover el mercado once metros
        lo que la crecida había llevado a los sótanos
        la reparación del reloj de la plaza
        una cocina escolar que guisa para tres pueblos
        el regreso de las garzas al estanque del norte
        un concierto para sirena de niebla y cuerdas
        el único mapa en el que aparece el sendero"""),
    ".",
    " ",
    _parts("Portada\nCiudad\nPuerto\nCultura\nDeportes\nEl tiempo\nCartas\nHemeroteca"),
    _parts("Compartir la noticia\nEnviar por correo\nCopiar el enlace\nImprimir"),
    "Más de esta sección",
    "Todos los derechos reservados",
)

_RUSSIAN = Tongue(
    _parts("""Совет порта
        Небольшой оркестр из долины
        Новый музей у реки
        Инженер городского водоканала
        Старейший пекарь квартала
        Школьный кружок краеведов
        Пригородный поезд
        Бывший смотритель маяка
        Ботанический сад
        Землемер на чужой лодке
        Ночной рынок"""),
    _parts("""с начала зимы готовит
        в следующем месяце покажет
        во вторник не смог объяснить
        собирается за два года восстановить
        подробно описывает в письме городу
        без лишнего шума оплачивает
        потерял, а потом снова нашёл
        впервые измерил
        по-прежнему считает лишним
        терпеливо ждёт
        почти незаметно отметил"""),
    _parts("""новый график, о котором никто не просил
        крупнейшее на побережье собрание таблиц приливов
        маршрут вдоль старой таможенной стены
        остаток денег, собранных на ярмарке
        план переноса крытого рынка на одиннадцать метров
        всё, что паводок занёс в подвалы
        ремонт часов над главной площадью
        столовую, которая готовит на три деревни
        возвращение цапель на северный пруд
        концерт для туманного рожка и струнных
        единственный план местности, где отмечена тропа"""),
    ".",
    " ",
    _parts("Главная\nГород\nПорт\nКультура\nСпорт\nПогода\nПисьма\nАрхив"),
    _parts("Поделиться\nОтправить письмом\nСкопировать ссылку\nРаспечатать"),
    "Ещё в этом разделе",
    "Все права защищены",
)

_CHINESE = Tongue(
    _parts("""港口委员会
        山谷里的一支小乐队
        河上的新桥管理处
        自来水厂的一位工程师
        街区里最老的面包店
        一群小学生
        地区铁路公司
        一位退休的灯塔看守人
        植物园
        借船出海的测量员
        夜市的摊主们"""),
    _parts("""整个冬天都在准备
        将在下个月介绍
        星期二没能解释清楚
        打算在两年之内重建
        在写给市政府的长信里描述了
        一直悄悄地资助
        丢失之后又找到了
        第一次仔细测量了
        仍然怀疑有没有必要保留
        耐心地等待着
        低调地庆祝了"""),
    _parts("""那份谁也没有要求过的时刻表
        沿海地区最大的一批潮汐记录
        沿着旧海关城墙的一段步道
        集市结束以后剩下的那笔钱
        把菜市场向东移动十一米的方案
        洪水冲进地下室的全部东西
        广场上方那座大钟的修理工程
        为三个村庄做饭的学校食堂
        苍鹭回到北边池塘的消息
        一场为雾笛和弦乐写的音乐会
        唯一标出那条小路的地图"""),
    "。",
    "",
    _parts("首页\n本市\n港口\n文化\n体育\n天气\n读者来信\n资料库"),
    _parts("分享这篇报道\n用邮件发送\n复制链接\n打印"),
    "本栏目更多内容",
    "版权所有",
)

TONGUES: Final[Mapping[str, Tongue]] = MappingProxyType(
    {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "ru": _RUSSIAN, "zh": _CHINESE}
)
"""Each language's BCP 47 tag and what is said in it."""


def clause(tongue: Tongue, chance: Random) -> str:
    """Return one made-up statement without its full stop: a headline."""
    return tongue.gap.join((chance.choice(tongue.starts), chance.choice(tongue.middles), chance.choice(tongue.ends)))


def paragraph(tongue: Tongue, chance: Random) -> str:
    """Return three to five made-up sentences."""
    return tongue.gap.join(clause(tongue, chance) + tongue.stop for _ in range(chance.randint(3, 5)))
