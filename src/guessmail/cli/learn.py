"""`guessmail learn`: remember samples with their sources, and companies' domains."""

from collections import Counter
from pathlib import Path
from typing import Annotated

from guessmail.cli.inputs import accepted, arguments_or_stdin, require
from guessmail.cli.options import FILE, StoreFile, argument, command, option, quiet_reports_option
from guessmail.cli.output import report
from guessmail.cli.stores import open_or_create, open_store, today
from guessmail.domains import read_domain
from guessmail.domains.company_name import fold_company
from guessmail.errors import BrokenFileError, UsageError
from guessmail.mailboxes import Mailbox
from guessmail.samples import parse_samples
from guessmail.samples.entries import RejectionReason, accept_samples
from guessmail.samples.sources import Source, open_source
from guessmail.store import Company, Origin, Store
from guessmail.store.suppression import SuppressionList


@command("""
  guessmail learn known.csv
  guessmail learn "Bob Jones <bjones@acme.com>" --source "met at the trade fair"
  guessmail learn contacts.vcf --source "trade fair list, May"
  guessmail learn --company "Acme Corporation=acme.com"
  guessmail learn ~/src/project --dry-run""")
@quiet_reports_option
def learn(
    sources: Annotated[tuple[str, ...], argument(type=FILE, metavar="[SOURCE]...")],
    words: Annotated[str, option("--source", metavar="TEXT"),
        "Where the addresses come from, in your words."],
    referred_by: Annotated[str, option("--referred-by", metavar="TEXT"), "Who gave them to you."],
    companies: Annotated[tuple[str, ...], option("--company", metavar="NAME=DOMAIN"),
        "Remember a company's domain."],
    dry_run: Annotated[bool, option("--dry-run"), "Show what would be learned, but change nothing."],
    store_file: StoreFile,
) -> None:  # fmt: skip
    """Remember known addresses from each SOURCE.

    A source is a CSV file or Excel workbook, a vCard, a mailbox (mbox) or message (.eml), a saved web page, a git
    repository, a text with addresses (`Name <address>`, or bare), or one such address itself; `-` is standard input.
    Learning a source twice changes nothing.
    """
    sources = sources if companies else arguments_or_stdin(sources)
    if not sources and not companies:
        raise UsageError("Nothing to learn from. Name a file or a git repository, or - for standard input.")
    known = [_company(text) for text in companies]
    faults = []
    with open_store(store_file, dry_run=True) if dry_run else open_or_create(store_file) as store:
        for company in known:
            if store is not None and not dry_run:
                store.add_company(fold_company(company.name), company)
                report(f"{company.name}: {company.domain}")
        for path in sources:
            try:
                _learn(store, path, words, referred_by, dry_run=dry_run)
            except BrokenFileError as error:  # raised after the other sources
                faults.append(str(error) if path in str(error) or path == "-" else f"{path}: {error}")
    if faults:
        raise BrokenFileError("\n".join(faults))


def _company(text: str) -> Company:
    name, equals, domain = (part.strip() for part in text.rpartition("="))
    if not equals or not fold_company(name):
        raise UsageError(f'--company takes NAME=DOMAIN, such as "Acme Corporation=acme.com", not {text!r}.')
    return Company(name, require(read_domain(domain)), today())


def _learn(store: Store | None, path: str, words: str, referred_by: str, *, dry_run: bool) -> None:
    source = _typed(path) or open_source(path)
    rejected: Counter[RejectionReason] = Counter()
    samples = accepted(source.samples, rejected, SuppressionList(store))
    origin = Origin(source.label, source.kind, words, referred_by)
    if store is None:
        added, known = Counter(sample.domain for sample in samples), 0
    else:
        added, known = store.learn(samples, origin=origin, date=today())
    total, beside = added.total(), f", {known} already known" if known else ""
    lines = [f"{origin}: {f'would add {total:,}' if dry_run else f'{total:,} new'}{beside}"]
    ranked = sorted(added.items(), key=lambda item: (-item[1], item[0]))
    lines += [f"  {domain}  {count}" for domain, count in ranked[:20]]
    if more := len(ranked[20:]):
        lines.append(f"  and {more} more domains")
    report("\n".join([*lines, *(f"  {reason.summary(count)}" for reason, count in rejected.most_common())]))


def _typed(argument: str) -> Source | None:
    """Return the known address that is typed in place of a source; None for the name of a file."""
    if Path(argument).exists():
        return None
    if "@" not in argument:
        if " " in argument and not any(mark in argument for mark in "./\\"):
            raise BrokenFileError(
                f'There is no file {argument}. For a person, add the address: guessmail learn "{argument} <ADDRESS>".'
            )
        return None
    found = (Mailbox(sample.address, sample.name) for sample in parse_samples(argument))
    return Source("entered by hand", "text", accept_samples(found))
