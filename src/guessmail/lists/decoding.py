"""From bytes to text: the kind of a file by its first bytes, and its encoding: UTF-8, UTF-16, UTF-32, or an older one."""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import Any, NamedTuple

from guessmail.data.file_starts import LEGACY, MARKS, PAGE, UNSUPPORTED, UNSUPPORTED_PAGE, WIDE
from guessmail.errors import BrokenFileError, UsageError, explained

LINE_LIMIT = 1 << 22
"""The most characters of a line; a list of people has no longer ones."""

# The five bytes that Windows-1252 leaves undefined are control characters (WHATWG Encoding, 9.1).
_CP1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))


class TableKind(StrEnum):
    """The kinds of files of lists."""

    EMPTY = "empty"
    TEXT = "text"
    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"


_JSON = re.compile(rb"\s*(?:\{|\[\s*(?:[\[\]{\"']|$))")
"""The start of JSON; texts, too, may start with a bracket: `[12.01.26] Jane Doe: …`."""


_PAGE = re.compile(PAGE)


class Start(NamedTuple):
    """The kind and the encoding that the first bytes of a file show."""

    kind: str
    """`TEXT` for CSV, too, which only a header tells apart; `JSONL` for all JSON; `samples.sources` has more kinds."""
    encoding: str = ""
    """The encoding, by a byte-order mark or the places of zero bytes; empty if there are neither."""
    mark: bytes = b""
    """The byte-order mark."""
    unsupported: str = ""
    """A description of a file of a format that is not read, with advice."""


def recognise(head: bytes) -> Start:
    """Return the kind and the encoding of a file by its first bytes; eight are enough for the encoding."""
    if unsupported := next((sentence for magic, sentence in UNSUPPORTED if head.startswith(magic)), ""):
        return Start("unsupported", unsupported=unsupported)
    if head.startswith(b"PK\x03\x04"):
        return Start(TableKind.XLSX)
    mark, encoding = next((pair for pair in MARKS if head.startswith(pair[0])), (b"", ""))
    if _PAGE.match(head, len(mark)):
        return Start("page", mark=mark, unsupported=UNSUPPORTED_PAGE)
    filled = bytes(map(bool, head[:8]))
    encoding = encoding or next((wide for wide, ascii_ in WIDE if filled.startswith(ascii_)), "")
    is_json = encoding in {"", "utf-8"} and _JSON.match(head, len(mark)) is not None
    return Start(TableKind.JSONL if is_json else TableKind.TEXT, encoding, mark)


def _as_cp1252(error: Any) -> tuple[str, int]:
    """Decode bytes that are not UTF-8 as Windows-1252 (an error handler of `codecs`)."""
    return codecs.charmap_decode(error.object[error.start : error.end], "strict", _CP1252)[0], error.end


codecs.register_error("guessmail.cp1252", _as_cp1252)


