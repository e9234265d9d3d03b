"""Offers: from a name and a format to the template that holds for both, by the shortest way that there is."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, TypeVar

from guessmail.candidates import Choice, choose, sums_of
from guessmail.inference import Format, posterior
from guessmail.kinds import Kinds
from guessmail.moulds import Mould, Moulds
from guessmail.names import Name
from guessmail.prior import Prior, kind_of_number
from guessmail.problems import Problem
from guessmail.questions import Question
from guessmail.shapes import unified
from guessmail.templates import Offer, Template, template_for

__all__ = ["Filling", "Offers"]

_MOST_SPECIAL = 4000
"""Templates of domains with samples that are kept; those of all others are shared."""
_FEW = 3
"""So many names of a mould at a domain with samples are weighed one by one: a template takes as long as these together."""
_MOST_MET = 40_000
"""Moulds, by domain with samples, whose names are counted."""


_Whom = TypeVar("_Whom")
_Touch = Callable[[_Whom, Collection[str]], bool]
"""Tells whether it is known who holds one of some local parts, or that somebody holds an address."""

Filling = tuple[Template, str]
"""What is offered to a name: a template, and what to fill in: the letters of the name, `TAIL`, and the domain."""


class Offers:
    """Finds templates; each is worked out once a run."""

    def __init__(self, prior: Prior, choice: Choice, read_name: Callable[[Question], Name | Problem]) -> None:
        self._choice = choice
        self.moulds = Moulds(prior, self._forget)
        self._kinds = Kinds(self.moulds, read_name)
        self._usual: dict[Mould, Template] = {}
        self._special: dict[tuple[str, Mould], Template] = {}
        self._met: dict[tuple[str, Mould], int] = {}

    def _forget(self) -> None:
        """Let go what was made of moulds, when these are let go."""
        for made in (self._kinds, self._usual, self._special, self._met):
            made.clear()

    def to_name(self, name: Name, fmt: Format) -> list[Offer] | None:
        """Return what is offered to a name; None where it takes more than its mould."""
        mould, letters = self.moulds.of(name)
        found = self._offered(mould, letters, fmt, fmt.holders.touch, name)
        return found.filled(letters) if isinstance(found, Template) else found

    def to_question(self, question: Question, domain: str, fmt: Format) -> Filling | list[Offer] | None:
        """Return what is offered to the name of a question at a domain; None where only `to_name` can tell."""
        cast = self._kinds.of(question)
        if cast is None:
            return None
        mould, letters, words = cast
        found = self._offered(mould, letters, fmt, fmt.holders.may_touch, words)
        return (found, letters + domain) if isinstance(found, Template) else found

    def chance(self, name: Name, fmt: Format, local_part: str) -> float | None:
        """Return the probability of a local part for a name; None where it takes more than its mould."""
        mould, letters = self.moulds.of(name)
        weighed = _weigh(mould, letters, fmt, fmt.holders.touch, name)
        return None if weighed is None else weighed.sums.get(local_part, 0.0)

    def _offered(
        self, mould: Mould, letters: str, fmt: Format, touch: _Touch[_Whom], whom: _Whom
    ) -> Template | list[Offer] | None:
        """Return the template for the name with these letters, or what is offered to it where one would not pay."""
        if fmt.domain and self._is_rare(mould, fmt):
            return self._weighed(_weigh(mould, letters, fmt, touch, whom))
        template = self._fitting(mould, letters, fmt)
        if template.has_ties or (fmt.holders and touch(whom, template.all_local_parts(letters))):
            return None
        return template

    def _weighed(self, weighed: "_Weighed | None") -> list[Offer] | None:
        """Return what is offered of what was weighed."""
        if weighed is None:
            return None
        sums, least = weighed.sums, self._choice.min_probability
        order = sorted([(-chance, len(local), local) for local, chance in sums.items() if chance >= least])
        best = [
            Offer(local, sums[local], weighed.pattern(local)) for _, _, local in order[: self._choice.top]
        ]
        return choose(best, self._choice)

    def _is_rare(self, mould: Mould, fmt: Format) -> bool:
        """Tell whether so few names of this mould were asked for at a domain with samples that a template would not pay."""
        at = fmt.domain, mould
        if fmt.induced or at in self._special:
            return False
        if len(self._met) >= _MOST_MET:
            self._met.clear()
        self._met[at] = met = self._met.get(at, 0) + 1
        return met <= _FEW

    def _fitting(self, mould: Mould, letters: str, fmt: Format) -> Template:
        while True:
            template = self._template(mould, fmt)
            same = template.guards and template.guards.fired(letters)
            if not same:
                return template
            mould = self.moulds.fitting(unified(mould.shape, same), letters)

    def _template(self, mould: Mould, fmt: Format) -> Template:
        if not fmt.domain:
            template = self._usual.get(mould)
            if template is None:
                template = self._usual[mould] = template_for(mould, fmt, self._choice)
            return template
        template = self._special.get((fmt.domain, mould))
        if template is None:
            if len(self._special) >= _MOST_SPECIAL:
                self._special.clear()
            template = self._special[fmt.domain, mould] = template_for(mould, fmt, self._choice)
        return template


class _Weighed(NamedTuple):
    """How probable the local parts of a name are, and by which ways."""

    probabilities: list[float]
    by_local: dict[str, tuple[int, ...]]
    sums: dict[str, float]
    kinds: Sequence[int]

    def pattern(self, local_part: str) -> str:
        """Return the pattern that brings most of the probability."""
        best = max(self.by_local[local_part], key=self.probabilities.__getitem__)
        return kind_of_number(self.kinds[best])[0].text


def _weigh(mould: Mould, letters: str, fmt: Format, touch: _Touch[_Whom], whom: _Whom) -> _Weighed | None:
    """Weigh what a mould offers to the name with these letters; None where a format tells of more than patterns."""
    outline = mould.outline
    local_parts = mould.filled(letters)
    if fmt.induced or (fmt.holders and touch(whom, local_parts)):
        return None
    probabilities = posterior(outline, fmt)
    by_local = dict(zip(local_parts, outline.places, strict=True))
    if len(by_local) == len(local_parts):
        sums = dict(zip(local_parts, outline.sums(probabilities), strict=True))
    else:
        by_local.clear()
        for local, own in zip(local_parts, outline.places, strict=True):
            by_local[local] = by_local.get(local, ()) + own
        sums = sums_of(probabilities, by_local)
    return _Weighed(probabilities, by_local, sums, outline.kinds)
