"""What each column of a header holds, and what is asked of the user where that is not plain."""

import io
from dataclasses import replace

import pytest

from guessmail.data.columns import fold_title
from guessmail.errors import UsageError
from guessmail.lists import open_table
from guessmail.lists.headers import (
    ADDRESSES,
    COMPANY_NAMES,
    DO_NOT_CONTACT,
    KNOWN_COMPANIES,
    MOST_COLUMNS,
    PEOPLE,
    Columns,
    Kind,
    find_columns,
    unknown_header,
)


def columns(**places: int | tuple[int, ...]) -> Columns:
    return Columns({Kind(kind): at if isinstance(at, tuple) else (at,) for kind, at in places.items()})


MANY = ", ".join(['"x"'] * 40)


def mapping(told: dict[str, str]) -> list[str]:
    return [f"{kind}={column}" for kind, column in told.items()]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("Name,Domain 1", columns(name=0, domain=1), id="a trailing 1: domain"),
        pytest.param("Name,E-mail 1", columns(name=0, email=1), id="a trailing 1: e-mail"),
        pytest.param("Name,Email Address 1", columns(name=0, email=1), id="a trailing 1: address"),
        pytest.param("Name,E-mail 1 - Value", columns(name=0, email=1), id="a 1 within: e-mail"),
        pytest.param("Name,Website 1 - Value", columns(name=0, website=1), id="a 1 within: website"),
        pytest.param("Name,Organization 1 - Name", columns(name=0, company=1), id="a 1 within: company"),
        pytest.param("Name,Domain 2", None, id="a trailing 2 is no first domain"),
        pytest.param("first name,domain", columns(given=0, domain=1), id="a given name is enough"),
        pytest.param("surname,domain", columns(family=0, domain=1), id="a family name is enough"),
        pytest.param("middle name,domain", None, id="a middle name is not"),
        pytest.param("name,url", columns(name=0, url=1), id="a bare URL"),
        pytest.param("name,email", columns(name=0, email=1), id="an address tells the domain"),
        pytest.param("name,company", columns(name=0, company=1), id="so does a company"),
        pytest.param(
            "What's your first name?,Deal - Organization",
            columns(given=0, company=1),
            id="a form's question, a deal's group",
        ),
        pytest.param("Billing First Name,Billing Company", columns(given=0, company=1), id="a shop's group"),
        pytest.param(
            "Nombre,Correo electrónico principal,Empresa asociada",
            columns(name=0, email=1, company=2),
            id="in Spanish",
        ),
        pytest.param("domain,company", None, id="no person"),
        pytest.param("name,position", None, id="no company"),
        pytest.param("", None, id="nothing"),
        pytest.param(
            "name,domain,url,url",
            columns(name=0, domain=1, url=(2, 3)),
            id="two of what is less trusted come after",
        ),
        pytest.param(
            "name,first name,last name,full name,domain",
            columns(name=(3, 0), given=1, family=2, domain=4),
            id="a plain name comes after a full one",
        ),
    ],
)
def test_columns(header: str, expected: Columns | None) -> None:
    assert find_columns(header.split(","), PEOPLE) == expected


@pytest.mark.parametrize(
    ("header", "told", "expected"),
    [
        pytest.param("who,where", {"name": "who", "domain": "where"}, (0, 1), id="by name"),
        pytest.param("who,where", {"name": "1", "domain": "2"}, (0, 1), id="by number"),
        pytest.param("Who,Where At", {"name": "wHO", "domain": "where_at"}, (0, 1), id="as names are folded"),
        pytest.param("2,1", {"name": "1", "domain": "2"}, (1, 0), id="a name that is a number"),
        pytest.param("a ,A,domain", {"name": "a"}, (0, 2), id="the exact name goes before a folded one"),
        pytest.param("who,name,domain", {"name": "who"}, (0, 2), id="in place of what its name says"),
        pytest.param("name,domain", {"name": "2", "domain": "1"}, (1, 0), id="crosswise"),
        pytest.param("who,where", {"name": "3", "domain": "where"}, None, id="a number too far"),
        pytest.param("who,where", {"name": "0", "domain": "where"}, None, id="numbers start at 1"),
        pytest.param("who,where", {"name": "-1", "domain": "where"}, None, id="and have no sign"),
        pytest.param("who,where", {"name": "000001", "domain": "where"}, None, id="nor six digits"),
        pytest.param("who,where", {"name": "²", "domain": "where"}, None, id="nor other digits"),
        pytest.param("who,where", {"name": "--", "domain": "where"}, None, id="no letters are no name"),
        pytest.param("who,where", {"name": "nom", "domain": "where"}, None, id="not there"),
    ],
)
def test_columns_that_are_told(header: str, told: dict[str, str], expected: tuple[int, int] | None) -> None:
    found = find_columns(header.split(","), replace(PEOPLE, map=mapping(told)))
    assert (found and (found.first(Kind.NAME), found.first(Kind.DOMAIN))) == expected


