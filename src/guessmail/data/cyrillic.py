"""Cyrillic letters in Latin, by language.

`_COMMON` is how names are written by their bearers (near BGN/PCGN 1947 without its marks); `_PASSPORT` how
Russian passports write them since 2014 (ICAO Doc 9303-3, table B), tagged `translit=passport`. `_UKRAINIAN`
follows the Cabinet's resolution 55 of 2010, `_SERBIAN` the Latin alphabet of the language, `_BULGARIAN` the
Transliteration Act of 2009. Each table holds only what differs from `_COMMON`.
"""

from guessmail.data.rows import rows

__all__ = ["GIVEN_OF", "SIGNS", "USUAL", "WAYS"]

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"

_COMMON = dict(zip(_LETTERS, _LATIN.replace("-", "").split(" "), strict=True)) | {
    "ў": "w", "ј": "j", "ѓ": "g", "ќ": "k", "ѕ": "dz", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
}  # fmt: skip
"""The letters of Russian; then what Belarusian, Macedonian, Ukrainian, Kazakh and Tatar have beside them."""

_COMMON_ENDINGS = (
    ("ий$", "y"),
    ("ый$", "y"),
    ("ья$", "ya"),
    ("ье", "ye"),
    ("ьё", "ye"),
    ("ию", "iyu"),
    ("ия$", "ia"),
)
"""Pairs of letters that are written as one sound: Дмитрий -> Dmitry, Наталья -> Natalya, Мария -> Maria."""

_PASSPORT = {"й": "i", "ъ": "ie", "ю": "iu", "я": "ia"}

_UKRAINIAN = {"г": "h", "и": "y", "й": "i", "ї": "i", "є": "ie", "ю": "iu", "я": "ia", "х": "kh", "'": ""}
_UKRAINIAN_INITIAL = {"ї": "yi", "є": "ye", "й": "y", "ю": "yu", "я": "ya"}
_UKRAINIAN_USUAL = {"г": "h", "и": "y", "й": "y", "ї": "yi", "є": "ye", "ю": "yu", "я": "ya", "'": ""}
"""As its bearers write it who do not follow the resolution: Serhiy, Yuliya."""
_UKRAINIAN_ENDINGS = (("ія$", "ia"), ("ий$", "yy"))

_SERBIAN = {
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "ђ": "dj",
    "џ": "dz",
    "ж": "z",
    "х": "h",
    "ц": "c",
    "ч": "c",
    "ш": "s",
}
_MACEDONIAN = {"ѓ": "gj", "ќ": "kj", "ѕ": "dz", "џ": "dj", "ж": "zh", "ч": "ch", "ш": "sh"}
_WITHOUT_DIGRAPHS = {"ђ": "d", "ѓ": "g", "ќ": "k", "џ": "dz"}

_BULGARIAN = {"ъ": "a", "щ": "sht", "х": "h"}
_BULGARIAN_ENDINGS = (("ия$", "ia"),)

_USUAL = {**_COMMON, **_UKRAINIAN_USUAL}
_SOUTHERN = {**_COMMON, **_SERBIAN}
_NONE: dict[str, str] = {}

WAYS = {
    "cyrillic": (
        (_COMMON_ENDINGS, _COMMON, _NONE, ""),
        ((), {**_COMMON, **_PASSPORT}, _NONE, "passport"),
        (_COMMON_ENDINGS, _COMMON, _NONE, "common"),
    ),
    "ukrainian": (
        ((), {**_COMMON, **_UKRAINIAN}, _UKRAINIAN_INITIAL, ""),
        (_UKRAINIAN_ENDINGS, _USUAL, _NONE, "common"),
        (_UKRAINIAN_ENDINGS, {**_USUAL, "г": "g"}, _NONE, "other"),
    ),
    "serbian": (((), _SOUTHERN, _NONE, ""), ((), {**_SOUTHERN, **_WITHOUT_DIGRAPHS}, _NONE, "other")),
    "macedonian": (
        ((), {**_SOUTHERN, **_MACEDONIAN}, _NONE, ""),
        ((), {**_SOUTHERN, **_WITHOUT_DIGRAPHS}, _NONE, "other"),
    ),
    "bulgarian": (
        (_BULGARIAN_ENDINGS, {**_COMMON, **_BULGARIAN}, _NONE, ""),
        (_COMMON_ENDINGS, _COMMON, _NONE, "common"),
    ),
}
"""By language, that of Russian as `cyrillic`: the ways to write it in Latin, the usual one first: patterns of letters that
are written together, with what stands for them; letters, those that begin a word, and the value of `translit`."""

