"""What the first bytes of a file show: what it is, and how its text is encoded."""

import codecs
from enum import StrEnum
from typing import NamedTuple

__all__ = ["START_BYTES", "FileKind", "Start", "look"]

START_BYTES = 1 << 16
"""The first bytes that are examined; a few suffice for the encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNSUPPORTED = (
    (b"\x1f\x8b", "compressed with gzip: unpack it first, gunzip -c FILE > LIST"),
    (b"BZh", "compressed with bzip2: unpack it first, bunzip2 -c FILE > LIST"),
    (b"\xfd7zXZ\0", "compressed with xz: unpack it first, xz -dc FILE > LIST"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it first, zstd -dc FILE > LIST"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old workbook (.xls), or one with a password: save it as .xlsx without a password, or as CSV (UTF-8)",
    ),
    (b"%PDF-", "a PDF: copy what it holds into a text or CSV file"),
    (b"SQLite format 3\0", "a database: export its table as CSV (UTF-8)"),
)
"""How files start that hold text in a form that is not read here, and what to do with them."""


class FileKind(StrEnum):
    """The kinds of files that lists come in; `samples.sources` tells more of them apart."""

    CSV = "csv"
    TEXT = "text"
    XLSX = "xlsx"
    JSON = "json"
    UNSUPPORTED = "unsupported"
    """A file that holds text in a form that is not read here."""


class Start(NamedTuple):
    """What the first bytes show."""

    kind: str
    """`TEXT` for a table, too: only its header tells."""
    encoding: str = ""
    """That of a byte-order mark, or that zero bytes show; empty for neither."""
    mark: bytes = b""
    """The byte-order mark."""
    unsupported: str = ""
    """What a file is that is not read, and what to try."""


def look(head: bytes) -> Start:
    """Return what a file is that starts so; eight bytes tell the encoding, some lines the rest."""
    if unsupported := next((sentence for magic, sentence in _UNSUPPORTED if head.startswith(magic)), ""):
        return Start(FileKind.UNSUPPORTED, unsupported=unsupported)
    if head.startswith(b"PK\x03\x04"):
        return Start(FileKind.XLSX)
    mark, encoding = next((pair for pair in _MARKS if head.startswith(pair[0])), (b"", ""))
    encoding = encoding or _wide_encoding(head[:8])
    text = head[len(mark) :].lstrip()
    if encoding not in {"", "utf-8"}:  # only texts and tables are written so
        return Start(FileKind.TEXT, encoding, mark)
    return Start(FileKind.JSON if text[:1] in {b"{", b"["} else FileKind.TEXT, encoding, mark)


def _wide_encoding(start: bytes) -> str:
    """Return the encoding that the zero bytes beside two ASCII characters show."""
    for encoding, width, zeros in (
        ("utf-32-le", 4, (1, 2, 3)),
        ("utf-32-be", 4, (0, 1, 2)),
        ("utf-16-le", 2, (1,)),
        ("utf-16-be", 2, (0,)),
    ):
        two = start[: 2 * width]
        if len(two) == 2 * width and all((byte == 0) == (at % width in zeros) for at, byte in enumerate(two)):
            return encoding
    return ""
