"""Parameters of commands: the types of their values, and their declaration in the annotations of functions.

An option is `Annotated[int, option("-n --top"), "Show at most N guesses."]`; an argument is `str`, `str | None` or
`tuple[str, ...]` alone.
"""

import math
import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial, wraps
from typing import Any

import click
from click.core import ParameterSource

from guessmail.text import is_text


class Finite(click.FloatRange):
    """A number in a range; `nan` and `inf`, which pass for numbers in any range, are refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value!r} is not a usable number.", param, ctx)
        return number


class _Probability(Finite):
    """A probability as people write it: `0.8`, `0,8`, `80%` or `80 %`."""

    name = "probability"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number, from 0 to 1."""
        if isinstance(value, str):
            number = value.strip().replace(",", ".").removesuffix("%").strip()
            try:
                share = float(number) / (100 if "%" in value else 1)
            except ValueError:
                self.fail(f"{value!r} is not a probability such as 0.8 or 80%.", param, ctx)
            if 1 < share <= 100 and "%" not in value:
                self.fail(f"{value!r} is more than 1; a percentage has its sign: {number}%.", param, ctx)
            value = share if math.isfinite(share) else value
        return super().convert(value, param, ctx)


class _Text(click.types.StringParamType):
    """Text; rejects arguments that are not valid UTF-8 (lone surrogates, PEP 383)."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        text = super().convert(value, param, ctx)
        if not is_text(text):
            self.fail(f"{text!r} is not valid UTF-8; check your terminal's encoding.", param, ctx)
        return text


class _Texts(_Text):
    """Text that may hold spaces: in a variable, several stand on a line each."""

    envvar_list_splitter = "\n"


class _FileName(click.types.StringParamType):
    """A file's name: any bytes that the file system takes; in a variable, several stand on a line each."""

    name = "file"
    envvar_list_splitter = "\n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        source = ctx.get_parameter_source(param.name or "") if ctx and param else None
        if value == "" and source is ParameterSource.COMMANDLINE:
            self.fail("the file name is empty.", param, ctx)
        return super().convert(value, param, ctx)


TEXT, TEXTS, FILE, PROBABILITY = _Text(), _Texts(), _FileName(), _Probability(0, 1)


_OPTION_OF: Mapping[Any, dict[str, Any]] = {
    bool: {"is_flag": True},
    str: {"type": TEXT, "default": ""},
    str | None: {"type": TEXT},
    tuple[str, ...]: {"type": TEXT, "multiple": True},
}
_ARGUMENT_OF: Mapping[Any, dict[str, Any]] = {
    str: {"type": TEXT},
    str | None: {"type": TEXT, "required": False},
    tuple[str, ...]: {"type": TEXT, "nargs": -1},
}
"""What the kind of a parameter says of its option or argument."""


class _EnvOption(click.Option):
    """An option with a variable, which has an opposite where it is a switch: GUESSMAIL_NO_MX=1 is `--no-mx`."""

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:
        """Return the value of the variable; `GUESSMAIL_NO_…` says the opposite, and comes first."""
        if self.is_flag and isinstance(self.envvar, str):
            opposite = os.environ.get(self.envvar.replace("GUESSMAIL_", "GUESSMAIL_NO_", 1))
            if opposite:
                return str(not click.BOOL.convert(opposite, self, ctx))
        return super().resolve_envvar_value(ctx)


def option(names: str, *, read: Callable[[Any], Any] | None = None, **attributes: Any) -> "partial[Any]":
    """Return the declaration of an option; `read` turns its value into that of the parameter."""
    if read is not None:
        attributes["callback"] = lambda _context, _option, value: read(value)
    return partial(click.option, *names.split(), **attributes)


def env_option(names: str, **attributes: Any) -> "partial[Any]":
    """Return the declaration of an option with a variable: its long name, as in `GUESSMAIL_TOP` for `--top`."""
    long = next(name for name in names.split() if name.startswith("--")).partition("/")[0]
    variable = "GUESSMAIL_" + long.removeprefix("--").upper().replace("-", "_")
    return option(names, cls=_EnvOption, envvar=variable, **attributes)


def argument(**attributes: Any) -> "partial[Any]":
    """Return the declaration of an argument of which more is to be said than its kind."""
    return partial(click.argument, **attributes)


def with_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command an option or argument for each parameter; for one that is a named tuple, for each of its fields."""
    kinds = command.__annotations__

    @wraps(command)
    def run(**values: Any) -> Any:
        return command(**_arguments(kinds, values))

    for declare in reversed(list(_declarations(kinds))):
        run = declare(run)
    return run


def _declarations(kinds: Mapping[str, Any]) -> Iterator[Callable[..., Any]]:
    for name, kind in kinds.items():
        if hasattr(kind, "_fields"):
            yield from _declarations(kind.__annotations__)
        elif kind in _ARGUMENT_OF:
            yield click.argument(name, **_ARGUMENT_OF[kind])
        elif name != "return":
            declare, *help_ = kind.__metadata__
            implied = _OPTION_OF.get(kind.__origin__, {}) if help_ else _ARGUMENT_OF[kind.__origin__]
            yield declare(name, **implied | declare.keywords | ({"help": help_[0]} if help_ else {}))


def _arguments(kinds: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: kind(**_arguments(kind.__annotations__, values)) if hasattr(kind, "_fields") else values[name]
        for name, kind in kinds.items()
        if name != "return"
    }
