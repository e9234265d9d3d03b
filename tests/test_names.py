"""A table of names of all cultures: each row shows one rule, and says where the custom is described."""

from dataclasses import dataclass

import pytest

from guessmail.errors import Code, Problem
from guessmail.names import Name, NameOrder, Reading, name_from_parts, plain_words, read_name


@dataclass(frozen=True)
class Row:
    """What the most probable reading of a name is, and what its spellings hold."""

    written: str
    firsts: str
    """Spellings of the given name, the default first; `+` in front of those that need only be among them."""
    lasts: str
    custom: str
    """Where the custom is described."""
    middles: str = ""
    never: str = ""
    """Spellings of the family name in no reading at all."""
    nicks: str = ""
    initials: str | None = None
    tags: str = ""
    traits: str = ""


_US = "Chicago Manual of Style 17, 16.37-16.41 (compound and hyphenated names)"
_DE = "Duden, Umlaute; DIN 5007-2 (names)"
_ES = "Real Academia Española, Ortografía 2010, nombres y apellidos; Ley del Registro Civil 20/2011, art. 49"
_PT = "Acordo Ortográfico 1990, base XIX; Código Civil (Brasil), art. 16: the last surname is the father's"
_NL = "Taalunie, hoofdletters in namen; NEN 1888 (voorvoegsel)"
_CN = "GB/T 28039-2011, the Chinese phonetic alphabet spelling rules for Chinese names"
_KR = "Revised Romanization of Korean 2000, section 3.4 (names)"
_VN = "Lê Trung Hoa, Họ và tên người Việt Nam: family, middle, given"
_RU = "Unbegaun, Russian Surnames, ch. 1; ICAO Doc 9303-3"
_GR = "ELOT 743"
_HU = "A magyar helyesírás szabályai 12, 155: family name first"
_VCARD = "RFC 6350, 6.2.2: honorific prefixes and suffixes"
_LIBRARY = "AACR2 22.5: entry under the family name, inverted by a comma"

