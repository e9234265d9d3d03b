"""Opt-outs in the rows of a table, by its columns."""

from collections.abc import Sequence

from guessmail.data.columns import fold_title
from guessmail.errors import Code
from guessmail.lists.headers import SITES, Kind, columns_of
from guessmail.lists.opted_out import OptOutColumns
from guessmail.lists.questions import RowReader
from guessmail.names import Name, name_from_parts
from guessmail.store.opt_outs import OptOuts, Part, of_kind, opt_outs_of, read_person, sort_out


class OptOutReader:
    """Reads opt-outs from the rows of a table; `header` has the titles of its columns."""

    def __init__(self, header: Sequence[str]) -> None:
        self._columns = OptOutColumns(header)
        self._names = RowReader(columns_of(header))

    def read(self, cells: Sequence[str]) -> OptOuts:
        """Return the opt-outs of a row: every address, in whatever column, and the person at each domain.

        A row is declined if a cell says that it is not unsubscribed, and no other cell says that it is or may be.
        """
        texts, answers = self._columns.texts(cells), self._columns.answers(cells)
        values = {value for _, value in answers}
        if False in values and True not in values and (Kind.UNSUBSCRIBED, None) not in answers:
            return OptOuts(is_declined=True)
        parts: list[Part] = []
        sites: list[Part] = []
        for kind, text in texts:
            if kind in {Kind.EMAIL, Kind.DOMAIN} or (kind == Kind.NAME and "@" in text):
                parts += sort_out(text)
            elif kind in SITES:
                sites += sort_out(text)
            elif "@" in text:  # in a remark: the address counts, the words beside it do not
                parts += of_kind("address", sort_out(text))
        parts += of_kind("address", sites)
        if not of_kind("address", parts):
            parts += of_kind("domain", sites)
        full, given, middle, family = self._names.parts(["" if "@" in text else text for _, text in texts])
        people = [(given, middle, family)] if given or family else []
        # A full name with words that its parts lack is another person's.
        if not {*map(fold_title, full.split())} <= {*map(fold_title, f"{given} {middle} {family}".split())}:
            people.append((full, "", ""))
        for given, middle, family in people:
            name = name_from_parts(given, family, middle) if family else read_person(given)
            if isinstance(name, Name):
                parts.append(("name", name))
            elif name.code is not Code.NOT_A_NAME:  # a company's name is ignored
                written = " ".join(filter(None, (given, middle, family)))
                parts = [*(part for part in parts if part[0] != "domain"), ("leftover", written)]
        return opt_outs_of(parts)._replace(has_remark=False)
