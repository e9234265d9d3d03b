"""What is fuzzed: a function from bytes for each reader of what strangers write.

A target may refuse its input by a `GuessmailError`, and by nothing else.
"""

import contextlib
import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from dns.rdatatype import MX

from guessmail.cli.inputs import known_companies
from guessmail.dns.messages import Query, read_answer, write_query
from guessmail.errors import GuessmailError
from guessmail.lists import ColumnRules, open_table
from guessmail.lists.headers import REPORTS
from guessmail.lists.questions import RowReader
from guessmail.names import read_name
from guessmail.patterns.catalog_file import read_catalog
from guessmail.samples import parse_samples
from guessmail.samples.entries import Entries, accept_samples, open_samples_table
from guessmail.samples.outcomes import read_json_reports, read_report_mail, read_table_reports
from guessmail.samples.sources import read_entries
from guessmail.samples.texts import read_ldif, read_mail, read_page, read_vcard
from guessmail.store import Store
from guessmail.store.transfer import import_lines

__all__ = ["CORPUS", "TARGETS", "run"]

CORPUS = Path(__file__).with_name("corpus")
"""A folder for each target, with inputs to start from; all names in them are invented."""

_FOLDER = tempfile.TemporaryDirectory(prefix="guessmail-fuzz-")
_ASKED = Query("example.com", MX)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _names(data: bytes) -> None:
    read_name(_text(data))


def _stream(data: bytes) -> io.BufferedReader:
    return io.BufferedReader(io.BytesIO(data))


def _source(read: Callable[[BinaryIO], Entries]) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        for _ in accept_samples(read(io.BytesIO(data))):
            pass

    return target


def _bounces(data: bytes) -> None:
    for _ in read_report_mail(io.BytesIO(data)):
        pass


def _reports(data: bytes) -> None:
    with contextlib.suppress(GuessmailError):
        for _ in read_json_reports(_stream(data)):
            pass
    table = open_samples_table(_stream(data), REPORTS)
    for _ in read_table_reports(table) if table else ():
        pass


def _list(data: bytes) -> None:
    table = open_table(_stream(data), ColumnRules())
    reader = RowReader(table.columns, table.header)
    for block in table.blocks:
        reader.questions([table.full(row) for row in block.rows])


def _catalogue(data: bytes) -> None:
    read_catalog(_text(data), "catalogue")


def _samples(data: bytes) -> None:
    with contextlib.suppress(GuessmailError):
        for _ in accept_samples(read_entries(_stream(data), "the file")[1]):
            pass
    for line in _text(data).splitlines()[:20]:
        parse_samples(line)


def _companies(data: bytes) -> None:
    path = Path(_FOLDER.name, "companies")
    path.write_bytes(data)
    companies = known_companies(str(path), None)
    companies.lookup(_text(data[:300]))


def _store_import(data: bytes) -> None:
    path = Path(_FOLDER.name, "store.db")
    with Store(path) as store:
        import_lines(store, io.BytesIO(data))


def _dns(data: bytes) -> None:
    query = write_query(_ASKED, edns=True)
    read_answer(data, query, _ASKED, "")
    read_answer(query[:2] + data[2:12] + query[12:-11] + data[12:], query, _ASKED, "")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "names": _names,
    "mail": _source(read_mail),
    "bounces": _bounces,
    "vcard": _source(read_vcard),
    "page": _source(read_page),
    "ldif": _source(read_ldif),
    "reports": _reports,
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
