"""The added cells of a list's rows, as fast as they can be had: a template is written out once, and then filled."""

from guessmail.candidates import Candidate
from guessmail.guesser import Guesser, Question
from guessmail.output.added import candidate_cells, cells_of
from guessmail.shapes import DOMAIN, Stencil
from guessmail.templates import Template

__all__ = ["Cells"]

_BETWEEN = "\x1f"
_MOST = 10_000


class Cells:
    """Makes the added cells of rows, in the order of `added_columns`. DNS is asked where the guesser does."""

    def __init__(self, guesser: Guesser, top: int, *, rate: bool = False) -> None:
        self._guesser, self._top, self._rate = guesser, top, rate
        self._rows: dict[Template, Stencil] = {}

    def of(self, question: Question) -> list[str]:
        """Return the added cells of one row."""
        found = None if self._rate else self._guesser.offered(question)
        if found is None:
            guess = next(self._guesser.guess_all([question]))
            return cells_of(guess, self._top, rate=self._rate)
        if isinstance(found, list):
            return candidate_cells(found, self._top)
        template, letters = found
        row = self._rows.get(template)
        if row is None:
            if len(self._rows) >= _MOST:
                self._rows.clear()
            row = self._rows[template] = self._row(template)
        return row.fill(letters).split(_BETWEEN)

    def _row(self, template: Template) -> Stencil:
        """Write the cells of a template, as those of any guess."""
        candidates = tuple(
            Candidate(f"{offer.local_part}@{DOMAIN}", offer.probability, offer.pattern, template.basis)
            for offer in template.offers
        )
        return Stencil(template.mould.shape, _BETWEEN.join(candidate_cells(candidates, self._top)))
