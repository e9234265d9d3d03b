"""What `guessmail check` is given: domains and addresses, one by one or in a list."""

import csv
import os
import select
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import IO

from guessmail.domains import is_mailbox_provider, read_domain
from guessmail.errors import BrokenFileError, Problem, UsageError
from guessmail.streams import open_file

__all__ = ["Subject", "SubjectList", "read_subject"]

_COLUMNS = ("domain", "company domain", "website", "url", "email", "e-mail", "email address", "address")
_DELIMITERS = ",;\t|"
_LONGEST_LINE = 1 << 20


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to check, as it was given."""

    typed: str
    domain: str = ""
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None


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


class SubjectList:
    """The domains and addresses in a file, or on stdin."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._stream: IO[bytes] | None = None
        self._lines: deque[bytes] = deque()

    def is_ready(self) -> bool:
        """Return whether more can be read without waiting for whoever writes it."""
        if self._lines or self._stream is None:
            return True
        try:
            return bool(select.select([self._stream], [], [], 0)[0])
        except (OSError, ValueError):  # Windows selects sockets only
            return True

    def __iter__(self) -> Iterator[str]:
        try:
            with open_file(self._path) as self._stream:
                yield from self._subjects(self._decoded(self._stream.fileno()))
        except OSError as error:
            raise BrokenFileError(f"{self._path} cannot be read: {error.strerror}.") from None
        except csv.Error as error:
            raise BrokenFileError(f"{self._path} is not a valid CSV file: {error}.") from None

    def _subjects(self, lines: Iterator[str]) -> Iterator[str]:
        head = next(lines, "")
        delimiter = max(_DELIMITERS, key=head.count)
        cells = next(csv.reader([head], delimiter=delimiter), [])
        column = _column(cells)
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

    def _decoded(self, descriptor: int) -> Iterator[str]:
        rest = b""
        while data := os.read(descriptor, 65536):
            *lines, rest = (rest + data).split(b"\n")
            if len(rest) > _LONGEST_LINE:
                raise BrokenFileError(f"A line of {self._path} is longer than a megabyte; is it a text file?")
            self._lines.extend(lines)
            while self._lines:
                yield _decoded_line(self._lines.popleft())
        if rest:
            yield _decoded_line(rest)


def _decoded_line(line: bytes) -> str:
    return line.decode("utf-8", "replace").rstrip("\r").removeprefix("\ufeff")


def _column(header: list[str]) -> int | None:
    """Return the column to take from a header; a domain is trusted more than an address."""
    names = [cell.strip().casefold().replace("_", " ") for cell in header]
    return next((names.index(wanted) for wanted in _COLUMNS if wanted in names), None)
