"""Whole lines from bytes, however the bytes are cut on their way."""

import io
from typing import Any

import pytest

from guessmail.lists.decoding import TextSource
from guessmail.lists.records import Dialect, csv_blocks


class Cut(io.BytesIO):
    """Bytes that come in pieces cut at one place."""

    def __init__(self, data: bytes, place: int) -> None:
        super().__init__(data)
        self._place = place

    def read1(self, size: int | None = -1, /) -> bytes:
        """Return what there is up to the cut, then the rest."""
        before = self._place - self.tell()
        return super().read1(before if before > 0 else size)


LIST = "name,note\nJane Doe,x\nMüller,\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
def test_a_cut_anywhere_changes_nothing(end: str, encoding: str) -> None:
    data = ("\ufeff" * (encoding == "utf-16-le") + LIST.replace("\n", end)).encode(encoding)
    for place in range(1, len(data)):
        stream: Any = Cut(data, place)
        blocks = list(csv_blocks(TextSource(stream).pieces(), Dialect(line_end=end)))
        rows = [row for block in blocks for row in block.rows]
        assert rows == [["name", "note"], ["Jane Doe", "x"], ["Müller", ""]], place
        assert [text for block in blocks for text in block.texts] == LIST.splitlines(), place


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_piece_ends_where_a_line_does(end: str) -> None:
    data = LIST.replace("\n", end).encode()
    for place in range(1, len(data)):
        stream: Any = Cut(data, place)
        for piece in TextSource(stream).pieces():
            assert piece.endswith(end), place
            assert not piece.startswith("\n"), place
