"""Plain text: `Name <address>` or bare addresses, one or several a line."""

import re
from typing import BinaryIO

from guessmail.sources.decoding import decode
from guessmail.sources.found import Found, Items

__all__ = ["has_address", "read_text"]

_BARE = r"[^\s<>,;:()\[\]\"|]+@[^\s<>,;:()\[\]\"|]+[^\s<>,;:()\[\]\"|.]"
_ADDRESS = re.compile(_BARE)
_MAILBOX = re.compile(rf'(?:"((?:[^"\\]|\\.)*)"|([^<>,;"]*))\s*<\s*(?:mailto:)?({_BARE})\s*>')
_LONE = re.compile(rf'^(?:[\w-]+:\s)?[\s*•·\d.)-]*"?([^<>@"]*)"?\s*<\s*(?:mailto:)?({_BARE})\s*>[\s,;.]*$')
"""A line that is one person, whose name may then hold a comma: `Doe, Jane <jane@acme.com>`."""


def read_text(stream: BinaryIO) -> Items:
    """Yield every address, with the name before it where it stands in angle brackets."""
    for number, line in enumerate(decode(stream.read()).splitlines(), 1):
        place = f"line {number}"
        if "@" not in line:
            continue
        lone = _LONE.match(line)
        if lone:
            yield Found(lone[2], lone[1], place)
            continue
        for match in _MAILBOX.finditer(line):
            yield Found(match[3], match[1] or match[2] or "", place)
        for address in _ADDRESS.findall(_MAILBOX.sub(" ", line)):
            yield Found(address, "", place)


def has_address(text: str) -> bool:
    """Return whether there is anything to read."""
    return _ADDRESS.search(text) is not None
