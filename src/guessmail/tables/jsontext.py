"""JSON: Lines, an object each; an array of objects; or objects one after the other. Their keys are the columns."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from guessmail.errors import BrokenFileError, UsageError
from guessmail.tables.decoding import LINE_LIMIT, Piece, TextSource
from guessmail.tables.dialects import HEAD_ROWS
from guessmail.tables.headers import ColumnRules, find_columns
from guessmail.tables.lacking import unknown_header
from guessmail.tables.records import Block, in_parts
from guessmail.tables.table import Table, TableKind

__all__ = ["json_values", "open_json"]

_BLOCK_ROWS = 200
_BETWEEN = re.compile(r"[ \t\r\n,\[\]\ufeff]*")

_Items = tuple[list[dict[str, object]], list[str], int]
"""Objects (empty ones for blank lines), the text of each, and the number of the first one's line."""


def open_json(source: TextSource, rules: ColumnRules, *, is_array: bool) -> Table:
    """Open JSON; the columns are the keys of the first objects.

    Keys that come later are kept where the output is JSON Lines, and an error where it has columns.
    """
    pieces = source.chunks() if is_array else source.pieces()
    first = next(pieces, Piece("", 1))
    items = _lines(chain([first], pieces)) if _is_lines(first.text) else _document(chain([first], pieces))
    ahead = next(items, ([], [], 1))
    header = list(dict.fromkeys(key for item in ahead[0][:HEAD_ROWS] for key in item))
    columns = find_columns(header, rules)
    if columns is None:
        raise unknown_header([header], rules)
    table = Table(TableKind.JSONL, source, header=header, columns=columns)
    table.blocks = _blocks(chain([ahead], items), header, table.lost)
    return table


def _is_lines(text: str) -> bool:
    """Return whether each line of a text that starts so is an object: the first is not cut where it could go on."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return line.startswith("{") and (line.endswith("}") or not text.strip().endswith("}")) and len(line) > 1


def _lines(pieces: Iterable[Piece]) -> Iterator[_Items]:
    for piece in pieces:
        texts = [line.strip() for line in piece.text.split("\n")]
        if not texts[-1]:
            texts.pop()
        if texts:
            yield (
                [_parse(text, line) if text else {} for line, text in enumerate(texts, piece.line)],
                texts,
                piece.line,
            )


def _document(pieces: Iterable[Piece]) -> Iterator[_Items]:
    values = json_values(pieces)
    while part := list(islice(values, _BLOCK_ROWS)):
        items = [_object(value, line, text) for line, text, value in part]
        texts = [
            text if "\n" not in text else json.dumps(item)
            for (_, text, _), item in zip(part, items, strict=True)
        ]
        yield items, texts, part[0][0]


def _blocks(parts: Iterable[_Items], header: list[str], lost: list[str]) -> Iterator[Block]:
    """Yield the rows; each text is the object as it was written, on one line."""
    keys = frozenset(header)
    for items, texts, line in parts:
        rows = []
        for number, (item, text) in enumerate(zip(items, texts, strict=True), line):
            rows.append(_cells(item, header, number) if text else [])
            if not lost and not keys.issuperset(item):
                other = next(key for key in item if key not in keys)
                lost.append(
                    f"Line {number} has the key {other!r}, which the first lines lack: it has no column."
                )
        yield from in_parts([Block(rows, texts)], len(header))


def json_values(pieces: Iterable[Piece]) -> Iterator[tuple[int, str, object]]:
    """Yield the line, the text and the value of each element of an array, or of values one after the other."""
    decoder = json.JSONDecoder(parse_constant=_refuse_constant)
    held, line, enough, fault = "", 1, 0, None
    for piece in chain(pieces, [Piece("", 0)]):
        held += piece.text
        # A value has to be parsed from its start: once it is long, only as it grows by an eighth.
        if piece.text and len(held) < enough:
            continue
        at, fault = 0, None
        while (start := _after(_BETWEEN, held, at)) < len(held):
            try:
                value, end = decoder.raw_decode(held, start)
            except RecursionError as error:
                raise _too_deep(line) from error
            except ValueError as error:
                fault = error
                break
            line += held.count("\n", at, start)
            yield line, held[start:end], value
            line += held.count("\n", start, end)
            at = end
        held = held[at:]
        enough = len(held) + (len(held) >> 3)
        if len(held) > LINE_LIMIT:
            break
    if fault:
        line += held.count("\n", 0, _after(_BETWEEN, held, 0))
        raise BrokenFileError(f"Line {line} of the list is not JSON: {fault}.") from fault


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _parse(line: str, number: int) -> dict[str, object]:
    try:
        item = json.loads(line, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise _too_deep(number) from error
    except ValueError as error:
        raise BrokenFileError(f"Line {number} of the list is not JSON: {error}.") from error
    return _object(item, number, line)


def _object(item: object, number: int, text: str) -> dict[str, object]:
    """Return a value as an object; anything else, and strings that are no text, are refused."""
    if not isinstance(item, dict):
        raise BrokenFileError(
            f'Line {number} of the list is not a JSON object such as {{"name": …, "domain": …}}.'
        )
    if "\\u" in text and not _is_text(item, number):
        raise UsageError(
            f"Line {number} of the list has a string that is no text: a surrogate (\\ud800 to \\udfff) stands alone."
            " Write the character whole."
        )
    return item


def _cells(item: dict[str, object], header: list[str], number: int) -> list[str]:
    try:
        return [_text(item.get(key)) for key in header]
    except RecursionError as error:
        raise _too_deep(number) from error


def _too_deep(number: int) -> BrokenFileError:
    return BrokenFileError(f"Line {number} of the list is nested too deeply.")


def _is_text(item: object, number: int) -> bool:
    """Say whether all strings are text: JSON can escape halves of surrogate pairs, which are no characters."""
    try:
        json.dumps(item, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    except RecursionError as error:
        raise _too_deep(number) from error
    return True


def _refuse_constant(word: str) -> object:
    raise ValueError(f"{word} is no number")


def _text(value: object) -> str:
    """Return a value as a cell: text and numbers as they are; nothing for null, JSON for the rest."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)
