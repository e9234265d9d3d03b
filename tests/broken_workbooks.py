"""Workbooks that no spreadsheet program writes."""

import functools
import io
import zipfile
from collections.abc import Callable

import openpyxl

__all__ = ["ROWS", "SHEET", "book", "with_part"]


@functools.cache
def _sound() -> bytes:
    made = openpyxl.Workbook()
    for row in (["name", "domain"], ["Jane Doe", "acme.example"]):
        made.worksheets[0].append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def book(change: Callable[[zipfile.ZipFile, zipfile.ZipFile], None] | None = None) -> bytes:
    if change is None:
        return _sound()
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_sound())) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        change(source, target)
    return changed.getvalue()


def with_part(name: str, content: bytes | None) -> bytes:
    def change(source: zipfile.ZipFile, target: zipfile.ZipFile) -> None:
        for part in source.namelist():
            if part != name:
                target.writestr(part, source.read(part))
            elif content is not None:
                target.writestr(part, content)

    return book(change)


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
