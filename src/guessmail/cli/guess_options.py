"""The options of `guess`, and the files and the store that they name."""

from collections.abc import Iterable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import click

from guessmail.cli import options as shared
from guessmail.cli.group import Command, help_option
from guessmail.cli.hints import quotes_hint, repeat_hint
from guessmail.cli.inputs import known_companies, load_samples
from guessmail.cli.options import FILE, TEXTS, env_option
from guessmail.cli.stores import open_store
from guessmail.errors import UsageError
from guessmail.guesser import Guesser, Settings
from guessmail.model.ranking import Choice
from guessmail.names import NameOrder
from guessmail.patterns.catalog import Catalog, only, shipped
from guessmail.reports.added import PREFIX

if TYPE_CHECKING:  # imported only if an option needs them
    from guessmail.companies import Companies
    from guessmail.directory import Directory
    from guessmail.samples import Sample
    from guessmail.store import Store
    from guessmail.store.suppression import SuppressionList

ROWS = "*"
"""The value of `--rate` without an address: each row's own address is rated."""
# fmt: off
Prefix = Annotated[str, env_option("--prefix", metavar="TEXT", default=PREFIX, show_default=True),
    "Prefix for added columns."]


class ChoiceOptions(shared.Options):
    """The options that choose candidates. They name no person; the store remembers them for each run."""

    top: Annotated[int | None, env_option("-n --top", type=click.IntRange(1, 1000), metavar="N"),
        "Show at most N guesses.  [default: 5 for one person and with --until, else 1]"]
    until: Annotated[float, env_option("--until", default=1.0),
        "Show as few guesses as reach this total probability, at most --top."]
    min_probability: Annotated[float, env_option("--min-probability", default=0.005, show_default=True),
        "Leave out guesses less probable than this."]
    pattern: Annotated[str, env_option("--pattern", metavar="PATTERN"),
        "Use only this pattern: {first}.{last}, flast, …."]
    name_order: Annotated[str,
        env_option("--name-order", type=click.Choice(list(map(str, NameOrder))), default="auto", show_default=True),
        "Which part of the name comes first."]
    keep_undeliverable: Annotated[bool, env_option("--keep-undeliverable"),
        "Show guesses even if the domain provably accepts no mail."]
    country: shared.Country
    company_threshold: Annotated[float, env_option("--company-threshold", default=0.7, show_default=True),
        "Use a domain guessed from the company's name only if it is at least this probable."]


class ListOptions(shared.Options):
    """The options of reading and writing a list."""

    source: Annotated[str | None, env_option("-i --input", type=FILE),
        "Read a list: CSV, TSV, JSON Lines or Excel; - is stdin."]
    map: Annotated[tuple[str, ...], env_option("--map", metavar="WHAT=COLUMN", type=TEXTS),
        "Name the column of the name, given, middle, family, domain, company or email. Repeatable."]
    no_header: Annotated[bool, env_option("--no-header"),
        "The first row is a person, too: column 1 has the name and 2 the domain, or as --map says by number."]
    encoding: shared.Encoding
    learn_from_list: Annotated[bool | None, env_option("--learn-from-list/--no-learn-from-list", default=None),
        "Use the addresses that rows already have as known addresses for the other rows."
        "  [default: for a file, not for a pipe]"]
    prefix: Prefix
    safe_csv: shared.SafeCsv
    resume: Annotated[bool, env_option("--resume"), "Continue an interrupted run from its FILE.part."]
    jobs: Annotated[int,
        env_option("--jobs", type=click.IntRange(0, 1000), default=1, show_default=True, metavar="N"),
        "Guess with N processes; 0 is one a core. What is written is the same."]


