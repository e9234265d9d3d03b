"""The sources of the directory of organisations, and the weight of an address of each."""

__all__ = ["SOURCES", "SOURCE_WEIGHTS"]

SOURCES = {
    "iana": "IANA's register of private enterprise numbers",
    "icons": "Simple Icons",
    "linux": "the Linux kernel's sources",
    "nsi": "the Name Suggestion Index and Wikidata",
    "pubmed": "authors in PubMed",
    "rfc": "authors of RFCs",
    "swot": "a list of universities (swot)",
}

SOURCE_WEIGHTS = {"iana": 0.7, "linux": 0.15, "pubmed": 0.15, "rfc": 0.3}
"""The weight of an address of each source; a known address has 1."""
