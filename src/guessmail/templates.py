"""Templates: what is offered to the names of one shape by one format, ready to be filled with their letters."""

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from guessmail.candidates import Basis, Choice, Ranked, choose, rank
from guessmail.inference import Format
from guessmail.moulds import Mould
from guessmail.shapes import Guards, pieces_of

__all__ = ["Offer", "Template", "template_for"]


class Offer(NamedTuple):
    """A pattern that is offered, with its probability."""

    text: str
    """The local part, with `%s` where letters go."""
    places: tuple[tuple[int, int], ...]
    """Where these stand in the letters of a name."""
    probability: float
    pattern: str


class Template:
    """What is offered to the names of a mould.

    `has_ties` says that equal probabilities are ordered by the alphabet, so that placeholders cannot tell the order.
    """

    __slots__ = ("basis", "guards", "has_ties", "offers")

    def __init__(self, offers: tuple[Offer, ...], basis: Basis, guards: Guards, *, has_ties: bool) -> None:
        self.offers, self.basis, self.guards, self.has_ties = offers, basis, guards, has_ties

    def local_parts(self, letters: str) -> list[str]:
        """Return the local parts that are offered to the name with these letters."""
        return [offer.text % tuple([letters[a:b] for a, b in offer.places]) for offer in self.offers]


def template_for(mould: Mould, fmt: Format, choice: Choice) -> Template:
    """Work out what a format offers to the names of a mould."""
    ranked = rank(mould.keys, fmt)
    chosen = choose(ranked, choice)
    near = ranked[: len(chosen) + 1]
    has_ties = any(
        one.probability == other.probability and len(one.local_part) == len(other.local_part)
        for one, other in zip(near, near[1:], strict=False)
    )
    guards = Guards(mould.shape, _that_matter(mould, ranked, chosen, choice))
    basis = Basis.SAMPLES if fmt.votes else Basis.PRIOR
    return Template(tuple(_offer(mould, one) for one in chosen), basis, guards, has_ties=has_ties)


def _offer(mould: Mould, ranked: Ranked) -> Offer:
    pieces = pieces_of(mould.shape, ranked.local_part)
    return Offer(
        "".join("%s" if isinstance(piece, tuple) else piece.replace("%", "%%") for piece in pieces),
        tuple(piece for piece in pieces if isinstance(piece, tuple)),
        ranked.probability,
        ranked.keys[0][1].form.text,
    )


def _that_matter(
    mould: Mould, ranked: list[Ranked], chosen: list[Ranked], choice: Choice
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of local parts that change what is offered where they are the same word.

    These are the pairs with one that is offered, and those that could be offered if their probabilities were one.
    """
    mass = {one.local_part: one.probability for one in ranked}
    offered = {one.local_part for one in chosen}
    for local in offered:
        yield from ((local, rival) for rival in mould.rivals(local) if rival != local)
    is_full = len(ranked) > len(chosen) and ranked[len(chosen)].probability >= choice.min_probability
    least = (chosen[-1].probability if chosen else math.inf) if is_full else choice.min_probability
    done = set()
    for one in ranked[len(chosen) :]:
        rivals = [rival for rival in mould.rivals(one.local_part) if rival not in offered]
        if rivals[0] not in done:
            done.add(rivals[0])
            # A margin for the rounding of sums.
            if len(rivals) > 1 and sum(mass[rival] for rival in rivals) * 1.000001 >= least:
                yield from combinations(rivals, 2)