def test_a_name_is_no_header_of_a_do_not_contact_list() -> None:
    """`An` and `To` are titles of addresses in reports, and names in lists without a header."""
    assert find_columns(["Nguyen", "An", "acme.com"], DO_NOT_CONTACT) is None
    assert find_columns(["Recipient", "Date"], DO_NOT_CONTACT) == columns(email=0)


@pytest.mark.parametrize("kind", ["name", "company"])
def test_a_number_means_no_column_of_a_line_with_one(kind: str) -> None:
    """Else a note before the header would be taken for it, as soon as the user says --map name=1."""
    assert find_columns(["Exported"], replace(PEOPLE, map=[f"{kind}=1"])) is None
    assert "no column '1'" in str(unknown_header([["Exported"]], replace(PEOPLE, map=[f"{kind}=1"])))
    assert find_columns(["name", "domain"], replace(PEOPLE, map=["name=1"])) == columns(name=0, domain=1)


@pytest.mark.parametrize(
    ("header", "needs", "expected"),
    [
        pytest.param("name,domain,email", (Kind.EMAIL,), columns(name=0, domain=1, email=2), id="there"),
        pytest.param("name,domain", (Kind.EMAIL,), None, id="lacking"),
        pytest.param("name,domain,email,work email", (), columns(name=0, domain=1, email=(2, 3)), id="two"),
    ],
)
def test_what_is_needed_besides(header: str, needs: tuple[Kind, ...], expected: Columns | None) -> None:
    rules = replace(PEOPLE, needs=(*PEOPLE.needs, *((kind,) for kind in needs)))
    assert find_columns(header.split(","), rules) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("company,domain", columns(company=0, domain=1), id="both"),
        pytest.param("company,website", columns(company=0, website=1), id="a website will do"),
        pytest.param("company,url", columns(company=0, url=1), id="so will a URL"),
        pytest.param("company,email", None, id="an address will not"),
        pytest.param("domain,name", None, id="no company"),
    ],
)
def test_a_list_of_companies(header: str, expected: Columns | None) -> None:
    assert find_columns(header.split(","), KNOWN_COMPANIES) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "Name,Contact Person,domain\nJane Doe,Bob Jones,acme.example\n",
            'The columns "Contact Person" (number 2) and "Name" (number 1) could each hold the name.'
            ' Choose one: --map name="Contact Person".',
            id="two people",
        ),
        pytest.param(
            "First Name,forename,Last Name,domain\nJane,Bob,Doe,acme.example\n",
            'The columns "First Name" (number 1) and "forename" (number 2) could each hold the first name.'
            ' Choose one: --map given="First Name".',
            id="quotes where a shell needs them",
        ),
        pytest.param(
            "name,name,domain\nJane Doe,Bob Jones,acme.example\n",
            'The columns "name" (number 1) and "name" (number 2) could each hold the name.'
            " Choose one: --map name=1.",
            id="by number where the names are one",
        ),
        pytest.param(
            f"contact{' ' * 70},person,domain\nJane Doe,Bob Jones,acme.example\n",
            'The columns "contact" (number 1) and "person" (number 2) could each hold the name.'
            " Choose one: --map name=contact.",
            id="without the spaces around",
        ),
    ],
)
def test_which_is_meant(text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_table(io.BufferedReader(io.BytesIO(text.encode())), PEOPLE)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Name,Full Name,domain\nJane,Jane Doe,a.example\n", (1, 0), id="one is a part of the other"
        ),
        pytest.param(
            "Name,Contact,domain\nAcme GmbH,Jane Doe,a.example\n", (1,), id="the other holds companies"
        ),
        pytest.param("Name,Contact,domain\n,Jane Doe,a.example\n", (1, 0), id="the other is empty"),
        pytest.param("Name,Contact,domain\n", (1, 0), id="no rows"),
    ],
)
def test_two_columns_of_names_that_are_no_two_people(text: str, names: tuple[int, ...]) -> None:
    table = open_table(io.BufferedReader(io.BytesIO(text.encode())), PEOPLE)
    assert table.columns.of(Kind.NAME) == names


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(
            "Name,Full Name,Given,Domain",
            columns(name=(1, 0), given=2, domain=3),
            id="the given name will do",
        ),
        pytest.param(
            "Name,Full Name,Surname,Domain",
            columns(name=(1, 0), family=2, domain=3),
            id="so will the surname",
        ),
    ],
)
def test_two_names_beside_parts_are_no_error(header: str, expected: Columns) -> None:
    assert find_columns(header.split(","), PEOPLE) == expected


