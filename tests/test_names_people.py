"""Names as people meet them in CVs, profiles and exports: each row shows one rule."""

import pytest

from guessmail.errors import Code, Problem
from guessmail.names import Name, name_from_parts, read_name
from guessmail.names.asides import take_asides

_ORDER = [
    ("Zhang Wei", "wei.zhang"),
    ("Wei Zhang", "wei.zhang"),
    ("Wang Li", "wang.li"),  # two family names: the order of most lists
    ("Nguyễn Thị Lan", "lan.nguyen"),
    ("Le Van Tam", "tam.le"),
    ("Yamada Taro", "taro.yamada"),
    ("Taro Yamada", "taro.yamada"),
    ("Kim Min Jun", "minjun.kim"),
    ("Min Jun Kim", "min.kim"),
    ("Lee Min-ho", "minho.lee"),
    ("Kim Anderson", "kim.anderson"),  # a given name in English
    ("Ivanov Sergey", "sergey.ivanov"),
    ("Kowalska Katarzyna", "katarzyna.kowalska"),
    ("Nowak Anna", "anna.nowak"),
    ("Ionescu Andrei Mihai", "andrei.ionescu"),
    ("Kovácsné Tóth Éva", "eva.kovacsnetoth"),
    ("Doe Jane", "jane.doe"),
    ("Jane Doe", "jane.doe"),
    ("Morgan Kelly", "morgan.kelly"),  # both are both
    ("Jason CHAN Tai Man", "jason.chan"),
    ("CHAN Tai Man Jason", "jason.chan"),
    ("Chan Tai Man, Jason", "jason.chan"),
    ("Lim Wei Ming", "weiming.lim"),
    ("Kenneth Tan Ah Kow", "kenneth.tan"),
    ("Steven Wang Xiaoming", "steven.wang"),
    ("Steven Xiaoming Wang", "steven.wang"),
    ("Wang Xiaoming (Steven)", "steven.wang"),
    ("Bao Pham Quoc", "bao.pham"),
]
_CLUTTER = [
    "Jane 🚀 Doe", "🌟Jane Doe🌟", "Jane Doe 🇺🇦", "Jane Doe™", "Jane Doe ✔", "Jane👩🏽‍💻Doe", "Ⓙⓐⓝⓔ Doe",
    "Jane Doe she/her", "Jane Doe she, her", "Jane Doe (they/them)", "Jane Doe (elle)", "Jane Doe, she/her",
    "Jane Doe • Recruiter", "Jane Doe | Hiring", "Jane Doe - We're hiring!", "Jane Doe / CEO at Acme",
    "Jane Doe #OpenToWork", "Jane Doe [LION]", "Jane Doe · 2nd", "Jane Doe · 3rd+", "Jane Doe's profile",
    "Jane Doe’s profile", "Jane Doe at Acme", "Jane Doe @ Acme", "Jane Doe, Recruiter, Acme Inc.",
    "Jane Doe, CFA®", "Jane Doe, SHRM-SCP", "Jane Doe SHRM-SCP", "Jane Doe, P.E.", "Jane Doe, Ph.D. (Cand.)",
    "Jane Doe, StB", "Jane Doe, RA", "Jane Doe, S.E., M.M.", "Jane Doe B.Sc. M.Sc.", "Jane Doe MBA PMP",
    "Drs. Jane Doe", "RA Jane Doe", "Mag. (FH) Jane Doe", "Mgr inż. Jane Doe", "Datuk Seri Jane Doe",
    "Khun Jane Doe", "Dr. rer. nat. Jane Doe", "W/ro Jane Doe", "Doe; Jane", "Doe, Jane [EXT]", "Doe Jane (Ms)",
    "JaneDoe", "jane.doe", "Jane D. (Doe)", '"Jane Doe"', "Jane Doe (Sales)",
]  # fmt: skip
_CUSTOMS = [
    ("王晓明", "xiaoming.wang", "GB/T 28039: the given name in one word"),
    ("吕静", "jing.lu", "GB/T 28039; lü is written lu, lv, lyu"),
    ("김민준", "minjun.kim", "passport statistics of Korea"),
    ("박서준", "seojun.park", "passport statistics of Korea"),
    ("이서연", "seoyeon.lee", "passport statistics of Korea"),
    ("정하은", "haeun.jung", "passport statistics of Korea"),
    ("최지우", "jiwoo.choi", "passport statistics of Korea"),
    ("やまだ はなこ", "hanako.yamada", "Hepburn"),
    ("オオノ ショウタ", "shota.ono", "Hepburn without long vowels"),
    ("きった じゅん", "jun.kitta", "Hepburn: a small tsu doubles"),
    ("山田太郎（やまだ たろう）", "taro.yamada", "the kana beside the kanji"),
    ("Jane Chen（陈静）", "jane.chen", "the bearer gives both"),
    ("陈静 (Jane Chen)", "jane.chen", "the bearer gives both"),
    ("გიორგი მჭედლიშვილი", "giorgi.mchedlishvili", "national system of Georgia, 2002"),
    ("Արմեն Պետրոսյան", "armen.petrosyan", "BGN/PCGN 1981"),
    ("Дмитро Ковальчук", "dmytro.kovalchuk", "Cabinet of Ukraine, resolution 55 of 2010"),
    ("Ганна Григоренко", "hanna.hryhorenko", "as above"),
    ("Олександр Щербак", "oleksandr.shcherbak", "as above"),
    ("Александр Яковлев", "alexander.yakovlev", "usual in Russian passports before 2010"),
    ("Алексей Жуков", "alexey.zhukov", "as above"),
    ("Мария Щукина", "maria.shchukina", "as above"),
    ("Юрий Хорошев", "yury.khoroshev", "as above"),
    ("Гергана Щерева", "gergana.shtereva", "Bulgarian Transliteration Act 2009: щ is sht"),
    ("Ђорђе Ђурић", "djordje.djuric", "Serbian: đ as dj"),
    ("Ѓорѓи Ќосев", "gjorgji.kjosev", "Macedonian passports"),
    ("Δημήτρης Τζίμας", "dimitris.tzimas", "ELOT 743: η is i"),
    ("Patrick O Brien", "patrick.obrien", "MacLysaght: Ó is part of the name"),
    ("Seán Ó Súilleabháin", "sean.osuilleabhain", "as above"),
    ("Bríd Uí Néill", "brid.uineill", "as above: of a wife"),
    ("Luca D Angelo", "luca.dangelo", "the elided article"),
    ("Wim van 't Veer", "wim.vantveer", "Taalunie: voorvoegsels"),
    ("Kees in 't Veld", "kees.intveld", "Taalunie: voorvoegsels"),
    ("Karl von und zu Hohenfels", "karl.vonundzuhohenfels", "Chicago Manual of Style, 8.8"),
    ("María del Carmen Ruiz Ortega", "maria.ruiz", "Real Academia Española: nombres compuestos"),
    ("Ana García López", "ana.garcia", "Ley del Registro Civil 20/2011: the first surname leads"),
    ("José Luis García Pérez", "jose.garcia", "as above"),
    ("Pedro Ferreira Gonçalves", "pedro.goncalves", "the last surname leads in Portugal"),
    ("Mohammed bin Salman al-Harbi", "mohammed.alharbi", "the father's name is left out"),
    ("Ahmad bin Abdullah", "ahmad.abdullah", "as above"),
    ("Kavitha A/P Subramaniam", "kavitha.subramaniam", "as above, of Malaysia"),
    ("Abdul Rahman Khan", "abdulrahman.khan", "Beeston, Arabic Nomenclature: one name"),
    ("Abd El Rahman Mostafa", "abdelrahman.mostafa", "as above"),
    ("Md. Rafiqul Islam", "rafiqul.islam", "Md. for Mohammed is seldom the name in use"),
    ("Deepa K P", "deepa.kp", "Tamil and Malayali initials"),
    ("U Kyaw Zin", "kyaw.zin", "Burmese forms of address"),
    ("Märta Hägglund", "marta.hagglund", "Svenska skrivregler"),
]
_NOBODY = [
    ("Sales Team", Code.NOT_A_NAME),
    ("Talent Acquisition", Code.NOT_A_NAME),
    ("Human Resources", Code.NOT_A_NAME),
    ("LinkedIn Member", Code.NOT_A_NAME),
    ("Hiring Manager", Code.NOT_A_NAME),
    ("Brand Design Team", Code.NOT_A_NAME),
    ("Confidential", Code.NOT_A_NAME),
    ("Jane Doe & John Roe", Code.SEVERAL_NAMES),
    ("Jane / John", Code.SEVERAL_NAMES),
    ("A and B", Code.SEVERAL_NAMES),
    ("John and Jane Doe", Code.SEVERAL_NAMES),
    ("Jane und John Doe", Code.SEVERAL_NAMES),
    ("Ana y Luis García", Code.SEVERAL_NAMES),
    ("鈴木 さくら", Code.NEEDS_LATIN),
]
_COLUMNS = [
    ("Patrick", "O Brien", "patrick.obrien"),
    ("Jane Doe,", "MBA", "jane.doe"),
    ("Jane (Doe)", "Smith", "jane.smith"),
    ("Jane 🚀", "Doe ✔", "jane.doe"),
    ("Jane she/her", "Doe", "jane.doe"),
    ("Jane", "Doe | Recruiter", "jane.doe"),
    ("Jane • Hiring", "Doe", "jane.doe"),
    ("Dr. Jane", "Doe, MBA, CFA®", "jane.doe"),
    ("Zhang", "Wei", "zhang.wei"),  # as said
    ("Mohammed", "bin Salman al-Harbi", "mohammed.alharbi"),
    ("María del Carmen", "Ruiz Ortega", "maria.ruiz"),
    ("Jack", "Ma", "jack.ma"),
]


