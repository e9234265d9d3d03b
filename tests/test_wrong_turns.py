"""Wrong turns lead on: what users type instead of what they mean, and what the installed program says to it."""

import os
import pty
from pathlib import Path

import click
import pytest

from guessmail.cli.group import COMMANDS, INNER
from program import run
from test_help import command_of

PERSON = 'guessmail guess "Jane Doe" acme.com'
LONELY = {
    "the command forgotten": (("Jane Doe", "acme.com"), PERSON),
    "and the quotes": (("Jane", "Doe", "acme.com"), PERSON),
    "with an option": (("Jane Doe", "acme.com", "--no-mx"), PERSON + " --no-mx"),
    "and swapped": (("acme.com", "Jane Doe"), PERSON),
    "a name alone": (("Jane Doe",), PERSON),
    "an option before the command": (("--no-mx", "guess", "Jane Doe", "acme.com"), 'guessmail guess --no-mx "Jane Doe" acme.com'),
    "an address": (("jane@acme.com",), "guessmail check jane@acme.com"),
    "a domain": (("acme.com",), "guessmail check acme.com"),
    "a list": (("people.csv",), "guessmail guess -i people.csv"),
    "a command below another": (("bounced", "jane@acme.com"), "guessmail outcome bounced jane@acme.com"),
    "another one": (("delivered", "jane@acme.com"), "guessmail outcome delivered jane@acme.com"),
    "a store's command": (("export",), "guessmail store export"),
    "a word of other programs": (("verify", "acme.com"), "guessmail check acme.com"),
    "an opt-out": (("unsubscribe", "jane@acme.com"), "guessmail suppress add jane@acme.com"),
    "a slip": (("gess", "Jane Doe", "acme.com"), PERSON),
    "a person to suppress": (("suppress", "Jane Doe", "acme.com"), 'guessmail suppress add "Jane Doe" acme.com'),
    "an address to suppress": (("suppress", "jane@acme.com"), "guessmail suppress add jane@acme.com"),
    "an outcome behind its address": (("outcome", "jane@acme.com", "bounced"), "guessmail outcome bounced jane@acme.com"),
    "an outcome without its kind": (("outcome", "jane@acme.com"), "guessmail outcome delivered jane@acme.com"),
    "a slip below a command": (("suppress", "lst"), "guessmail suppress list"),
    "why, unquoted": (("why", "Jane", "Doe", "acme.com"), 'guessmail why "Jane Doe" acme.com'),
    "why, swapped": (("why", "acme.com", "Jane Doe"), 'guessmail why "Jane Doe" acme.com'),
    "forget, unquoted": (("forget", "Jane", "Doe", "acme.com"), 'guessmail forget "Jane Doe" acme.com'),
    "suppress, swapped": (("suppress", "add", "acme.com", "Jane Doe"), 'guessmail suppress add "Jane Doe" acme.com'),
    "a comma": (("guess", "Jane Doe", "acme,com"), PERSON),
    "commas": (("guess", "Jane Doe", "mail,acme,co,uk"), 'guessmail guess "Jane Doe" mail.acme.co.uk'),
    "a name without quotes": (("guess", "Jane", "Ann", "Doe", "acme.com"), 'guessmail guess "Jane Ann Doe" acme.com'),
    "two samples of one option": (("guess", "Jane Doe", "acme.com", "--sample", "a@acme.com", "b@acme.com"), "--sample a@acme.com --sample b@acme.com"),
    "two samples, named": (("guess", "Jane Doe", "-s", "Al <a@acme.com>", "Bo <b@acme.com>"), '--sample "Al <a@acme.com>" --sample "Bo <b@acme.com>"'),
    "a sample as a file": (("guess", "Jane Doe", "acme.com", "--samples", "Bob Jones <bjones@acme.com>"), '--sample "Bob Jones <bjones@acme.com>"'),
    "options for name and domain": (("guess", "--name", "Jane Doe", "--domain", "acme.com"), PERSON),
    "an option for the name": (("guess", "--name=Jane Doe", "acme.com"), PERSON),
    "an option for the domain": (("guess", "Jane Doe", "--domain", "acme.com"), PERSON),
    "an option for the company": (("guess", "Jane Doe", "--company", "acme.com"), PERSON),
    "options for the parts of a name": (("guess", "--first", "Jane", "--last", "Doe", "--domain", "acme.com"), PERSON),
    "a company without quotes": (("domain", "Bank", "of", "America", "--no-mx"), 'guessmail domain "Bank of America"'),
    "a company with its legal form": (("domain", "Acme", "GmbH", "--no-mx"), 'guessmail domain "Acme GmbH"'),
    "an address alone": (("guess", "jane.doe@acme.com"), 'guessmail guess "Jane Doe" acme.com --rate jane.doe@acme.com'),
    "an address with its name": (("guess", "Bob Roe <broe@acme.com>"), 'guessmail guess "Bob Roe" acme.com --rate broe@acme.com'),
    "an address to rate elsewhere": (("guess", "Jane Doe", "acme.com", "--rate", "jane@b.example"), 'guessmail guess "Jane Doe" b.example --rate jane@b.example'),
    "a pattern with a slip": (("guess", "Jane Doe", "acme.com", "--pattern", "{frist}.{last}"), "'frist' is unknown. Did you mean {first}?"),
    "a bare pattern with a slip": (("guess", "Jane Doe", "acme.com", "--pattern", "first.lsat"), "'lsat' is unknown. Did you mean {last}?"),
    "a percentage without its sign": (("guess", "Jane Doe", "acme.com", "--until", "80"), "80%"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "tip"), LONELY.values(), ids=LONELY)
