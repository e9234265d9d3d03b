"""What is fuzzed: a function from bytes for each reader of what strangers write.

A target may refuse its input by a `GuessmailError`, and by nothing else.
"""

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

from dns.rdatatype import MX

from guessmail.cli.companies import read_companies
from guessmail.errors import GuessmailError
from guessmail.mx.answer import Question
from guessmail.mx.wire import encode_question, read_answer
from guessmail.names import read_name
from guessmail.patterns.catalog_file import faults_of, read_catalog
from guessmail.samples import parse_sample
from guessmail.samples.bounces import read_report_mail, read_report_table
from guessmail.samples.detect import SourceKind, detect
from guessmail.samples.judging import judge
from guessmail.samples.reading import read_found
from guessmail.store import Store
from guessmail.store.transfer import import_lines
from guessmail.tables import Ask, open_table
from guessmail.tables.questions import question_maker

__all__ = ["CORPUS", "TARGETS", "run"]

CORPUS = Path(__file__).with_name("corpus")
"""A folder for each target, with inputs to start from; all names in them are invented."""

_FOLDER = tempfile.TemporaryDirectory(prefix="guessmail-fuzz-")
_ASKED = Question("example.com", MX)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _names(data: bytes) -> None:
    read_name(_text(data))


def _source(kind: SourceKind) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        for _ in judge(read_found(kind, io.BytesIO(data))):
            pass

    return read


def _bounces(data: bytes) -> None:
    for read in (read_report_mail, read_report_table):
        for _ in read(io.BytesIO(data)):
            pass


def _list(data: bytes) -> None:
    table = open_table(io.BufferedReader(io.BytesIO(data)), Ask())
    make = question_maker(table.columns)
    for block in table.blocks:
        make([row + [""] * (len(table.header) - len(row)) for row in block.rows])


def _catalogue(data: bytes) -> None:
    faults_of(_text(data))
    read_catalog(_text(data), "catalogue")


def _samples(data: bytes) -> None:
    if kind := detect(data):
        _source(kind)(data)
    for line in _text(data).splitlines()[:20]:
        parse_sample(line)


def _companies(data: bytes) -> None:
    path = Path(_FOLDER.name, "companies")
    path.write_bytes(data)
    companies = read_companies(str(path))
    companies.lookup(_text(data[:300]))


def _store_import(data: bytes) -> None:
    path = Path(_FOLDER.name, "store.db")
    store = Store.open(path, create=True)
    assert store is not None
    with store:
        import_lines(store, io.BytesIO(data))


def _dns(data: bytes) -> None:
    section = encode_question(_ASKED)
    read_answer(data, _ASKED, section)
    read_answer(data[:12] + section + data[12:], _ASKED, section)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "names": _names,
    "mail": _source(SourceKind.MBOX),
    "bounces": _bounces,
    "vcard": _source(SourceKind.VCARD),
    "csv_headers": _list,
    "catalogue": _catalogue,
    "samples": _samples,
    "companies": _companies,
    "store_import": _store_import,
    "dns": _dns,
}


def run(target: str, data: bytes) -> None:
    """Give a target an input; a refusal in a sentence is as good as an answer."""
    try:
        TARGETS[target](data)
    except GuessmailError as refusal:
        sentence = str(refusal)
        assert sentence.strip(), f"{target} refused without a sentence"
