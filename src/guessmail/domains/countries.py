"""What lists and users write for a place -> the code of its country (ISO 3166, lower case); empty where nothing tells it."""

import unicodedata
from functools import cache, lru_cache

__all__ = ["country_of_phone", "country_of_state", "name_of_country", "read_country"]

_LONGEST = 80


@lru_cache(maxsize=1 << 10)
def read_country(text: str) -> str:
    """Return the country that a code or a name of one stands for: `DE`, `DEU`, `Germany`, `Allemagne`."""
    return _tables()[0].get(_fold(text), "") if text else ""


@lru_cache(maxsize=1 << 10)
def country_of_state(text: str) -> str:
    """Return the country of a state or province of the United States, Canada or Australia: `TX`, `Ontario`."""
    return _tables()[1].get(_fold(text), "")


def country_of_phone(text: str) -> str:
    """Return the country of a telephone number with its country's code: `+49 30 1234`, `0044 …`."""
    digits = "".join([character for character in text[:_LONGEST] if character.isdigit()])
    if digits.startswith("00"):
        digits = digits[2:]
    elif not text.lstrip(" (").startswith("+"):
        return ""
    from guessmail.data.country_names import CANADIAN_AREAS

    if digits[:1] == "1" and digits[1:4] in CANADIAN_AREAS:
        return "ca"
    codes = _tables()[2]
    return next((codes[digits[:size]] for size in (3, 2, 1) if digits[:size] in codes), "")


def name_of_country(code: str) -> str:
    """Return the English name of a country."""
    from guessmail.data.country_names import COUNTRIES

    rows = (row.split("|") for row in COUNTRIES.splitlines())
    return next((name for other, name, _ in rows if other == code), code.upper())


def _fold(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return "".join([character for character in letters if character.isalnum()])


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return the country of each name and code, of each state, and of each telephone code."""
    from guessmail.data.country_names import COUNTRIES, PARTS, TELEPHONE_CODES

    names: dict[str, str] = {}
    for row in COUNTRIES.splitlines():
        code, name, others = row.split("|")
        for written in (code, _fold(name), *others.split()):
            names.setdefault(written, code)
    states = {part: country for country in reversed(PARTS) for part in PARTS[country].split()}
    return names, states, {code[2:]: code[:2] for code in TELEPHONE_CODES.split()}
