"""Templates: what is offered to the names of one shape by one format, ready to be filled with their letters."""

import math
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise
from typing import NamedTuple

from guessmail.candidates import Basis, Choice, Ranked, choose, rank_keys
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
        self, mould: Mould, offers: Sequence[Offer], basis: Basis, guards: Guards, induced: Sequence[str]
    ) -> None:
        self.mould, self.offers, self.basis, self.guards = mould, offers, basis, guards
        self.has_ties = False
        self._offered = Stencil(mould.shape, " ".join([offer.local_part for offer in offers]))
        self._induced = Stencil(mould.shape, " ".join(induced))

    def local_parts(self, letters: str) -> list[str]:
        """Return the local parts that are offered to the name with these letters."""
        return self._offered.fill(letters).split()

    def all_local_parts(self, letters: str) -> list[str]:
        """Return all that it can lead to."""
        return self.mould.filled(letters) + self._induced.fill(letters).split()


def template_for(mould: Mould, fmt: Format, choice: Choice) -> Template:
    """Work out what a format offers to the names of a mould, its holders apart."""
    induced = [(one.mass, mould.prior.variants(mould.name, one.form)) for one in fmt.induced]
    induced_keys = [key for _, variants in induced for _, key in variants]
    ranked = rank_keys(mould.keys, induced, fmt)
    chosen = choose(ranked, choice)
    rivals = by_mask([one.local_part for one in ranked])
    guards = Guards(
        mould.shape, chain(of_one_form(induced_keys), _that_matter(rivals, ranked, chosen, choice))
    )
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
    by_mask: dict[str, list[str]], ranked: list[Ranked], chosen: list[Ranked], choice: Choice
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of local parts that change what is offered where they are the same word.

    These are the pairs with one that is offered, and those that could be offered if their probabilities were one.
    """
    is_full = len(ranked) > len(chosen) and ranked[len(chosen)].probability >= choice.min_probability
    least = (chosen[-1].probability if chosen else math.inf) if is_full else choice.min_probability
    offered = {one.local_part for one in chosen}
    for local in offered:
        for rival in by_mask[word_mask(local)]:
            if rival != local:
                yield local, rival
    mass = {one.local_part: one.probability for one in ranked}
    for group in by_mask.values():
        rivals = [rival for rival in group if rival not in offered]
        # With a margin for the rounding of sums.
        if len(rivals) > 1 and sum([mass[rival] for rival in rivals]) * 1.000001 >= least:
            yield from combinations(rivals, 2)
