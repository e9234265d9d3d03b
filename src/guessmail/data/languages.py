"""Signs in a written word by which its language is told, where that changes how it is spelled.

`BARE_UMLAUTS`: patterns (matched against the word in lower case) of the languages that write ä, ö, ü without
their dots in addresses, where German writes ae, oe, ue. The letters and endings are those that German does
not have: the Turkish ğ ş ı, the Hungarian ő ű and acute vowels, the Nordic å, the Finnish double vowels, the
Spanish güe and güi, the pinyin lü and nü.
"""

__all__ = ["BARE_UMLAUTS", "GREEK_SURNAME", "PATRONYMIC", "SLAVIC_ENDINGS", "SLAVIC_SURNAME"]

BARE_UMLAUTS = r"""(?x)
      [ğşıəőűáíóúýøåçñõ]                         # letters that German names do not have
    | ää|öö|üü|^(?=.*[äö]).*(?:aa|ii|uu|yy|kk[aäiouöy])|nen$|mäki$|lä$|järvi$  # Finnish, Estonian
    | ström|sjö|löf|löv|^hägg|^märt|^märi|bäck$|näs$|gård|^häll|^väst|^åk|qvist|kvist|öberg$|^björk|^göran$|^göte|^gösta$        # Swedish
    | ^(?:özgür|özlem|özkan|öztürk|ömer|önder|öner|ümit|ünal|üstün|güler|güven|gökhan|görkem|bülent)
    | ^(?:gül(?:ay|en|er|sen|can|ten)?|gün(?:ay|er|eri)?|müge)$                # Turkish, as the row above
    | türk|oğlu$|^yüksel|^süleyman|^hüseyin|^tülin
    | györ|szö|^zöld|török|ördög|göncz|^ödön    # Hungarian
    | gü[ei]|^[ln]ü                             # Spanish; pinyin
    """

PATRONYMIC = ("ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "ichna", "ovič", "evič")
"""East Slavic patronymics, romanised; before them stands the given name (Unbegaun, Russian Surnames, 1)."""

SLAVIC_SURNAME = (
    "ov", "ev", "ova", "eva", "in", "yn", "ina", "sky", "ski", "ska", "skiy", "skyi", "skaya", "cki", "cka", "tsky",
    "tski", "enko", "uk", "ik", "yan", "dze", "shvili", "ykh", "ikh",
)  # fmt: skip
"""Endings of family names among the Slavic and Caucasian neighbours, romanised; given names seldom have
them."""

SLAVIC_ENDINGS = (
    *SLAVIC_SURNAME, "ak", "ko", "yk", "ets", "ych", "ich", "ic", "ar", "ash", "ai", "ii", "yi", "iy", "ba", "ha", "ka", "ra",
)  # fmt: skip
"""Endings that more family names have than given ones, where the other word is a Slavic given name."""

GREEK_SURNAME = (
    "opoulos", "opoulou", "idis", "idou", "iadis", "iadou", "akis", "aki", "atos", "akos", "elis", "oglou", "eas",
    "akou", "ellis", "ikos", "ou",
)  # fmt: skip
"""Endings of Greek family names, romanised."""
