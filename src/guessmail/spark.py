"""Guesses for Spark DataFrames; needs the extra `guessmail[spark]`, guessmail on every executor, and a classic session.

    from guessmail.spark import guess_frame
    guessed = guess_frame(people, samples=known, do_not_contact="store.db")

Tasks ask no DNS, write no store and log no names; docs/scale.md has the whole way.
"""

import traceback
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark.broadcast import Broadcast
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql
from pyspark.sql.types import DoubleType, StringType, StructField, StructType

from guessmail.batch import columns_of_guesses, guess_table, kinds_in, relax_gc
from guessmail.data.mailbox_providers import MAILBOX_PROVIDERS
from guessmail.errors import UsageError
from guessmail.guesser import Guesser, Settings
from guessmail.mailboxes import Mailbox
from guessmail.model.ranking import Choice
from guessmail.patterns.catalog import Catalog
from guessmail.samples import Sample
from guessmail.samples.entries import accept_samples
from guessmail.store.suppression import CarriedList

__all__ = ["guess_frame"]


def guess_frame(
    frame: DataFrame,
    kinds: Mapping[str, str] | None = None,
    *,
    samples: DataFrame | None = None,
    do_not_contact: str | Path | None = None,
    catalog: Catalog | None = None,
    settings: Settings = Settings(Choice(top=1)),  # frozen
    partitions: int | None = None,
) -> DataFrame:
    """Return a frame with the columns of `batch.guess_table` behind its own; its rows are in no order.

    `kinds` is that of `batch.guess_table`: `{"name": "full_name", "domain": "website"}`. `samples` has the columns `name`
    and `email`, and is collected by the driver. `do_not_contact` is a store on the driver: the hashes and keys of its
    do-not-contact list go to all executors. The work is split into `partitions`, by domain.
    """
    kinds = kinds_in(frame.columns, kinds)
    added = columns_of_guesses(settings, kinds)
    if clash := next((name for name in added if name in frame.columns), ""):
        raise UsageError(f'The frame has a column "{clash}" already; drop or rename it.')
    context = frame.sparkSession.sparkContext
    rows = samples.select("name", "email").toLocalIterator() if samples is not None else ()
    entries = accept_samples(Mailbox(row["email"] or "", row["name"] or "", "samples") for row in rows)
    arguments = {
        "samples": tuple(entry for entry in entries if isinstance(entry, Sample)),
        "do_not_contact": CarriedList.of(Path(do_not_contact)) if do_not_contact is not None else None,
        "catalog": catalog,
        "settings": settings,
    }
    task = _Task(uuid.uuid4().hex, context.broadcast(arguments), kinds)
    fields = [StructField(name, DoubleType() if numeric else StringType()) for name, numeric in added.items()]
    site = sql.lower(sql.trim(sql.col(kinds.get("domain") or kinds["company"])))
    # Mailbox providers, which have many rows of some lists, have no format to learn: their rows are split by person.
    person = sql.col(next(kinds[kind] for kind in ("name", "family", "given") if kind in kinds))
    spread = sql.when(site.isin(sorted(MAILBOX_PROVIDERS)), person)
    count = partitions or 4 * context.defaultParallelism  # small ones share out the work evenly
    schema = StructType([*frame.schema.fields, *fields])
    return frame.repartition(count, site, spread).mapInArrow(task, schema)


class _Task:
    """Guesses for batches of rows, on an executor."""

    def __init__(self, run: str, arguments: "Broadcast[dict[str, Any]]", kinds: Mapping[str, str]) -> None:
        self._run, self._arguments, self._kinds = run, arguments, kinds

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        try:
            if self._run not in _guessers:
                relax_gc()
                _guessers.clear()
                _guessers[self._run] = Guesser(**self._arguments.value)
            for batch in batches:
                table = pa.Table.from_batches([batch])
                yield from guess_table(_guessers[self._run], table, self._kinds).to_batches()
        except Exception as fault:  # noqa: BLE001 - its message may name people, and Spark logs it
            place = traceback.extract_tb(fault.__traceback__)[-1]
            raise RuntimeError(f"{type(fault).__name__} at {place.filename}:{place.lineno}") from None


_guessers: dict[str, Guesser] = {}
"""The guesser of this process's last run: later tasks reuse the formats that it learned."""