def test_as_many_columns_as_are_read() -> None:
    header = ["name", "domain", *["x"] * (MOST_COLUMNS - 2)]
    assert find_columns(header, PEOPLE) == columns(name=0, domain=1)
    assert "no header that names columns" in str(unknown_header([header], PEOPLE))
    assert str(unknown_header([[*header, "x"]], PEOPLE)) == (
        "The list has 4,097 columns, more than the 4,096 that are read. Is it a list of people?"
    )


def test_a_list_of_addresses_without_any() -> None:
    assert str(unknown_header([["who"]], ADDRESSES)) == (
        'No column holds addresses; name one email. The first row has: "who".'
    )


def test_a_name_that_two_columns_have() -> None:
    with pytest.raises(UsageError) as caught:
        find_columns(["who", "who", "domain"], replace(PEOPLE, map=["name=who"]))
    assert str(caught.value) == (
        'The columns "who" (number 1) and "who" (number 2) could each hold the name.'
        " Choose one: --map name=1."
    )


@pytest.mark.parametrize(
    ("rows", "told", "person", "sentence"),
    [
        pytest.param(
            [["x"], ["who", "where"]],
            {},
            True,
            "The list has no header that names columns for the person's name and the company's domain. Its"
            ' first row has: "who", "where". Name them, by header or number: --map name=COLUMN --map domain=COLUMN.'
            " If the list has no header, add --no-header.",
            id="the widest row is shown",
        ),
        pytest.param(
            [["who", "where"]],
            {"name": "nom"},
            True,
            'The list has no column \'nom\' (--map name=nom). Its first row has: "who", "where".',
            id="a column that is not there",
        ),
        pytest.param(
            [["who", "where"]],
            {},
            False,
            "A list of companies needs a column company; to give their domains, also a column domain. Its first row has:"
            ' "who", "where". Add a header, or name the column: --map company=COLUMN.',
            id="companies",
        ),
        pytest.param(
            [["a\x1b[31m" + "b" * 60, "x"]],
            {"name": "nom"},
            True,
            f'The list has no column \'nom\' (--map name=nom). Its first row has: "a [31m{"b" * 53}…", "x".',
            id="long, and with an escape",
        ),
        pytest.param(
            [["b" * 60]],
            {"name": "nom"},
            True,
            f"The list has no column 'nom' (--map name=nom). Its first row has: \"{'b' * 60}\".",
            id="as long as may be",
        ),
        pytest.param(
            [["x"] * 42],
            {"name": "nom"},
            True,
            f"The list has no column 'nom' (--map name=nom). Its first row has: {MANY} and 2 more.",
            id="many",
        ),
        pytest.param(
            [["x"] * 40],
            {"name": "nom"},
            True,
            f"The list has no column 'nom' (--map name=nom). Its first row has: {MANY}.",
            id="as many as are shown",
        ),
        pytest.param(
            [],
            {"name": "nom"},
            True,
            "The list has no column 'nom' (--map name=nom). Its first row has: .",
            id="no rows",
        ),
    ],
)
def test_no_header(rows: list[list[str]], told: dict[str, str], person: bool, sentence: str) -> None:
    error = unknown_header(rows, replace(PEOPLE if person else COMPANY_NAMES, map=mapping(told)))
    assert str(error) == sentence


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], {}),
        (["name=a", "DOMAIN = b "], {Kind.NAME: "a", Kind.DOMAIN: "b"}),
        (["company=a=b"], {Kind.COMPANY: "a=b"}),
        (["given=1", "middle=2", "family=3", "email=4"], dict(zip(("given", "middle", "family", "email"), "1234", strict=True))),
    ],
)  # fmt: skip
def test_map(items: list[str], told: dict[Kind, str]) -> None:
    assert replace(PEOPLE, map=items).mapped == told


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        *(
            ([item], "--map takes WHAT=COLUMN, where WHAT is one of name, given, middle, family, domain,"
             f" company, email; not {item!r}.")
            for item in ("name", "name=", "name= ", "=a", "website=a", "")
        ),
        (["name=a", "Name= b"], "--map names two columns for name: 'a' and 'b'."),
    ],
)  # fmt: skip
def test_map_that_makes_no_sense(items: list[str], sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        _ = replace(PEOPLE, map=items).mapped
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Prénom", "prenom"), ("E-Mail 1", "email1"), ("STRASSE", "strasse"), ("straße", "strasse"), ("--", "")],
)
def test_fold_title(name: str, folded: str) -> None:
    assert fold_title(name) == folded


def test_a_long_name_is_folded_as_far_as_a_name_goes() -> None:
    assert fold_title("a" * 300) == "a" * 200
