"""Help: every command and option has it, with examples and a variable, and stands in the README."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from guessmail.cli.group import COMMANDS, guessmail
from guessmail.cli.options import Options
from program import run

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

CONTEXT = click.Context(guessmail, info_name="guessmail", terminal_width=100)


def command_of(name: str) -> click.Command:
    command = guessmail.get_command(CONTEXT, name)
    assert command is not None
    return command


def all_commands() -> list[tuple[str, click.Command]]:
    found = []
    for name in COMMANDS:
        command = command_of(name)
        found.append((name, command))
        if isinstance(command, click.Group):
            found += [(f"{name} {inner}", one) for inner, one in command.commands.items()]
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_and_stands_in_the_readme(name: str) -> None:
    command = command_of(name)
    shown = command.get_help(click.Context(command, info_name=f"guessmail {name}"))
    _, _, examples = shown.partition("Examples:\n")
    lines = [line.strip() for line in examples.splitlines() if line.strip()]
    assert len(lines) >= 2
    assert all(f"guessmail {name}" in line for line in lines), lines
    assert f"`guessmail {name}" in README


@pytest.mark.parametrize(
    ("name", "command"), all_commands(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_option_says_what_it_does(name: str, command: click.Command) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts}"
            assert parameter.help.rstrip("]")[-1] in ".)!" or "default" in parameter.help, parameter.help


def test_the_list_of_commands_is_shown_without_importing_them() -> None:
    shown = guessmail.get_help(CONTEXT)
    for name, (_, line) in COMMANDS.items():
        assert name in shown
        assert line.split(".")[0][:40] in shown


OPTIONS = """
    --sample --samples --top --until --min-probability --pattern --catalog --companies --name-order --format
    --output --input --map --encoding --mx --no-mx --dns-timeout --dns-rate --resolver --no-cache --keep-undeliverable
    --no-store --explain --quiet --color --prefix --safe-csv --resume -n -o -i -q
""".split()


def options_of(command: click.Command) -> list[click.Option]:
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


@pytest.mark.parametrize("option", OPTIONS)
def test_guess_has_the_option(option: str) -> None:
    known = {name for one in options_of(command_of("guess")) for name in (*one.opts, *one.secondary_opts)}
    assert option in known


@pytest.mark.parametrize(
    "option",
    [option for option in options_of(command_of("guess")) if not option.is_eager],
    ids=lambda option: option.opts[-1],
)
def test_every_option_of_guess_has_its_variable(option: click.Option) -> None:
    long = next(name for name in option.opts if name.startswith("--"))
    assert option.envvar == "GUESSMAIL_" + long.removeprefix("--").upper().replace("-", "_")


def test_no_two_commands_give_one_variable_two_meanings() -> None:
    meanings: dict[str, str] = {}
    for _, command in all_commands():
        for option in options_of(command):
            if isinstance(option.envvar, str):
                assert meanings.setdefault(option.envvar, option.opts[-1]) == option.opts[-1]


@pytest.mark.parametrize("width", ["80", "100", "120"])
def test_the_help_of_guess_fits_on_a_page_and_says_how_many_more_options_there_are(width: str) -> None:
    short, whole = (
        run("guess", option, env={"COLUMNS": width}).stdout for option in ("--help", "--help-all")
    )
    shown, all_options = (
        set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", text, re.MULTILINE)) for text in (short, whole)
    )
    assert len(short.splitlines()) < 60
    assert {
        "--sample",
        "--top",
        "--until",
        "--output",
        "--format",
        "--mx",
        "--no-store",
        "--explain",
    } <= shown
    assert short.endswith(f"guessmail guess --help-all shows {len(all_options - shown)} more options.\n")
    assert len(all_options) > 35


def declared(kinds: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the options in annotations, each with its kind."""
    for name, kind in kinds.items():
        if isinstance(kind, type) and issubclass(kind, Options):
            yield from declared(kind.__annotations__)
        elif len(getattr(kind, "__metadata__", ())) > 1:
            yield name, kind.__origin__


@pytest.mark.parametrize(
    ("name", "command"), all_commands(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_option_that_is_not_given_is_what_its_annotation_says(name: str, command: click.Command) -> None:
    function: Any = inspect.unwrap(command.callback or run)
    with command.make_context(name, [], parent=CONTEXT, resilient_parsing=True) as context:
        for option, kind in declared(function.__annotations__):
            expected = tuple if kind == tuple[str, ...] else kind
            assert isinstance(context.params[option], expected), option