def _called(found: Name | Problem) -> str:
    assert isinstance(found, Name), found
    reading = found.readings[0]
    return f"{reading.firsts[0].text}.{reading.lasts[0].text}"


@pytest.mark.parametrize(("written", "called"), _ORDER)
def test_lists_of_given_and_family_names_tell_the_order(written: str, called: str) -> None:
    assert _called(read_name(written)) == called


@pytest.mark.parametrize("written", _CLUTTER)
def test_what_people_put_around_their_names_is_dropped(written: str) -> None:
    found = read_name(written)
    assert _called(found) == "jane.doe"
    assert isinstance(found, Name)
    assert not found.readings[0].middles
    assert "nick=written" not in [tag for nick in found.readings[0].nicks for tag in nick.tags]


@pytest.mark.parametrize(("written", "called", "source"), _CUSTOMS, ids=lambda value: value[:24])
def test_names_of_all_cultures_as_companies_write_them(written: str, called: str, source: str) -> None:
    assert _called(read_name(written)) == called, source


@pytest.mark.parametrize(("written", "code"), _NOBODY)
def test_what_is_nobody_or_not_one_is_a_problem(written: str, code: Code) -> None:
    found = read_name(written)
    assert isinstance(found, Problem)
    assert found.code is code


@pytest.mark.parametrize(("given", "family", "called"), _COLUMNS)
def test_columns_are_cleaned_like_whole_names(given: str, family: str, called: str) -> None:
    assert _called(name_from_parts(given, family)) == called


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Jane D.", ["family"]),
        ("J. Doe", ["given"]),
        ("J. R. Doe", ["given"]),
        ("Jane Doe", []),
        ("J. Ann Doe", []),
    ],
)
def test_a_notice_says_which_part_is_abbreviated(written: str, parts: list[str]) -> None:
    found = read_name(written)
    assert isinstance(found, Name)
    assert [notice.split()[1] for notice in found.notices] == parts


