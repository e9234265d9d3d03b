"""What given names of an origin look like in Latin letters, folded: patterns that a word is searched for.

They decide for family names that other languages have as well (`surnames.WEAK`), and whether the first of two
words is the family name. Chinese given names are known by their pinyin (`pinyin.py`). Patterns are text: few
runs need them compiled.
"""

__all__ = ["GIVEN_SHAPES"]

_KOREAN = (
    "hyun|hyeon|young|yeong|jung|jeong|sung|seong|seung|joon|jun|hoon|hun|kyung|gyeong|hye|woo|jin|yong|eun|hee|soo|su|min|"
    "seo|na|ra|bo|hwa|kwang|gwang|byung|yul|rim|geun|keun|pil|kwan|chan|myung|hyo|yu|da|so|ye|ro|kang|ryeol|yeol|"
    "ji|joo|ju|tae|dong|sang|chul|cheol|ho|won|mi|sook|suk|seok|ah|jae|kyu|gyu|hyuk|hyeok|yeon|yun|yoon|bin|ki|gi|ha|in|sun"
)

GIVEN_SHAPES = {
    # Syllables of the Hepburn romanisation, four letters at least.
    "japanese": r"^(?=.{4})"
    r"(?:(?:[kgsztdnhbpmryw]|[kgnhbpmr]y|sh|j|ch|ts|f)?[aiueo]|n(?![aiueoy])|kk|pp|ss|tt)+$",
    # Two syllables of given names, as their bearers spell them.
    "korean": rf"^(?:{_KOREAN}){{2}}$",
    # Endings that few other languages have, and the most common names.
    "vietnamese": r"^(?:[a-z]{2,5}h|[a-z]{1,4}ng|van|thi|duc|tuan|quoc|hai|nam|an|huy|khoa|phuc|loc)$",
}
