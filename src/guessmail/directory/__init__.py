"""The directory of organisations: public facts that come with guessmail, counts and names without any person."""

from guessmail.directory.files import SHIPPED, SOURCES, Directory, ListedDomain, PatternCount

__all__ = ["SHIPPED", "SOURCES", "Directory", "ListedDomain", "PatternCount"]
