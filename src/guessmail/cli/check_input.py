"""What `guessmail check` is given: domains and addresses, one by one or in a list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from guessmail.domains import is_mailbox_provider, read_domain
from guessmail.errors import BrokenFileError, Problem
from guessmail.text.streams import has_more, open_file


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to check, as it was given; a blank line of a table has neither domain nor problem."""

    typed: str
    domain: str = ""
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None
    row: tuple[list[str], str] = ([], "")
    """The cells and the text of its row, in a table."""


def read_subject(typed: str) -> Subject:
    """Read what was given: an address where it has an @ and is no URL, else a domain."""
    if "@" in typed and "//" not in typed:
        from guessmail.addresses import read_address

        address = read_address(typed)
        if isinstance(address, Problem):
            return Subject(typed, problem=address)
        return Subject(typed, address.domain.ascii, address.warnings)
    domain = read_domain(typed)
    if isinstance(domain, Problem):
        return Subject(typed, problem=domain)
    warnings = ("mailbox_provider",) if is_mailbox_provider(domain.ascii) else ()
    return Subject(typed, domain.ascii, warnings)


class Subjects:
    """The domains and addresses in a list: one a line, or of each row of a table the first usable cell; blank rows too."""

    def __init__(
        self, path: str, mapped: Sequence[str], encoding: str, notify: Callable[[str], None]
    ) -> None:
        from guessmail.tables import open_table
        from guessmail.tables.headers import CHECKED

        self._stream = open_file(path)
        try:
            opened = open_table(self._stream, CHECKED.said(mapped, encoding), notify)
        except BrokenFileError as error:
            raise BrokenFileError(f"{path} cannot be read. {error}") from error
        self._blocks, self._columns, self._left = opened.blocks, opened.columns, 0
        self.table = opened if opened.has_header and opened.header else None
        """The table; None for lines."""

    def is_ready(self) -> bool:
        """Return whether more can be read without waiting for whoever writes it."""
        return self._left > 0 or has_more(self._stream)

    def __iter__(self) -> Iterator[Subject]:
        from guessmail.tables.headers import SITES, Kind

        places = [place for kind in (*SITES, Kind.EMAIL) for place in self._columns.of(kind)]
        for block in self._blocks:
            self._left = len(block.rows)
            for row, text in zip(block.rows, block.texts, strict=True):
                self._left -= 1
                if row or self.table:
                    yield replace(read_subject(_usable(row, places)) if row else Subject(""), row=(row, text))


def _usable(row: Sequence[str], places: Sequence[int]) -> str:
    """Return the first cell that says something, else the first."""
    from guessmail.tables.cells import is_empty

    cells = [row[place] for place in places if place < len(row)]
    return next((cell for cell in cells if not is_empty(cell)), cells[0] if cells else "")
