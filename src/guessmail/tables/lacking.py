"""What a header lacks, in sentences: the errors for lists that cannot be read as they are."""

from collections.abc import Sequence

from guessmail.errors import UsageError
from guessmail.tables.headers import (
    ADDRESSES,
    CHECKED,
    COMPANY_NAMES,
    DO_NOT_CONTACT,
    KNOWN_COMPANIES,
    MOST_COLUMNS,
    PERSON,
    SITES,
    ColumnRules,
    Columns,
    Kind,
    columns_of,
    resolve,
    shown,
)

__all__ = ["unknown_header"]

_MOST_NAMED = 40


def unknown_header(rows: Sequence[Sequence[str]], rules: ColumnRules) -> UsageError:
    """Return the error for a list in whose first rows no header was found."""
    widest = max(rows, key=len, default=[])
    if len(widest) > MOST_COLUMNS:
        return UsageError(
            f"The list has {len(widest):,} columns, more than the {MOST_COLUMNS:,} that are read. Is it a list of people?"
        )
    likely = max(rows, key=lambda row: (len(columns_of(row)), len(row)), default=[])
    columns = ", ".join(f'"{shown(cell)}"' for cell in likely[:_MOST_NAMED])
    columns += f" and {len(likely) - _MOST_NAMED:,} more" if len(likely) > _MOST_NAMED else ""
    for kind, column in rules.mapped.items():
        if resolve(likely, kind, column) is None:
            return UsageError(
                f"The list has no column {column!r} (--map {kind}={column}). Its first row has: {columns}."
            )
    return _lacking(columns_of(likely), rules, columns)


def _lacking(found: Columns, rules: ColumnRules, columns: str) -> UsageError:
    """Return the error that says what a header lacks."""
    if rules.needs == ADDRESSES.needs:
        return UsageError(f"No column holds addresses; name one email. The first row has: {columns}.")
    if rules.needs in {KNOWN_COMPANIES.needs, COMPANY_NAMES.needs}:
        return UsageError(
            "A list of companies needs a column company; to give their domains, also a column domain. Its"
            f" first row has: {columns}. Add a header, or name the column: --map company=COLUMN."
        )
    if rules.needs in {CHECKED.needs, DO_NOT_CONTACT.needs}:
        return UsageError(
            f"No column holds domains or addresses: name one domain, website or email, or write one domain or address per"
            f" line. The first row has: {columns}."
        )
    has_person, has_company = found.has(*PERSON), found.has(*SITES, Kind.EMAIL, Kind.COMPANY)
    if has_person and not has_company:
        return UsageError(
            "The list has no column for the company's domain (domain, website, e-mail or company). Its first row has:"
            f" {columns}. Name it, by header or number: --map domain=COLUMN."
        )
    if has_company and not has_person:
        return UsageError(
            "The list has no column for the person's name (name, or first and last name). Its first row has:"
            f" {columns}. Name it, by header or number: --map name=COLUMN."
        )
    return UsageError(
        "The list has no header that names columns for the person's name and the company's domain. Its"
        f" first row has: {columns}. Name them, by header or number: --map name=COLUMN --map domain=COLUMN. If"
        " the list has no header, add --no-header."
    )
