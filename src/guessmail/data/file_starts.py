"""How files start and end, by the bytes of their specifications, and the fields and tags that are read in them; older encodings of lists."""

import codecs

__all__ = [
    "FIELD",
    "INLINE",
    "LDIF_MAIL",
    "LEGACY",
    "MARKS",
    "PAGE",
    "UNSUPPORTED",
    "UNSUPPORTED_PAGE",
    "WIDE",
]

LEGACY = ("cp1252", "cp1250", "cp1251", "cp1254", "cp932", "gb18030", "cp1253", "big5", "euc_kr", "koi8_r")
"""Encodings of before UTF-8; one that alone makes more of the header's titles known is the list's."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = (
    ("utf-32-le", b"\1\0\0\0\1\0\0\0"),
    ("utf-32-be", b"\0\0\0\1\0\0\0\1"),
    ("utf-16-le", b"\1\0\1\0"),
    ("utf-16-be", b"\0\1\0\1"),
)
"""Which bytes of two ASCII characters are not zero."""
UNSUPPORTED = (
    (b"\x1f\x8b", "compressed with gzip: unpack it first, gunzip -c FILE > LIST"),
    (b"BZh", "compressed with bzip2: unpack it first, bunzip2 -c FILE > LIST"),
    (b"\xfd7zXZ\0", "compressed with xz: unpack it first, xz -dc FILE > LIST"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it first, zstd -dc FILE > LIST"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old workbook (.xls), or one with a password: save it as .xlsx without a password, or as CSV (UTF-8)",
    ),
    (b"%PDF-", "a PDF: copy what it holds into a text or CSV file"),
    (b"SQLite format 3\0", "a database: export its table as CSV (UTF-8)"),
)
"""How files start that are not read, and what to do with them."""

PAGE = (
    rb"(?i)\s*<(?:!--|!doctype\s+html|(?:\?xml|html|head|body|meta|title|style|script|div|main|section|article|header"
    rb"|nav|table|thead|tbody|tr|td|ul|ol|li|dl|p|h[1-6])(?=[\s/>])|a\s[^>]*>[^<>]*</a>)"
)
"""How a web page starts, or a part of one; known addresses are read from it, lists are not."""
UNSUPPORTED_PAGE = "a web page or other markup (HTML, XML): open it in a spreadsheet, or copy its table into one, and save it as CSV (UTF-8)"
INLINE = frozenset("a abbr b bdi bdo em font i img mark q s small span strong sub sup u wbr".split())
"""The tags of a web page within a line of text (HTML 4.5)."""
FIELD = rb"(?:return-path|received|from|to|date|message-id|subject|mime-version|delivered-to|x-failed-recipients):"
"""A field with which the header of a message may start (RFC 5322 3.6)."""
LDIF_MAIL = "mail rfc822mailbox email mailprimaryaddress mailalternateaddress othermailbox".split()
"""The attributes of an LDIF entry with an address, the most usual first."""
UNWRITABLE = frozenset(
    "xls xlsm xlsb xltx ods fods numbers pages odt doc docx rtf pdf ppt pptx parquet feather arrow avro orc"
    " sqlite db mdb accdb sav dta zip gz bz2 xz zst 7z rar".split()
)
"""Endings of formats that guessmail does not write."""
