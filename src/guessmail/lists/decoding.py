"""From bytes to whole lines of text: byte-order marks, UTF-16, UTF-32, UTF-8, and older encodings where that fails."""

import codecs
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists.start import look

ENCODING_RULES = """\
Encoding: the one of a byte-order mark (UTF-8, UTF-16, UTF-32), else --encoding. UTF-16 and UTF-32 without a
mark are recognised by their zero bytes. Everything else is UTF-8. A list that is not is read in the one of the older encodings
(cp1250, cp1251, Shift-JIS, GBK and the like) in which alone its header is known; else lines that are not valid UTF-8 are
read as Windows-1252 (cp1252). A notice says so. Compressed files are refused."""

LINE_LIMIT = 1 << 22
"""Characters that one line may have; what is longer is no list of people."""

_CHUNK = 1 << 16  # so large that the work per chunk vanishes; a pipe gives what it has, without a wait
_HEADER_LINES = 40
_LEGACY = ("cp1252", "cp1250", "cp1251", "cp1254", "cp932", "gb18030", "cp1253", "big5", "euc_kr", "koi8_r")
"""Encodings of before UTF-8; one that alone makes more of the header's titles known is the list's."""
# The five bytes that Windows-1252 leaves undefined are control characters, as browsers read them (WHATWG
# Encoding, 9.1).
_CP1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
_NOT_UTF8_AS_CP1252 = "guessmail.cp1252"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Return the bytes that are not UTF-8 as Windows-1252 has them (an error handler of `codecs`)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return codecs.charmap_decode(error.object[error.start : error.end], "strict", _CP1252)[0], error.end


codecs.register_error(_NOT_UTF8_AS_CP1252, _as_cp1252)


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
        self._stream, self._notify, self._titles_known = stream, notify, titles_known
        self._told = _codec_name(encoding)
        self._encoding = self._told or "utf-8"
        self.has_mark = False
        self.is_utf8 = True
        """Whether all that was read so far was UTF-8."""
        self.bytes_read = 0

    def pieces(self) -> Iterator[Piece]:
        """Yield the text, a piece for each read that completed a line."""
        held: list[str] = []  # the start of a line, in parts: joined once, however small the reads are
        line, size = 1, 0
        for chunk, _ in self.chunks():
            end = max(chunk.rfind("\n"), chunk.rfind("\r")) + 1
            if end:
                text = "".join([*held, chunk[:end]])
                yield Piece(text, line)
                line += _count_lines(text)
                held, size = [], 0
            if rest := chunk[end:]:
                held.append(rest)
                size += len(rest)
            if size > LINE_LIMIT:
                raise BrokenFileError(
                    f"Line {line} has more than {LINE_LIMIT:,} characters: a line ending is missing, or this is not a list."
                )
        if held:
            yield Piece("".join(held), line)

    def chunks(self) -> Iterator[Piece]:
        """Yield the text as it is read, for a form whose lines mean nothing; no line ending is cut in two."""
        chunk = self._read_start()
        decoder = codecs.getincrementaldecoder(self._encoding)()
        endings = io.IncrementalNewlineDecoder(None, translate=False)
        line = 1
        while True:
            is_last = not chunk
            try:
                text = decoder.decode(chunk, is_last)
            except UnicodeError as error:
                data, at = (error.object, error.start) if isinstance(error, UnicodeDecodeError) else (b"", 0)
                number = line + data.count(b"\n", 0, at)
                if self._told or self._encoding != "utf-8":
                    raise BrokenFileError(
                        f"Line {number} is not valid {self._encoding}. Give the list's encoding: --encoding NAME."
                    ) from error
                decoder = self._other_decoder(data, number, is_start=line == 1)
                text = decoder.decode(data, is_last)
            if text := endings.decode(text, is_last):
                yield Piece(text, line)
                line += _count_lines(text)
            if is_last:
                return
            chunk = self._read()

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
        if seen.unsupported:
            raise BrokenFileError(f"This is {seen.unsupported}.")
        self.has_mark = bool(seen.mark)
        if seen.mark or not self._told:
            self._encoding = seen.encoding or "utf-8"
        self.is_utf8 = self._encoding == "utf-8"
        return start[len(seen.mark) :]

    def _other_decoder(self, data: bytes, number: int, *, is_start: bool) -> codecs.IncrementalDecoder:
        """Return what decodes the rest of a list that turned out not to be UTF-8 in a line with this number."""
        self.is_utf8 = False
        if is_start and (legacy := self._encoding_of_header(data)):
            self._notify(
                f"The list is not UTF-8; its header shows that it is {legacy}. If that is wrong, use --encoding NAME."
            )
            return codecs.getincrementaldecoder(legacy)("replace")
        self._notify(
            f"Line {number} is not UTF-8: it, and each later line that is not, is read as"
            " Windows-1252 (cp1252). If that is wrong, use --encoding NAME."
        )
        return codecs.getincrementaldecoder("utf-8")(_NOT_UTF8_AS_CP1252)

    def _encoding_of_header(self, data: bytes) -> str:
        """Return the older encoding in which alone most of a header's titles are known; empty if that is none, or cp1252."""
        whole = data[: max(data.rfind(b"\n"), data.rfind(b"\r")) + 1] or data
        head = b"".join(whole.splitlines(keepends=True)[:_HEADER_LINES])
        known: dict[str, int] = {}
        for encoding in _LEGACY:
            with suppress(UnicodeDecodeError):
                known[encoding] = self._titles_known(head.decode(encoding))
        best = [encoding for encoding, count in known.items() if count and count == max(known.values())]
        return best[0] if len(best) == 1 and best[0] != _LEGACY[0] else ""


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
