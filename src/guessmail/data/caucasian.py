"""Georgian and Armenian letters in Latin, as passports write them.

Georgian follows the national system of 2002 without its apostrophes; Armenian BGN/PCGN 1981 without them, as the passports
of the country do.
"""

__all__ = ["WAYS"]

_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
_ARMENIAN_INITIAL = {"ե": "ye", "ո": "vo", "յ": "h"}
_NONE: dict[str, str] = {}
WAYS = {
    "georgian": (((), _GEORGIAN, _NONE, ""),),
    "armenian": (((("ու", "u"),), _ARMENIAN, _ARMENIAN_INITIAL, ""),),
}
"""As in `cyrillic.py`."""
