"""How options are declared, and those that most commands share."""

import math
import os
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from guessmail.text import is_text

__all__ = [
    "FILE", "FILES", "PROBABILITY", "TEXT", "TEXTS", "Finite", "companies_option", "gathered", "json_lines",
    "no_store_option", "option", "options", "sample_options", "store_option",
]  # fmt: skip

_Command = TypeVar("_Command", bound=Callable[..., Any])


def option(*names: str, **attributes: Any) -> Callable[[_Command], _Command]:
    """Declare an option as `click.option` does; its variable is its long name, as in `GUESSMAIL_TOP` for `--top`."""
    long = next(name for name in names if name.startswith("--")).partition("/")[0]
    variable = "GUESSMAIL_" + long.removeprefix("--").upper().replace("-", "_")
    return click.option(*names, cls=_Option, envvar=variable, **attributes)


class Finite(click.FloatRange):
    """A number in a range; `nan` and `inf`, which pass for numbers in none, are none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read it."""
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value!r} is not a usable number.", param, ctx)
        return number


PROBABILITY = Finite(0, 1)


class _Option(click.Option):
    """An option whose variable has an opposite where it is a switch: GUESSMAIL_NO_MX=1 is `--no-mx`."""

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:
        """Return the value of the variable; `GUESSMAIL_NO_…` says the opposite, and comes first."""
        if self.is_flag and isinstance(self.envvar, str):
            opposite = os.environ.get(self.envvar.replace("GUESSMAIL_", "GUESSMAIL_NO_", 1))
            if opposite:
                return str(not click.BOOL.convert(opposite, self, ctx))
        return super().resolve_envvar_value(ctx)


def json_lines(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return the format that was asked for; `json` is another word for `jsonl`."""
    return "jsonl" if value == "json" else value


def options(declared: Sequence[Callable[[Any], Any]]) -> Callable[[_Command], _Command]:
    """Return a decorator that gives a command all the options of a table, in their order."""

    def decorate(command: _Command) -> _Command:
        for one in reversed(declared):
            command = one(command)
        return command

    return decorate


def gathered(name: str, kind: type[Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that passes a command some of its options as one value, `name`.

    `kind` is a named tuple, each of whose fields is named as an option is, or as a value that was gathered before.
    """
    fields = kind._fields

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_one_value(**given: Any) -> Any:
            value = kind(**{field: given.pop(field) for field in fields})
            return command(**given, **{name: value})

        return with_one_value

    return decorate


class _Text(click.types.StringParamType):
    """A text; bytes that are none, which Python passes on as lone surrogates (PEP 383), are refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the text."""
        text = super().convert(value, param, ctx)
        if not is_text(text):
            self.fail(f"{text!r} is not valid UTF-8; check your terminal's encoding.", param, ctx)
        return text


class _Texts(_Text):
    """A text that may hold spaces: in a variable, several stand on a line each."""

    envvar_list_splitter = "\n"


class _FileName(click.types.StringParamType):
    """A file's name: any bytes that the file system takes."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name; an empty one, as of a variable that a script forgot to set, is refused."""
        source = ctx.get_parameter_source(param.name or "") if ctx and param else None
        if value == "" and source is ParameterSource.COMMANDLINE:
            self.fail("the file name is empty.", param, ctx)
        return super().convert(value, param, ctx)


class _FileNames(_FileName):
    """The name of a file: in a variable, several stand on a line each."""

    envvar_list_splitter = "\n"


TEXT, TEXTS, FILE, FILES = _Text(), _Texts(), _FileName(), _FileNames()

store_option = option(
    "--store", "store_file", type=FILE, metavar="FILE", default="",
    help="Use this store file instead of the one in the data folder.",
)  # fmt: skip
no_store_option = option(
    "--no-store",
    is_flag=True,
    help="Ignore the store. Warning: this also ignores your do-not-contact list.",
)
sample_options = options((
    option(
        "-s", "--sample", "sample_texts", type=TEXTS, multiple=True, metavar="SAMPLE",
        help='A known address: "Bob Jones <bjones@acme.com>". Repeatable.',
    ),
    option(
        "--samples", "samples_files", type=FILES, multiple=True, metavar="FILE",
        help="A file of known addresses: CSV, vCard, mbox or plain text. Repeatable.",
    ),
))  # fmt: skip
companies_option = option(
    "--companies", type=FILE, metavar="FILE", default="",
    help="Known company domains: a list with the columns company and domain.",
)  # fmt: skip
