"""`guessmail completion`: the completion script of a shell."""

import click

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog="""\b
Examples:
  source <(guessmail completion bash)
  guessmail completion bash > ~/.local/share/bash-completion/completions/guessmail
  guessmail completion zsh > ~/.zfunc/_guessmail
  guessmail completion fish > ~/.config/fish/completions/guessmail.fish"""
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    Load it in your shell's start-up file, or save it where the shell looks for completions.
    """
    from click.shell_completion import get_completion_class  # for this command alone

    script = get_completion_class(shell)
    assert script is not None  # noqa: S101 - click knows these shells
    click.echo(script(context.find_root().command, {}, "guessmail", "_GUESSMAIL_COMPLETE").source())
