"""Opening what the user names to be read: a file, or `-` for standard input."""

import io
import sys

from guessmail.errors import BrokenFileError

__all__ = ["open_file"]


def open_file(path: str) -> io.BufferedReader:
    """Open a file, or `-` for standard input, to read bytes; what fails is a `BrokenFileError`."""
    if path == "-":
        if sys.stdin is None:
            raise BrokenFileError("Standard input is closed: name a file, or pipe something in.")
        stream: io.BufferedReader = sys.stdin.buffer  # type: ignore[assignment]
        return stream
    try:
        return open(path, "rb")  # noqa: PTH123 - pathlib costs milliseconds; whoever reads closes
    except OSError as error:
        raise BrokenFileError(f"{path} cannot be read: {error.strerror}.") from error
