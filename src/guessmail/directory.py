"""The directory of organisations: patterns of public addresses at a domain, domains by an organisation's name; no person.

It is one text file, sorted by bytes and searched by bisection. Tabs separate the columns of its lines.
A line that begins with `@` is a format: `@` and a registrable domain (`@acme.com`; with a subdomain behind a slash:
`@acme.com/eu`), a pattern, the number of public addresses that follow it, the source, and the last year if it is known.
Any other line is a name: a folded name, a domain, sources, countries. benchmarks/directory_build.py builds the file.
"""

import mmap
import os
from bisect import bisect_left
from functools import cache, cached_property
from typing import NamedTuple

from guessmail.domains import registrable
from guessmail.errors import UsageError
from guessmail.text.streams import open_file

SHIPPED = os.path.join(os.path.dirname(__file__), "data", "directory.tsv")  # noqa: PTH118, PTH120 - without pathlib
FIRST_LINE = "# guessmail directory, version 1\n"
FORMAT_MARK = "@"
"""The names of the sources for people."""
NO_PATTERN = "none"
"""Stands for addresses that follow no pattern of the catalogue."""
_BLOCK = 4096  # bytes; bisection compares the first lines of blocks, and every line is shorter


class PatternCount(NamedTuple):
    """The number of public addresses that follow a pattern."""

    domain: str
    """A-labels, lower case."""
    pattern: str
    """In its notation, or `NO_PATTERN`."""
    people: int
    source: str
    year: int
    """The last year in which they were public; 0 if it is not known."""
    home: str
    """The registrable domain."""


class ListedDomain(NamedTuple):
    """A domain of an organisation."""

    domain: str
    """Registrable, in A-labels."""
    sources: tuple[str, ...]
    countries: tuple[str, ...]
    """The organisation's countries (ISO 3166, lower case); empty if they are not known, or do not matter."""


class Directory:
    """A directory of organisations; each process opens the file at its first look-up."""

    def __init__(self, path: str = SHIPPED) -> None:
        self.path = path
        self._line_in = cache(self._first_line)

    def __reduce__(self) -> tuple[type["Directory"], tuple[str]]:
        return Directory, (self.path,)

    def formats(self, domain: str) -> list[PatternCount]:
        """Return the counts at a domain (A-labels), its subdomains and parents, and the same name under other suffixes."""
        label, _, _ = registrable(domain).partition(".")
        found = []
        for key, pattern, count, source, year in self._rows(f"{FORMAT_MARK}{label}."):
            home, _, below = key[1:].partition("/")
            place = f"{below}.{home}" if below else home
            found.append(PatternCount(place, pattern, int(count), source, int(year or 0), home))
        return found

    def domains(self, key: str) -> list[ListedDomain]:
        """Return the domains of the organisations with a name, folded as by `name_key`."""
        return [
            ListedDomain(domain, tuple(sources.split()), tuple(countries.split()))
            for _, domain, sources, countries in (self._rows(f"{key}\t") if key else ())
        ]

    def open(self) -> None:
        """Open the file now; `UsageError` if it is no directory of organisations."""
        if self._data[: len(FIRST_LINE)] != FIRST_LINE.encode():
            raise UsageError(
                f"{self.path} is not a directory of organisations: its first line is not {FIRST_LINE.strip()!r}."
            )

    @cached_property
    def _data(self) -> mmap.mmap | bytes:
        with open_file(self.path) as file:
            try:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except (OSError, ValueError):  # a pipe, or an empty file
                return file.read()

    def _rows(self, prefix: str) -> list[list[str]]:
        """Return the columns of the rows that begin with `prefix`, at most 400 rows."""
        data, sought = self._data, prefix.encode()
        blocks = range(len(data) // _BLOCK + 1)
        start = max(bisect_left(blocks, sought, key=self._line_in) - 1, 0) * _BLOCK
        at = data.find(b"\n" + sought, start, start + 3 * _BLOCK) + 1
        rows: list[list[str]] = []
        while at and data[at : at + len(sought)] == sought and len(rows) < 400:
            end = data.find(b"\n", at) % (len(data) + 1)  # the last line may lack one
            rows.append(data[at:end].decode().split("\t"))
            at = end + 1
        return rows

    def _first_line(self, block: int) -> bytes:
        """Return the first line that begins in a block, the file's first line aside; if there is none, bytes after all lines."""
        start = self._data.find(b"\n", block * _BLOCK) + 1
        return self._data[start : self._data.find(b"\n", start) if start else 0] or b"\xff"
