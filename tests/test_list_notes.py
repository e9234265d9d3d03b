"""Lists that explain themselves, and that a person reviews and runs again: the installed program."""

import csv
import io
import json
from pathlib import Path

import pytest

from program import Ran, run

DOUBTFUL, SURE = "Zyxelfrob Foo Bar Ltd", "Zyxelfrob Inc"
KNOWN = "Ann Lee,acme.example,ann.lee@acme.example\nMax Moe,acme.example,max.moe@acme.example\n"


def rows_of(done: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.stdout)))


def guessed(text: str, *options: str) -> list[dict[str, str]]:
    return rows_of(run("guess", "--no-mx", *options, piped=text))


# Levels and notes


def test_two_columns_stand_last() -> None:
    for options in ((), ("--top", "2"), ("--rate", "--map", "email=email")):
        (row,) = guessed("name,domain,email\nJane Doe,acme.example,\n", *options)
        assert list(row)[-2:] == ["guess_level", "guess_note"]


@pytest.mark.parametrize(
    ("options", "level"),
    [((), "medium"), (("--pattern", "flast"), "high"), (("--pattern", "zlast"), "")],
)
def test_the_level_says_how_sure_the_first_guess_is(options: tuple[str, ...], level: str) -> None:
    done = run("guess", "--no-mx", *options, piped="name,domain\nJane Doe,acme.com\n")
    if done.returncode == 0:
        assert rows_of(done)[0]["guess_level"] == level


@pytest.mark.parametrize(
    ("row", "options", "status", "note"),
    [
        pytest.param("Jane Doe,acme.example,", (), 0, "", id="nothing to say"),
        pytest.param("Jane Doe,acme.example,", ("--min-probability", "90%"), 0, "no guess is as probable as 90 %", id="all too improbable"),
        pytest.param("Jane Doe,gmial.com,", (), 0, "gmial.com looks mistyped: gmail.com?", id="a mistyped domain"),
        pytest.param("Jane Doe,acme.cmo,", (), 0, "acme.cmo looks mistyped: acme.com?", id="a mistyped top-level domain"),
        pytest.param(",acme.example,", (), 4, "", id="a problem speaks for itself"),
        pytest.param("Joe Bloggs,acme.example,joe.blogs@acme.example", (), 0, "looks misspelled: joe.bloggs@acme.example", id="a letter is missing"),
        pytest.param("Kim Poe,acme.example,kim.peo@acme.example", (), 0, "looks misspelled: kim.poe@acme.example", id="two letters changed places"),
        pytest.param("Kim Poelman,acme.example,kin.poelmen@acme.example", (), 0, "looks misspelled: kim.poelman@acme.example", id="two other letters"),
        pytest.param("Zoe Jones,acme.example,zoe_jones@acme.example", (), 0, "", id="another separator"),
        pytest.param("Jo Müller,acme.example,jo.muller@acme.example", (), 0, "", id="another convention"),
        pytest.param("Kim Poe,acme.example,kpoe@acme.example", (), 0, "", id="another pattern"),
    ],
)  # fmt: skip
def test_notes(row: str, options: tuple[str, ...], status: int, note: str) -> None:
    done = run("guess", "--no-mx", "--learn-from-list", *options, piped=f"name,domain,email\n{KNOWN}{row}\n")
    last = rows_of(done)[-1]
    assert done.returncode == status
    assert (note in last["guess_note"]) if note else not last["guess_note"]
    if "misspelled" in note:
        assert (last["guess_email"], last["guess_basis"]) == (row.split(",")[2], "known")


def test_a_blank_row_has_no_note() -> None:
    assert guessed("name,domain\n,\n")[0]["guess_note"] == ""


def test_evaluation_lists_misspelled_addresses(tmp_path: Path) -> None:
    people = [f"{a} {b} <{a.lower()}.{b.lower()}@acme.example>" for a, b in zip(GIVEN, FAMILY, strict=True)]
    (tmp_path / "known.txt").write_text("\n".join([*people, "Kim Poelman <kin.poelmen@acme.example>"]))
    done = run("formats", "--evaluate", "--samples", "known.txt", "--no-store", cwd=tmp_path)
    assert "kin.poelmen@acme.example" in done.stdout
    assert "kim.poelman@acme.example" in done.stdout


GIVEN = ("Ann", "Max", "Bob", "Eve", "Tom", "Sue")
FAMILY = ("Lee", "Moe", "Jones", "Martin", "Berger", "Smith")


@pytest.mark.parametrize(
    ("options", "most"), [((), 1), (("--until", "95%"), 5), (("--until", "95%", "--top", "2"), 2), (("--until", "1%"), 1)]
)  # fmt: skip
def test_until_sets_how_many_guesses_a_row_gets(options: tuple[str, ...], most: int) -> None:
    (row,) = guessed("name,domain\nJane Doe,acme.example\n", *options)
    assert sum(cell.endswith("@acme.example") for cell in row.values()) == most


# Companies' domains, to review, correct and run again


