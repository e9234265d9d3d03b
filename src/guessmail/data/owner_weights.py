"""What each feature adds to the logarithm of how probable a domain is an organisation's: see `companies/owners.py`.

Fitted by `benchmarks/directory_fit.py` on organisations of one source, looked up in a directory without it.
"""

from collections.abc import Mapping

__all__ = ["OWNER_WEIGHTS"]

OWNER_WEIGHTS: Mapping[str, float] = {
    "by name": 1.0,
    "in iana": -0.81,
    "in icons": 0.7,
    "in nsi": 0.13,
    "in swot": 0.55,
    "label begins": -0.22,
    "label holds": -0.02,
    "label other": -0.2,
    "label same": -0.11,
    "letters": 0.97,
    "listed exact": 0.31,
    "listed near": -0.85,
    "listed, by name": 0.23,
    "listed, called, people": -0.07,
    "listed, people": 1.11,
    "listed, seen": 0.28,
    "listed, share of people": 0.16,
    "listed, siblings, com": 0.72,
    "listed, siblings, generic": -0.92,
    "listed, siblings, national": -0.96,
    "listed, suffix com": 0.27,
    "listed, suffix generic": -0.54,
    "listed, suffix national": -0.27,
    "listed, suffix other": -1.39,
    "listed, suffix same": 0.44,
    "name, called, people": 1.94,
    "name, listed exact": -0.15,
    "name, listed near": 0.14,
    "name, people": 0.33,
    "name, seen": 0.94,
    "name, share of people": 0.2,
    "name, siblings, com": 0.68,
    "name, siblings, generic": -1.24,
    "name, siblings, national": -0.95,
    "none by name": 1.0,
    "none, listed exact": -0.15,
    "none, listed near": 0.71,
    "place other": -0.94,
    "place same": 0.9,
    "rivals": -0.55,
    "sources": 1.12,
}