ROWS = [
    Row("Jane Doe", "jane", "doe", _US, traits="script=latin-plain words=2"),
    Row("Doe, Jane", "jane", "doe", _LIBRARY),
    Row("O'Neil, Shaun Jr.", "shaun", "oneil", _VCARD, never="jr oneiljr"),
    Row("Shaun O’Neil", "shaun", "oneil", "The Unicode Standard 6.2.7: U+2019 is the apostrophe"),
    Row("Shaun O´Neil", "shaun", "oneil", "an acute accent typed for the apostrophe"),
    Row("Paul d' Ivoire", "paul", "divoire", _US, never="ivoire"),
    Row(
        "DOE Jane", "jane", "doe", "Lexique des règles typographiques de l'Imprimerie nationale, noms propres"
    ),
    Row(
        "GARCÍA MÁRQUEZ María",
        "maria",
        "+garcia +garciamarquez",
        "as above: all capitals are the family name",
    ),
    Row("de GAULLE Charles", "charles", "degaulle gaulle", "as below", never="de"),
    Row("Mike McDONALD", "mike", "mcdonald", "the Mc of a family name stays small among capitals"),
    Row("MA Jun", "jun", "ma", "family names of two letters in capitals", tags=""),
    Row(
        "Van Dyke Jones",
        "van",
        "jones",
        "a particle in capitals that begins a name is a given name",
        middles="dyke",
    ),
    Row(
        "van Dyke Jones", "jones", "vandyke dyke van.dyke van-dyke", _NL + "; family name first", never="van"
    ),
    Row("Jane Doe, CEO", "jane", "doe", "a job"),
    Row(
        "Charles de GAULLE", "charles", "degaulle gaulle", "as above, the particle in lower case", never="de"
    ),
    Row("Delphine CC Chiu", "delphine", "chiu", "initials in capitals are not in_capitals", middles="cc"),
    Row(
        "Dr. Jane A. Doe-Smith, PhD",
        "jane",
        "doesmith doe-smith doe smith",
        _VCARD,
        middles="a",
        traits="hyphen=family",
    ),
    Row(
        "Prof. Dr. Hans von Berg",
        "hans",
        "vonberg berg von.berg von-berg",
        "DIN 5008: Titel und Namen",
        never="von",
    ),
    Row("Señor Juan Pérez", "juan", "perez", "EU Interinstitutional Style Guide, annex A4"),
    Row("Dipl.-Ing. Hans Huber", "hans", "huber", "DIN 5008"),
    Row("Jane Doe, MBA, CFA", "jane", "doe", _VCARD, never="mba cfa"),
    Row("Jane Doe, Head of Sales", "jane", "doe", "directories add the job after a comma"),
    Row("Jane Doe | Acme", "jane", "doe", "display names add the company after a bar"),
    Row("John Smith III", "john", "smith", _VCARD, nicks="jack"),
    Row("Antoine Dupont Jr", "antoine", "dupont", _VCARD),
    Row("J. R. Smith", "j", "smith", _US, middles="r", traits="initial=first initial=middle"),
    Row("J.R. Smith", "jr", "smith", _US, middles="r", initials="jr"),
    Row("JR Smith", "jr", "smith", _US, initials="jr"),
    Row("J Smith", "j", "smith", _US, traits="initial=first"),
    Row("B. Jones", "b", "jones", "an initial, unlike b. for bin", traits="initial=first"),
    Row(
        "Brijesh R", "brijesh", "r", "Tamil names: the father's initial may stand last", traits="initial=last"
    ),
    Row("H. Peter Anvil", "peter h hpeter", "anvil", _US + ": the name that is written out is used"),
    Row("Earl Jones", "earl", "jones", "Earl is a given name beside one other"),
    Row("Jack Ma", "jack", "ma", "Ma is a family name, M.A. a degree"),
    Row(
        "Bob (Robert) Jones",
        "robert",
        "jones",
        "RFC 5322 comments hold the other name",
        nicks="bob rob bobby",
    ),
    Row('Robert "Bob" Jones', "robert", "jones", "Chicago 8.36: nicknames in quotation marks", nicks="bob"),
    Row("Bob Jones", "bob", "jones", "Hanks and Hodges, Dictionary of First Names", nicks="robert"),
    Row("Robert Jones", "robert", "jones", "Hanks and Hodges, Dictionary of First Names", nicks="bob rob"),
    Row("Jane Doe (she/her)", "jane", "doe", "pronouns stand in brackets"),
    Row("Doe Jane Mrs.", "jane", "doe", "Outlook's lists: a title last", tags="order=family-first"),
    Row("Doe Jane Mr", "jane", "doe", "Outlook's lists: a title last", tags="order=family-first"),
    Row("Doe Dr. Jane", "jane", "doe", "lists by family name: a title between the names"),
    Row("Weber Prof. Dr. Anna", "anna", "weber", "lists by family name: several titles between the names"),
    Row("Jane Dr. Doe", "jane", "doe", "a title between the names, the given one first"),
    Row("Jane Doe c/o Acme", "jane", "doe", "letters: whose guest somebody is"),
    Row("Jane Doe_EXT", "jane", "doe", "directories mark outsiders"),
    Row("Jane Doe/EXT", "jane", "doe", "directories mark outsiders"),
    Row("DOE Jane EXT", "jane", "doe", "directories mark outsiders"),
    Row("EXT - Jane Doe", "jane", "doe", "directories mark outsiders"),
    Row("Jane Doe extern", "jane", "doe", "directories mark outsiders"),
    Row("Jane Doe -ext-", "jane", "doe", "directories mark outsiders"),
    Row("z. Hd. Frau Jane Doe", "jane", "doe", "whom a letter is for"),
    Row("zu Händen Frau Jane Doe", "jane", "doe", "whom a letter is for"),
    Row("c/o Jane Doe", "jane", "doe", "whom a letter is for"),
    Row("Att. Jane Doe", "jane", "doe", "whom a letter is for"),
    Row("FAO Jane Doe", "jane", "doe", "whom a letter is for"),
    Row("A l'attention de Mme Jane Doe", "jane", "doe", "whom a letter is for"),
    Row("i. V. Jane Doe", "jane", "doe", "who signs for another"),
    Row(
        "I. V. Petrov",
        "i",
        "petrov",
        "initials, unlike i. V.",
        middles="v",
        traits="initial=first initial=middle",
    ),
    Row("Maria Luisa Herr", "maria", "herr", "Herr is a family name behind two names"),
    Row(
        "Anna Müller geb. Schmidt", "anna", "mueller muller schmidt", "Personenstandsgesetz § 16: Geburtsname"
    ),
    Row(
        "Jan van der Berg", "jan", "vanderberg berg van.der.berg van-der-berg vdberg", _NL, never="van vander"
    ),
    Row("Berg, Jan van der", "jan", "vanderberg berg van.der.berg van-der-berg vdberg", _NL, never="van"),
    Row("van der Berg Jan", "jan", "+vanderberg +berg", _NL + "; family name first", never="van"),
    Row(
        "Mohammed bin Salman",
        "mohammed",
        "+binsalman +salman",
        "Beeston, Arabic Nomenclature: bin",
        never="bin",
    ),
    Row(
        "Abdul Rahman Khan",
        "+abdulrahman +abdul",
        "khan",
        "Beeston, Arabic Nomenclature: theophoric names",
        never="rahmankhan",
    ),
    Row(
        "María José García Márquez",
        "+maria +mariajose",
        "+garcia +garciamarquez +marquez",
        _ES,
        tags="surname=two",
        initials="mj",
        traits="origin=spanish-last words=4",
    ),
    Row("José Ortega y Gasset", "jose", "+ortega +ortegagasset +gasset", _ES, never="y"),
    Row("Juan Pérez de la Cruz", "+juan", "+delacruz +cruz", _ES, never="de la", tags="?"),
    Row("João da Silva e Souza", "joao", "souza +silva +silvasouza +dasilva", _PT, never="da e"),
    Row("José Luiz", "jose", "luiz", _PT, nicks="pepe"),
    Row("Pedro Alves Filho", "+pedro", "+filho", _PT + "; Filho serves as surname in addresses"),
    Row("Müller, Jürgen", "juergen jurgen", "mueller muller", _DE),
    Row("Robert Fürst", "robert", "fuerst furst", "family names that are titles, too"),
    Row("Fürst, Robert", "robert", "fuerst furst", _LIBRARY),
    Row("Bishop, Jane Ann", "jane", "bishop", _LIBRARY, tags="?"),
    Row("Bishop, Jane A.", "jane", "bishop", _LIBRARY, middles="a"),
    Row("Don Carlos Ruiz", "carlos", "ruiz", "Don is a title before a Spanish name"),
    Row("Don Carlos Smith", "don", "smith", "as above, and else a given name", middles="carlos", tags="?"),
    Row("Hans Straße", "hans", "strasse", "Amtliches Regelwerk § 25 E3: ss where there is no ß"),
    Row("Günther Noack-Öhme", "guenther gunther", "+noackoehme +noackohme", _DE),
    Row(
        "Özgür Şahin",
        "ozgur oezguer",
        "sahin",
        "TS 13148; Turkish drops its dots",
        traits="script=latin-marked",
    ),
    Row("Kyösti Mäkelä", "kyosti kyoesti", "makela maekelae", "SFS 4900: Finnish drops its dots"),
    Row("Björn Åkesson", "bjorn bjoern", "akesson aakesson", "Svenska skrivregler: å, ä, ö as a, o"),
    Row("Søren Østergård", "soren soeren", "ostergard oestergaard", "Dansk Sprognævn, § 3: aa for å"),
    Row("Sjur Brændeland", "sjur", "braendeland brandeland", "Språkrådet: æ as ae; as a in addresses"),
    Row("Łukasz Żak", "lukasz", "zak", "PN-ISO 9; Polish drops its marks"),
    Row("İlker Işık", "ilker", "isik", "TS 13148: dotted and dotless i"),
    Row(
        "Björk Guðmundsdóttir",
        "bjork +bjoerk",
        "gudmundsdottir",
        "Lög um mannanöfn 45/1996: the patronymic is no family name",
    ),
    Row("Björk", "bjork bjoerk", "", "Lög um mannanöfn 45/1996: one name alone is used", traits="words=1"),
    Row(
        "Jean-Pierre Dupont",
        "jeanpierre jean-pierre jean jean.pierre",
        "dupont",
        "Imprimerie nationale: prénoms composés",
        initials="jp",
    ),
    Row("Mary Ann Jones", "mary maryann ann", "jones", _US, middles="ann", never="ann annjones"),
    Row("Juan Carlos Pérez", "juan juancarlos carlos", "perez", _ES, never="carlos", traits="middle=given"),
    Row(
        "Ana Pérez Soto",
        "ana",
        "perez",
        _ES + "; a surname is joined to no given name",
        tags="surname=two",
        traits="middle=family",
    ),
    Row("Jane Smith Doe", "jane", "doe", _US, middles="smith", traits="middle=family"),
    Row(
        "Jean Pierre Martin",
        "jean jeanpierre jean-pierre pierre",
        "martin",
        "Imprimerie nationale: the hyphen of such names is left out by many",
    ),
    Row(
        "Pedro Miguel Ferreira Gonçalves",
        "pedro pedromiguel miguel",
        "goncalves +ferreira",
        _PT,
        tags="surname=two",
    ),
    Row(
        "Ma. Cristina Reyes Santos",
        "cristina +macristina",
        "santos",
        "Philippines: the mother's family name stands before the one that counts",
        tags="?",
    ),
    Row("Sergey Petrovich Ivanov", "sergey", "ivanov", _RU, middles="p", never="petrovich"),
    Row(
        "Ana García-López",
        "ana",
        "garcia garcia-lopez garcialopez lopez",
        _ES + "; of authors: a hyphen keeps both together abroad",
    ),
    Row("Jane García-Smith", "jane", "garciasmith garcia-smith garcia smith", _US),
    Row(
        "Søren Kjær Nørgaard",
        "soren soeren",
        "norgaard noergaard",
        "Navneloven: a middle name is no surname",
        never="kjaer",
    ),
    Row("Yann Le Goff", "yann", "legoff +le-goff", "French articles are never left out", never="goff"),
    Row(
        "Jonathan Tay Soon Yew",
        "+jonathan",
        "tay",
        "names of Singapore: the English name before the Chinese one, the family name between them",
        middles="soon yew",
    ),
    Row("Nagy János", "+janos", "nagy", _HU, tags="?", traits="origin=hungarian-first"),
    Row("Đặng Thị Hồng Đào", "dao +hongdao", "dang", _VN + "; Thị tells women alone", middles="hong"),
    Row(
        "Nguyễn Văn An",
        "+an",
        "nguyen",
        _VN + "; Văn tells men alone",
        traits="origin=vietnamese-first",
    ),
    Row("An Nguyen", "an", "nguyen", _VN, traits="origin=vietnamese-last"),
    Row(
        "王小明",
        "xiaoming",
        "wang +wong",
        _CN,
        initials="xm",
        traits="script=han origin=chinese-first",
    ),
    Row("欧阳娜娜", "nana", "ouyang", _CN + ", family names of two characters", initials="nn"),
    Row("陳大文", "dawen", "chen chan +tan", "Hong Kong Government Cantonese Romanisation"),
    Row("高超 Gao Chao", "chao", "gao", "the bearer gives both; the characters tell the order"),
    Row("高超Gao Chao", "chao", "gao", "characters and letters that touch are words of their own"),
    Row("Xiaoming Wang", "xiaoming", "wang", _CN, initials="xm", traits="origin=chinese-last"),
    Row("XiaoMing Wang", "xiaoming", "wang", "inner capitals begin syllables", initials="xm"),
    Row(
        "Kai-Heng Feng",
        "kaiheng kai-heng kai kai.heng",
        "feng",
        "Taiwan: hyphens between syllables",
        initials="kh",
    ),
    Row(
        "Wang Xiaoming",
        "xiaoming",
        "wang",
        _CN,
        initials="xm",
        tags="order=family-first",
        traits="origin=chinese-first",
    ),
    Row(
        "Tan Wei Ming",
        "weiming wei-ming +wei",
        "tan",
        "names of Singapore: three words, family first",
        initials="wm",
        tags="?",
    ),
    Row(
        "Kim Min-jun",
        "minjun min-jun +min",
        "kim",
        _KR,
        initials="mj",
        tags="",
        traits="origin=korean-first",
    ),
    Row(
        "Tanaka Yuki",
        "yuki",
        "tanaka",
        "Agency for Cultural Affairs 2019: family name first",
        tags="order=family-first",
    ),
    Row("J.Doe", "j", "doe", "a full stop alone may part the words"),
    Row("Jane.Doe", "jane", "doe", "as above, of an account's name"),
    Row("jane_doe", "jane", "doe", "as above, an underscore"),
    Row("André Müller", "andre", "mueller muller", _DE + ": an é makes no name French"),
    Row("Jane (née Smith) Doe", "jane", "doe smith", "Debrett's, women's names"),
    Row("Robert Smith-Jones MEng", "robert", "smithjones +smith-jones", "Engineering Council UK: MEng"),
    Row("Wang Meng", "meng", "wang", _CN + "; no Master of Engineering", tags="order=family-first"),
    Row("Jane Doe (Sales)", "jane", "doe", "display names add the department in brackets"),
    Row("박지성", "jisung ji-sung +jiseong", "park +bak", _KR, initials="js", traits="script=hangul"),
    Row("남궁민수", "minsoo +minsu", "namkung +namgung", _KR + ", family names of two syllables"),
    Row(
        "Yuki Tanaka",
        "yuki",
        "tanaka",
        "Japanese names abroad: given name first",
        traits="origin=japanese-last",
    ),
    Row("Дмитрий Щербаков", "dmitry dmitrii", "shcherbakov", _RU, traits="script=cyrillic"),
    Row(
        "Щербаков Иван Петрович",
        "+ivan",
        "shcherbakov",
        _RU + "; official order",
        middles="p",
        tags="order=family-first",
    ),
    Row("Юлия Ковальчук", "yulia iuliia +yuliya", "kovalchuk", _RU),
    Row("Олексій Їжак", "oleksii +oleksiy", "yizhak", "Cabinet of Ukraine, resolution 55 of 2010"),
    Row("Ђорђе Јовановић", "djordje", "jovanovic", "Pravopis srpskoga jezika: Latin alphabet"),
    Row(
        "Παπαδόπουλος Γιώργος",
        "giorgos",
        "papadopoulos",
        _GR,
        tags="",
        traits="origin=greek-first",
    ),
    Row("Γιώργος Μπακογιάννης", "giorgos", "bakogiannis", _GR + ": initial μπ"),
    Row("Ευάγγελος Φωτίου", "evangelos", "fotiou +photiou", _GR + ": αυ, ευ before voiced"),
    Row("[red]Doe[/red]", "doe", "", "markup is dropped, never interpreted"),
    Row("\x1b[31mJane\x1b[0m Doe", "jane", "doe", "ECMA-48 sequences are dropped whole"),
    Row("Jane \u202eDoe\u200b\x00", "jane", "doe", "UAX 9: bidirectional marks"),
    Row("Jane Doe 2nd", "jane", "doe", _VCARD),
    Row("Sir Bob", "bob", "", "EU Interinstitutional Style Guide: Sir with the given name"),
    Row("Dr Smith", "", "smith", "a title with the family name alone"),
    Row(
        "Jane A. Alderman",
        "+jane",
        "alderman",
        "family names that are titles where they stand first",
        middles="a",
    ),
    Row("Doe, Jane Dr.", "jane", "doe", _LIBRARY),
    Row("Huart, Jane d'", "jane", "+dhuart", _LIBRARY),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.written)
