"""Reading lists: CSV in any of its dialects and encodings, JSON Lines, Excel workbooks."""

from guessmail.tables.decoding import ENCODING_RULES
from guessmail.tables.dialects import DIALECT_RULES
from guessmail.tables.headers import HEADER_RULES, Ask, Columns, Kind
from guessmail.tables.opening import Table, TableKind, open_table
from guessmail.tables.records import Block, Dialect

__all__ = [
    "DIALECT_RULES",
    "ENCODING_RULES",
    "HEADER_RULES",
    "Ask",
    "Block",
    "Columns",
    "Dialect",
    "Kind",
    "Table",
    "TableKind",
    "open_table",
]
