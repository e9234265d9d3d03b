"""The parts of a workbook before openpyxl reads them: refused where it would take minutes, mended where it would lose rows."""

import io
import re
import shutil
import zipfile
from collections.abc import Mapping
from typing import IO, BinaryIO
from xml.parsers import expat
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from guessmail.errors import BrokenFileError

_LARGE, _MOST_PACKED = 1 << 26, 200
"""A workbook that unpacks to more than this many bytes, and to so many times its size, is an attack: twenty is usual."""
_MOST_CELLS = 1 << 22
"""Cells of ranges that are merged or linked: openpyxl makes an object of each, and a whole sheet has 2^34."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.0*)?")
_UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
_MADE = frozenset({"mergeCell", "hyperlink", "comment"})
"""Elements of whose range openpyxl makes all cells."""


def checked_parts(file: BinaryIO) -> BinaryIO:
    """Return a workbook that openpyxl reads and writes with all its rows: the file, or a mended copy.

    One that unpacks to much more than any list does is a `BrokenFileError`.
    """
    with zipfile.ZipFile(file) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
        packed = sum(part.compress_size for part in parts.infolist())
        if unpacked > max(_LARGE, _MOST_PACKED * packed):
            raise BrokenFileError(
                f"The workbook of {packed:,} bytes unpacks to {unpacked:,}, which no list does. Save the list as CSV (UTF-8)."
            )
        looks = {name: _look(parts, name) for name in dict.fromkeys(parts.namelist())}
        cells = sum(look.cells for look in looks.values())
        if cells > _MOST_CELLS:
            raise BrokenFileError(
                f"The workbook merges or links {cells:,} cells, more than the {_MOST_CELLS:,} that are read. Save the list as CSV (UTF-8)."
            )
        if any(look.is_astray for look in looks.values()):
            file = _mended(parts, looks)
    file.seek(0)
    return file


class _Look:
    """What was seen of a part."""

    def __init__(self) -> None:
        self.cells = 0
        """Of ranges that openpyxl makes."""
        self.is_astray = False
        """Whether openpyxl would put rows over each other, or cells beside their rows."""
        self._rows: _Rows | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of an element."""
        name = name.rpartition(":")[2]
        if name == "c" and self._rows:
            said = attributes.get("r")
            self.is_astray |= said is not None and said != self._rows.cell(said)
        elif name == "row" and self._rows:
            said = attributes.get("r")
            number = self._rows.next(said)
            self.is_astray |= said is not None and said != number
        elif name == "sheetData":
            self._rows = _Rows()
        elif name in _MADE:
            self.cells += _size(attributes.get("ref", ""))


class _Rows:
    """Numbers the rows of a sheet: as they say, if they come in order."""

    def __init__(self) -> None:
        self._number = 0

    def next(self, said: str | None) -> str:
        """Return the number of the next row; `said` is what it says itself."""
        number = int(float(said)) if said and _NUMBER.fullmatch(said) else 0
        self._number = max(number if number <= _MOST_ROWS else 0, self._number + 1)
        return str(self._number)

    def cell(self, said: str) -> str:
        """Return the place of a cell in the row."""
        return f"{said.rstrip('0123456789')}{self._number}"


def _look(parts: zipfile.ZipFile, name: str) -> _Look:
    """Look at a part, as far as it is XML: what comes behind a fault, openpyxl does not use either."""
    look = _Look()
    parser = expat.ParserCreate()
    parser.StartElementHandler = look.start
    with parts.open(name) as stream:
        try:
            parser.ParseFile(stream)
        except expat.ExpatError as error:
            # What this parser cannot decode, another one may: lxml, which openpyxl uses where it is installed.
            if error.code == _UNKNOWN_ENCODING:
                raise
    return look


def _size(cells: str) -> int:
    """Return the number of cells of a range, as openpyxl reads it; 0 for what it cannot read."""
    from openpyxl.utils.cell import range_boundaries

    try:
        left, top, right, bottom = range_boundaries(cells.rpartition("!")[2])
    except (ValueError, TypeError):
        return 0
    columns = right - left + 1 if left and right else _MOST_COLUMNS
    rows = bottom - top + 1 if top and bottom else _MOST_ROWS
    return max(columns, 0) * max(rows, 0)


def _mended(parts: zipfile.ZipFile, looks: Mapping[str, _Look]) -> BinaryIO:
    """Return a copy of the workbook whose rows have numbers of their own, from top to bottom."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
        for name, look in looks.items():
            with target.open(name, "w") as to, parts.open(name) as stream:
                if look.is_astray:
                    _number_rows(stream, to)
                else:
                    shutil.copyfileobj(stream, to)
    return copy


def _number_rows(stream: IO[bytes], to: IO[bytes]) -> None:
    """Copy a sheet, each row with a number of its own."""
    copy = XMLGenerator(to, "utf-8")
    rows = _Rows()
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row" and inside[-1] == "sheetData":
            attributes["r"] = rows.next(attributes.get("r"))
        elif local == "c" and "r" in attributes and inside[-1] == "row":
            attributes["r"] = rows.cell(attributes["r"])
        inside.append(local)
        copy.startElement(name, AttributesImpl(attributes))

    def end(name: str) -> None:
        inside.pop()
        copy.endElement(name)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = copy.characters
    copy.startDocument()
    parser.ParseFile(stream)
    copy.endDocument()
