"""Guesses for columns in memory, made as for lists, but without a store, a terminal or DNS.

>>> from guessmail.batch import guess_columns
>>> from guessmail.guesser import Guesser, Settings
>>> from guessmail.model.ranking import Choice
>>> guesser = Guesser(settings=Settings(Choice(top=1)))
>>> guess_columns(guesser, {"name": ["Jane Doe"], "domain": ["example.com"]})["guess_email"]
['jane.doe@example.com']
"""

import gc
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from guessmail.domains.question import Question, questions_of
from guessmail.errors import UsageError
from guessmail.guesser import Guesser, Settings
from guessmail.reports.added import DOMAIN_CELLS, RATE_CELLS, AddedColumns, cells_of

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["columns_of_guesses", "guess_columns", "guess_table", "kinds_in", "relax_gc"]


def relax_gc() -> None:
    """Run this process's garbage collector less often: among many rows it takes a tenth of the time."""
    gc.set_threshold(100_000, *gc.get_threshold()[1:])


def guess_columns(guesser: Guesser, columns: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the columns added to a list, by name, except those of DNS; a cell without a value is an empty string.

    `columns` are of equal length and named after fields of `Question`: name (or given, middle and family), domain (or
    company), and others; else it is a `UsageError`. The guesser's settings have the number of guesses a row.
    """
    kinds_in(columns, {name: name for name in columns})
    if len({len(column) for column in columns.values()}) != 1:
        raise UsageError("All columns must have as many values as the others.")
    added, least = _added(guesser.settings, columns), guesser.settings.choice.min_probability
    guesses = guesser.guess_all(questions_of(columns))
    rows = [cells_of(guess, added.top, added.more, least) for guess in guesses]
    cells = dict(zip(added.names, zip(*rows, strict=True), strict=False))
    return {name: list(cells.get(name, ())) for name in columns_of_guesses(guesser.settings, columns)}


def guess_table(guesser: Guesser, table: "pa.Table", kinds: Mapping[str, str] | None = None) -> "pa.Table":
    """Return an Arrow table with the columns of `guess_columns` behind its own: null if empty, probabilities as float64.

    `kinds` gives the column of each field of `Question` (`{"name": "full_name"}`); by default, it has the field's name.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    kinds = kinds_in(table.column_names, kinds)
    columns = {
        kind: pc.fill_null(table.column(name).cast(pa.string()), "").to_pylist()
        for kind, name in kinds.items()
    }
    is_number = columns_of_guesses(guesser.settings, columns)
    for name, cells in guess_columns(guesser, columns).items():
        column = pa.array([cell or None for cell in cells], pa.string())
        table = table.append_column(name, column.cast(pa.float64()) if is_number[name] else column)
    return table


def kinds_in(names: Iterable[str], kinds: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the column of each field of `Question`: `kinds`, else by names; `UsageError` if they do not suffice."""
    present = list(names)
    found = {kind: kind for kind in Question._fields if kind in present} if kinds is None else dict(kinds)
    usable = ", ".join(Question._fields)
    if unknown := [kind for kind in found if kind not in Question._fields]:
        raise UsageError(f"There is no {unknown[0]!r} in a question; it has {usable}.")
    if missing := [name for name in found.values() if name not in present]:
        raise UsageError(f"There is no column {missing[0]!r}; there are {', '.join(present)}.")
    if not ({"name", "given", "family"} & {*found} and {"domain", "company"} & {*found}):
        raise UsageError(f"A name and a domain, or a company, must be among the columns: {usable}.")
    return found


def columns_of_guesses(settings: Settings, kinds: Iterable[str]) -> dict[str, bool]:
    """Return the names of the columns that `guess_columns` adds, each with whether it holds probabilities."""
    names = [name for name in _added(settings, kinds).names if "_mx" not in name]
    return {name: "probability" in name or name.endswith("_rate") for name in names}


def _added(settings: Settings, kinds: Iterable[str]) -> AddedColumns:
    more = DOMAIN_CELLS * ("domain" not in kinds) + RATE_CELLS * settings.rate
    return AddedColumns(settings.choice.top, more=more)