@pytest.mark.parametrize(
    "written",
    ["José Luis García", "Mary Ann Doe", "Abdul Rahman Khan", "李小明", "Jane Doe", "Sarah Jane Doe"],
)
def test_nobody_writes_hyphens_that_were_not_there(written: str) -> None:
    found = read_name(written)
    assert isinstance(found, Name)
    assert not [s for reading in found.readings for s in reading.firsts if "-" in s.text]


@pytest.mark.parametrize(
    ("written", "rest", "nick", "maiden"),
    [
        ("Robert (Bob) Stone", "Robert Stone", "Bob", ""),
        ("Chukwuemeka 'Emeka' Obi", "Chukwuemeka Obi", "Emeka", ""),
        ("Jane Roe (née Doe)", "Jane Roe", "", "Doe"),
        ("Jane Smith (Doe)", "Jane Smith", "", "Doe"),
        ("Jane Doe (Hons)", "Jane Doe", "", ""),
        ("Jane Doe [Steven]", "Jane Doe", "Steven", ""),
        ("Jane Doe [QUX]", "Jane Doe", "", ""),
        ("Jane Doe (unclosed", "Jane Doe", "", ""),
    ],
)
def test_what_stands_in_brackets(written: str, rest: str, nick: str, maiden: str) -> None:
    text, asides = take_asides(written)
    assert (text, asides.nick, asides.maiden) == (rest, nick, maiden)
