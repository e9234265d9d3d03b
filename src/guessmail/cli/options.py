"""How options are declared, and those that most commands share."""

import math
import os
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from guessmail.errors import UsageError
from guessmail.text import is_text

_Command = TypeVar("_Command", bound=Callable[..., Any])


def option(*names: str, **attributes: Any) -> Callable[[_Command], _Command]:
    """Declare an option as `click.option` does; its variable is its long name, as in `GUESSMAIL_TOP` for `--top`."""
    long = next(name for name in names if name.startswith("--")).partition("/")[0]
    variable = "GUESSMAIL_" + long.removeprefix("--").upper().replace("-", "_")
    return click.option(*names, cls=_Option, envvar=variable, **attributes)


class Finite(click.FloatRange):
    """A number in a range; `nan` and `inf`, which pass for numbers in none, are none."""

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


PROBABILITY = _Probability(0, 1)


class _Option(click.Option):
    """An option whose variable has an opposite where it is a switch: GUESSMAIL_NO_MX=1 is `--no-mx`."""

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:
        """Return the value of the variable; `GUESSMAIL_NO_…` says the opposite, and comes first."""
        if self.is_flag and isinstance(self.envvar, str):
            opposite = os.environ.get(self.envvar.replace("GUESSMAIL_", "GUESSMAIL_NO_", 1))
            if opposite:
                return str(not click.BOOL.convert(opposite, self, ctx))
        return super().resolve_envvar_value(ctx)


def declared(option: Callable[[Any], Any]) -> Any:
    """Return an option, or an argument, as the field of a class of options: a command that takes these has it."""
    return option


def field(*names: str, **attributes: Any) -> Any:
    """Return the same for an `option` of one class alone."""
    return declared(option(*names, **attributes))


def taking(name: str, kind: type[Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that gives a command the options of a class, and passes their values as one, `name`.

    `kind` is a named tuple whose fields are `declared`; each is named as the option's parameter is, or as a value that
    is passed for some of them together.
    """

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_one_value(**given: Any) -> Any:
            value = kind(**{one: given.pop(one) for one in kind._fields})
            return command(**given, **{name: value})

        decorated: Callable[..., Any] = with_one_value
        for one in reversed(kind._field_defaults.values()):
            decorated = one(decorated)
        return decorated

    return decorate


class _Text(click.types.StringParamType):
    """A text; bytes that are none, which Python passes on as lone surrogates (PEP 383), are refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        text = super().convert(value, param, ctx)
        if not is_text(text):
            self.fail(f"{text!r} is not valid UTF-8; check your terminal's encoding.", param, ctx)
        return text


class _Texts(_Text):
    """A text that may hold spaces: in a variable, several stand on a line each."""

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


TEXT, TEXTS, FILE = _Text(), _Texts(), _FileName()


def list_option(what: str) -> Callable[[_Command], _Command]:
    """Return the option that names a list to read; `what` says what it holds."""
    return option(
        "-i",
        "--input",
        "source",
        type=FILE,
        metavar="FILE",
        help=f"Read {what}: CSV, TSV, JSON Lines or Excel; - is stdin.",
    )


store_option = option(
    "--store", "store_file", type=FILE, metavar="FILE", default="",
    help="Use this store file instead of the one in the data folder.",
)  # fmt: skip
no_store_option = option(
    "--no-store",
    is_flag=True,
    help="Ignore the store. Warning: this also ignores your do-not-contact list.",
)
record_option = option(
    "--record/--no-record", default=True,
    help="Record guesses as hashes in the store, for `guessmail why`; a list's only in a store that exists."
    "  [default: record]",
)  # fmt: skip
sample_option = option(
    "-s", "--sample", "sample_texts", type=TEXTS, multiple=True, metavar="SAMPLE",
    help='A known address: "Bob Jones <bjones@acme.com>". Repeatable.',
)  # fmt: skip


def _files_of_samples(
    _context: click.Context, _option: click.Parameter, paths: tuple[str, ...]
) -> tuple[str, ...]:
    for path in paths:
        if "@" in path and not os.path.lexists(path):
            raise UsageError(f'--samples takes a file. For one known address: --sample "{path.strip()}"')
    return paths


samples_option = option(
    "--samples", "samples_files", type=FILE, multiple=True, metavar="FILE", callback=_files_of_samples,
    help="A file of known addresses: CSV, vCard, mbox or plain text. Repeatable.",
)  # fmt: skip
companies_option = option(
    "--companies", type=FILE, metavar="FILE", default="",
    help="Known company domains: a list with the columns company and domain.",
)  # fmt: skip


def _country(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not value:
        return ""
    from guessmail.domains.countries import read_country

    if not (country := read_country(value)):
        raise click.BadParameter(f"{value!r} is no country; give a code (DE, US) or a name (Germany).")
    return country


country_option = option(
    "--country",
    metavar="COUNTRY",
    default="",
    callback=_country,
    help="Where the organisations are: a code (DE, US) or a name (Germany).",
)
