"""Kana in Latin letters, by the Hepburn romanisation of passports (Ministry of Foreign Affairs of Japan)."""

__all__ = ["PIECES", "SYLLABLES"]

_ROWS = """
    - あa いi うu えe おo
    k かa きi くu けe こo
    g がa ぎi ぐu げe ごo
    s さa すu せe そo
    z ざa ずu ぜe ぞo
    t たa てe とo
    d だa でe どo
    n なa にi ぬu ねe のo
    h はa ひi へe ほo
    b ばa びi ぶu べe ぼo
    p ぱa ぴi ぷu ぺe ぽo
    m まa みi むu めe もo
    y やa ゆu よo
    r らa りi るu れe ろo
    w わa
"""
_BY_THEMSELVES = {
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu", "を": "o", "ん": "n", "ゔ": "vu",
    "っ": "'",
}  # fmt: skip
_PALATAL = {
    "き": "ky", "ぎ": "gy", "し": "sh", "じ": "j", "ち": "ch", "ぢ": "j", "に": "ny", "ひ": "hy", "び": "by", "ぴ": "py",
    "み": "my", "り": "ry",
}  # fmt: skip

SYLLABLES: dict[str, str] = {
    syllable[0]: ("" if initial == "-" else initial) + syllable[1:]
    for initial, *syllables in map(str.split, _ROWS.strip().splitlines())
    for syllable in syllables
}
SYLLABLES |= _BY_THEMSELVES
SYLLABLES |= {
    kana + small: sound + vowel
    for kana, sound in _PALATAL.items()
    for small, vowel in (("ゃ", "a"), ("ゅ", "u"), ("ょ", "o"))
}
"""By hiragana; っ, which doubles the next consonant, is an apostrophe."""
PIECES = ".[ゃゅょ]|."
"""What divides a word into them."""
