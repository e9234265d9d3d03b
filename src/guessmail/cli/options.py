"""The options that several commands share."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, NamedTuple

import click
from click.core import ParameterSource

from guessmail.cli.output import FILE_FORMATS
from guessmail.cli.parameters import FILE, TEXTS, Finite, env_option, option
from guessmail.errors import UsageError
from guessmail.reports.listing import FORMATS

if TYPE_CHECKING:  # a command that asks neither does not pay for them
    from guessmail.directory import Directory
    from guessmail.dns.checker import Checker

PATIENCE = 30.0
"""Seconds for which a list waits for resolvers that are down; a single person does not."""
_FORCED = {"always": True, "never": False}


def _files_of_samples(paths: tuple[str, ...]) -> tuple[str, ...]:
    for path in paths:
        if "@" in path and not os.path.lexists(path):
            raise UsageError(f'--samples takes a file. For one known address: --sample "{path.strip()}"')
    return paths


def _country(value: str) -> str:
    if not value:
        return ""
    from guessmail.domains.countries import read_country

    if not (country := read_country(value)):
        raise click.BadParameter(f"{value!r} is no country; give a code (DE, US) or a name (Germany).")
    return country


def _checked_resolvers(values: tuple[str, ...]) -> tuple[str, ...]:
    if values:
        from guessmail.dns.servers import read_resolver

        for value in values:
            try:
                read_resolver(value)
            except UsageError as error:
                raise click.BadParameter(str(error)) from None
    return values


# fmt: off
StoreFile = Annotated[str, env_option("--store", type=FILE),
    "Use this store file instead of the one in the data folder."]
NoStore = Annotated[bool, env_option("--no-store"),
    "Ignore the store. Warning: this also ignores your do-not-contact list."]
DryRun = Annotated[bool, option("--dry-run"), "Show what would change, but change nothing."]
SampleTexts = Annotated[tuple[str, ...], env_option("-s --sample", type=TEXTS, metavar="SAMPLE"),
    'A known address: "Bob Jones <bjones@acme.com>". Repeatable.']
SamplesFiles = Annotated[tuple[str, ...], env_option("--samples", type=FILE, read=_files_of_samples),
    "A file of known addresses: CSV, vCard, mbox or plain text. Repeatable."]
CompaniesFile = Annotated[str, env_option("--companies", type=FILE),
    "Known company domains: a list with the columns company and domain."]
Country = Annotated[str, env_option("--country", metavar="COUNTRY", read=_country),
    "Where the organisations are: a code (DE, US) or a name (Germany)."]
OutputFile = Annotated[str, env_option("-o --output", type=FILE, read=lambda name: "" if name == "-" else name),
    f"Write to FILE, in the format of its ending: .{', .'.join(FILE_FORMATS)}. It appears once complete; - is stdout."]
Format = Annotated[str | None,
    env_option("--format", type=click.Choice(["table", *FORMATS])),
    "Output format.  [default: by the file's ending; else table on a terminal, plain in a pipe; for a list, its own]"]
Encoding = Annotated[str, env_option("--encoding", metavar="NAME"), "The list's encoding.  [default: detected]"]
SafeCsv = Annotated[bool, env_option("--safe-csv"), "Escape cells that a spreadsheet would run as formulas."]
Quiet = Annotated[bool, env_option("-q --quiet"), "Print no notices and no summary."]
Color = Annotated[bool | None,
    env_option("--color", type=click.Choice(["auto", *_FORCED]), default="auto", show_default=True, read=_FORCED.get),
    "Color the table."]
"""The command gets True, False, or None where the terminal decides."""


class DnsOptions(NamedTuple):
    """How DNS is asked."""

    dns_timeout: Annotated[float,
        env_option("--dns-timeout", type=Finite(min=0, min_open=True, max=3600), default=3.0, show_default=True, metavar="S"),
        "Time limit in seconds for all look-ups of one domain together."]
    dns_rate: Annotated[float,
        env_option("--dns-rate", type=Finite(min=0, min_open=True), default=1000.0, show_default=True, metavar="N"),
        "Limit of DNS queries per second."]
    resolvers: Annotated[tuple[str, ...], env_option("--resolver", metavar="HOST[:PORT]", read=_checked_resolvers),
        "Ask this resolver instead of the system's. Repeatable."]
    no_cache: Annotated[bool, env_option("--no-cache"), "Ignore the DNS cache."]
    # fmt: on

    def checker(
        self,
        notice: Callable[[str], None],
        *,
        patience: float = PATIENCE,
        explain: bool = False,
        find_wildcards: bool = False,
    ) -> "Checker":
        """Return a checker with these options."""
        from guessmail.dns.cache import DiskCache
        from guessmail.dns.checker import Checker

        return Checker(
            self.resolvers or None,
            timeout=self.dns_timeout,
            rate=self.dns_rate,
            patience=patience,
            cache=None if self.no_cache else DiskCache(notice=notice),
            notice=notice,
            explain=explain,
            find_wildcards=find_wildcards,
        )


class DirectoryOptions(NamedTuple):
    """Which directory of organisations is asked."""

    # fmt: off
    directory_file: Annotated[str, env_option("--directory", type=FILE),
        "Use this directory of organisations instead of the built-in one."]
    no_directory: Annotated[bool, env_option("--no-directory"),
        "Ignore the directory of organisations (public formats and domains)."]
    # fmt: on

    def open(self) -> "Directory | None":
        """Return the directory; None without one. A file on the command line overrides a variable that says without."""
        if self.no_directory:
            source = click.get_current_context().get_parameter_source
            if source("directory_file") is not ParameterSource.COMMANDLINE:
                return None
            if source("no_directory") is ParameterSource.COMMANDLINE:
                raise UsageError("Give either --directory FILE or --no-directory; not both.")
        from guessmail.directory import Directory

        if not self.directory_file:
            return Directory()
        directory = Directory(self.directory_file)
        directory.open()
        return directory
