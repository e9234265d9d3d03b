"""JSON: Lines, an object each; an array of objects; or objects one after the other. Their keys are the columns. Rows as JSON."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists.decoding import LINE_LIMIT, TableKind, TextSource
from guessmail.lists.headers import HEADER_ROWS, ColumnRules, find_columns, unknown_header
from guessmail.lists.records import Block, Dialect, Table
from guessmail.text import is_text

_Read: TypeAlias = tuple[int, str, object]
"""The line, the text and the value of what was read."""
_VALUE = re.compile(r"[^ \t\r\n,\[\]\ufeff]")  # the first character of an object


def open_json(source: TextSource, rules: ColumnRules) -> Table:
    """Open JSON; the columns are the keys of the first objects.

    Keys that come later are kept where the output is JSON Lines, and an error where it has columns.
    """
    parts = json_values(source.chunks())
    ahead = next(parts, [])
    header = list(
        dict.fromkeys(key for line, _, value in ahead[:HEADER_ROWS] for key in _object(line, value))
    )
    columns = find_columns(header, rules)
    if columns is None:
        raise unknown_header([header], rules)
    table = Table(TableKind.JSONL, source, Dialect(), header, columns, Block([header], [""]))
    table.blocks = _blocks(chain([ahead], parts), header, table.lost)
    return table


def _object(line: int, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise BrokenFileError(
            f'Line {line} of the list is not a JSON object such as {{"name": …, "domain": …}}.'
        )
    return value


def _blocks(parts: Iterable[list[_Read]], header: list[str], lost: list[str]) -> Iterator[Block]:
    """Yield the rows; each text is the object as it was written, on one line."""
    keys = frozenset(header)
    for part in parts:
        block = Block([], [])
        for line, text, value in part:
            fields = _object(line, value)
            try:
                if "\\u" in text:
                    json.dumps(value, ensure_ascii=False).encode()
                block.rows.append([_cell(fields.get(key)) for key in header])
                block.texts.append(json.dumps(value) if "\n" in text else text)
            except UnicodeEncodeError as error:
                raise UsageError(
                    f"Line {line} of the list has a string that is no text: a surrogate (\\ud800 to \\udfff) stands alone."
                    " Write the character whole."
                ) from error
            except RecursionError as error:
                raise _fault(line, error) from error
            if not lost and not keys.issuperset(fields):
                other = next(key for key in fields if key not in keys)
                lost.append(
                    f"Line {line} has the key {other!r}, which the first lines lack: it has no column."
                )
        yield block


def _cell(value: object) -> str:
    """Return a value as a cell: text and numbers as they are; nothing for null, JSON for the rest."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def json_values(pieces: Iterable[str]) -> Iterator[list[_Read]]:
    """Yield the elements of an array, or values one after the other, in parts as they become whole."""
    decoder = json.JSONDecoder(parse_constant=_refuse_constant)
    held, line, enough = "", 1, 0
    for piece in chain(pieces, [""]):
        held += piece
        # A value has to be parsed from its start: once it is long, only as it grows by an eighth.
        if piece and len(held) < enough:
            continue
        found: list[_Read] = []
        fault: Exception | None = None
        at, may_go_on = 0, False
        while match := _VALUE.search(held, at):
            line += held.count("\n", at, match.start())
            at = match.start()
            try:
                value, end = decoder.raw_decode(held, at)
            except json.JSONDecodeError as error:
                fault = error
                # The end of a number, an escape or a constant may be cut: `-Infinity`.
                may_go_on = error.msg.startswith("Unterminated") or len(held) - error.pos < 10
                break
            except (RecursionError, ValueError) as error:
                fault = error
                break
            found.append((line, held[at:end], value))
            line += held.count("\n", at, end)
            at = end
        if found:
            yield found
        if fault and not (piece and may_go_on and len(held) - at <= LINE_LIMIT):
            raise _fault(line, fault) from fault
        held = held[at:]
        enough = len(held) + (len(held) >> 3)


def _fault(line: int, error: Exception) -> BrokenFileError:
    reason = getattr(error, "msg", error)
    fault = "nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {reason}"
    return BrokenFileError(f"Line {line} of the list is {fault}.")


def _refuse_constant(word: str) -> object:
    raise ValueError(f"{word} is no number")


def unique_titles(header: Sequence[str]) -> list[str]:
    """Return a header with a number after each title that stood before, so that no cell is lost."""
    keys: dict[str, None] = {}
    numbers = dict.fromkeys(header, 1)
    for title in header:
        key = title
        while key in keys:
            numbers[title] += 1
            key = f"{title} ({numbers[title]})"
        keys[key] = None
    return list(keys)


def dump_row(keys: Sequence[str], row: Sequence[str]) -> str:
    """Return a row as a JSON object; cells beyond the header are a list under an empty key."""
    fields: dict[str, object] = dict(zip(keys, row, strict=False))
    if rest := row[len(keys) :]:
        fields[""] = rest
    return dump(fields)


def dump(value: object) -> str:
    """Return a value as JSON in UTF-8; with a lone surrogate, which has no UTF-8 but may be escaped, in ASCII."""
    text = json.dumps(value, ensure_ascii=False)
    return text if is_text(text) else json.dumps(value)
