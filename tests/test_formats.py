"""What is believed about domains, evaluation, and the command that shows both."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from guessmail.cli.formats import formats
from guessmail.data.catalog import CONVENTIONS
from guessmail.data.conventions import MEANINGS
from guessmail.guesser import Guesser
from guessmail.model.formats import Format
from guessmail.reports.evaluation import FOLDS, MOST_EXACT, evaluate, evaluation_lines, success
from guessmail.reports.formats import belief_lines, beliefs_of
from guessmail.reports.listing import Data
from guessmail.samples import Sample, parse_sample
from guessmail.store import Company, Origin, Store

DOMAIN = "acme.example"
SAMPLES = """name,email
Bob Jones,bob.jones@acme.example
Jürgen Müller,jurgen.muller@acme.example
Tom van der Berg,tom.vanderberg@acme.example
Robert Roe,bob.roe@acme.example
Max Moe,mmoe@acme.example
Anna Poe,lisa.gray@acme.example
Lisa Gray,anna.poe@acme.example
Peter Parkson,peter.parskon@acme.example
Carla Dent,brian.smith@acme.example
Bob Jones,Bob.Jones@acme.example
Jim Kay,jkay@corp.example
"""


@pytest.fixture
def known(tmp_path: Path) -> Path:
    path = tmp_path / "known.csv"
    path.write_text(SAMPLES, encoding="utf-8")
    return path


def run(*arguments: object, store: Path | None = None) -> str:
    options = ["--store", str(store)] if store else ["--no-store"]
    result = CliRunner().invoke(formats, [*map(str, arguments), *options], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def beliefs(*samples: str) -> tuple[Format, Data]:
    fmt = Guesser(samples=map(parse_sample, samples)).format_of(DOMAIN)
    return fmt, beliefs_of(fmt)


def test_one_domain(known: Path) -> None:
    lines = run(DOMAIN, "--samples", known).splitlines()
    assert lines[0] == "acme.example: 9 known addresses"
    assert lines[3].split()[0] == "{first}.{last}"
    assert "█" in lines[3]
    assert any(line.startswith("  no pattern ") for line in lines)
    assert "  ü as u (1 known address)" in lines
    assert "  Particles joined: vanderberg (1 known address)" in lines
    for_, against = lines.index("For {first}.{last}:"), lines.index("Against {first}.{last}:")
    assert "  Robert Roe <bob.roe@acme.example>" in lines[for_:against]
    assert "  Max Moe <mmoe@acme.example>" in lines[against:]
    assert any(line.startswith("Skipped, 2 addresses swapped with a colleague's") for line in lines)


def test_one_domain_as_json(known: Path) -> None:
    (line,) = run(DOMAIN, "--samples", known, "--format", "jsonl").splitlines()
    data = json.loads(line)
    assert data["patterns"][0]["pattern"] == "{first}.{last}"
    assert 0 < data["freely"] < 1
    assert sum(each["probability"] for each in data["patterns"]) + data["freely"] <= 1.0001
    assert {each["tag"] for each in data["conventions"]} >= {"umlaut=bare", "nick=short"}
    assert len(data["for"]) + len(data["against"]) == data["samples"] == 9


def test_the_domains_that_are_held(known: Path, empty_store: Path) -> None:
    rows = [line.split("\t") for line in run("--samples", known).splitlines()]
    assert [(row[0], row[1], row[2]) for row in rows] == [
        ("acme.example", "9", "{first}.{last}"),
        ("corp.example", "1", "{f}{last}"),
    ]
    with Store(empty_store) as with_store:
        held = [Sample("kim.fox@other.example", "Kim Fox")]
        with_store.learn(held, origin=Origin("list.csv"), date="2026-01-01")
        with_store.add_company("acme", Company("Acme", "acme.example", "2026-01-01"))
    assert [line.split("\t")[0] for line in run(store=empty_store).splitlines()] == ["other.example", "Acme"]
    data = [json.loads(line) for line in run("--format", "jsonl", store=empty_store).splitlines()]
    assert data[1] == {"company": "Acme", "domain": "acme.example"}
    for arguments in ([], [DOMAIN], ["--evaluate"]):
        assert run(*arguments, "--format", "table", store=empty_store)


def test_nothing_is_known() -> None:
    assert run() == ""
    assert "No known addresses at this domain" in run("new.example")


def test_a_middle_name_that_makes_a_difference() -> None:
    found = beliefs(
        "Bob T. Jones <bob.t.jones@acme.example>",
        "Ann Mary Lee <ann.m.lee@acme.example>",
        "Tim K. Poe <tim.k.poe@acme.example>",
    )
    assert found[1]["with_middle"]["pattern"] == "{first}.{m}.{last}"
    assert any("With a middle name: {first}.{m}.{last}" in line for line in belief_lines(*found))


def test_a_pattern_that_cannot_apply_is_not_contradicted() -> None:
    _, found = beliefs(
        "Bob T. Jones <bob.jones@acme.example>",
        "Ann Lee <ann.lee@acme.example>",
        "Madonna <madonna@acme.example>",
    )
    assert found["patterns"][0]["pattern"] == "{first}.{last}"
    assert found["against"] == []


def test_every_convention_of_the_catalogue_has_words() -> None:
    assert set(CONVENTIONS) <= set(MEANINGS)


# evaluation


def evaluated(*samples: Sample) -> Data:
    return evaluate(samples, Guesser().formats.prior_at)


def test_which_samples_look_wrong(known: Path) -> None:
    lines = run("--evaluate", "--samples", known).splitlines()
    wrong = lines[lines.index("Known addresses that look wrong:") + 1 :]
    assert len(wrong) == 4
    by_name = {line.strip().partition(" <")[0]: line for line in wrong}
    assert "swapped with a colleague's: it fits Anna Poe" in by_name["Lisa Gray"]
    assert "Better: peter.parkson@acme.example" in by_name["Peter Parkson"]
    assert "typing error" in by_name["Peter Parkson"]
    assert "looks like Brian Smith" in by_name["Carla Dent"]
    assert "Better: carla.dent@acme.example" in by_name["Carla Dent"]


def test_evaluation_as_json(known: Path) -> None:
    data = json.loads(run("--evaluate", "--samples", known, "--format", "jsonl"))
    assert (data["guessed"], data["unguessed"]) == (9, 1)
    assert data["top1"] <= data["top3"] <= data["top5"]
    assert sum(each["people"] for each in data["calibration"]) == 9


FIRST = "anna bruno clara dario elena fabio greta hanno irene jonas".split()
LAST = "amberg brandt conrad decker egbert fiedler".split()
CROWD = [Sample(f"{a}.{b}@{DOMAIN}", f"{a.title()} {b.title()}") for a in FIRST for b in LAST]


@pytest.mark.parametrize("count", [2, MOST_EXACT, MOST_EXACT + 1, len(CROWD)])
def test_everybody_is_guessed_once_from_the_others(count: int) -> None:
    found = evaluated(*CROWD[:count])
    assert (found["guessed"], found["unguessed"]) == (count, 0)
    assert count > 1
    assert found["top1"] == 1.0
    assert FOLDS < MOST_EXACT


def test_a_person_does_not_help_to_guess_the_same_person() -> None:
    twice = [Sample(f"zq7@{DOMAIN}", "Kim Fox"), Sample(f"wombat@{DOMAIN}", "Kim Fox")]
    found = evaluated(*twice, *CROWD[:3])
    assert (found["guessed"], found["top1"], found["top5"]) == (4, 0.75, 0.75)


def test_a_lone_sample_is_not_guessed() -> None:
    found = evaluated(CROWD[0])
    assert (found["guessed"], found["unguessed"]) == (0, 1)
    assert list(evaluation_lines(found))[1].startswith("1 not guessed")


def test_calibration() -> None:
    found = success([(1, 0.95), (1, 0.95), (2, 0.95), (0, 0.15), (1, 1.0)])
    low, high = found["calibration"]
    assert (low["people"], low["happened"], high["people"], high["happened"]) == (1, 0.0, 4, 0.75)
    assert (found["top1"], found["top3"]) == (0.6, 0.8)
    assert found["calibration_error"] == pytest.approx((0.15 + 4 * (0.9625 - 0.75)) / 5)
    assert success([])["calibration_error"] == 0.0
