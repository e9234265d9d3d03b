"""Reading lists: CSV in any of its dialects and encodings, JSON, Excel workbooks; with any of the headers that people have."""

from guessmail.lists.decoding import TableKind
from guessmail.lists.headers import ColumnRules, Columns, Kind
from guessmail.lists.opening import open_table
from guessmail.lists.records import Block, Dialect, Table

__all__ = ["Block", "ColumnRules", "Columns", "Dialect", "Kind", "Table", "TableKind", "open_table"]