class GuessOptions(shared.Options):
    """The arguments and options of `guess`; a file that is not given is an empty text."""

    name: str | None
    domain: str | None
    sample_texts: shared.SampleTexts
    samples_files: shared.SamplesFiles
    catalog_file: Annotated[str, env_option("--catalog", type=FILE),
        "Your own pattern catalogue; overrides the built-in one."]
    companies: shared.CompaniesFile
    choice: ChoiceOptions
    lists: ListOptions
    rate: Annotated[str | None, env_option("--rate", metavar="[ADDRESS]", is_flag=False, flag_value=ROWS),
        "Rate the address that each row already has; for one person, ADDRESS."]
    output: shared.OutputFile
    format_: shared.Format
    explain: Annotated[bool, env_option("--explain"), "Explain the ranking on stderr."]
    quiet: shared.Quiet
    color: shared.Color
    mx: Annotated[bool, env_option("--mx/--no-mx", default=True),
        "Check by DNS whether the domain accepts mail.  [default: mx]"]
    dns: shared.DnsOptions
    directory: shared.DirectoryOptions
    store_file: shared.StoreFile
    no_store: shared.NoStore
    record: Annotated[bool, env_option("--record/--no-record", default=True),
        "Record guesses as hashes in the store, for `guessmail why`; a list's only in a store that exists."
        "  [default: record]"]
    # fmt: on

    @property
    def top(self) -> int:
        """The most candidates that are offered."""
        return self.choice.top or (1 if self.is_list and self.choice.until == 1 else 5)

    @property
    def remembered(self) -> dict[str, object]:
        """The options that the store remembers for a run."""
        return vars(self.choice) | {"top": self.top}

    @property
    def is_list(self) -> bool:
        """Whether the guesses are for a list, not for a single person."""
        return self.name is None or (self.lists.source is not None and self.domain is None)

    @property
    def default_domain(self) -> str:
        """The domain of the rows that have none, as in `guess -i team.txt acme.com`; empty if it is not given."""
        return self.name or "" if self.is_list else ""

    def load_inputs(self, stack: ExitStack) -> "Inputs":
        """Read the files and open the store that the options name; `stack` closes the store."""
        samples = load_samples(self.sample_texts, self.samples_files)
        catalog = companies = suppression = None
        if self.catalog_file:
            from guessmail.patterns.catalog_file import load_catalog

            catalog = load_catalog(self.catalog_file)
        if self.choice.pattern:
            catalog = only(catalog or shipped(), self.choice.pattern)
        store = stack.enter_context(open_store(self.store_file, no_store=self.no_store))
        if self.companies or (store is not None and store.companies()):
            companies = known_companies(self.companies, store, self.choice.company_threshold)
        if store is not None and store.has_suppressions():
            from guessmail.store.suppression import SuppressionList

            suppression = SuppressionList(store) or None
        return Inputs(samples, catalog, store, suppression, companies, self.directory.open())

    def guesser(self, inputs: "Inputs", claims: "Iterable[Sample]" = ()) -> partial[Guesser]:
        """Return a function that makes a guesser with these options from a `checker`, in any process."""
        choice = self.choice
        settings = Settings(
            Choice(self.top, choice.until, choice.min_probability),
            NameOrder(choice.name_order),
            choice.keep_undeliverable,
            self.rate is not None,
            choice.country,
            choice.company_threshold,
        )
        return partial(Guesser, **inputs._asdict(), claims=claims, settings=settings)


class Inputs(NamedTuple):
    """The inputs of `Guesser` from files and the store."""

    samples: "list[Sample]"
    catalog: Catalog | None
    """None for the built-in one."""
    evidence: "Store | None"
    do_not_contact: "SuppressionList | None"
    """None if the do-not-contact list is empty."""
    companies: "Companies | None"
    """None if neither a file nor the store has any."""
    directory: "Directory | None"


_MOST_USED = frozenset(
    "sample_texts samples_files country top until output format_ explain quiet source mx no_store record".split()
)
"""The options that the help shows; `--help-all` shows all."""
_GROUPS = {
    "Known addresses": "sample_texts samples_files learn_from_list companies country company_threshold directory_file no_directory",
    "What is guessed": "top until min_probability pattern catalog_file name_order keep_undeliverable rate",
    "Output": "output format_ explain quiet color",
    "Lists": "source map encoding prefix safe_csv resume jobs no_header help_lists",
    "DNS": "mx dns_timeout dns_rate resolvers no_cache",
    "Store": "store_file no_store record",
}
"""The groups of options in the help, with their parameters; others come last, under "Other options"."""


class GuessCommand(Command):
    """The command `guess`: its help has groups of options, and a name without quotes gets a hint."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in their groups."""
        records = {option.name: option.get_help_record(ctx) for option in self._shown(ctx)}
        for title, names in (_GROUPS | {"Other options": " ".join(records)}).items():
            if shown := [row for name in names.split() if (row := records.pop(name, None))]:
                with formatter.section(title):
                    formatter.write_dl(shown)

    def _shown(self, ctx: click.Context) -> list[click.Option]:
        options = [option for option in self.get_params(ctx) if isinstance(option, click.Option)]
        return [option for option in options if option.name in _MOST_USED or "guessmail.help_all" in ctx.meta]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, and the number of options that are not shown."""
        super().format_epilog(ctx, formatter)
        if "guessmail.help_all" not in ctx.meta:
            more = len(self.get_params(ctx)) - len(self._shown(ctx)) - 2  # name and domain are no options
            formatter.write(f"\nguessmail guess --help-all shows {more} more options.\n")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; `UsageError` with a hint for a name without quotes, and for two samples behind `--sample`."""
        ctx.allow_extra_args = True
        repeat = repeat_hint(args)
        surplus = super().parse_args(ctx, args)
        if repeat or surplus:
            raise UsageError(repeat or quotes_hint([ctx.params["name"], ctx.params["domain"], *surplus]))
        return []


HELP_OPTIONS = [
    help_option(
        "--help-lists", text="Explain how encodings, delimiters and headers are detected, and exit."
    ),
    help_option("--help-all", text="Show all options and exit."),
]
