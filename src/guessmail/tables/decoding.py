"""From bytes to whole lines of text: byte-order marks, UTF-16, UTF-32, UTF-8, and Windows-1252 where that fails."""

import codecs
import io
from collections.abc import Callable, Iterator
from typing import Any, AnyStr, NamedTuple

from guessmail.errors import BrokenFileError, UsageError

ENCODING_RULES = """\
Encoding: the one of a byte-order mark (UTF-8, UTF-16, UTF-32), else --encoding. UTF-16 and UTF-32 without a
mark are recognised by their zero bytes. Everything else is UTF-8; lines that are not valid UTF-8 are read as
Windows-1252 (cp1252), with a notice that names the first one. Compressed files are refused."""

LINE_LIMIT = 1 << 22
"""Characters that one line may have; what is longer is no list of people."""

_CHUNK = 1 << 16  # so large that the work per chunk vanishes; a pipe gives what it has, without a wait
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The five bytes that Windows-1252 leaves undefined are control characters, as browsers read them (WHATWG
# Encoding, 9.1).
_CP1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))

_PACKED = (
    (b"\x1f\x8b", "compressed with gzip: unpack it first, gunzip -c FILE > LIST"),
    (b"BZh", "compressed with bzip2: unpack it first, bunzip2 -c FILE > LIST"),
    (b"\xfd7zXZ\0", "compressed with xz: unpack it first, xz -dc FILE > LIST"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it first, zstd -dc FILE > LIST"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (b"PK\x03\x04", "a ZIP archive or a workbook: unpack it, or save its sheet as CSV (UTF-8)"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old workbook (.xls), or one with a password: save it as .xlsx without a password, or as CSV (UTF-8)",
    ),
    (b"%PDF-", "a PDF: copy what it holds into a text or CSV file"),
    (b"SQLite format 3\0", "a database: export its table as CSV (UTF-8)"),
)
"""How files start that hold text in a form that is not read here, and what to do with them."""


def packing_of(start: bytes) -> str:
    """Return what a file that starts so is if it is no text, and what to try; empty for what may be text."""
    return next((sentence for magic, sentence in _PACKED if start.startswith(magic)), "")


class Piece(NamedTuple):
    """Text that was ready: whole lines, but for the last piece, whose last line may have no ending."""

    text: str
    line: int
    """The number of its first line, from 1."""