def test_the_best_domain_is_filled_in_even_where_it_is_too_uncertain() -> None:
    done = run("guess", "--no-mx", piped=f"name,company\nJane Doe,{DOUBTFUL}\n")
    (row,) = rows_of(done)
    assert done.returncode == 4
    assert row["guess_domain"].startswith("zyxelfrob")
    assert 0 < float(row["guess_domain_probability"]) < 0.7
    assert row["guess_problem"].startswith("unknown_company: ")
    (line,) = run(
        "guess", "--no-mx", "--format", "json", piped=f"name,company\nJane Doe,{DOUBTFUL}\n"
    ).stdout.splitlines()[1:-1]
    assert json.loads(line)["company"] is None


@pytest.mark.parametrize("command", ["guess", "domain"])
@pytest.mark.parametrize(
    ("domain", "probability", "address"),
    [
        pytest.param("", "", "", id="emptied"),
        pytest.param("own.example", "", "@own.example", id="corrected, the probability emptied"),
        pytest.param("own.example", "1", "@own.example", id="set to 1"),
        pytest.param("own.example", "100 %", "@own.example", id="set to 100 %"),
        pytest.param("own.example", "0,75", "@own.example", id="above the threshold, with a comma"),
        pytest.param("own.example", "0.2", "", id="below the threshold"),
        pytest.param("own.example", "maybe", "", id="no number"),
    ],
)
def test_a_reviewed_domain_is_read_back(command: str, domain: str, probability: str, address: str) -> None:
    first = run(command, "--no-mx", piped=f"id,name,company\n7,Jane Doe,{DOUBTFUL}\n")
    header, row = csv.reader(io.StringIO(first.stdout))
    row[header.index("guess_domain")] = domain
    row[header.index("guess_domain_probability")] = probability
    text = io.StringIO()
    csv.writer(text).writerows([header, row])
    done = run("guess", "--no-mx", piped=text.getvalue())
    (again,) = rows_of(done)
    assert again["guess_email"].endswith(address)
    assert bool(again["guess_email"]) is bool(address)
    assert list(again)[:4] == ["id", "name", "company", "guess_email"], (
        "the columns of the earlier run are replaced"
    )
    assert "guess_domain_basis" not in again
    assert "not used" not in done.stderr
    if address:
        assert again["guess_domain"] == domain
        assert float(again["guess_domain_probability"]) == (0.75 if "75" in probability else 1)
        assert run("guess", "--no-mx", piped=done.stdout).stdout == done.stdout


def test_the_threshold_decides_what_is_read_back() -> None:
    listed = "name,company,guess_domain,guess_domain_probability\nJane Doe,Zyxelfrob,own.example,0.5\n"
    assert guessed(listed)[0]["guess_email"] == ""
    assert guessed(listed, "--company-threshold", "40%")[0]["guess_email"].endswith("@own.example")


@pytest.mark.parametrize(("probability", "is_used"), [("0.9", True), ("", True), ("1", True), ("0.2", False)])
def test_what_domain_wrote_serves_as_known_companies(tmp_path: Path, probability: str, is_used: bool) -> None:
    (tmp_path / "d.csv").write_text(
        f"name,company,guess_domain,guess_domain_probability,guess_domain_basis\n,{SURE},own.example,{probability},name\n"
    )
    known = ("--companies", "d.csv", "--no-mx")
    done = run("guess", "Jane Doe", SURE, *known, "-n", "1", cwd=tmp_path)
    assert done.stdout.strip().endswith("@own.example") is is_used
    assert done.stderr == "" or not is_used
    assert ("own.example" in run("domain", SURE, *known, cwd=tmp_path).stdout) is is_used


def test_a_list_of_companies_without_their_domains_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("company,note\nAcme,x\n")
    done = run("guess", "Jane Doe", "Acme", "--companies", "d.csv", "--no-mx", cwd=tmp_path)
    assert (done.returncode, "also a column domain" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "given", [f"Acme\n{SURE}\n", f"{SURE}\r\n\r\nAcme"], ids=["lines", "CRLF, a blank line"]
)
def test_domain_takes_plain_lines(given: str) -> None:
    done = run("domain", "--no-mx", piped=given)
    assert done.returncode == 0
    lines = [line for line in done.stdout.splitlines() if line]
    assert [line.split(",")[0] for line in lines] == [line for line in given.splitlines() if line]
    assert all(float(line.split(",")[2]) > 0 for line in lines)


@pytest.mark.parametrize(
    "site",
    ["https://www.linkedin.com/in/jane-doe", "linkedin.com/in/jane-doe/", "https://github.com/janedoe"],
)
def test_a_profile_in_the_site_column_is_named(site: str) -> None:
    done = run("guess", "--no-mx", piped=f"name,website\nJane Doe,{site}\nBob Roe,acme.example\n")
    first, second = rows_of(done)
    assert done.returncode == 4
    assert first["guess_problem"].startswith(
        f"no_domain: {site} is a profile page, not a company's web site."
    )
    assert second["guess_email"] == "bob.roe@acme.example"
