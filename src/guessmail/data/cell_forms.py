"""The forms of cells and titles, as patterns: what parts them, what stands around values, what spreadsheets run, how wide columns are."""

import re

__all__ = [
    "BRACKETS", "ENTITY", "FORMULA_STARTS", "GUEST", "HARMLESS_NUMBER", "HUMPS", "LINK", "LOCALE", "MARKS", "NUMBER",
    "REMARK", "SEPARATORS", "SHEET_ERROR", "WIDTHS", "WORDS",
]  # fmt: skip

SHEET_ERROR = re.compile(r"#[¡¿]?[A-ZÄÖÜÇÉ/0-9]+[!?]?")
"""A spreadsheet's error value of a formula: #N/A, #REF!, #NAME?, #BEZUG!, #¡REF!."""
ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});")
SEPARATORS = re.compile(
    r"\s*(?:[,;|\n]|:::)\s*|"
    r"\s+(?:/|and|or|und|oder|et|ou|y|o|e|en|of|och|og|ja|tai|i|lub|a|nebo|és|vagy|și|sau|ve|veya|и|или)\s+|"
    r"\s+(?=https?:|www\.)"
)
MARKS = re.compile(
    r"[™®℠©℗\ufe0e\ufe0f\u200d\u20e3\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\U000e0020-\U000e007f]"
)
REMARK = re.compile(r"\s*[/|(,;–—-]+\s+|\s+[/|(–—-]+\s*|\s*[(|]\s*")
"""The separator between a way of working and a remark: `Freelance (IT)`, `Self-employed / Consultant`."""
LINK = re.compile(r"""["'(<]\s*(https?://[^\s"'<>()\[\]]+)""", re.IGNORECASE)
"""The address of a link in HTML, in Markdown or in a spreadsheet's formula."""
LOCALE = re.compile(r"[a-z]{2}[-_][a-z]{2}|en|de|fr|es|it|pt|nl|pl|ja|zh")
"""Paths that only choose a language: the site is the firm's own."""
NUMBER = re.compile(r"\d[\d./:+\-TZ]*(?:st|nd|rd|th|[年月日時])?\.?|[+-]\d{4}|\d{4}年\d+月\d+日")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|[（【][^（）【】]*[）】]")
WORDS = re.compile(r"[^\W\d_]+|\d+")
HUMPS = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫")
"""The first characters of cells that spreadsheets run as formulas, also after spaces (OWASP, CSV Injection)."""
HARMLESS_NUMBER = re.compile(
    r"[+-][\s\u00a0\u202f.,'’()/$€£¥-]*+\d[\d\s\u00a0\u202f.,'’()/$€£¥-]*+(?:[Ee][+-]?\d+|%|ext\.?\s*+\d+)?",
    re.ASCII,
)
"""A number or a telephone number, which is harmless: without letters a formula has neither functions nor references."""
GUEST = re.compile(r"([^\s<>]+)_([A-Za-z0-9.-]+)#EXT#@[\w.-]+", re.IGNORECASE)
"""The name by which a guest signs in to Microsoft 365, made of the guest's address: `jane_acme.com#EXT#@other.onmicrosoft.com`."""
WIDTHS = {
    **dict.fromkeys(("problem", "note"), 40),
    **dict.fromkeys(("email", "address"), 32),
    **dict.fromkeys(("website", "company"), 28),
    **dict.fromkeys(("name", "domain"), 24),
}
"""The widths of columns in characters, by the last word of their titles; other columns are as wide as the title."""
