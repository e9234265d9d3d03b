"""Reading lists: CSV in any of its dialects and encodings, JSON, Excel workbooks; with any of the headers that people have."""

from guessmail.lists.decoding import ENCODING_RULES, TableKind
from guessmail.lists.headers import HEADER_RULES, ColumnRules, Columns, Kind
from guessmail.lists.opening import DIALECT_RULES, open_table
from guessmail.lists.records import Block, Dialect, Table

__all__ = [
    "DIALECT_RULES", "ENCODING_RULES", "HEADER_RULES", "Block", "ColumnRules", "Columns", "Dialect", "Kind", "Table", "TableKind", "open_table",
]  # fmt: skip
