"""The command group: a table of commands, each imported when it is called; and `guessmail completion`."""

import importlib
from typing import cast

import click

from guessmail import __version__

COMMANDS = {
    "guess": ("guessmail.cli.guess", "Guess the address of a person, or of all people in a list."),
    "learn": ("guessmail.cli.learn", "Remember known addresses from CSV, vCard, mbox, git or plain text."),
    "formats": ("guessmail.cli.formats", "Show a domain's address format and the evidence."),
    "check": ("guessmail.cli.check", "Check whether domains accept mail (DNS only)."),
    "domain": ("guessmail.cli.domain", "Guess a company's domain from its name."),
    "why": ("guessmail.cli.why", "Explain where an address comes from."),
    "outcome": ("guessmail.cli.outcome", "Record which addresses were delivered to or bounced."),
    "suppress": ("guessmail.cli.suppress", "Manage the do-not-contact list."),
    "forget": ("guessmail.cli.forget", "Erase all traces of a person, an address or a domain."),
    "patterns": ("guessmail.cli.patterns", "List the address patterns, or check your own pattern catalogue."),
    "store": ("guessmail.cli.store_command", "Show, export, import or purge the store."),
    "completion": ("guessmail.cli.group", "Print the completion script of your shell."),
}
"""The modules of commands, by name, each with a function of that name, and one line of help."""
INNER: dict[str, tuple[str, ...]] = {
    "outcome": ("delivered", "bounced", "undo"),
    "suppress": ("add", "remove", "list", "import"),
    "store": ("path", "export", "import", "purge"),
}
"""The subcommands, by command; a test compares them with the real ones."""


def _help(context: click.Context, asked: click.Parameter, is_asked: bool) -> None:
    if is_asked and not context.resilient_parsing:
        from guessmail.data.list_rules import LIST_RULES

        context.meta[f"guessmail.{asked.name}"] = True
        click.echo(LIST_RULES if asked.name == "help_lists" else context.get_help())
        context.exit()


def help_option(*names: str, text: str) -> click.Option:
    """Return an option that prints a help."""
    return click.Option(names, is_flag=True, is_eager=True, expose_value=False, callback=_help, help=text)


class Command(click.Command):
    """A command whose `-h` is not click's own, which takes a third of a millisecond to look for translations."""

    _help = help_option("-h", "--help", text="Show this message and exit.")

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the option `-h`."""
        return self._help


class _Lazy(Command, click.Group):
    """A group that imports a command's module only if the command is called, for a short start-up."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", getattr(importlib.import_module(COMMANDS[cmd_name][0]), cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=_Lazy,
    epilog="""\b
Examples:
  guessmail guess "Jane Doe" acme.com
  guessmail guess "Jane Doe" acme.com --sample "Bob Jones <bjones@acme.com>"
  guessmail guess -i people.csv -o guessed.csv""",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="guessmail %(version)s")
def guessmail() -> None:
    """Guess a person's work e-mail address from evidence, with calibrated probabilities.

    It asks DNS whether the domain accepts mail, and contacts nothing else: no mail server, no web site.
    """


@click.command(
    epilog="""\b
Examples:
  source <(guessmail completion bash)
  guessmail completion bash > ~/.local/share/bash-completion/completions/guessmail
  guessmail completion zsh > ~/.zfunc/_guessmail
  guessmail completion fish > ~/.config/fish/completions/guessmail.fish"""
)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    Load it in your shell's start-up file, or save it where the shell looks for completions.
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    assert script is not None  # noqa: S101 - click knows these shells
    click.echo(script(context.find_root().command, {}, "guessmail", "_GUESSMAIL_COMPLETE").source())
