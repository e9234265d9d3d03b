"""From bytes to whole lines of text: byte-order marks, UTF-16, UTF-32, UTF-8, and Windows-1252 where that fails."""

import codecs
import contextlib
import io
from collections.abc import Callable, Iterator
from typing import Any, AnyStr, NamedTuple

from guessmail.errors import BrokenFileError, UsageError
from guessmail.tables.start import look

ENCODING_RULES = """\
Encoding: the one of a byte-order mark (UTF-8, UTF-16, UTF-32), else --encoding. UTF-16 and UTF-32 without a
mark are recognised by their zero bytes. Everything else is UTF-8. A list that is not is read in the one of the older encodings
(cp1250, cp1251, Shift-JIS, GBK and the like) in which alone its header is known; else lines that are not valid UTF-8 are
read as Windows-1252 (cp1252). A notice says so. Compressed files are refused."""

LINE_LIMIT = 1 << 22
"""Characters that one line may have; what is longer is no list of people."""

_CHUNK = 1 << 16  # so large that the work per chunk vanishes; a pipe gives what it has, without a wait
_HEAD_LINES = 40
_LEGACY = ("cp1252", "cp1250", "cp1251", "cp1254", "cp932", "gb18030", "cp1253", "big5", "euc_kr", "koi8_r")
"""Encodings of before UTF-8; one that alone makes more of the header's titles known is the list's."""
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
    the one that the user gave, or empty; `notify` takes the notice of a fall back to another one; `titles_known` returns how
    many titles of a header are known in a text. Wrong encodings are a `UsageError`, bytes that `encoding` does not allow
    and lines without end a `BrokenFileError`.
    """

    def __init__(
        self,
        stream: "io.BufferedReader[Any]",
        encoding: str = "",
        notify: Callable[[str], None] = lambda _: None,
        titles_known: Callable[[str], int] = lambda _: 0,
    ) -> None:
        self._stream = stream
        self._notify = notify
        self._titles_known = titles_known
        self._legacy = ""
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

    def chunks(self) -> Iterator[Piece]:
        """Yield the text as it is read, for a form whose lines mean nothing; bytes that are no text are a `BrokenFileError`."""
        line = 1
        for text in self._decoded(self._read_start()):
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
        seen = look(start)
        if seen.packing:
            raise BrokenFileError(f"This is {seen.packing}.")
        self.has_mark = bool(seen.mark)
        if seen.mark or not self._told:
            self.encoding = seen.encoding or "utf-8"
        return start[len(seen.mark) :]

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
        if self._legacy:
            return data.decode(self._legacy, "replace")
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            if not self.fell_back:
                self.fell_back = True
                number = line + data.count(b"\n", 0, error.start)
                if line == 1 and (legacy := self._encoding_of_header(data)):
                    self._legacy = legacy
                    self._notify(
                        f"The list is not UTF-8; its header shows that it is {legacy}. If that is wrong, use --encoding NAME."
                    )
                    return data.decode(legacy, "replace")
                self._notify(
                    f"Line {number} is not UTF-8: it, and each later line that is not, is read as"
                    " Windows-1252 (cp1252). If that is wrong, use --encoding NAME."
                )
            return "".join(map(_decode_line, data.splitlines(keepends=True)))

    def _encoding_of_header(self, data: bytes) -> str:
        """Return the older encoding in which alone most of a header's titles are known; empty if that is none, or cp1252."""
        head = b"".join(data.splitlines(keepends=True)[:_HEAD_LINES])
        known: dict[str, int] = {}
        for encoding in _LEGACY:
            with contextlib.suppress(UnicodeDecodeError):
                known[encoding] = self._titles_known(head.decode(encoding))
        best = [encoding for encoding, count in known.items() if count and count == max(known.values())]
        return best[0] if len(best) == 1 and best[0] != _LEGACY[0] else ""


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


def _count_lines(text: str) -> int:
    return text.count("\n") or text.count("\r")
