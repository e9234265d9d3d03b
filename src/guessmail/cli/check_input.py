"""What `guessmail check` is given: domains and addresses, one by one or in a list."""

import csv
import io
import select
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from guessmail.domains import is_mailbox_provider, read_domain
from guessmail.errors import BrokenFileError, Problem, UsageError
from guessmail.text.streams import open_file

if TYPE_CHECKING:  # a domain on the command line does not pay for lists
    from guessmail.tables import Table


_COLUMNS = ("domain", "company domain", "website", "url", "email", "e-mail", "email address", "address")
_MAPPED = ("domain=", "email=")
_DELIMITERS = ",;\t|"
_LONGEST_LINE = 1 << 20


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to check, as it was given; a blank line of a table has neither domain nor problem."""

    typed: str
    domain: str = ""
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None
    row: tuple[list[str], str] = ([], "")
    """The cells and the text of its row, in a table."""


def read_subject(typed: str) -> Subject:
    """Read what was given: an address where it has an @ and is no URL, else a domain."""
    if "@" in typed and "//" not in typed:
        from guessmail.mx.address import read_address

        address = read_address(typed)
        if isinstance(address, Problem):
            return Subject(typed, problem=address)
        return Subject(typed, address.domain.ascii, address.warnings)
    domain = read_domain(typed)
    if isinstance(domain, Problem):
        return Subject(typed, problem=domain)
    warnings = ("mailbox_provider",) if is_mailbox_provider(domain.ascii) else ()
    return Subject(typed, domain.ascii, warnings)


def open_subjects(
    path: str, mapped: Sequence[str], encoding: str, notify: Callable[[str], None]
) -> "SubjectLines | SubjectTable":
    """Open a list: a table where its first line names columns of domains or addresses, else lines or one column."""
    from guessmail.tables import Ask, Kind, open_table
    from guessmail.tables.decoding import packing_of
    from guessmail.tables.headers import kinds_in

    stream = open_file(path)
    try:
        start = stream.peek(1)
    except OSError as error:
        raise BrokenFileError(f"{path} cannot be read: {error.strerror}.") from None
    if packing := packing_of(start):
        raise BrokenFileError(f"{path} cannot be read. It is {packing}.")
    kinds = kinds_in(start.partition(b"\n")[0].decode("utf-8-sig", "replace"))
    kinds |= {Kind(item.partition("=")[0].strip().lower()) for item in mapped if item.startswith(_MAPPED)}
    needs = next((kind for kind in (Kind.DOMAIN, Kind.EMAIL) if kind in kinds), None)
    if needs is None:
        return SubjectLines(stream, path)
    return SubjectTable(stream, open_table(stream, Ask(mapped, encoding, (needs,), person=False), notify))


class SubjectTable:
    """The domains, or else the addresses, in a column of a table; each with its row, blank lines too."""

    def __init__(self, stream: "io.BufferedReader[Any]", table: "Table") -> None:
        self._stream, self.table, self._left = stream, table, 0
        columns = table.columns
        places = (columns.domain, columns.website, columns.url, columns.email)
        self._column = next(place for place in places if place is not None)

    def is_ready(self) -> bool:
        """Return whether more can be read without waiting for whoever writes it."""
        return self._left > 0 or _is_ready(self._stream)

    def __iter__(self) -> Iterator[Subject]:
        for block in self.table.blocks:
            self._left = len(block.rows)
            for row, text in zip(block.rows, block.texts, strict=True):
                self._left -= 1
                cell = row[self._column] if self._column < len(row) else ""
                yield replace(read_subject(cell) if row else Subject(""), row=(row, text))


class SubjectLines:
    """The domains and addresses in a file, one a line."""

    def __init__(self, stream: "io.BufferedReader[Any]", path: str) -> None:
        self._path = path
        self._stream = stream
        self._lines: deque[bytes] = deque()

    def is_ready(self) -> bool:
        """Return whether more can be read without waiting for whoever writes it."""
        return bool(self._lines) or _is_ready(self._stream)

    def __iter__(self) -> Iterator[Subject]:
        try:
            with self._stream:
                yield from map(read_subject, self._cells(self._decoded()))
        except OSError as error:
            raise BrokenFileError(f"{self._path} cannot be read: {error.strerror}.") from None
        except csv.Error as error:
            raise BrokenFileError(f"{self._path} is not a valid CSV file: {error}.") from None

    def _cells(self, lines: Iterator[str]) -> Iterator[str]:
        head = next(lines, "")
        delimiter = max(_DELIMITERS, key=head.count)
        cells = next(csv.reader([head], delimiter=delimiter), [])
        names = [cell.strip().casefold().replace("_", " ") for cell in cells]
        column = next((names.index(wanted) for wanted in _COLUMNS if wanted in names), None)
        if column is None and len(cells) > 1:
            raise UsageError(
                f"No column of {self._path} is named {', '.join(_COLUMNS[:-1])} or {_COLUMNS[-1]};"
                f" it has {', '.join(cells)[:200]!r}. Rename one, or write one domain or address per line."
            )
        if column is None:
            yield from (line.strip() for line in chain((head,), lines) if line.strip())
            return
        for row in csv.reader((line + "\n" for line in lines), delimiter=delimiter):
            if row:
                yield row[column] if column < len(row) else ""

    def _decoded(self) -> Iterator[str]:
        rest = b""
        while data := self._stream.read1(_LONGEST_LINE):
            *lines, rest = (rest + data).split(b"\n")
            if len(rest) > _LONGEST_LINE:
                raise BrokenFileError(f"A line of {self._path} is longer than a megabyte; is it a text file?")
            self._lines.extend(lines)
            while self._lines:
                yield _decoded_line(self._lines.popleft())
        if rest:
            yield _decoded_line(rest)


def _is_ready(stream: "io.BufferedReader[Any]") -> bool:
    try:
        return bool(select.select([stream], [], [], 0)[0])
    except (OSError, ValueError):  # Windows selects sockets only
        return True


def _decoded_line(line: bytes) -> str:
    return line.decode("utf-8", "replace").rstrip("\r").removeprefix("\ufeff")
