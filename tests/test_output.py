"""Writing lists and the guesses for one person."""

import io
import json
from collections import Counter

import pytest

from guessmail.dns import MailVerdict, Reason
from guessmail.domains.question import Organisation
from guessmail.errors import Code, Problem, UsageError
from guessmail.guesser import Guess, Question
from guessmail.lists import ColumnRules, Dialect, open_table
from guessmail.lists.records import escape_formula
from guessmail.model.ranking import Basis, Candidate
from guessmail.reports.added import (
    DOMAIN_CELLS,
    RATE_CELLS,
    AddedColumns,
    cells_of,
    guess_fields,
    probability,
)
from guessmail.reports.answers import PERSON
from guessmail.reports.listing import FORMATS, Listing, written
from guessmail.runs.run import progress, summary
from program import JSON_KEYS

QUESTION = Question("Jane Doe", "acme.example")
TWO = (
    Candidate("jane.doe@acme.example", 0.61, "{first}.{last}", Basis.SAMPLES),
    Candidate("jdoe@acme.example", 0.12345, "{f}{last}", Basis.PRIOR),
)
MX = MailVerdict("acme.example", Reason.MX, "google", ("mx.example",))
GUESS = Guess(QUESTION, "Jane Doe", "acme.example", TWO, 3, MX, organisation=Organisation("firm", "de"))
NOTHING = Guess(QUESTION, "Jane Doe", "?", (), 0, None, Problem(Code.BAD_DOMAIN, 'It is "?", no domain.'))
FIRST = [
    "guess_email",
    "guess_probability",
    "guess_pattern",
    "guess_basis",
    "guess_mx",
    "guess_mx_reason",
    "guess_problem",
]
LAST = ["guess_level", "guess_note"]


def test_added_columns() -> None:
    second = ["guess_email_2", "guess_probability_2", "guess_pattern_2"]
    assert AddedColumns(1).names == [*FIRST, *LAST]
    assert AddedColumns(2).names == [*FIRST, *second, *LAST]
    assert AddedColumns(1, prefix="x_", more=RATE_CELLS).names[-3:] == ["x_rate", "x_level", "x_note"]


@pytest.mark.parametrize("top", [1, 2, 4])
@pytest.mark.parametrize("guess", [GUESS, NOTHING])
def test_as_many_cells_as_columns(guess: Guess, top: int) -> None:
    assert len(cells_of(guess, top)) == len(AddedColumns(top).names)


def test_cells() -> None:
    assert cells_of(GUESS, 1) == [
        "jane.doe@acme.example",
        "0.61",
        "{first}.{last}",
        "samples",
        "accepts",
        "mx",
        "",
        "medium",
        "",
    ]
    assert cells_of(GUESS, 2)[7:-2] == ["jdoe@acme.example", "0.1235", "{f}{last}"]
    assert cells_of(NOTHING, 1)[6] == 'bad_domain: It is "?", no domain.'
    assert cells_of(GUESS._replace(rate=0.12345), 1, RATE_CELLS)[-3] == "0.1235"
    assert cells_of(GUESS, 1, RATE_CELLS)[-3] == ""


@pytest.mark.parametrize(
    ("value", "text"), [(0.61, "0.61"), (0.5, "0.5"), (1.0, "1"), (0.00004, "0"), (0.12345, "0.1235")]
)
def test_probability(value: float, text: str) -> None:
    assert probability(value) == text


def test_place() -> None:
    added = AddedColumns(1)
    assert added.place(["a", "b"]) == (2, 2)
    assert added.place(["a", *FIRST, "b"]) == (1, 8)  # of a version without the last two
    assert added.place(["a", *AddedColumns(3, more=(*DOMAIN_CELLS, *RATE_CELLS)).names, "b"]) == (1, 19)
    suggested = [
        f"guess_{name}" for name in (*DOMAIN_CELLS, "domain_basis", "domain_2", "domain_probability_2")
    ]
    assert added.place(["a", *suggested, "b"]) == (1, 6)
    for header in (["a", "guess_email"], [*FIRST, *FIRST], [*FIRST[::-1]]):
        with pytest.raises(UsageError, match="--prefix"):
            added.place(header)


