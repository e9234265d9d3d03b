"""What lists and users write for a place -> the code of its country (ISO 3166, lower case); empty where nothing tells it."""

import unicodedata
from functools import cache, lru_cache

__all__ = ["country_of_phone", "country_of_state", "name_of_country", "read_country"]

_LONGEST = 80


@lru_cache(maxsize=1 << 10)
def read_country(text: str) -> str:
    """Return the country that a code or a name of one stands for: `DE`, `DEU`, `Germany`, `Allemagne`."""
    return _names().get(key, "") if (key := _fold(text)) else ""


@lru_cache(maxsize=1 << 10)
def country_of_state(text: str) -> str:
    """Return the country of a state or province of the United States, Canada or Australia: `TX`, `Ontario`."""
    return _parts().get(_fold(text), "")


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
    codes = _telephone_codes()
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
def _names() -> dict[str, str]:
    from guessmail.data.country_names import COUNTRIES

    found: dict[str, str] = {}
    for row in COUNTRIES.splitlines():
        code, name, others = row.split("|")
        for one in (code, _fold(name), *others.split()):
            found.setdefault(one, code)
    return found


@cache
def _parts() -> dict[str, str]:
    from guessmail.data.country_names import PARTS

    return {part: country for country in reversed(PARTS) for part in PARTS[country].split()}


@cache
def _telephone_codes() -> dict[str, str]:
    from guessmail.data.country_names import TELEPHONE_CODES

    return {one[2:]: one[:2] for one in TELEPHONE_CODES.split()}
