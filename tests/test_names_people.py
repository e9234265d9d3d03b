"""Names as people meet them in CVs, profiles and exports: each row shows one rule."""

import pytest

from guessmail.errors import Code, Problem
from guessmail.names import Name, name_from_parts, read_name
from guessmail.names.surroundings import split_parentheses

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
_AROUND = {
    "titles": [
        "The Hon. Jane Doe", "The Very Rev. Jane Doe", "Her Excellency Jane Doe", "H.E. Jane Doe", "Det. Sgt. Jane Doe",
        "Lt. Col. Jane Doe", "Capt. Jane Doe, USN", "Univ.-Prof. Dr. Jane Doe", "Dr.-Ing. Jane Doe", "Bürgermeisterin Jane Doe",
        "Mme Jane Doe", "Son Excellence Jane Doe", "Dña. Jane Doe", "Gral. Jane Doe", "Sig.ra Jane Doe", "Exma. Sra. Jane Doe",
        "Mevr. Jane Doe", "Civilingeniør Jane Doe", "Rouva Jane Doe", "pani Jane Doe", "prof. dr hab. inż. Jane Doe",
        "JUDr. Jane Doe", "Sayın Jane Doe", "Puan Sri Jane Doe", "Engr. Jane Doe", "Dna. Jane Doe", "DI Jane Doe",
    ],
    "jobs": [
        "Jane Doe CEO", "CEO Jane Doe", "CEO: Jane Doe", "Jane Doe CTO & Co-Founder", "Jane Doe Senior Software Engineer",
        "Head of Sales Jane Doe", "Sales Manager Jane Doe", "Senior Recruiter | Jane Doe", "Jane Doe HR Business Partner",
        "Jane Doe Vertriebsleiterin", "Geschäftsführerin Jane Doe", "Jane Doe, Leiterin Einkauf", "Jane Doe Directrice Commerciale",
        "Jane Doe Gerente de Ventas", "Jane Doe Amministratore Delegato", "Jane Doe Sócia-gerente", "Jane Doe Daglig leder",
        "Jane Doe Prezes Zarządu", "Jane Doe, jednatelka", "Jane Doe, Attorney at Law",
    ],
    "letters": [
        "Jane Doe, PMI-ACP", "Jane Doe FNP-BC", "Jane Doe, CIPP/US", "Jane Doe CIPP/E", "Jane Doe, Lean Six Sigma Black Belt",
        "Jane Doe, LEED AP BD+C", "Jane Doe LEED AP", "Jane Doe MBA CSM PSPO", "Jane Doe XYZ-PQ", "Jane Doe, PhD Student",
        "Jane Doe, MBA 2015", "Jane Doe, AWS Certified", "Jane Doe, Ed.D.", "Jane Doe, BA (Hons)", "Jane Doe Dipl.-Ing.",
    ],
    "profiles": [
        "Jane Doe Status is online", "Jane Doe Premium", "View Jane Doe’s profile", "#OpenToWork Jane Doe", "Jane Doe open to work",
        "Jane Doe 3rd degree connection", "Jane Doe is hiring", "Jane Doe | LinkedIn", "Profil von Jane Doe anzeigen",
        "Voir le profil de Jane Doe", "Jane Doe • Kontakt 2. Grades", "janedoe (Jane Doe) · GitHub", "Name: Jane Doe",
        "jane-doe-12345678", "https://www.linkedin.com/in/jane-doe-1a2b3c/", "https://www.xing.com/profile/Jane_Doe",
    ],
    "files": [
        "CV_Jane_Doe_2024.pdf", "cv-jane-doe.pdf", "JaneDoe_CV.docx", "Lebenslauf Jane Doe", "Resume - Jane Doe",
        "Bewerbungsunterlagen_Jane_Doe.pdf", "Lettre de motivation Jane Doe.docx", "Hoja de vida Jane Doe.pdf",
        "20240115_CV_Jane_Doe_EN_final.pdf",
    ],
    "exports": [
        "&quot;Jane Doe&quot;", "Jane&nbsp;Doe", '"Doe, Jane"', '""Jane Doe""', '="Jane Doe"', "'Jane Doe", '"Jane" "Doe"',
        "Jane%20Doe", "Jane+Doe", "Doe^Jane",
    ],
}  # fmt: skip
_NAMES_ALL_THE_SAME = [
    ("Jane Baker", "jane.baker"),
    ("Jane Judge", "jane.judge"),
    ("Mary Ann Baker", "mary.baker"),
    ("Jane Ann SMITH", "jane.smith"),
    ("Marie DUPONT-MARTIN", "marie.dupontmartin"),
    ("Kouamé Yao KOUASSI", "kouame.kouassi"),
    ("He Wei", "he.wei"),
    ("Tan Wei Ming", "weiming.tan"),
    ("Di Anna Smith", "di.smith"),
    ("Dean Martin", "dean.martin"),
    ("Bonnie E Brett", "bonnie.brett"),
    ("D. R. Evans", "d.evans"),
    ("Larissa Kaltefleiter", "larissa.kaltefleiter"),
    ("Cara Dolin", "cara.dolin"),
]
"""Words of the tables where they are names."""
_PLACES = [
    ("Doe Jane A", "jane.doe"),
    ("SMITH JOHN R", "john.smith"),
    ("Ivanov A. A.", "a.ivanov"),
    ("Doe JA", "ja.doe"),
    ("Garcia Lopez M.", "m.garcialopez"),
    ("Щербак Олексій", "oleksii.shcherbak"),
    ("Бойко Андрій", "andrii.boiko"),
    ("Boyko Andriy", "andriy.boyko"),
    ("Goh Siew Hong", "siewhong.goh"),
    ("Teo Siew Ling", "siewling.teo"),
    ("Wong Kah Meng", "kahmeng.wong"),
    ("Kok Leong Tan", "kok.tan"),
    ("Ka Wai Wong", "ka.wong"),
    ("Kim Min Jun", "minjun.kim"),
    ("John Ingram V", "john.ingram"),
    ("Brijesh Kumar V", "brijesh.v"),
    ("Yamagishi Makoto", "makoto.yamagishi"),
    ("Varga-Kovács Anna", "anna.vargakovacs"),
    ("Thomas U Schwartz", "thomas.schwartz"),
]


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
    ("keine Angabe", Code.NOT_A_NAME),
    ("LinkedIn-Mitglied", Code.NOT_A_NAME),
    ("Service client", Code.NOT_A_NAME),
    ("Kundenservice", Code.NOT_A_NAME),
    ("Jane Doe & John Roe", Code.SEVERAL_NAMES),
    ("Jane / John", Code.SEVERAL_NAMES),
    ("A and B", Code.SEVERAL_NAMES),
    ("John and Jane Doe", Code.SEVERAL_NAMES),
    ("Jane und John Doe", Code.SEVERAL_NAMES),
    ("Ana y Luis García", Code.SEVERAL_NAMES),
    ("Mr. and Mrs. John Doe", Code.SEVERAL_NAMES),
    ("Herr und Frau Meier", Code.SEVERAL_NAMES),
    ("Familie Meier", Code.SEVERAL_NAMES),
    ("John Doe, Jane Doe", Code.SEVERAL_NAMES),
    ("Jane Doe; Bob Roe", Code.SEVERAL_NAMES),
    ("Jane Doe/Bob Roe", Code.SEVERAL_NAMES),
    ("Jane Doe\nBob Roe", Code.SEVERAL_NAMES),
    ("Hans Meier u. Anna Schmidt", Code.SEVERAL_NAMES),
    ("Carlos Ruiz y Ana Torres", Code.SEVERAL_NAMES),
    ("Jane Doe and 2 others", Code.SEVERAL_NAMES),
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


@pytest.mark.parametrize("written", [name for names in _AROUND.values() for name in names])
def test_titles_jobs_letters_and_what_profiles_and_files_add_are_dropped(written: str) -> None:
    assert _called(read_name(written)) == "jane.doe"


@pytest.mark.parametrize(("written", "called"), _NAMES_ALL_THE_SAME)
def test_a_name_that_is_also_a_title_or_a_job_stays_one(written: str, called: str) -> None:
    assert _called(read_name(written)) == called


@pytest.mark.parametrize(("written", "called"), _PLACES)
def test_initials_syllables_and_endings_tell_the_place_of_the_family_name(written: str, called: str) -> None:
    assert _called(read_name(written)) == called


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
    text, beside = split_parentheses(written)
    assert (text, beside.get("nick", ""), beside.get("maiden", "")) == (rest, nick, maiden)