class TextSource:
    """A list's bytes as text, read by `read1`: the lines of a slow producer come out as they come in.

    `encoding` is the user's, or empty; `notify` takes the notice of a fall back to another encoding; `titles_known` returns
    the number of known titles in the header of a text. An unknown encoding is a `UsageError`; bytes that are not valid in
    `encoding`, and lines longer than `LINE_LIMIT`, are a `BrokenFileError`.
    """

    def __init__(
        self,
        stream: "io.BufferedReader[Any]",
        encoding: str = "",
        notify: Callable[[str], None] = lambda _: None,
        titles_known: Callable[[str], int] = lambda _: 0,
    ) -> None:
        self._stream, self._notify, self._titles_known = stream, notify, titles_known
        self._chosen = _codec_name(encoding) if encoding else ""
        self._encoding = self._chosen or "utf-8"
        self.wants_mark = False
        """Whether an output of this list should start with a byte-order mark: the list has one, or is not UTF-8."""
        self.bytes_read, self._line = 0, 1

    def pieces(self) -> Iterator[str]:
        """Yield the text in whole lines, a piece for each read that completed a line; the last may have no ending."""
        rest = ""
        for chunk in self.chunks():
            if end := max(chunk.rfind("\n"), chunk.rfind("\r")) + 1:
                yield rest + chunk[:end]
                rest = ""
            rest += chunk[end:]
            if len(rest) > LINE_LIMIT:
                raise BrokenFileError(
                    f"Line {self._line} has more than {LINE_LIMIT:,} characters: a line ending is missing, or this is not a list."
                )
        if rest:
            yield rest

    def chunks(self) -> Iterator[str]:
        """Yield the text as it is read, for formats that do not depend on lines; a line ending is never cut in two."""
        data = self._read()
        while len(data) < 8 and (more := self._read()):
            data += more
        start = recognise(data)
        if start.unsupported:
            raise BrokenFileError(f"This is {start.unsupported}.")
        if start.mark or not self._chosen:
            self._encoding = start.encoding or "utf-8"
        self.wants_mark = bool(start.mark) or self._encoding != "utf-8"
        data = data[len(start.mark) :]
        decoder = codecs.getincrementaldecoder(self._encoding)()
        endings = io.IncrementalNewlineDecoder(None, translate=False)
        while True:
            is_last = not data
            try:
                text = decoder.decode(data, is_last)
            except UnicodeError as error:
                rest, at = (error.object, error.start) if isinstance(error, UnicodeDecodeError) else (b"", 0)
                number = self._line + rest.count(b"\n", 0, at)
                if self._chosen or self._encoding != "utf-8":
                    raise BrokenFileError(
                        f"Line {number} is not valid {self._encoding}. Give the list's encoding: --encoding NAME."
                    ) from error
                decoder = self._other_decoder(rest, number, is_start=self._line == 1)
                text = decoder.decode(rest, is_last)
            if text := endings.decode(text, is_last):
                self._line += count_lines(text)
                yield text
            if is_last:
                return
            data = self._read()

    def _read(self) -> bytes:
        with explained("The list cannot be read"):
            data = self._stream.read1(1 << 16)  # a pipe gives what it has, without a wait
        self.bytes_read += len(data)
        return data

    def _other_decoder(self, data: bytes, number: int, *, is_start: bool) -> codecs.IncrementalDecoder:
        """Return the decoder of the one older encoding that knows the most titles, else that of Windows-1252 beside UTF-8."""
        self.wants_mark = True
        head = b"\n".join(data.splitlines()[:40])
        known: dict[str, int] = {}
        for encoding in LEGACY if is_start else ():
            with suppress(UnicodeDecodeError):
                known[encoding] = self._titles_known(codecs.getincrementaldecoder(encoding)().decode(head))
        best = [encoding for encoding, count in known.items() if count and count == max(known.values())]
        if len(best) == 1 and best[0] != LEGACY[0]:
            self._notify(
                f"The list is not UTF-8; its header shows that it is {best[0]}. If that is wrong, use --encoding NAME."
            )
            return codecs.getincrementaldecoder(best[0])("replace")
        self._notify(
            f"Line {number} is not UTF-8: it, and each later line that is not, is read as"
            " Windows-1252 (cp1252). If that is wrong, use --encoding NAME."
        )
        return codecs.getincrementaldecoder("utf-8")("guessmail.cp1252")


def _codec_name(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        "a".encode(name)  # a codec from bytes to bytes, such as base64, raises LookupError here
        codecs.getincrementaldecoder(name)
    except (LookupError, ValueError) as error:  # ValueError: an invalid name, or `undefined`
        raise UsageError(
            f"There is no encoding {encoding!r}. Common ones: utf-8, utf-16, cp1252, latin-1, shift_jis."
        ) from error
    return name.removesuffix("-sig")


def count_lines(text: str) -> int:
    """Return the number of line endings in a text."""
    return text.count("\n") or text.count("\r")
