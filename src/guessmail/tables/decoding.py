"""From bytes to whole lines of text: byte-order marks, UTF-16, UTF-8, and Windows-1252 where that fails."""

import codecs
import io
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from guessmail.errors import BrokenFileError, UsageError

__all__ = ["ENCODING_RULES", "LINE_LIMIT", "Piece", "TextSource"]

ENCODING_RULES = """\
The encoding is the one that a byte-order mark tells (UTF-8, UTF-16), else --encoding; UTF-16 without a
mark is known by its zero bytes. Else it is UTF-8, and a line that is not valid UTF-8 is read as
Windows-1252 (cp1252), with a notice that names the first such line."""

LINE_LIMIT = 1 << 22
"""Characters that one line may have; what is longer is no list of people."""

_CHUNK = 1 << 16  # so large that the work per chunk vanishes; a pipe gives what it has, without a wait
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The five bytes that Windows-1252 leaves undefined are control characters, as browsers read them (WHATWG
# Encoding, 9.1).
_CP1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))


class Piece(NamedTuple):
    """Text that was ready: whole lines, but for the last piece, whose last line may have no ending."""

    text: str
    line: int
    """The number of its first line, from 1."""


class TextSource:
    """A list's bytes as text.

    `stream` gives bytes by `read1`, so that a slow producer's lines come out as they come in; `encoding` is
    the one that the user told, or empty; `notify` takes the notice of a fall back to Windows-1252. Wrong
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
        line = 1
        waiting = ""
        decode = (
            self._decode_utf8_lines if self.encoding == "utf-8" and not self._told else self._decode_stream
        )
        for text in decode(start):
            text = waiting + text if waiting else text  # noqa: PLW2901 - the piece with what waited for it
            end = max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1
            waiting = text[end:]
            if len(waiting) > LINE_LIMIT:
                raise BrokenFileError(_too_long(line + _count_lines(text)))
            if end:
                yield Piece(text[:end], line)
                line += _count_lines(text[:end])
        if waiting:
            yield Piece(waiting, line)

    def _read(self) -> bytes:
        try:
            data = self._stream.read1(_CHUNK)
        except OSError as error:
            raise BrokenFileError(f"The list cannot be read: {error.strerror}.") from error
        self.bytes_read += len(data)
        return data

    def _read_start(self) -> bytes:
        """Read the first bytes, note what they tell of the encoding, and return them without the mark."""
        start = self._read()
        while len(start) < 4 and (more := self._read()):
            start += more
        for mark, encoding in _MARKS:
            if start.startswith(mark):
                self.has_mark = True
                self.encoding = encoding
                return start[len(mark) :]
        if not self._told:
            self.encoding = _guess_utf16(start[:4]) or "utf-8"
        return start

    def _chunks(self, start: bytes) -> Iterator[bytes]:
        chunk = start
        while chunk:
            yield chunk
            chunk = self._read()

    def _decode_stream(self, start: bytes) -> Iterator[str]:
        """Decode by the encoding that was told or found; what it does not allow is an error."""
        decoder = codecs.getincrementaldecoder(self.encoding)("strict")
        line = 1
        try:
            for chunk in self._chunks(start):
                text = decoder.decode(chunk)
                line += _count_lines(text)
                yield text
            yield decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            line += error.object[: error.start].count(b"\n")
            raise BrokenFileError(
                f"Line {line} is not valid {self.encoding}. Say the list's encoding: --encoding NAME."
            ) from error

    def _decode_utf8_lines(self, start: bytes) -> Iterator[str]:
        """Decode whole lines as UTF-8; where that fails, each line that is not UTF-8 as Windows-1252."""
        line = 1
        waiting = b""
        for chunk in self._chunks(start):
            data = waiting + chunk if waiting else chunk
            end = max(data.rfind(b"\n"), data.rfind(b"\r")) + 1
            waiting = data[end:]
            if len(waiting) > 4 * LINE_LIMIT:
                raise BrokenFileError(_too_long(line + data.count(b"\n")))
            if end:
                yield self._decode_lines(data[:end], line)
                line += data.count(b"\n", 0, end)
        if waiting:
            yield self._decode_lines(waiting, line)

    def _decode_lines(self, data: bytes, line: int) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            if not self.fell_back:
                self.fell_back = True
                number = line + data.count(b"\n", 0, error.start)
                self._notify(
                    f"Line {number} is not UTF-8: it, and each later line that is not, is read as"
                    " Windows-1252 (cp1252). If that is wrong, say --encoding NAME."
                )
            return "".join(map(_decode_line, data.splitlines(keepends=True)))


def _decode_line(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return codecs.charmap_decode(data, "strict", _CP1252)[0]


def _codec_name(encoding: str) -> str:
    """Return Python's name of an encoding; empty for an empty one."""
    if not encoding:
        return ""
    try:
        name = codecs.lookup(encoding).name
        "a".encode(name)  # a codec from bytes to bytes, such as base64, raises LookupError here
    except LookupError as error:
        raise UsageError(
            f"There is no encoding {encoding!r}. Common ones: utf-8, utf-16, cp1252, latin-1, shift_jis."
        ) from error
    return {"utf-8-sig": "utf-8"}.get(name, name)


def _guess_utf16(start: bytes) -> str:
    """Return the byte order that the zero bytes beside two ASCII characters tell, or nothing."""
    if len(start) < 4 or start.count(0) != 2:
        return ""
    if start[1] == start[3] == 0:
        return "utf-16-le"
    return "utf-16-be" if start[0] == start[2] == 0 else ""


def _count_lines(text: str) -> int:
    return text.count("\n") or text.count("\r")


def _too_long(line: int) -> str:
    return f"Line {line} has more than {LINE_LIMIT:,} characters: a line ending is missing, or it is no list."
