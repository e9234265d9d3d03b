"""The command group: a table of commands, each imported when it is called."""

import importlib
from typing import Any

import click

from guessmail import __version__
from guessmail.cli.options import TEXT

__all__ = ["COMMANDS", "guessmail"]

COMMANDS = {
    "guess": ("guessmail.cli.guess", "Guess the address of a person, or of all people in a list."),
    "learn": ("guessmail.cli.learn", "Remember samples: from CSV, vCard, mbox, git, or plain text."),
    "formats": ("guessmail.cli.formats", "Show what is believed about domains, and why."),
    "check": ("guessmail.cli.check", "Tell whether domains take mail, by DNS alone."),
    "domain": ("guessmail.cli.domain", "Guess companies' domains by their names."),
    "why": ("guessmail.cli.why", "Tell how guessmail came to an address."),
    "outcome": ("guessmail.cli.outcome", "Feed back what was delivered and what bounced."),
    "suppress": ("guessmail.cli.suppress", "Keep the list of people, addresses and domains to leave alone."),
    "forget": ("guessmail.cli.forget", "Remove all traces of a person, an address or a domain."),
    "patterns": ("guessmail.cli.patterns", "List the catalogue of patterns, or check a file of one's own."),
    "store": ("guessmail.cli.store_command", "Show, export, import or purge what is remembered."),
}
"""By name: the module, which has a command of that name, and one line of help."""


def taking_text(command: click.Command) -> click.Command:
    """Have all that a command takes be text, but for what is declared to be a file's name."""
    for parameter in command.params:
        if type(parameter.type) is click.types.StringParamType:
            parameter.type = TEXT
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        taking_text(inner)
    return command


class _Lazy(click.Group):
    """Imports a command's module when the command is called, so that start-up pays for one command alone."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: Any = getattr(module, cmd_name)
        return taking_text(command) if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command {args[0]!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Lazy,
    epilog="""\b
Examples:
  guessmail guess "Jane Doe" acme.com
  guessmail guess "Jane Doe" acme.com --sample "Bob Jones <bjones@acme.com>"
  guessmail guess -i people.csv -o guessed.csv""",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def guessmail() -> None:
    """Guess a person's work e-mail address from evidence, with probabilities that hold.

    It asks DNS whether a domain takes mail, and contacts nothing else: no mail server, no web site.
    """