def csv_of(text: str, guess: Guess, format_: str = "csv", *, safe: bool = False) -> list[str]:
    table = open_table(io.BufferedReader(io.BytesIO(text.encode())), ColumnRules())
    added = AddedColumns(1)
    listing: Listing[Guess] = Listing(guess_fields, lambda _: (), added.names, lambda one: [cells_of(one, 1)])
    writer = FORMATS[format_](listing, table, added.place(table.header), safe=safe)
    out = writer.begin()
    for block in table.blocks:
        out += writer.part(block, [guess if row else None for row in block.rows])
    return out.split(table.dialect.line_end)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param('"Jane" ,a.example', '"Jane" ,a.example', id="as it was written"),
        pytest.param("Jane", "Jane,", id="short"),
        pytest.param("", "", id="blank"),
    ],
)
def test_the_users_part(row: str, expected: str) -> None:
    line = csv_of(f"name,domain\n{row}\n", GUESS)[1]
    tail = ",jane.doe@acme.example,0.61,{first}.{last},samples,accepts,mx,,medium,"
    assert line == (expected + tail if row else "")


def test_added_cells_are_quoted_where_they_must() -> None:
    line = csv_of("name,domain\nJane,a.example\n", NOTHING)[1]
    assert line == 'Jane,a.example,,,,,,,"bad_domain: It is ""?"", no domain.",,'
    assert csv_of("name;domain\nJane;a.example\n", NOTHING)[1].endswith(
        '"bad_domain: It is ""?"", no domain.";;'
    )


def test_a_row_that_is_too_long() -> None:
    line = csv_of("name,domain\nJane,a.example,more\n", GUESS)[1]
    assert line == "Jane,a.example,jane.doe@acme.example,0.61,{first}.{last},samples,accepts,mx,,medium,,more"


def test_line_breaks_stay_quoted_where_a_row_is_written_anew() -> None:
    text = "\n".join(csv_of('name,domain,note\n"Jane\r",a.example,"a\nb"\n', GUESS, "tsv"))
    assert '"Jane\r"\ta.example\t"a\nb"\t' in text


def test_another_delimiter() -> None:
    assert csv_of("name,domain\nJane,a.example\n", GUESS, "tsv")[1].startswith("Jane\ta.example\tjane.doe@")


def test_added_cells_are_never_formulas() -> None:
    evil = Guess(QUESTION, "", "", (Candidate("-x@a.example", 0.5, "-{first}", Basis.PRIOR),), 0, None, None)
    assert (
        csv_of("name,domain\n-1,a.example\n", evil)[1]
        == "-1,a.example,'-x@a.example,0.5,'-{first},prior,,,,medium,"
    )
    assert csv_of("name,domain\n-a,a.example\n", GUESS, safe=True)[1].startswith("'-a,a.example,")


@pytest.mark.parametrize(
    "cell",
    [
        "=1", "=-1", "+A1", "-A1", "@SUM(1)", "\t1", "\r=1", "\n=1", " =1", "\u3000＝1", "＝1+1", "＋A1", "－A1", "＠SUM(1)", "﹦1",
        "+1|cmd", "-1+A1", "+1=2", "-cmd|' /C calc'!A0", "+", "-", "-HYPERLINK(1)", "+1x", "-1+1",
    ],
    ids=repr,
)  # fmt: skip
def test_what_a_spreadsheet_would_run_is_escaped(cell: str) -> None:
    assert escape_formula(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    [
        "", "1", "a=1", "a@b", "Jane-Ann", "'=1", "(=1)", "-1", "-1.5", "-1,234.50", "-1 234,50", "-1\u00a0234", "+1e5", "-2.5E-3",
        "-12%", "-€5", "+49 30 1", "+491701234567", "+1 (555) 123-4567", "+44.20.7946.0000", "+1 555 0100 ext. 5", "-0.5 ",
    ],
    ids=repr,
)  # fmt: skip
def test_what_no_spreadsheet_runs_stays(cell: str) -> None:
    assert escape_formula(cell) == cell


