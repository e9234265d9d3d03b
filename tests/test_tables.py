"""Reading lists: encodings, dialects, headers and the questions that come of them."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guessmail.data.columns import _TITLES, COLUMN_KINDS, PLAIN_NAMES, fold_title, fold_titles
from guessmail.errors import BrokenFileError, UsageError
from guessmail.guesser import Question
from guessmail.lists import Table, TableKind, open_table
from guessmail.lists.cells import site_in
from guessmail.lists.headers import (
    COMPANY_NAMES,
    KNOWN_COMPANIES,
    PEOPLE,
    ColumnRules,
    Columns,
    Kind,
    find_columns,
)
from guessmail.lists.questions import RowReader
from guessmail.lists.records import Dialect, csv_blocks


def columns(**places: int | tuple[int, ...]) -> Columns:
    return Columns({Kind(kind): at if isinstance(at, tuple) else (at,) for kind, at in places.items()})


def opened(text: str | bytes, *told: str, rules: ColumnRules = PEOPLE) -> Table:
    data = text if isinstance(text, bytes) else text.encode()
    return open_table(io.BufferedReader(io.BytesIO(data)), replace(rules, map=told))


def questions(text: str, *told: str) -> list[Question]:
    table = opened(text, *told)
    reader = RowReader(table.columns, table.header)
    return [
        question
        for block in table.blocks
        for question in reader.questions([table.full(row) for row in block.rows if row])
    ]


LINKEDIN = """Notes:
"When exporting your connection data, some of the addresses are missing, for ""privacy"".
You will see addresses of those who allow it."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jane,Doe,https://www.linkedin.com/in/jane-doe,,"Acme, Inc.",CTO,01 Jan 2026
Bob,Jones,https://www.linkedin.com/in/bob,bob@b.example,Bob's,CEO,02 Jan 2026
"""
APOLLO = """First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,\
Person Linkedin Url,Website,Company Linkedin Url,Facebook Url
Jane,Doe,CTO,Acme,Acme,,No,http://linkedin.com/in/j,http://www.acme.example,,
"""
HUNTER = """Email,First name,Last name,Position,Company,Website,LinkedIn URL
,Jane,Doe,CTO,Acme,acme.example,https://www.linkedin.com/in/jane
"""
HUBSPOT = """"Record ID","First Name","Last Name","Email","Work email","Company Domain Name","Company Name"
"7","Jane","Doe","","","acme.example","Acme"
"""
GOOGLE = """First Name,Middle Name,Last Name,Nickname,Organization Name,E-mail 1 - Label,E-mail 1 - Value,\
Website 1 - Value
Jane,,Doe,,Acme,* Work,jane@gmail.com,https://acme.example
"""
GOOGLE_OLD = """Name,Given Name,Additional Name,Family Name,E-mail 1 - Value,Organization 1 - Name
Jane Doe,Jane,,Doe,jane@acme.example,Acme
"""
PHANTOM = """profileUrl,fullName,firstName,lastName,companyName,companyWebsite
https://www.linkedin.com/in/jane,Jane Doe,Jane,Doe,Acme,acme.example
"""


@pytest.mark.parametrize(
    ("export", "expected"),
    [
        pytest.param(LINKEDIN, Question("", "", "Jane", "", "Doe", "Acme, Inc.", ""), id="LinkedIn"),
        pytest.param(
            APOLLO, Question("", "http://www.acme.example", "Jane", "", "Doe", "Acme", ""), id="Apollo"
        ),
        pytest.param(HUNTER, Question("", "acme.example", "Jane", "", "Doe", "Acme", ""), id="Hunter"),
        pytest.param(HUBSPOT, Question("", "acme.example", "Jane", "", "Doe", "Acme", ""), id="HubSpot"),
        pytest.param(
            GOOGLE,
            Question("", "https://acme.example", "Jane", "", "Doe", "Acme", "jane@gmail.com"),
            id="Google Contacts",
        ),
        pytest.param(
            GOOGLE_OLD,
            Question("Jane Doe", "acme.example", "Jane", "", "Doe", "Acme", "jane@acme.example"),
            id="Google Contacts, old",
        ),
        pytest.param(
            PHANTOM, Question("Jane Doe", "acme.example", "Jane", "", "Doe", "Acme", ""), id="camel case"
        ),
    ],
)
def test_exports(export: str, expected: Question) -> None:
    assert questions(export)[0] == expected


def test_notes_before_the_header_are_kept() -> None:
    table = opened(LINKEDIN)
    assert [len(row) for row in table.head.rows[:-1]] == [1, 1, 0]
    assert table.head.texts[1].startswith('"When exporting')


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("NAME,DOMAIN", columns(name=0, domain=1)),
        ("first_name,last_name,company domain", columns(given=0, family=1, domain=2)),
        ("FirstName,Surname,Web-Site", columns(given=0, family=1, website=2)),
        ("Vorname,Name,Firma,E-Mail", columns(given=0, name=1, company=2, email=3)),
        ("Nom,Prénom,Société", columns(name=0, given=1, company=2)),
        ("Nombre,Apellidos,Empresa", columns(name=0, family=1, company=2)),
        ("name,domain,email,work email", columns(name=0, domain=1, email=(2, 3))),
        ("id,name", None),
        ("domain,email", None),
        ("Jane Doe,acme.example", None),
    ],
)
def test_columns(header: str, expected: Columns | None) -> None:
    assert find_columns(header.split(","), PEOPLE) == expected


def test_map_settles_what_is_meant() -> None:
    assert questions("Name,Full Name,site\nx,Jane Doe,a.example\n", "name=full_name") == [
        Question("Jane Doe", "a.example")
    ]
    assert questions("a,b,c\n1,Jane Doe,a.example\n", "name=b", "domain=3") == [
        Question("Jane Doe", "a.example")
    ]


@pytest.mark.parametrize("item", ["name", "name=", "nickname=a", "=a"])
def test_map_that_makes_no_sense(item: str) -> None:
    with pytest.raises(UsageError, match="WHAT=COLUMN"):
        _ = replace(PEOPLE, map=[item]).mapped


def test_map_of_a_column_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="no column 'nom'"):
        opened("name,domain\n", "name=nom")
    with pytest.raises(UsageError, match="two columns for name"):
        _ = replace(PEOPLE, map=["name=a", "name=b"]).mapped


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("acme.example", "acme.example"),
        (" https://www.acme.example/about ", "https://www.acme.example/about"),
        ("https://www.linkedin.com/in/jane-doe", ""),
        ("de.linkedin.com/in/jane", ""),
        ("http://facebook.com/acme", ""),
        ("linkedin.com", "linkedin.com"),
        ("https://www.linkedin.com/", "https://www.linkedin.com/"),
        ("https://notlinkedin.com/in/x", "https://notlinkedin.com/in/x"),
        ("", ""),
    ],
)
def test_site_in(cell: str, expected: str) -> None:
    assert site_in(cell) == expected


@pytest.mark.parametrize(
    ("row", "domain"),
    [
        ("d.example,w.example,j@e.example", "d.example"),
        (",w.example,j@e.example", "w.example"),
        (",https://linkedin.com/in/x,j@e.example", "e.example"),
        (",,j@gmail.com", ""),
        (" , ,", ""),
    ],
)
def test_trust(row: str, domain: str) -> None:
    assert questions(f"name,domain,website,email\nJane Doe,{row}\n")[0].domain == domain


def test_profile_in_the_only_column() -> None:
    found = questions("name,website\nJane,linkedin.com/in/jane\nBob,b.example\n")
    assert [question.domain for question in found] == ["", "b.example"]


@pytest.mark.parametrize("name", ["First Name", "first_name", "firstName", "FIRST-NAME", "\ufefffirst name"])
def test_folded_names(name: str) -> None:
    assert fold_title(name) == "firstname"


def test_every_name_of_a_column_is_folded() -> None:
    assert [name for name in COLUMN_KINDS if fold_title(name) != name] == []
    assert set(COLUMN_KINDS.values()) == set(Kind) - {Kind.GUESS}  # which a word beside makes one


def test_no_title_says_two_things() -> None:
    kinds: dict[str, set[str]] = {}
    for kind, titles in _TITLES.items():
        for title in fold_titles(titles):
            kinds.setdefault(title, set()).add(kind)
    assert {
        title: found for title, found in kinds.items() if len(found) > 1 and title not in PLAIN_NAMES
    } == {}


def test_delimiter_by_the_header_rather_than_by_counting() -> None:
    table = opened("name;note, with, many, commas, in, it;domain\nJane Doe;x;a.example\n")
    assert table.dialect.delimiter == ";"
    assert table.header[2] == "domain"


def test_texts_are_kept_as_they_were_written() -> None:
    table = opened('name,domain\n"Jane ""J"" Doe" ,"a.example"\n"Bob" Jones,b.example\n\n"x\ny",c.example')
    (block,) = table.blocks
    assert block.texts == [
        '"Jane ""J"" Doe" ,"a.example"',
        '"Bob" Jones,b.example',
        "",
        '"x\ny",c.example',
    ]
    assert block.rows[1] == ['"Bob" Jones', "b.example"]
    assert block.rows[3] == ["x\ny", "c.example"]


def test_mixed_line_endings() -> None:
    (block,) = opened("name,domain\r\nJane,a.example\nBob,b.example\r\n").blocks
    assert block.rows == [["Jane", "a.example"], ["Bob", "b.example"]]
    assert block.texts == ["Jane,a.example", "Bob,b.example"]


def test_json_lines() -> None:
    table = opened(
        '{"full_name": "Jane Doe", "domain": "a.example", "n": 1}\n\n{"full_name": null, "tags": ["x"]}\n'
    )
    assert table.kind is TableKind.JSONL
    (block,) = table.blocks
    assert block.rows == [["Jane Doe", "a.example", "1", ""], ["", "", "", '["x"]']]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"name": "x", "domain": "y"}\n{"name"\n', "Line 2 of the list is not JSON"),
        ('{"name": "x", "domain": "y"}\n7\n', "Line 2 of the list is not a JSON object"),
        ('{"name": "x", "domain": NaN}\n', "NaN is no number"),
        ('{"name": "x", "domain": "y"}\n' + '{"x":' * 100_000, "Line 2 of the list is nested too deeply"),
    ],
)
def test_broken_json_lines(text: str, message: str) -> None:
    with pytest.raises(BrokenFileError, match=message):
        list(opened(text).blocks)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "name,domain\nJane," + "x" * 140_000 + "\n", "line 2 has a cell of more than 131,072", id="plain"
        ),
        pytest.param(
            'name,domain\n"Jane" Doe,' + "x" * 140_000 + "\n",
            "line 2 has a cell of more than 131,072",
            id="behind a misplaced quote",
        ),
        pytest.param(
            "name,domain\n" + "x," * 2_200_000, "Line 2 has more than 4,194,304 characters", id="a line"
        ),
    ],
)
def test_what_is_too_long_is_named(text: str, message: str) -> None:
    with pytest.raises(BrokenFileError, match=message):
        list(opened(text).blocks)


def test_companies_need_their_own_columns() -> None:
    table = opened("Company,Website\nAcme,a.example\n", rules=KNOWN_COMPANIES)
    assert table.columns == columns(company=0, website=1)
    assert opened("Company,Note\nAcme,x\n", rules=COMPANY_NAMES).columns.first(Kind.COMPANY) == 0
    with pytest.raises(UsageError, match=r"needs a column company; .* a column domain"):
        opened("name,domain\n", rules=KNOWN_COMPANIES)


_CELL = st.text(st.sampled_from('ab"\n\r,; ü'), max_size=6)


def written(row: list[str]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(row)
    return text.getvalue()[:-2]


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(st.lists(_CELL, min_size=2, max_size=4), max_size=8),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    cuts=st.lists(st.integers(1, 40), max_size=6),
)
def test_rows_are_those_of_the_csv_module_however_they_come(
    rows: list[list[str]], end: str, cuts: list[int]
) -> None:
    texts = [written(row) for row in rows]
    lines = list(io.StringIO("".join(text + end for text in texts), newline=""))
    pieces = []
    for cut in [*cuts, len(lines)]:
        part, lines = lines[:cut], lines[cut:]
        pieces.append("".join(part))
    blocks = list(csv_blocks(pieces, Dialect(",", end)))
    assert [row for block in blocks for row in block.rows] == rows
    assert [text for block in blocks for text in block.texts] == texts
