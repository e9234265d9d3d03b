"""How options are declared, and those that most commands share."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

__all__ = ["TEXTS", "no_store_option", "option", "options", "store_option"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def option(*names: str, **attributes: Any) -> Callable[[_Command], _Command]:
    """Declare an option as `click.option` does; its variable is its long name, as in `GUESSMAIL_TOP` for `--top`."""
    long = next(name for name in names if name.startswith("--")).partition("/")[0]
    variable = "GUESSMAIL_" + long.removeprefix("--").upper().replace("-", "_")
    return click.option(*names, envvar=variable, **attributes)


def options(declared: Sequence[Callable[[Any], Any]]) -> Callable[[_Command], _Command]:
    """Return a decorator that gives a command all the options of a table, in their order."""

    def decorate(command: _Command) -> _Command:
        for one in reversed(declared):
            command = one(command)
        return command

    return decorate


class _Texts(click.types.StringParamType):
    """A text that may hold spaces: in a variable, several stand on a line each."""

    envvar_list_splitter = "\n"


TEXTS = _Texts()

store_option = option(
    "--store",
    "store_file",
    metavar="FILE",
    default="",
    help="The file that keeps what was learned, in place of the one in the data folder.",
)
no_store_option = option(
    "--no-store",
    is_flag=True,
    help="Neither read nor write the store; the list of those to leave alone is in it.",
)
