"""The parameters of commands, declared by annotations of their functions; and the options that several commands share.

An option is `Annotated[int, option("-n --top"), "Show at most N guesses."]`; an argument is plain `str`, `str | None` or
`tuple[str, ...]`.
"""

import math
import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial, wraps
from typing import TYPE_CHECKING, Annotated, Any

import click
from click.core import ParameterSource

from guessmail.cli.output import FILE_FORMATS, be_quiet, notify
from guessmail.errors import UsageError
from guessmail.reports.listing import FORMATS
from guessmail.text import is_text

if TYPE_CHECKING:  # imported only if they are used
    from guessmail.directory import Directory
    from guessmail.dns.checker import Checker


class _Finite(click.FloatRange):
    """A number in a range; rejects `nan` and `inf`, which click accepts in any range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value!r} is not a usable number.", param, ctx)
        return number


class _Probability(_Finite):
    """A probability, written as `0.8`, `0,8`, `80%` or `80 %`; the value is a number from 0 to 1."""

    name = "probability"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
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
    """Text that may contain spaces: several values in a variable are on a line each."""

    envvar_list_splitter = "\n"


class _FileName(click.types.StringParamType):
    """A file's name of any bytes, not empty; several values in a variable are on a line each."""

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
    float: {"type": PROBABILITY, "metavar": "P"},
    str | None: {"type": TEXT},
    tuple[str, ...]: {"type": TEXT, "multiple": True},
}
_ARGUMENT_OF: Mapping[Any, dict[str, Any]] = {
    str: {"type": TEXT},
    str | None: {"type": TEXT, "required": False},
    tuple[str, ...]: {"type": TEXT, "nargs": -1},
}
"""The attributes of an argument by its parameter's type; those of an option are in `_OPTION_OF`."""


class _EnvOption(click.Option):
    """An option with an environment variable; a flag has a second one for its opposite: GUESSMAIL_NO_MX=1 is `--no-mx`."""

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:
        if self.is_flag and isinstance(self.envvar, str):
            opposite = os.environ.get(self.envvar.replace("GUESSMAIL_", "GUESSMAIL_NO_", 1))
            if opposite:  # it overrides the other
                return str(not click.BOOL.convert(opposite, self, ctx))
        return super().resolve_envvar_value(ctx)


def option(names: str, *, read: Callable[[Any], Any] | None = None, **attributes: Any) -> "partial[Any]":
    """Return the declaration of an option; `read` converts a value that is not empty for the parameter."""
    if read is not None:
        attributes["callback"] = lambda _context, _option, value: read(value) if value else value
    return partial(click.option, *names.split(), **attributes)


def env_option(names: str, **attributes: Any) -> "partial[Any]":
    """Return the declaration of an option with a variable named after it, such as `GUESSMAIL_TOP` for `--top`."""
    long = names.partition("--")[2].partition("/")[0]
    return option(names, cls=_EnvOption, envvar=f"GUESSMAIL_{long.upper().replace('-', '_')}", **attributes)


def argument(**attributes: Any) -> "partial[Any]":
    """Return the declaration of an argument that needs more than its type."""
    return partial(click.argument, **attributes)


