"""The manual page, made from the commands: `python tests/manual.py` writes docs/guessmail.1."""

from collections.abc import Iterator
from pathlib import Path

import click

from guessmail.cli.group import COMMANDS, guessmail
from guessmail.cli.status import Status

__all__ = ["PAGE", "manual"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "guessmail.1"


def manual() -> str:
    """Return the page in roff (man(7))."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.\\" Made from the commands by tests/manual.py; edit nothing here.'
    yield ".TH GUESSMAIL 1"
    yield ".SH NAME"
    yield "guessmail \\- guess a person's work e\\-mail address"
    yield ".SH SYNOPSIS"
    yield ".B guessmail\n.I COMMAND\n[OPTIONS] [ARGUMENTS]"
    yield ".SH DESCRIPTION"
    yield from _text(guessmail.help or "")
    context = click.Context(guessmail, info_name="guessmail")
    for name in COMMANDS:
        command = guessmail.get_command(context, name)
        assert command is not None
        yield from _command(command, name, context)
    yield ".SH ENVIRONMENT"
    yield "Each option of guess has a variable: GUESSMAIL_TOP=3 is \\-\\-top 3, GUESSMAIL_NO_STORE=1 is \\-\\-no\\-store."
    yield ".SH EXIT STATUS"
    for status in Status:
        yield f".TP\n.B {status.value}\n{_escaped(status.description)}"


def _command(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, parent=parent, info_name=name.rsplit(maxsplit=1)[-1])
    arguments = " ".join(
        one.make_metavar(context) for one in command.params if isinstance(one, click.Argument)
    )
    yield f".SH guessmail {name} {_escaped(arguments)}".rstrip()
    yield from _text(command.help or "")
    for option in command.params:
        if isinstance(option, click.Option) and (shown := option.get_help_record(context)):
            yield f".TP\n.B {_escaped(shown[0])}\n{_escaped(shown[1])}"
    for inner, one in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _command(one, f"{name} {inner}", context)
    if command.epilog:
        yield ".PP\nExamples:\n.nf"
        yield from (_escaped(line) for line in command.epilog.split("Examples:\n")[1].splitlines())
        yield ".fi"


def _text(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield ".PP"
        yield _escaped(" ".join(paragraph.split()))


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    return f"\\&{text}" if text[:1] in {".", "'"} else text


if __name__ == "__main__":
    PAGE.write_text(manual(), encoding="utf-8")
