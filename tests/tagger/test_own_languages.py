"""Languages whose profile comes from sentences of this project: lines that it was not counted from."""

import pytest

from scraper.tagger import tag
from scraper.tagger.material import sentences

GALICIAN = (
    "A miña curmá casa o mes que vén nunha capela á beira do lago.",
    "Onte pechou a última tenda de discos que quedaba no centro.",
    "Se chove moito, o partido terá que aprazarse ata o xoves.",
    "Os avogados pediron máis tempo para estudar os papeis.",
    "Que ledicia verte por aquí despois de tantos anos!",
    "O cociñeiro bota allo, pemento e un chisco de vinagre.",
    "Ninguén lle avisou de que a porta estaba pechada con chave.",
    "Xa rematei os deberes, podo saír xogar fóra?",
    "A ponte ficou estragada tras as enchentes do inverno.",
    "Vendemos coches usados con garantía dun ano.",
    "Chegou a primavera e as cerdeiras están en flor.",
    "Moitas familias deixaron o campo para buscar emprego.",
    "Seguir lendo a entrevista",
    "Últimas novas",
    "Ver todos os comentarios",
    "Inicia sesión ou crea unha conta",
    "Engadir ao carriño",
    "Quen somos",
    "As nosas tendas",
    "Novas relacionadas",
)

PASHTO = (
    "زما ورور نوی کور اخیستی او موږ به ورسره مرسته وکړو.",
    "د باران له امله لوبه سبا ته وځنډول شوه.",
    "ښوونځي د ګرمۍ له امله درې ورځې رخصت دي.",
    "تاسو کولای شئ خپل پیسې په بانک کې وساتئ.",
    "هغه ښځه چې هلته ولاړه ده، زما ترور ده.",
    "د کب غوښه له وریجو سره ډېر خوند کوي.",
    "په سړک کې د موټرو ګڼه ګوڼه ده.",
    "موږ په خپلو کې جګړه نه غواړو.",
    "د واکسین کمپاین به په راتلونکې اوونۍ کې پیل شي.",
    "نور ولولئ",
    "وروستي خبرونه",
    "ټول عکسونه وګورئ",
    "زموږ په اړه",
    "له موږ سره اړیکه",
    "د نړۍ خبرونه",
    "لوبې او ساتېري",
)

# What relatives write the same way nobody can tell apart, least of all in a label of two words.
RIGHT = (("gl", GALICIAN, 0.5), ("ps", PASHTO, 0.85))


@pytest.mark.parametrize(("language", "lines", "least"), RIGHT)
def test_lines_alone_are_mostly_right(language: str, lines: tuple[str, ...], least: float) -> None:
    """Sentences and labels are given their language, each alone, and none was counted."""
    assert set(lines).isdisjoint(sentences(language))
    assert sum(tag([line])[0].tag == language for line in lines) / len(lines) >= least


@pytest.mark.parametrize(("language", "lines"), [row[:2] for row in RIGHT])
def test_a_page_of_them_is_right(language: str, lines: tuple[str, ...]) -> None:
    """Together they help each other."""
    assert sum(found.tag == language for found in tag(lines)) / len(lines) >= 0.9


def test_relatives_stay_what_they_are() -> None:
    """Everyday lines in Spanish, Portuguese, Persian and Urdu are not taken for the new languages."""
    found = [tag([line])[0].tag for line in RELATIVES]
    assert found == ["es", "pt", "ca", "fa", "ur", "ar"]


RELATIVES = (
    "Mi hermana compró ayer unas zapatillas nuevas en la tienda.",
    "A minha irmã comprou ontem uns sapatos novos na loja.",
    "La meva germana va comprar ahir unes sabates noves a la botiga.",
    "خواهرم دیروز از فروشگاه یک جفت کفش نو خرید.",
    "میری بہن نے کل دکان سے نئے جوتے خریدے۔",
    "اشترت أختي أمس حذاء جديدا من المتجر.",
)
