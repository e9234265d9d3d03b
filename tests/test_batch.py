"""Columns in, columns out: what the command line says of the same rows."""

import csv
import io
from collections.abc import Mapping, Sequence

import pytest

from guessmail.batch import guess_columns, guess_table
from guessmail.errors import UsageError
from guessmail.guesser import Guesser, Settings
from guessmail.model.ranking import Choice
from guessmail.samples import parse_sample
from program import run
from test_list_processes import LIST, SAMPLES

ROWS = [row for row in csv.reader(io.StringIO(LIST)) if len(row) == 3][1:200]
SEVERAL = Settings(Choice(top=3))


def by_command(columns: Mapping[str, Sequence[str]], *options: str) -> dict[str, list[str]]:
    """Return the columns that the command line adds, but for DNS's."""
    text = io.StringIO()
    csv.writer(text).writerows([columns, *zip(*columns.values(), strict=True)])
    done = run("guess", "--no-mx", "--no-store", "--no-directory", "-q", *options, piped=text.getvalue())
    assert done.returncode in {0, 4}, done
    header, *rows = csv.reader(io.StringIO(done.stdout))
    return {
        name: [row[at] for row in rows]
        for at, name in enumerate(header)
        if name.startswith("guess_") and "_mx" not in name
    }


def columns_of(*names: str) -> dict[str, list[str]]:
    given, family = (["Jane", "Bob", ""], ["Doe", "van der Berg", ""])
    every = {
        "name": [row[0] for row in ROWS],
        "domain": [row[1] for row in ROWS],
        "given": given,
        "family": family,
        "company": ["Acme Ltd", "Known", "acme.test"],
    }
    return {name: every[name] for name in names}


@pytest.mark.parametrize("top", [1, 3])
@pytest.mark.parametrize("samples", [(), SAMPLES], ids=["prior", "samples"])
def test_columns_equal_the_command_lines(top: int, samples: Sequence[str]) -> None:
    columns = columns_of("name", "domain")
    guesser = Guesser(samples=map(parse_sample, samples), settings=Settings(Choice(top=top)))
    options = [part for sample in samples for part in ("--sample", sample)]
    assert guess_columns(guesser, columns) == by_command(columns, "--top", str(top), *options)


def test_parts_of_names_at_companies() -> None:
    columns = columns_of("given", "family", "company")
    settings = Settings(Choice(top=1), company_threshold=0.1)
    assert guess_columns(Guesser(settings=settings), columns) == by_command(
        columns, "--company-threshold", "0.1"
    )


def test_no_rows() -> None:
    found = guess_columns(Guesser(settings=SEVERAL), {"name": [], "domain": []})
    assert found == by_command({"name": [], "domain": []}, "--top", "3")


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"name": ["Jane Doe"]}, "a domain, or a company"),
        ({"domain": ["acme.test"]}, "A name"),
        ({"name": ["Jane Doe"], "domain": ["acme.test"], "site": [""]}, "'site'"),
        ({"name": ["Jane Doe"], "domain": []}, "as many values"),
        ({}, "A name"),
    ],
    ids=["no domain", "no name", "unknown", "not as long", "none"],
)
def test_columns_that_cannot_serve(columns: Mapping[str, Sequence[str]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        guess_columns(Guesser(), columns)


def test_arrow_tables() -> None:
    pa = pytest.importorskip("pyarrow", reason="Arrow tables are for those who have pyarrow")
    columns = columns_of("name", "domain")
    guesser = Guesser(settings=SEVERAL)
    table = pa.table(
        {"who": [*columns["name"], None], "site": [*columns["domain"], None], "id": range(len(ROWS) + 1)}
    )
    found = guess_table(guesser, table, {"name": "who", "domain": "site"})
    assert found.column_names[:3] == ["who", "site", "id"]
    texts = guess_columns(guesser, columns)
    assert found.column_names[3:] == list(texts)
    assert found["guess_email"].to_pylist()[:-1] == [cell or None for cell in texts["guess_email"]]
    assert found["guess_probability"].to_pylist()[0] == float(texts["guess_probability"][0])
    assert found["guess_problem"].to_pylist()[-1].startswith("no_domain: ")
