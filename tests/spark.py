"""guessmail.spark on a session of this machine: run by `make spark`, since Spark takes Java and half a minute."""

import csv
import io
import os
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pyarrow as pa
import pytest
from pyspark.broadcast import Broadcast
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from guessmail.errors import StoreError, UsageError
from guessmail.guesser import Settings
from guessmail.model.ranking import Choice
from guessmail.spark import _Task, guess_frame
from program import run
from test_list_processes import LIST, SAMPLES

ROWS = [row for row in csv.reader(io.StringIO(LIST)) if len(row) == 3][1:]
KNOWN = [tuple(sample.rstrip(">").split(" <")) for sample in SAMPLES]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,3]")  # two tasks at once, of which each may fail twice
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture
def people(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(ROWS, "name string, domain string, note string")


@pytest.fixture
def known(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(KNOWN, "name string, email string")


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return a store with a do-not-contact list."""
    path = str(tmp_path / "store.db")
    for who in (["left.test"], ["Jane Doe", "known.test"], ["kkim@other.test"]):
        assert run("suppress", "add", *who, "--store", path).returncode == 0
    return path


def rows_of(frame: DataFrame) -> list[tuple[str, ...]]:
    """Return the rows as a list has them."""
    return sorted(
        tuple(
            "" if cell is None else f"{cell:.4f}".rstrip("0") if isinstance(cell, float) else cell
            for cell in row
        )
        for row in frame.collect()
    )


def by_command(*options: str) -> list[tuple[str, ...]]:
    """Return the rows that the command line writes without the directory, without DNS's columns."""
    text = io.StringIO()
    csv.writer(text).writerows([("name", "domain", "note"), *ROWS])
    samples = [part for sample in SAMPLES for part in ("--sample", sample)]
    done = run("guess", "--no-mx", "--no-directory", "-q", *samples, *options, piped=text.getvalue())
    assert done.returncode == 4, done
    header, *rows = csv.reader(io.StringIO(done.stdout))
    kept = [at for at, name in enumerate(header) if "_mx" not in name]
    number = [at for at in kept if "probability" in header[at]]
    return sorted(
        tuple(f"{float(row[at]):.4f}".rstrip("0") if at in number and row[at] else row[at] for at in kept)
        for row in rows
    )


def test_rows_equal_the_command_lines(people: DataFrame, known: DataFrame, store: str) -> None:
    guessed = guess_frame(people, samples=known, do_not_contact=store)
    expected = by_command("--store", store)
    assert any("suppressed" in cell for row in expected for cell in row)
    assert any("samples" in row for row in expected)
    assert rows_of(guessed) == expected


def test_several_guesses(people: DataFrame, known: DataFrame) -> None:
    settings = Settings(Choice(top=3))
    assert rows_of(guess_frame(people, samples=known, settings=settings)) == by_command(
        "--top", "3", "--no-store"
    )


def test_a_worker_that_is_killed_changes_nothing(people: DataFrame, known: DataFrame, tmp_path: Path) -> None:
    mark = tmp_path / "killed"

    def kill_once(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import os
        import signal

        for batch in batches:
            yield batch
            try:
                mark.touch(exist_ok=False)
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)

    guessed = guess_frame(people, samples=known).mapInArrow(kill_once, guess_frame(people).schema)
    assert rows_of(guessed) == by_command("--no-store")
    assert mark.exists()


def test_columns_are_named(people: DataFrame) -> None:
    renamed = people.select(sql.col("name").alias("who"), sql.col("domain").alias("site"))
    guessed = guess_frame(renamed, {"name": "who", "domain": "site"})
    assert [field.simpleString() for field in guessed.schema.fields][2:4] == [
        "guess_email:string",
        "guess_probability:double",
    ]
    assert guessed.where("guess_email = 'jane.doe@acme.test'").count() > 0


def test_companies(spark: SparkSession) -> None:
    frame = spark.createDataFrame([("Jane Doe", "Acme Ltd")], "name string, company string")
    row = guess_frame(frame, settings=Settings(Choice(top=1), company_threshold=0.0)).first()
    assert row is not None
    assert row["guess_email"].endswith(f"@{row['guess_domain']}")
    assert 0 < row["guess_domain_probability"] < 1


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        ({"name": "nobody", "domain": "domain"}, "nobody"),
        ({"name": "name"}, "domain"),
        ({"nom": "name"}, "nom"),
    ],
)
def test_columns_that_are_not_there(people: DataFrame, kinds: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        guess_frame(people, kinds)


def test_columns_that_are_there_already(people: DataFrame) -> None:
    with pytest.raises(UsageError, match="guess_email"):
        guess_frame(guess_frame(people))


def test_nobody_is_guessed_without_the_list(people: DataFrame, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        guess_frame(people, do_not_contact=tmp_path / "none.db")


def test_no_log_names_anybody() -> None:
    """Spark logs the traceback of what fails in a task."""

    class Broken:
        def samples(self, domain: str) -> object:
            raise KeyError(f"Somebody Secret at {domain}")

    given = cast("Broadcast[dict[str, Any]]", SimpleNamespace(value={"evidence": Broken()}))
    task = _Task("a run", given, {"name": "name", "domain": "domain"})
    batch = pa.RecordBatch.from_pydict({"name": ["Somebody Secret"], "domain": ["known.test"]})
    with pytest.raises(RuntimeError, match="KeyError at ") as failed:
        list(task([batch]))
    logged = "".join(traceback.format_exception(failed.value))
    assert "Somebody Secret" not in logged