def test_a_long_cell_is_looked_at_once() -> None:
    for cell in ("+" + "1" * 1_000_000 + "x", "-" + " " * 1_000_000, "-1" + " " * 1_000_000 + "x"):
        assert escape_formula(cell) == f"'{cell}"


def json_of(text: str, guess: Guess) -> list[dict[str, object]]:
    table = open_table(io.BufferedReader(io.BytesIO(text.encode())), ColumnRules())
    listing: Listing[Guess] = Listing(guess_fields, lambda _: ())
    writer = FORMATS["jsonl"](listing, table)
    return [
        json.loads(line)
        for block in table.blocks
        for line in writer.part(block, [guess if row else None for row in block.rows]).split("\n")[:-1]
    ]


def test_json_line_is_as_it_was_promised() -> None:
    first, second = json_of("name,domain,id,id\nJane Doe,acme.example,x,y,more\n\nBob,b.example\n", GUESS)
    assert first == {
        "row": 1,
        "input": {"name": "Jane Doe", "domain": "acme.example", "id": "x", "id (2)": "y", "": ["more"]},
        "name": "Jane Doe",
        "domain": "acme.example",
        "company": None,
        "candidates": [
            {
                "address": "jane.doe@acme.example",
                "probability": 0.61,
                "pattern": "{first}.{last}",
                "basis": "samples",
            },
            {"address": "jdoe@acme.example", "probability": 0.1235, "pattern": "{f}{last}", "basis": "prior"},
        ],
        "samples": 3,
        "observed": 0,
        "country": "DE",
        "kind": "firm",
        "mx": {"verdict": "accepts", "reason": "mx", "provider": "google", "hosts": ["mx.example"]},
        "problem": None,
    }
    assert list(first) == JSON_KEYS
    assert second["row"] == 2
    (bad,) = json_of('{"name": "Jane", "domain": "?", "x": {"y": 1.50}}', NOTHING)
    assert bad["input"] == {"name": "Jane", "domain": "?", "x": {"y": 1.5}}
    assert (bad["mx"], bad["problem"]) == (None, {"code": "bad_domain", "message": 'It is "?", no domain.'})


def one_person(guess: Guess, format_: str) -> str:
    return b"".join(written(PERSON, format_, [[guess]])).decode()


def test_one_person() -> None:
    assert one_person(GUESS, "plain") == "jane.doe@acme.example\njdoe@acme.example\n"
    assert one_person(GUESS, "csv").splitlines()[1:] == [
        "jane.doe@acme.example,0.61,{first}.{last},samples,Jane Doe,acme.example",
        "jdoe@acme.example,0.1235,{f}{last},prior,Jane Doe,acme.example",
    ]
    assert one_person(NOTHING, "csv").count("\n") == 1
    assert json.loads(one_person(GUESS, "jsonl"))["input"] == {"name": "Jane Doe", "domain": "acme.example"}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_and_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    screen = Terminal()
    with progress(screen, 1000) as update:
        update(10, 100)
        assert screen.getvalue() == ""
        now = 2.0
        update(20_000, 250)
        assert screen.getvalue().endswith("20,000 rows · 10,000 a second · 25 % · 0:06 left")
    assert screen.getvalue().endswith("\r\x1b[K")
    tally = Counter(rows=3, guessed=1, no_mail=1, bad_domain=1, accepts=1)
    assert summary(tally) == "3 rows · 1 guessed · 1 no mail · 1 with a problem (bad_domain 1)."


def test_a_list_says_how_many_guesses_are_too_improbable() -> None:
    assert (
        summary(Counter(rows=2, guessed=1))
        == "2 rows · 1 guessed · 1 with no guess as probable as --min-probability."
    )


def test_dialect_default() -> None:
    assert Dialect() == (",", "\n", False)