def test_a_wrong_turn_leads_on(arguments: tuple[str, ...], tip: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert tip in done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        "“Jane|Doe”", "„Jane|Doe“", "«Jane|Doe»", "»Jane|Doe«", "‘Jane|Doe’", "‹Jane|Doe›", "”Jane|Doe”", "「Jane|Doe」",
        "'Jane|Doe'", '"Jane|Doe"', "“Jane Doe”", "＂Jane|Doe＂", "“Jane|Ann|Doe”",
    ],
)  # fmt: skip
def test_quotation_marks_of_all_kinds_are_read(typed: str) -> None:
    done = run(
        "guess", *typed.split("|"), "acme.example", "--no-mx", "-n", "1", "--pattern", "{first}.{last}"
    )
    assert (done.returncode, done.stdout) == (0, "jane.doe@acme.example\n")


def test_so_they_are_around_a_sample() -> None:
    sample = ("--sample", "“Bob", "Jones", "<bjones@acme.example>”")
    done = run("guess", "“Jane", "Doe”", "acme.example", "--no-mx", "-n", "1", *sample)
    assert done.stdout == "jdoe@acme.example\n"


@pytest.mark.parametrize("name", ["O’Neil", "’t Hooft", "Jane “Jo” Doe", "D'Arcy"])
def test_marks_within_a_name_stay(name: str) -> None:
    done = run("guess", f"Jan {name}", "acme.example", "--no-mx", "--format", "jsonl")
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("words", "as_options"),
    [
        (("help",), ("--help",)),
        (("help", "guess"), ("guess", "--help")),
        (("guess", "help"), ("guess", "--help")),
        (("help", "suppress", "add"), ("suppress", "add", "--help")),
        (("version",), ("--version",)),
    ],
)
def test_help_and_version_as_words(words: tuple[str, ...], as_options: tuple[str, ...]) -> None:
    done, expected = run(*words), run(*as_options)
    assert (done.returncode, done.stdout) == (0, expected.stdout)
    assert done.stdout


@pytest.mark.parametrize("arguments", [(), ("outcome",), ("suppress",), ("store",)])
def test_a_command_alone_shows_its_help(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert "Usage: guessmail" in done.stdout + done.stderr
    assert "Error" not in done.stderr


@pytest.mark.parametrize(
    "command", [("check", "acme,com"), ("formats", "acme,com"), ("suppress", "add", "acme,com")]
)
def test_a_comma_for_a_dot_is_named_everywhere(command: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*command, env={"GUESSMAIL_STORE": str(tmp_path / "store.db")})
    assert done.returncode in {2, 3}
    assert "did you mean 'acme.com'?" in done.stdout + done.stderr


def test_several_words_may_be_one_company() -> None:
    done = run("domain", "Goldman", "Sachs", "--no-mx")
    assert done.returncode == 0
    assert 'as one: guessmail domain "Goldman Sachs"' in done.stderr
    assert run("domain", "Goldman Sachs", "Bosch GmbH", "--no-mx").stderr == ""


def test_the_commands_below_commands() -> None:
    groups = {name: command for name in COMMANDS if isinstance(command := command_of(name), click.Group)}
    assert {name: set(group.commands) for name, group in groups.items()} == {
        name: set(inner) for name, inner in INNER.items()
    }


# Domains that look mistyped


@pytest.mark.parametrize(
    ("domain", "meant"),
    [("gmial.com", "gmail.com"), ("hotmial.com", "hotmail.com"), ("yaho.com", "yahoo.com"), ("exmaple.com", "example.com"), ("acme.cmo", "acme.com"), ("acme.con", "acme.com")],
)  # fmt: skip
def test_a_mistyped_domain_is_guessed_and_warned_of(domain: str, meant: str) -> None:
    done = run("guess", "Jane Doe", domain, "--no-mx")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"jane.doe@{domain}")
    assert f"Did you mean {meant}?" in done.stderr
    best, best_there = (probability(one) for one in (domain, meant))
    assert best <= best_there


def probability(domain: str) -> float:
    done = run("guess", "Jane Doe", domain, "--no-mx", "-n", "1", "--format", "csv", "--min-probability", "0")
    return float(done.stdout.splitlines()[1].split(",")[1])


@pytest.mark.parametrize("domain", ["mail.com", "cloud.com", "gmail.com", "email.com", "acme.com", "acme.co"])
def test_known_domains_are_no_slips(domain: str) -> None:
    assert "Did you mean" not in run("guess", "Jane Doe", domain, "--no-mx").stderr


def test_nor_is_one_with_known_addresses() -> None:
    sample = ("--sample", "Bob Jones <bjones@gmial.com>")
    assert run("guess", "Jane Doe", "gmial.com", "--no-mx", *sample).stderr == ""


@pytest.mark.parametrize(
    ("typed", "domain"), [("y\n", "gmail.com"), ("\n", "gmail.com"), ("n\n", "gmial.com")]
)
def test_a_terminal_is_asked(typed: str, domain: str) -> None:
    owner, terminal = pty.openpty()
    os.write(owner, typed.encode())
    with os.fdopen(terminal, "rb") as keyboard:
        done = run("guess", "Jane Doe", "gmial.com", "--no-mx", "-n", "1", stdin=keyboard, stderr=keyboard)
    os.close(owner)
    assert done.stdout == f"jane.doe@{domain}\n"


def test_a_file_called_like_an_address_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "bob@acme.example").write_text("Bob Jones <bjones@acme.example>\n")
    done = run(
        "guess",
        "Jane Doe",
        "acme.example",
        "--no-mx",
        "-n",
        "1",
        "--samples",
        "bob@acme.example",
        cwd=tmp_path,
    )
    assert done.stdout == "jdoe@acme.example\n"