def test_a_name_is_read_as_its_bearer_would(row: Row) -> None:
    name = read_name(row.written)
    assert isinstance(name, Name), name
    reading = name.readings[0]
    _compare([s.text for s in reading.firsts], row.firsts)
    _compare([s.text for s in reading.lasts], row.lasts)
    assert {s.text for s in reading.nicks} >= set(row.nicks.split())
    assert " ".join(reading.middles) == row.middles or not row.middles
    assert row.initials is None or reading.initials == row.initials
    assert row.tags == "?" or " ".join(reading.tags) == row.tags
    assert set(row.traits.split()) <= set(name.traits)
    everywhere = {s.text for r in name.readings for s in r.lasts}
    assert everywhere.isdisjoint(row.never.split())


def _compare(found: list[str], expected: str) -> None:
    """Hold spellings against `a b` (these come first, in this order) and `+c` (it is among the rest).

    Empty for none.
    """
    words = expected.split()
    exact = [word for word in words if not word.startswith("+")]
    among = [word[1:] for word in words if word.startswith("+")]
    assert found[: len(exact)] == exact
    assert set(among) <= set(found)
    assert found == [] if not words else found


PROBLEMS = [
    ("", Code.NO_NAME),
    ("  \t", Code.NO_NAME),
    ("\u200b\u202e", Code.NO_NAME),
    ("-", Code.NO_LETTERS),
    ("12345", Code.NO_LETTERS),
    ("😀", Code.NO_LETTERS),
    ("@jane", Code.NOT_A_NAME),
    ("=cmd|calc", Code.NOT_A_NAME),
    ("Dr. Jr.", Code.NOT_A_NAME),
    ("n/a", Code.NOT_A_NAME),
    ("jane@example.com", Code.NOT_A_NAME),
    ("https://acme.com/jane", Code.NOT_A_NAME),
    ("Acme GmbH", Code.NOT_A_NAME),
    ("山田太郎", Code.NEEDS_LATIN),
    ("林太郎", Code.NEEDS_LATIN),
    ("ジェーン", Code.NEEDS_LATIN),
    ("محمد", Code.NEEDS_LATIN),
    ("שרה", Code.NEEDS_LATIN),
    ("Jаne Doe", Code.NEEDS_LATIN),  # a Cyrillic а
    pytest.param("a" * 301, Code.NAME_TOO_LONG, id="too long"),
]


