"""The added cells of a list's rows, as fast as they can be had: a template is written out once, and then filled."""

from collections.abc import Callable
from operator import itemgetter

from guessmail.candidates import Candidate
from guessmail.guesser import Guess, Guesser, Question
from guessmail.output.added import cells_of
from guessmail.templates import Template

__all__ = ["Cells"]

_BETWEEN = "\x1f"
_MOST = 20_000


class Cells:
    """Makes the added cells of rows, in the order of `added_columns`. DNS is asked where the guesser does."""

    def __init__(self, guesser: Guesser, top: int, *, rate: bool = False) -> None:
        self._guesser, self._top, self._rate = guesser, top, rate
        self._rows: dict[Template, _Row] = {}

    def of(self, question: Question) -> list[str]:
        """Return the added cells of one row."""
        found = None if self._rate else self._guesser.template(question)
        if found is None:
            return cells_of(self._guesser.guess(question), self._top, rate=self._rate)
        template, letters, domain = found
        row = self._rows.get(template)
        if row is None:
            if len(self._rows) >= _MOST:
                self._rows.clear()
            row = self._rows[template] = _Row(template, self._top)
        stretches = [letters[stretch] for stretch in row.stretches]
        stretches.append(domain)
        return (row.text % row.pick(stretches)).split(_BETWEEN)


class _Row:
    """The added cells of a template as one text, with `%s` where letters and the domain go."""

    __slots__ = ("pick", "stretches", "text")

    def __init__(self, template: Template, top: int) -> None:
        written = tuple(
            Candidate(f"{offer.text}@%s", offer.probability, offer.pattern, template.basis)
            for offer in template.offers
        )
        self.text = _BETWEEN.join(cells_of(Guess(Question(), "", "", written), top))
        numbers: dict[tuple[int, int], int] = {}
        picked: list[int] = []
        for offer in template.offers:
            picked += [numbers.setdefault(place, len(numbers)) for place in offer.places]
            picked.append(-1)  # the domain
        self.stretches = [slice(*place) for place in numbers]
        self.pick: Callable[[list[str]], object] = itemgetter(*picked) if picked else _nothing


def _nothing(_stretches: list[str]) -> object:
    return ()
