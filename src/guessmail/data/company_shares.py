"""How often domains accept mail, and where companies have theirs. Judged, except if a source is named."""

__all__ = [
    "AMERICAN", "AMERICAN_TOPS", "ANYBODYS", "ELSEWHERE", "HOME", "LISTED_ACCEPTS", "OF_COUNTRY", "OF_OTHER_COUNTRY", "OTHERS_ACCEPT", "RIGHT", "RIGHT_ACCEPTS",
]  # fmt: skip

RIGHT_ACCEPTS = 0.98
"""How often the domain that a company has mail at accepts mail today."""
OTHERS_ACCEPT = {
    "com": ((3, 0.6), (4, 0.45), (5, 0.33), (6, 0.25), (8, 0.18), (12, 0.12), (16, 0.07), (63, 0.04)),
    "": ((3, 0.4), (4, 0.3), (5, 0.2), (6, 0.17), (8, 0.14), (12, 0.08), (16, 0.04), (63, 0.02)),
}
"""By suffix, else under any: up to which length of the label which share of domains that somebody else's name could
make accept mail. By how densely com and the larger country suffixes are registered: 150 million names in com, and all of
up to four letters."""
LISTED_ACCEPTS = 0.9
"""How often a domain that the directory lists accepts mail, whether it is the company's or not."""
RIGHT = ((0.0, 0.0), (0.4, 0.4), (0.68, 0.58), (0.755, 0.71625), (1.0, 0.9))
"""What the sums say, and how often that is right, with straight lines between; docs/companies.md has what came of it."""
OF_COUNTRY = {
    "": 1.0, "ca": 1.0, "cn": 0.35, "fr": 0.55, "gb": 0.45, "hk": 0.65, "id": 0.55, "it": 0.6, "kr": 0.6, "no": 0.6, "se": 1.0,
    "us": 1.0,
}  # fmt: skip
OF_OTHER_COUNTRY = 0.75
"""How much of that is right in a country that is given. Fitted on half of the companies on the world's exchanges and of shops
and brands that the directory does not hold; the other half agrees."""
HOME = 0.95
"""The share of the companies with a country's suffix that are there."""
AMERICAN = 0.5
"""The share of the companies under suffixes of no country, such as com, that are in the United States."""
ELSEWHERE = 0.01
"""What is left, for each country, of the companies with another country's suffix."""
AMERICAN_TOPS = frozenset(("us", "edu", "gov", "mil"))
ANYBODYS = frozenset(("ai", "cc", "co", "eu", "io", "me", "nu", "tv"))
"""Tops of two letters under which companies of all countries are."""
