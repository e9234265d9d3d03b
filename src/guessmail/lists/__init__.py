"""Lists: reading and writing CSV of any dialect and encoding, JSON and Excel workbooks, with headers as people write them."""

from guessmail.lists.decoding import TableKind
from guessmail.lists.headers import ColumnRules, Columns, Kind
from guessmail.lists.opening import open_table
from guessmail.lists.records import Block, Dialect, Table

__all__ = ["Block", "ColumnRules", "Columns", "Dialect", "Kind", "Table", "TableKind", "open_table"]