@pytest.mark.parametrize(("written", "code"), PROBLEMS, ids=lambda value: repr(value)[:30])
def test_what_is_no_name_is_a_problem_with_its_reason(written: str, code: Code) -> None:
    found = read_name(written)
    assert isinstance(found, Problem)
    assert found.code is code
    assert found.message.endswith(".")


def test_an_address_beside_the_name_is_kept_apart() -> None:
    for written in (
        "Jane Doe <jane@example.com>",
        "Jane Doe (jane@example.com)",
        "Jane Doe jane@example.com",
        "<jane@example.com> Doe, Jane",
    ):
        name = read_name(written)
        assert isinstance(name, Name)
        assert name.address == "jane@example.com"
        assert (name.readings[0].given, name.readings[0].family) == ("Jane", "Doe")


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("Jane Doe", 0.0),
        ("Hans Müller", 0.0),
        ("Xiaoming Wang", 0.0),
        ("Brexa Quorl", 0.04),
        ("Brexa Mendl Quorl", 0.04),
        ("Brexa Jane", 0.45),
        ("Doe Jane", 0.88),
        ("Zhang Wei", 0.92),
        ("Kim Minjun", 1.0),
    ],
)
def test_the_order_is_as_open_as_the_words_leave_it(written: str, share: float) -> None:
    """An order that its words settle leaves one reading; else the other one is marked, and has its share."""
    name = read_name(written)
    assert isinstance(name, Name)
    turned = sum(r.weight for r in name.readings if r.lasts[0].text == written.split(maxsplit=1)[0].lower())
    assert turned == pytest.approx(share, abs=0.05)
    marked = sum(r.weight for r in name.readings if "order=family-first" in r.tags)
    assert marked == (0 if share in (0, 1) else pytest.approx(turned))


