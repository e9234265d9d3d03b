"""How lists are read, in words for users, and which columns a list lacks (`lists/` has the code)."""

__all__ = ["LIST_RULES", "NO_ADDRESSES", "NO_COMPANIES", "NO_COMPANY", "NO_DOMAIN", "NO_HEADER", "NO_PERSON"]

NO_ADDRESSES = "No column holds addresses; name one email. The first row has: {}."
NO_DOMAIN = (
    "No column holds domains or addresses: name one domain, website or email, or write one domain or address per line."
    " The first row has: {}."
)
NO_COMPANIES = (
    "A list of companies needs a column company; to give their domains, also a column domain. Its first row has: {}."
    " Add a header, or name the column: --map company=COLUMN."
)
_NO_COLUMN = "The list has no column for the {}. Its first row has: {{}}. Name it, by header or number: --map {}=COLUMN."
NO_COMPANY = _NO_COLUMN.format("company's domain (domain, website, e-mail or company)", "domain")
NO_PERSON = _NO_COLUMN.format("person's name (name, or first and last name)", "name")
NO_HEADER = (
    "The list has no header that names columns for the person's name and the company's domain. Its first row has: {}."
    " Name them, by header or number: --map name=COLUMN --map domain=COLUMN. If the list has no header, add --no-header."
)

LIST_RULES = """\
Encoding: the one of a byte-order mark (UTF-8, UTF-16, UTF-32), else --encoding. UTF-16 and UTF-32 without a
mark are recognised by their zero bytes. Everything else is UTF-8. A list that is not is read in the one of
the older encodings (cp1250, cp1251, Shift-JIS, GBK and the like) in which alone its header is known; else
lines that are not valid UTF-8 are read as Windows-1252 (cp1252). A notice says so. Compressed files are
refused.

Format: the delimiter is the one of comma, semicolon, tab and | with which the header is found; if several
fit, the one that gives most cells. Cells may be in double quotes. The first line's ending is kept. A list
that starts with { is JSON Lines: one object per line, its keys are the columns; one that starts with [ is a
JSON array of such objects. A list that starts with PK is an Excel workbook.

Header: the first of the first 20 rows that names columns for the person (name, or first and last name) and
the company (domain, website, e-mail or company), in any of twenty languages, or the row below it if that one
names more columns; of several tables, the one with the most rows. Case, spaces and underscores do not matter;
rows before it are kept. In each row, the domain comes from the first usable cell of the columns domain,
website, e-mail; a cell that says "n/a", "-" or "unknown" is empty. A column Name beside one of first names
holds the last name, and the other way round. If two columns hold names of different people, guessmail stops
and asks. --map name=COLUMN names a column by its header or number. With --no-header there is no header: the
name is in column 1 and the domain in column 2, unless --map names others by number."""
