"""Georgian and Armenian letters in Latin, as passports write them.

`GEORGIAN` is the national system of 2002 without its apostrophes; `ARMENIAN` is BGN/PCGN 1981 without them, which the
passports of the country follow, with `ARMENIAN_INITIAL` at the start of a word.
"""

__all__ = ["ARMENIAN", "ARMENIAN_INITIAL", "GEORGIAN"]

GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
ARMENIAN_INITIAL = {"ե": "ye", "ո": "vo", "յ": "h"}