class TextSource:
    """A list's bytes as text.

    `stream` gives bytes by `read1`, so that a slow producer's lines come out as they come in; `encoding` is
    the one that the user gave, or empty; `notify` takes the notice of a fall back to Windows-1252. Wrong
    encodings are a `UsageError`, bytes that `encoding` does not allow and lines without end a
    `BrokenFileError`.
    """

    def __init__(
        self,
        stream: "io.BufferedReader[Any]",
        encoding: str = "",
        notify: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._stream = stream
        self._notify = notify
        self._told = _codec_name(encoding)
        self.encoding = self._told or "utf-8"
        self.has_mark = False
        self.fell_back = False
        self.bytes_read = 0

    @property
    def is_utf8(self) -> bool:
        """Whether all that was read so far was UTF-8."""
        return self.encoding == "utf-8" and not self.fell_back

    def pieces(self) -> Iterator[Piece]:
        """Yield the text, a piece for each read that completed a line."""
        start = self._read_start()
        if self.encoding == "utf-8" and not self._told:
            texts = self._utf8_lines(start)
        else:
            texts = _whole_lines(self._decoded(start), "\n", "\r", LINE_LIMIT)
        line = 1
        for text in texts:
            yield Piece(text, line)
            line += _count_lines(text)

    def _read(self) -> bytes:
        try:
            data = self._stream.read1(_CHUNK)
        except OSError as error:
            raise BrokenFileError(f"The list cannot be read: {error.strerror}.") from error
        self.bytes_read += len(data)
        return data

    def _read_start(self) -> bytes:
        """Read the first bytes, note what they show of the encoding, and return them without the mark."""
        start = self._read()
        while len(start) < 8 and (more := self._read()):
            start += more
        if packing := packing_of(start):
            raise BrokenFileError(f"This is {packing}.")
        for mark, encoding in _MARKS:
            if start.startswith(mark):
                self.has_mark = True
                self.encoding = encoding
                return start[len(mark) :]
        if not self._told:
            self.encoding = _guess_wide(start[:8]) or "utf-8"
        return start

    def _chunks(self, start: bytes) -> Iterator[bytes]:
        chunk = start
        while chunk:
            yield chunk
            chunk = self._read()

    def _decoded(self, start: bytes) -> Iterator[str]:
        """Decode by the encoding that was given or found; what it does not allow is an error."""
        decoder = codecs.getincrementaldecoder(self.encoding)("strict")
        line = 1
        try:
            for chunk in self._chunks(start):
                text = decoder.decode(chunk)
                line += _count_lines(text)
                yield text
            yield decoder.decode(b"", final=True)
        except UnicodeError as error:
            if isinstance(error, UnicodeDecodeError):
                line += error.object[: error.start].count(b"\n")
            raise BrokenFileError(
                f"Line {line} is not valid {self.encoding}. Give the list's encoding: --encoding NAME."
            ) from error

    def _utf8_lines(self, start: bytes) -> Iterator[str]:
        """Decode whole lines as UTF-8; where that fails, each line that is not UTF-8 as Windows-1252."""
        line = 1
        for data in _whole_lines(self._chunks(start), b"\n", b"\r", 4 * LINE_LIMIT):
            yield self._decode_lines(data, line)
            line += data.count(b"\n")

    def _decode_lines(self, data: bytes, line: int) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            if not self.fell_back:
                self.fell_back = True
                number = line + data.count(b"\n", 0, error.start)
                self._notify(
                    f"Line {number} is not UTF-8: it, and each later line that is not, is read as"
                    " Windows-1252 (cp1252). If that is wrong, use --encoding NAME."
                )
            return "".join(map(_decode_line, data.splitlines(keepends=True)))


def _whole_lines(chunks: Iterator[AnyStr], feed: AnyStr, carriage: AnyStr, most: int) -> Iterator[AnyStr]:
    """Yield the lines that each chunk completes, and at the end what is left; `most` bounds a line."""
    waiting: list[AnyStr] = []  # the start of a line, in parts: joined once, however small the reads are
    size, line = 0, 1
    for chunk in chunks:
        if waiting and waiting[-1].endswith(carriage):  # the line ends here, unless this is half of \r\n
            size -= len(waiting[-1])
            chunk = waiting.pop() + chunk  # noqa: PLW2901 - the chunk with what waited for it
        end = max(chunk.rfind(feed), chunk.rfind(carriage, 0, len(chunk) - 1)) + 1
        if end:
            waiting.append(chunk[:end])
            yield chunk[:0].join(waiting)
            line += chunk.count(feed, 0, end) or chunk.count(carriage, 0, end)
            waiting, size = [], 0
        if rest := chunk[end:]:
            waiting.append(rest)
            size += len(rest)
        if size > most:
            raise BrokenFileError(
                f"Line {line} has more than {LINE_LIMIT:,} characters: a line ending is missing, or this is not a list."
            )
    if waiting:
        yield waiting[0][:0].join(waiting)


def _decode_line(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return codecs.charmap_decode(data, "strict", _CP1252)[0]


def _codec_name(encoding: str) -> str:
    if not encoding:
        return ""
    try:
        name = codecs.lookup(encoding).name
        "a".encode(name)  # a codec from bytes to bytes, such as base64, raises LookupError here
        codecs.getincrementaldecoder(name)
    except (LookupError, ValueError) as error:  # ValueError: a name that is no text, or `undefined`
        raise UsageError(
            f"There is no encoding {encoding!r}. Common ones: utf-8, utf-16, cp1252, latin-1, shift_jis."
        ) from error
    return {"utf-8-sig": "utf-8"}.get(name, name)


def _guess_wide(start: bytes) -> str:
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


def _count_lines(text: str) -> int:
    return text.count("\n") or text.count("\r")
