"""How the tables of words are written.

As text, which reads and reviews better than a thousand quoted strings.
"""

__all__ = ["rows", "words"]


def words(text: str) -> list[str]:
    """Return the words of a table."""
    return text.split()


def rows(text: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of a table, each a key and its values, parted by semicolons."""
    found = (row.split() for row in text.split(";"))
    return {key: tuple(values) for key, *values in filter(None, found)}
