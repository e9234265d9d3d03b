"""Templates: what is offered to the names of one shape by one format, ready to be filled with their letters."""

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from guessmail.candidates import Basis, Choice, choose, weigh_keys
from guessmail.inference import Format
from guessmail.moulds import Mould, of_one_form
from guessmail.shapes import Guards, Stencil, by_mask, word_mask

__all__ = ["Offer", "Template", "template_for"]


class Offer(NamedTuple):
    """A local part that is offered, in placeholders."""

    local_part: str
    probability: float
    pattern: str


class Template:
    """What is offered to the names of a mould, unless their addresses are known.

    `has_ties` says that equal probabilities are ordered by the alphabet, so that placeholders cannot tell the order.
    """

    __slots__ = ("_induced", "_offered", "basis", "guards", "has_ties", "mould", "offers")

    def __init__(
        self,
        mould: Mould,
        offers: Sequence[Offer],
        basis: Basis,
        guards: Guards | None,
        induced: Sequence[str],
    ) -> None:
        self.mould, self.offers, self.basis, self.guards = mould, offers, basis, guards
        self.has_ties = False
        self._offered = Stencil(mould.shape, " ".join([offer.local_part for offer in offers]))
        self._induced = Stencil(mould.shape, " ".join(induced))

    def filled(self, letters: str) -> list[Offer]:
        """Return what is offered to the name with these letters."""
        local_parts = self._offered.fill(letters).split()
        return [
            Offer(local, one.probability, one.pattern)
            for local, one in zip(local_parts, self.offers, strict=True)
        ]

    def all_local_parts(self, letters: str) -> list[str]:
        """Return all that it can lead to."""
        return self.mould.filled(letters) + self._induced.fill(letters).split()


def template_for(mould: Mould, fmt: Format, choice: Choice) -> Template:
    """Work out what a format offers to the names of a mould, its holders apart."""
    induced = [(one.mass, mould.prior.variants(mould.name, one.form)) for one in fmt.induced]
    induced_keys = [key for _, variants in induced for _, key in variants]
    weighed = weigh_keys(mould.keys, induced, fmt)
    ranked = weighed.best(choice.top + 1)
    chosen = choose(ranked, choice)
    rivals = by_mask(weighed.sums) if induced else mould.local_parts
    next_one = ranked[len(chosen)].probability if len(ranked) > len(chosen) else 0.0
    least = choice.min_probability
    if next_one >= least:
        least = chosen[-1].probability if chosen else math.inf
    offered = {one.local_part for one in chosen}
    matter = _that_matter(rivals, weighed.sums, offered, least)
    guards = Guards(mould.shape, chain(of_one_form(induced_keys), matter)) or None
    template = Template(
        mould,
        tuple(Offer(one.local_part, one.probability, one.pattern) for one in chosen),
        Basis.SAMPLES if fmt.votes else Basis.PRIOR,
        guards,
        [key.local_part for key in induced_keys],
    )
    near = ranked[: len(chosen) + 1]
    template.has_ties = any(
        one.probability == other.probability and len(one.local_part) == len(other.local_part)
        for one, other in pairwise(near)
    )
    return template


def _that_matter(
    by_mask: Mapping[Hashable, Sequence[str]], sums: Mapping[str, float], offered: Set[str], least: float
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of local parts that change what is offered where they are the same word.

    These are the pairs with one that is offered, and those that could be offered if their probabilities were one: if
    they came to at least `least`.
    """
    for local in offered:
        for rival in by_mask[word_mask(local)]:
            if rival != local:
                yield local, rival
    for group in by_mask.values():
        # With a margin for the rounding of sums.
        if len(group) > 1 and sum([sums[rival] for rival in group]) * 1.000001 >= least:
            rivals = [rival for rival in group if rival not in offered]
            if sum([sums[rival] for rival in rivals]) * 1.000001 >= least:
                yield from combinations(rivals, 2)
