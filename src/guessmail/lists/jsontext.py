"""Lists in JSON: JSON Lines, an array of objects, or objects one after the other; and rows written as JSON."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeAlias

from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists.decoding import LINE_LIMIT, TableKind, TextSource
from guessmail.lists.headers import HEADER_ROWS, ColumnRules, find_columns, unknown_header
from guessmail.lists.records import Block, Dialect, Table
from guessmail.text import is_text

_Read: TypeAlias = tuple[int, str, object]
"""A JSON value that was read: its line, its text, and the value itself."""
_VALUE = re.compile(r"[^ \t\r\n,\[\]\ufeff]")  # the first character of an object


def open_json(source: TextSource, rules: ColumnRules) -> Table:
    """Open JSON; the columns are the keys of the first objects, at most `HEADER_ROWS`. Further keys are lost (`Table.lost`)."""
    parts = json_values(source.chunks())
    read = next(parts, [])
    columns = find_columns(_keys(read), rules)
    if columns is None and (inner := _unwrapped(read)):
        columns, read = find_columns(_keys(inner), rules), inner
    header = _keys(read)
    if columns is None:
        raise unknown_header([header], rules)
    table = Table(TableKind.JSONL, source, Dialect(), header, columns, Block([header], [""]))
    table.blocks = _blocks(chain([read], parts), header, table.lost)
    return table


def _keys(read: Iterable[_Read]) -> list[str]:
    """Return the keys of the first objects, each once."""
    first = islice(read, HEADER_ROWS)
    return list(dict.fromkeys(key for line, _, value in first for key in _object(line, value)))


def _unwrapped(read: Sequence[_Read]) -> list[_Read]:
    """Return the objects of the only list in a single object, as services answer: `{"people": [{…}, …], "total": 2}`."""
    values: Sequence[object] = [value for _, _, value in read]
    while len(values) == 1 and isinstance(values[0], dict):
        inner = [value for value in values[0].values() if isinstance(value, list | dict)]
        lists = [value for value in inner if isinstance(value, list)]
        if len(lists) == 1:
            return [(read[0][0], json.dumps(value), value) for value in lists[0]]
        values = inner
    return []


def _object(line: int, value: object) -> dict[str, object]:
    """Return an object's fields; those of an object within have both keys: `company.domain`. `BrokenFileError` for other values."""
    if not isinstance(value, dict):
        raise BrokenFileError(
            f'Line {line} of the list is not a JSON object such as {{"name": …, "domain": …}}.'
        )
    while any(isinstance(inner, dict) and inner for inner in value.values()) and max(map(len, value)) < 200:
        value = {
            f"{key}.{name}" if name else key: cell
            for key, inner in value.items()
            for name, cell in (inner.items() if isinstance(inner, dict) and inner else [("", inner)])
        }
    return value


def _blocks(parts: Iterable[list[_Read]], header: list[str], lost: list[str]) -> Iterator[Block]:
    """Yield the rows, each with the text of its object on one line; `lost` gets a sentence about the first unknown key."""
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
                key = next(key for key in fields if key not in keys)
                lost.append(f"Line {line} has the key {key!r}, which the first lines lack: it has no column.")
        yield block


def _cell(value: object) -> str:
    """Return a value as a cell: a string as it is, an empty cell for null, else JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def json_values(pieces: Iterable[str]) -> Iterator[list[_Read]]:
    """Yield the elements of an array, or values in a row, as they are complete; `BrokenFileError` for invalid JSON."""
    decoder = json.JSONDecoder(parse_constant=_refuse_constant)
    text, line, enough = "", 1, 0
    for piece in chain(pieces, [""]):
        text += piece
        # A value is parsed from its start each time: if it is long, only after it has grown by an eighth.
        if piece and len(text) < enough:
            continue
        found: list[_Read] = []
        fault: Exception | None = None
        at, may_go_on = 0, False
        while match := _VALUE.search(text, at):
            line += text.count("\n", at, match.start())
            at = match.start()
            try:
                value, end = decoder.raw_decode(text, at)
            except (RecursionError, ValueError) as error:
                fault = error
                if isinstance(error, json.JSONDecodeError):
                    # A number, an escape or a constant such as `-Infinity` may be cut.
                    may_go_on = error.msg.startswith("Unterminated") or len(text) - error.pos < 10
                break
            found.append((line, text[at:end], value))
            line += text.count("\n", at, end)
            at = end
        if found:
            yield found
        if fault and not (piece and may_go_on and len(text) - at <= LINE_LIMIT):
            raise _fault(line, fault) from fault
        text = text[at:]
        enough = len(text) + (len(text) >> 3)


def _fault(line: int, error: Exception) -> BrokenFileError:
    reason = getattr(error, "msg", error)
    fault = "nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {reason}"
    return BrokenFileError(f"Line {line} of the list is {fault}.")


def _refuse_constant(word: str) -> object:
    raise ValueError(f"{word} is no number")


def unique_titles(header: Sequence[str]) -> list[str]:
    """Return the titles of a header as different keys: a repeated title gets a number, as in `name (2)`."""
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
    """Return a row as a JSON object; cells beyond the header are a list under the empty key."""
    fields: dict[str, object] = dict(zip(keys, row, strict=False))
    if rest := row[len(keys) :]:
        fields[""] = rest
    return dump(fields)


def dump(value: object) -> str:
    """Return a value as JSON; in ASCII if it has a lone surrogate, which UTF-8 cannot encode."""
    text = json.dumps(value, ensure_ascii=False)
    return text if is_text(text) else json.dumps(value)
