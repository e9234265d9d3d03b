"""JSON Lines: an object a line; its keys are the columns."""

import json
from collections.abc import Iterable, Iterator

from guessmail.errors import BrokenFileError, UsageError
from guessmail.tables.decoding import Piece, TextSource
from guessmail.tables.dialects import HEAD_ROWS
from guessmail.tables.headers import Ask, find_columns, unknown_header
from guessmail.tables.opening import Table, TableKind
from guessmail.tables.records import Block, Dialect, in_parts


def open_jsonlines(source: TextSource, pieces: Iterable[Piece], text: str, ask: Ask) -> Table:
    """Open JSON Lines that start with `text`; the columns are the keys of the first objects there.

    Keys that come later are kept where the output is JSON Lines, and an error where it has columns.
    """
    if text.lstrip().startswith("["):
        raise BrokenFileError(
            "The list is one JSON array. Convert it to JSON Lines, one object per line: jq -c '.[]' FILE."
        )
    objects = [
        _parse(line, number) for number, line in enumerate(text.split("\n")[:HEAD_ROWS], 1) if line.strip()
    ]
    header = list(dict.fromkeys(key for item in objects for key in item))
    columns = find_columns(header, ask)
    if columns is None:
        raise unknown_header([header], ask)
    lost: list[str] = []
    blocks = _blocks(pieces, header, lost)
    return Table(TableKind.JSONL, source, Dialect(), header, "", columns, blocks=blocks, lost=lost)


def _blocks(pieces: Iterable[Piece], header: list[str], lost: list[str]) -> Iterator[Block]:
    """Yield the rows; each text is the line as it was written, without white space around it."""
    keys = frozenset(header)
    for piece in pieces:
        texts = [line.strip() for line in piece.text.split("\n")]
        if not texts[-1]:
            texts.pop()
        number = piece.line
        for part in in_parts([Block([[]] * len(texts), texts)], len(header)):
            rows = []
            for text in part.texts:
                item = _parse(text, number) if text else {}
                rows.append(_cells(item, header, number) if text else [])
                if not lost and not keys.issuperset(item):
                    other = next(key for key in item if key not in keys)
                    lost.append(
                        f"Line {number} has the key {other!r}, which the first lines lack: it has no column."
                    )
                number += 1
            yield Block(rows, part.texts)


def _parse(line: str, number: int) -> dict[str, object]:
    try:
        item = json.loads(line, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise _too_deep(number) from error
    except ValueError as error:
        raise BrokenFileError(f"Line {number} of the list is not JSON: {error}.") from error
    if not isinstance(item, dict):
        raise BrokenFileError(
            f'Line {number} of the list is not a JSON object such as {{"name": …, "domain": …}}.'
        )
    if "\\u" in line and not _is_text(item, number):
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