@pytest.mark.parametrize(
    ("written", "order", "given", "family"),
    [
        ("Jane Doe", NameOrder.FAMILY_FIRST, "Doe", "Jane"),
        ("Wang Xiaoming", NameOrder.GIVEN_FIRST, "Wang", "Xiaoming"),
        ("Doe, Jane", NameOrder.GIVEN_FIRST, "Jane", "Doe"),
        ("Nagy János Péter", NameOrder.FAMILY_FIRST, "János", "Nagy"),
        ("王小明", NameOrder.GIVEN_FIRST, "Xiaoming", "Wang"),
    ],
)
def test_the_order_that_the_user_says_is_the_only_one(
    written: str, order: NameOrder, given: str, family: str
) -> None:
    name = read_name(written, order=order)
    assert isinstance(name, Name)
    assert (name.readings[0].given, name.readings[0].family) == (given, family)
    assert all("order=family-first" not in r.tags for r in name.readings)


@pytest.mark.parametrize(
    ("given", "family", "middle", "firsts", "lasts", "middles"),
    [
        ("Jane", "Doe", "", ["jane"], ["doe"], ()),
        ("Jane A.", "Doe", "", ["jane"], ["doe"], ("a",)),
        ("Mary Ann", "Doe", "", ["mary", "maryann", "ann", "mary.ann"], ["doe"], ()),
        (
            "Jane",
            "van der Berg",
            "Q",
            ["jane"],
            ["vanderberg", "berg", "van.der.berg", "van-der-berg", "vdberg"],
            ("q",),
        ),
        ("Dr. Jane", "Doe, PhD", "", ["jane"], ["doe"], ()),
        ("Wang", "Xiaoming", "", ["wang"], ["xiaoming"], ()),
        ("DOE", "Jane", "", ["doe"], ["jane"], ()),
        ("", "Doe", "", [], ["doe"], ()),
        ("Jane", "", "", ["jane"], [], ()),
        ("小明", "王", "", ["xiaoming"], ["wang", "wong"], ()),
        ("Дмитрий", "Щербаков", "", ["dmitry", "dmitrii", "dmitriy", "dmitri"], ["shcherbakov"], ()),
    ],
)
def test_columns_are_taken_as_said(
    given: str, family: str, middle: str, firsts: list[str], lasts: list[str], middles: tuple[str, ...]
) -> None:
    name = name_from_parts(given, family, middle)
    assert isinstance(name, Name), name
    (reading,) = name.readings
    assert [s.text for s in reading.firsts] == firsts
    assert [s.text for s in reading.lasts] == lasts
    assert reading.middles == middles
    assert reading.tags == ()