SIGNS = {"macedonian": frozenset("ѓќѕ"), "serbian": frozenset("јљњћђџ"), "ukrainian": frozenset("іїєґ")}
"""Letters of one language alone. A Bulgarian ъ is told by the consonant behind it, where Russian has none."""

_GIVEN = {
    "ukrainian": """
    дмитро ганна олександр олександра олена олексій микола михайло андрій василь володимир павло петро тарас юрій
    наталя оксана остап ярослава оксен данило кирило гнат грицько лесь леся марко назар орест панас пилип степан
    богдана галина зоряна соломія христина уляна катерина надія тетяна любов юлія федір тимофій нестор роксолана
""",
    "bulgarian": """
    цветан цветана цветелина гергана георги христо христина стоян стоянка йордан йорданка пламен пламена красимир
    красимира живко десислава росица тодор тодорка радослав радка румен румяна стефка станимир ивайло ивелина
    калоян веселин веселина здравко желязко мирослава боян бояна златка пенка ненчо драгомир тихомир велислава
    симеон борислав бисер цонка диана димитрина
""",
}
GIVEN_OF = {name: language for language, names in _GIVEN.items() for name in names.split()}
"""Given names of one language: language, where its letters do not tell."""

USUAL = rows(
    """
    александр alexander aleksandr alexandr; александра alexandra aleksandra; алексей alexey aleksey alexei;
    максим maxim maksim; ксения ksenia kseniya xenia; сергей sergey sergei; андрей andrey andrei;
    юрий yury yuri yuriy; юлия yulia yuliya julia; мария maria mariya; дмитрий dmitry dmitriy dmitri;
    евгений evgeny evgeniy eugene; евгения evgenia evgeniya; екатерина ekaterina katerina; елена elena helen;
    николай nikolay nikolai; михаил mikhail michael; виктор viktor victor; виктория victoria viktoria viktoriya;
    наталья natalya nataliya natalie; наталия natalia nataliya; татьяна tatiana tatyana; софья sofia sofya;
    софия sofia sophia; анастасия anastasia anastasiya; валерий valery valeriy valeri; василий vasily vasiliy;
    анатолий anatoly anatoliy; виталий vitaly vitaliy; геннадий gennady gennadiy; григорий grigory grigoriy;
    георгий georgy georgiy; аркадий arkady arkadiy; арсений arseny arseniy; пётр petr pyotr peter;
    фёдор fedor fyodor; семён semyon semen; артём artem artyom; алёна alena alyona; илья ilya ilia;
    яна yana jana; яков yakov jakov; ярослав yaroslav; роман roman; игорь igor; любовь lyubov liubov;
    людмила lyudmila ludmila; филипп philipp filipp philip; иосиф iosif joseph; павел pavel paul;
    валентина valentina; даниил daniil daniel; кирилл kirill kiril; зоя zoya zoe; лидия lidia lidiya;
    галина galina; дарья daria darya; марья marya maria; ольга olga; константин konstantin constantin;
    ирина irina; светлана svetlana; вячеслав vyacheslav viacheslav; станислав stanislav; денис denis;
    олеся olesya olesia; полина polina; вероника veronika veronica; иван ivan; глеб gleb; лев lev; оксана oksana
    """
)
"""Given names of Russian as their bearers spell them, the most usual first (passports before 2010, and custom)."""
