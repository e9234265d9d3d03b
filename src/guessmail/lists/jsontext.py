"""JSON: Lines, an object each; an array of objects; or objects one after the other. Their keys are the columns."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, starmap
from typing import TypeAlias

from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists.decoding import LINE_LIMIT, Piece, TableKind, TextSource
from guessmail.lists.headers import HEADER_ROWS, ColumnRules, find_columns, unknown_header
from guessmail.lists.records import Block, Table, in_parts

_Read: TypeAlias = tuple[int, str, object]
"""The line, the text and the value of what was read."""
_Item: TypeAlias = tuple[int, str, dict[str, object]]
"""The same of an object, whose text has no line break; it is empty for a blank line."""
_BLOCK_ROWS = 200
_VALUE = re.compile(r"[^ \t\r\n,\[\]\ufeff]")  # the first character of an object


def open_json(source: TextSource, rules: ColumnRules, *, is_array: bool) -> Table:
    """Open JSON; the columns are the keys of the first objects.

    Keys that come later are kept where the output is JSON Lines, and an error where it has columns.
    """
    pieces = source.chunks() if is_array else source.pieces()
    first = next(pieces, Piece("", 1))
    line = next((line.strip() for line in first.text.split("\n") if line.strip()), "")
    # Each line is an object if the first one is, and is not cut where it could go on.
    is_whole = line.endswith("}") or not first.text.strip().endswith("}")
    are_lines = is_whole and len(line) > 1 and line.startswith("{")
    pieces = chain([first], pieces)
    values = json_values(pieces)
    read = _lines(pieces) if are_lines else iter(lambda: list(islice(values, _BLOCK_ROWS)), [])
    parts = (list(starmap(_item, part)) for part in read)
    ahead = next(parts, [])
    header = list(dict.fromkeys(key for _, _, value in ahead[:HEADER_ROWS] for key in value))
    columns = find_columns(header, rules)
    if columns is None:
        raise unknown_header([header], rules)
    table = Table(TableKind.JSONL, source, header=header, columns=columns)
    table.blocks = in_parts(_blocks(chain([ahead], parts), header, table.lost), len(header))
    return table


def _lines(pieces: Iterable[Piece]) -> Iterator[Iterable[_Read]]:
    """Yield the lines of each piece, with their values; a blank line has an empty object."""
    for piece in pieces:
        texts = [line.strip() for line in piece.text.split("\n")]
        numbered = enumerate(texts if texts[-1] else texts[:-1], piece.line)
        yield ((line, text, _loaded(text, line) if text else {}) for line, text in numbered)


def _loaded(text: str, line: int) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (RecursionError, ValueError) as error:
        raise _fault(line, error) from error


def _item(line: int, text: str, value: object) -> _Item:
    """Return a value that is an object; anything else, and strings with halves of surrogate pairs, are refused."""
    if not isinstance(value, dict):
        raise BrokenFileError(
            f'Line {line} of the list is not a JSON object such as {{"name": …, "domain": …}}.'
        )
    try:
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
        return line, json.dumps(value) if "\n" in text else text, value
    except UnicodeEncodeError as error:
        raise UsageError(
            f"Line {line} of the list has a string that is no text: a surrogate (\\ud800 to \\udfff) stands alone."
            " Write the character whole."
        ) from error
    except RecursionError as error:
        raise _fault(line, error) from error


def _blocks(parts: Iterable[list[_Item]], header: list[str], lost: list[str]) -> Iterator[Block]:
    """Yield the rows; each text is the object as it was written, on one line."""
    keys = frozenset(header)
    for items in parts:
        rows = []
        for line, text, value in items:
            try:
                rows.append([_cell(value.get(key)) for key in header] if text else [])
            except RecursionError as error:
                raise _fault(line, error) from error
            if not lost and not keys.issuperset(value):
                other = next(key for key in value if key not in keys)
                lost.append(
                    f"Line {line} has the key {other!r}, which the first lines lack: it has no column."
                )
        yield Block(rows, [text for _, text, _ in items])


def _cell(value: object) -> str:
    """Return a value as a cell: text and numbers as they are; nothing for null, JSON for the rest."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def json_values(pieces: Iterable[Piece]) -> Iterator[_Read]:
    """Yield the line, the text and the value of each element of an array, or of values one after the other."""
    decoder = json.JSONDecoder(parse_constant=_refuse_constant)
    held, line, enough, fault = "", 1, 0, None
    for piece in chain(pieces, [Piece("", 0)]):
        held += piece.text
        # A value has to be parsed from its start: once it is long, only as it grows by an eighth.
        if piece.text and len(held) < enough:
            continue
        at, fault = 0, None
        while match := _VALUE.search(held, at):
            line += held.count("\n", at, match.start())
            at = match.start()
            try:
                value, end = decoder.raw_decode(held, at)
            except RecursionError as error:
                raise _fault(line, error) from error
            except ValueError as error:
                fault = error
                break
            yield line, held[at:end], value
            line += held.count("\n", at, end)
            at = end
        held = held[at:]
        enough = len(held) + (len(held) >> 3)
        if len(held) > LINE_LIMIT:
            break
    if fault:
        raise _fault(line, fault) from fault


def _fault(line: int, error: Exception) -> BrokenFileError:
    fault = "nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {error}"
    return BrokenFileError(f"Line {line} of the list is {fault}.")


def _refuse_constant(word: str) -> object:
    raise ValueError(f"{word} is no number")