def command(examples: str, **attributes: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """Return the decorator that makes a command of a function, with examples in its help."""
    attributes["epilog"] = f"\b\nExamples:{examples}"
    return lambda function: click.command(**attributes)(with_options(function))


def group(examples: str) -> Callable[[Callable[[], None]], click.Group]:
    """Return the decorator that makes a group of subcommands of a function, with examples in its help."""
    return click.group(epilog=f"\b\nExamples:{examples}")


def subcommand(of: click.Group, name: str | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """Return the decorator that makes a subcommand of a function, with `-q` for its reports."""
    return lambda function: of.command(name)(with_options(quiet_reports_option(function)))


quiet_reports_option = click.option(
    "-q", "--quiet", is_flag=True, expose_value=False, callback=lambda _context, _option, value: be_quiet(value),
    help="Print no reports: only errors, and what was asked for.",
)  # fmt: skip


class Options:
    """Several options or arguments of a command, each a field, as one parameter, made of the values of all."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        vars(self).update(_arguments(type(self).__annotations__, values))


def with_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Declare an option or argument of a command for each of its parameters, or for each field of one that is `Options`."""
    kinds = {name: kind for name, kind in function.__annotations__.items() if name != "return"}

    @wraps(function)
    def run(**values: Any) -> Any:
        return function(**_arguments(kinds, values))

    for declare in reversed(list(_declarations(kinds))):
        run = declare(run)
    return run


def _declarations(kinds: Mapping[str, Any]) -> Iterator[Callable[..., Any]]:
    for name, kind in kinds.items():
        if hasattr(kind, "__metadata__"):
            declare, *help_ = kind.__metadata__
            implied = _OPTION_OF.get(kind.__origin__, {}) if help_ else _ARGUMENT_OF[kind.__origin__]
            yield declare(name, **implied | declare.keywords | ({"help": help_[0]} if help_ else {}))
        elif kind in _ARGUMENT_OF:
            yield click.argument(name, **_ARGUMENT_OF[kind])
        else:  # `Options`
            yield from _declarations(kind.__annotations__)


def _arguments(kinds: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] if name in values else kind(values) for name, kind in kinds.items()}


def _country(value: str) -> str:
    from guessmail.domains.question import read_country

    if not (country := read_country(value)):
        raise click.BadParameter(f"{value!r} is no country; give a code (DE, US) or a name (Germany).")
    return country


def _resolvers(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        from guessmail.dns.checker import read_resolver

        read_resolver(value)  # raises its errors at once, also if DNS is not asked
    return values


# fmt: off
StoreFile = Annotated[str, env_option("--store", type=FILE),
    "Use this store file instead of the one in the data folder."]
NoStore = Annotated[bool, env_option("--no-store"),
    "Ignore the store. Warning: this also ignores your do-not-contact list."]
DryRun = Annotated[bool, option("--dry-run"), "Show what would change, but change nothing."]
SampleTexts = Annotated[tuple[str, ...], env_option("-s --sample", type=TEXTS, metavar="SAMPLE"),
    'A known address: "Bob Jones <bjones@acme.com>". Repeatable.']
SamplesFiles = Annotated[tuple[str, ...], env_option("--samples", type=FILE),
    "A file of known addresses: CSV, vCard, mbox or plain text. Repeatable."]
CompaniesFile = Annotated[str, env_option("--companies", type=FILE),
    "Known company domains: a list with the columns company and domain."]
Country = Annotated[str, env_option("--country", metavar="COUNTRY", read=_country),
    "Where the organisations are: a code (DE, US) or a name (Germany)."]
OutputFile = Annotated[str, env_option("-o --output", type=FILE, read=lambda name: "" if name == "-" else name),
    f"Write to FILE, in the format of its ending: .{', .'.join(FILE_FORMATS)}. It appears once complete; - is stdout."]
Format = Annotated[str | None, env_option("--format", type=click.Choice(["table", *FORMATS])),
    "Output format.  [default: by the file's ending; else table on a terminal, plain in a pipe; for a list, its own]"]
Encoding = Annotated[str, env_option("--encoding", metavar="NAME"), "The list's encoding.  [default: detected]"]
SafeCsv = Annotated[bool, env_option("--safe-csv"), "Escape cells that a spreadsheet would run as formulas."]
Quiet = Annotated[bool, env_option("-q --quiet", read=be_quiet), "Print no notices and no summary."]
Color = Annotated[bool | None,
    env_option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
        read={"always": True, "never": False}.get),
    "Color the table."]
"""The command gets True, False, or None if the terminal decides."""


class DnsOptions(Options):
    """The options of asking DNS."""

    dns_timeout: Annotated[float,
        env_option("--dns-timeout", type=_Finite(min=0, min_open=True, max=3600), default=3.0, show_default=True, metavar="S"),
        "Time limit in seconds for all look-ups of one domain together."]
    dns_rate: Annotated[float,
        env_option("--dns-rate", type=_Finite(min=0, min_open=True), default=1000.0, show_default=True, metavar="N"),
        "Limit of DNS queries per second."]
    resolvers: Annotated[tuple[str, ...], env_option("--resolver", metavar="HOST[:PORT]", read=_resolvers),
        "Ask this resolver instead of the system's. Repeatable."]
    no_cache: Annotated[bool, env_option("--no-cache"), "Ignore the DNS cache."]
    # fmt: on

    def checker(self, *, is_list: bool = True, **flags: bool) -> "Checker":
        """Return a checker with these options and `flags`; for a list, it waits for resolvers that are down."""
        from guessmail.dns.cache import DiskCache
        from guessmail.dns.checker import Checker

        return Checker(
            self.resolvers or None,
            timeout=self.dns_timeout,
            rate=self.dns_rate,
            patience=30.0 if is_list else 0.0,
            cache=None if self.no_cache else DiskCache(notice=notify),
            notice=notify,
            **flags,
        )


class DirectoryOptions(Options):
    """The options that choose the directory of organisations."""

    # fmt: off
    directory_file: Annotated[str, env_option("--directory", type=FILE),
        "Use this directory of organisations instead of the built-in one."]
    no_directory: Annotated[bool, env_option("--no-directory"),
        "Ignore the directory of organisations (public formats and domains)."]
    # fmt: on

    def open(self) -> "Directory | None":
        """Return the directory, if one is used. A file on the command line overrides GUESSMAIL_NO_DIRECTORY."""
        if self.no_directory:
            source = click.get_current_context().get_parameter_source
            if source("directory_file") is not ParameterSource.COMMANDLINE:
                return None
            if source("no_directory") is ParameterSource.COMMANDLINE:
                raise UsageError("Give either --directory FILE or --no-directory; not both.")
        from guessmail.directory import SHIPPED, Directory

        directory = Directory(self.directory_file or SHIPPED)
        if self.directory_file:
            directory.open()
        return directory
