"""The reference, made from the code: `python tests/manual.py` writes docs/guessmail.1, docs/commands.md and a table of docs/dns.md."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from guessmail.cli.group import COMMANDS, guessmail
from guessmail.cli.output import Status
from guessmail.dns import Reason

__all__ = ["DOCUMENTS", "dns", "manual", "reference"]

_REASONS = "<!-- Made from the reasons by tests/manual.py; edit nothing here. -->"
ENVIRONMENT = "Each option of guess has a variable: `GUESSMAIL_TOP=3` is `--top 3`, `GUESSMAIL_NO_STORE=1` is `--no-store`."


class _Section(NamedTuple):
    """What is said of one command."""

    name: str
    """With those above it: `guessmail store export`."""
    usage: str
    """What stands behind the name."""
    paragraphs: list[str]
    options: list[tuple[str, str]]
    examples: list[str]


STATUSES = {
    Status.DONE: "done",
    Status.FAILED: "guessmail failed: store, input, output, or a bug",
    Status.USAGE: "usage error, or a broken catalogue file",
    Status.NOTHING: "no guess for this person; `check`: some domains accept no mail",
    Status.SOME_PROBLEMS: "list finished, but at least one row has a problem",
    Status.UNKNOWN: "`check`: some domains could not be checked",
}
"""What each exit status means, for the README and the manual page."""


def manual() -> str:
    """Return the manual page, in roff (man(7))."""
    return "\n".join(_roff()) + "\n"


def reference() -> str:
    """Return the same as a page of Markdown."""
    return "\n".join(_markdown())


DOCS = Path(__file__).resolve().parent.parent / "docs"


def dns() -> str:
    """Return docs/dns.md with a row for each reason of a verdict."""
    head = "| Reason | Verdict | What it means |\n| --- | --- | --- |"
    rows = [f"| `{one}` | `{one.verdict}` | {one.description} |" for one in Reason]
    text = (DOCS / "dns.md").read_text(encoding="utf-8")
    start, _, rest = text.partition(_REASONS)
    return "\n".join([start + _REASONS, "", head, *rows, ""]) + "\n" + rest[rest.index("<!-- end -->") :]


DOCUMENTS: dict[Path, Callable[[], str]] = {
    DOCS / "guessmail.1": manual,
    DOCS / "commands.md": reference,
    DOCS / "dns.md": dns,
}


def _sections() -> Iterator[_Section]:
    top = click.Context(guessmail, info_name="guessmail")
    for name in COMMANDS:
        command = guessmail.get_command(top, name)
        assert command is not None
        yield from _of_command(command, click.Context(command, parent=top, info_name=name))


def _of_command(command: click.Command, context: click.Context) -> Iterator[_Section]:
    options = [one.get_help_record(context) for one in command.params if isinstance(one, click.Option)]
    _, _, examples = (command.epilog or "").partition("Examples:\n")
    yield _Section(
        context.command_path,
        " ".join(command.collect_usage_pieces(context)),
        _paragraphs(command),
        [one for one in options if one],
        [line.strip() for line in examples.splitlines()],
    )
    for name, inner in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _of_command(inner, click.Context(inner, parent=context, info_name=name))


def _paragraphs(command: click.Command) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in (command.help or "").split("\n\n")]


def _roff() -> Iterator[str]:
    yield '.\\" Made from the commands by tests/manual.py; edit nothing here.'
    yield ".TH GUESSMAIL 1"
    yield ".SH NAME\nguessmail \\- guess a person's work e\\-mail address"
    yield ".SH SYNOPSIS\n.B guessmail\n.I COMMAND\n[OPTIONS] [ARGUMENTS]"
    yield ".SH DESCRIPTION"
    for paragraph in _paragraphs(guessmail):
        yield f".PP\n{_escaped(paragraph)}"
    for section in _sections():
        yield f".SH {_escaped(section.name)}"
        yield f".B {_escaped(section.name)}\n{_escaped(section.usage)}"
        for paragraph in section.paragraphs:
            yield f".PP\n{_escaped(paragraph)}"
        for option, text in section.options:
            yield f".TP\n.B {_escaped(option)}\n{_escaped(text)}"
        if section.examples:
            yield "\n".join([".PP\nExamples:\n.nf", *map(_escaped, section.examples), ".fi"])
    yield f".SH ENVIRONMENT\n{_escaped(ENVIRONMENT)}"
    yield ".SH EXIT STATUS"
    for status, words in STATUSES.items():
        yield f".TP\n.B {status.value}\n{_escaped(words)}"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ").replace("…", "...")
    return f"\\&{text}" if text[:1] in {".", "'"} else text


def _markdown() -> Iterator[str]:
    yield "<!-- Made from the commands by tests/manual.py; edit nothing here. -->\n"
    yield "# Commands\n"
    for section in _sections():
        yield f"{'##' if section.name.count(' ') == 1 else '###'} {section.name}\n"
        yield f"```text\n{section.name} {section.usage}\n```\n"
        for paragraph in section.paragraphs:
            yield f"{_marked(paragraph)}\n"
        if section.options:
            yield "\n".join(f"- `{option}`: {_marked(text)}" for option, text in section.options) + "\n"
        if section.examples:
            yield "\n".join(["```sh", *section.examples, "```\n"])
    yield f"## Environment\n\n{ENVIRONMENT}\n"
    yield "## Exit status\n\n| Status | How the run ended |\n| --- | --- |"
    for status, words in STATUSES.items():
        yield f"| {status.value} | {words} |"
    yield ""


def _marked(text: str) -> str:
    """Return a text with its options, patterns and addresses as code, which Markdown leaves alone."""
    return re.sub(
        r'(?<![\w`])(--?[a-z][a-z-]*|"[^"]*"|\{\w+\}\S*\})(?![\w`])', r"`\1`", " ".join(text.split())
    )


if __name__ == "__main__":
    for file, made in DOCUMENTS.items():
        file.write_text(made(), encoding="utf-8")