@pytest.mark.parametrize(
    ("given", "family", "code"),
    [
        ("", " ", Code.NO_NAME),
        ("太郎", "山田", Code.NEEDS_LATIN),
        ("12", "34", Code.NO_LETTERS),
        ("x" * 301, "", Code.NAME_TOO_LONG),
    ],
)
def test_columns_that_hold_no_name_are_a_problem(given: str, family: str, code: Code) -> None:
    found = name_from_parts(given, family)
    assert isinstance(found, Problem)
    assert found.code is code


def test_a_nickname_in_a_column_is_one() -> None:
    name = name_from_parts("Robert (Bob)", "Jones")
    assert isinstance(name, Name)
    assert name.readings[0].firsts[0].text == "robert"
    assert name.readings[0].nicks[0].text == "bob"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Jane Doe", ("jane", "doe")),
        ("  jane   doe ", ("jane", "doe")),
        ("Dr Doe", None),
        ("Jane MD", None),
        ("Jane A. Doe", None),
        ("Jane", None),
        ("DOE Jane", None),
        ("Jane O'Neil", None),
        ("Jane Müller", None),
        ("Van Johnson", None),
    ],
)
def test_the_fast_path_knows_its_names(written: str, words: tuple[str, str] | None) -> None:
    assert plain_words(written) == words


def test_readings_are_few_and_their_weights_sum_to_one() -> None:
    for row in ROWS:
        name = read_name(row.written)
        assert isinstance(name, Name)
        assert len(name.readings) <= 4
        assert sum(reading.weight for reading in name.readings) == pytest.approx(1)
        assert [r.weight for r in name.readings] == sorted((r.weight for r in name.readings), reverse=True)
        assert all(len(part) <= 7 for reading in name.readings for part in _spellings(reading))


def test_a_family_name_that_stands_twice_has_each_spelling_once() -> None:
    name = read_name("Jane Doe Doe")
    assert isinstance(name, Name)
    texts = [[spelling.text for spelling in reading.lasts] for reading in name.readings]
    assert ["doedoe", "doe", "doe-doe"] in texts
    assert all(len(set(row)) == len(row) for row in texts)


def _spellings(reading: Reading) -> list[tuple[object, ...]]:
    return [reading.firsts, reading.lasts, reading.nicks]
