"""Candidates: the addresses that a person may have at a domain, ranked, each with its probability."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from guessmail.model.derivations import Derivation, Derivations
from guessmail.model.formats import Format
from guessmail.names import Name
from guessmail.patterns import Pattern, Token


class Basis(StrEnum):
    """The evidence on which a probability rests."""

    SAMPLES = "samples"
    DIRECTORY = "directory"
    PRIOR = "prior"
    KNOWN = "known"


class Candidate(NamedTuple):
    """An address that a person may have."""

    address: str
    probability: float
    pattern: str
    """The pattern with most of the probability, in the notation of `patterns`."""
    basis: Basis
    """`known` if a sample has the address for this very person."""


class Choice(NamedTuple):
    """The number of ranked addresses that are offered."""

    top: int = 5
    until: float = 1.0
    """The sum of probabilities with which the offer ends."""
    min_probability: float = 0.005


class Ranking:
    """All local parts that a name can have at a domain."""

    def __init__(self, name: Name, fmt: Format) -> None:
        self._format = fmt
        self.derivations = Derivations(name, fmt.belief)
        self.probabilities = self.derivations.sums()
        """The probability of each local part."""
        self.known: frozenset[str] = frozenset()
        """The local parts that samples have for this very person."""
        self._numbered: Mapping[str, str] = {}
        if fmt.holders:
            from guessmail.model.holders import moved_by_holders  # needed only for known addresses

            self.probabilities, self.known, self._numbered = moved_by_holders(
                self.probabilities, self.derivations.none, name, fmt.holders, fmt.numbering
            )

    def exclude(self, local_part: str) -> None:
        """Take away a local part that the person does not have; the others share its probability."""
        gone = self.probabilities.get(local_part, 0.0)
        left = {local: chance for local, chance in self.probabilities.items() if local != local_part}
        whole = 1.0 - gone if gone < 1.0 else 1.0
        self.probabilities = {local: chance / whole for local, chance in left.items()}

    def best(self, most: int | None = None) -> list[tuple[str, float]]:
        """Return the most probable local parts, all by default, with probabilities; equal ones by length and alphabet."""
        found = self.probabilities
        bound = 0.0
        if most and most <= len(found):
            bound = max(found.values()) if most == 1 else sorted(found.values())[-most]
        order = sorted([(-chance, len(local), local) for local, chance in found.items() if chance >= bound])
        return [(local, -chance) for chance, _, local in order[:most]]

    def choose(self, choice: Choice, domain: str, share: float = 1.0) -> tuple[Candidate, ...]:
        """Return the local parts that are offered, as candidates at a domain; `share` is the probability of the domain."""
        chosen: list[Candidate] = []
        reached = 0.0
        for local_part, chance in self.best(choice.top):
            probability = chance * share
            if reached >= choice.until or probability < choice.min_probability or not probability:
                break
            chosen.append(self.candidate(local_part, domain, share))
            reached += probability
        return tuple(chosen)

    def candidate(self, local_part: str, domain: str, share: float = 1.0) -> Candidate:
        """Return a local part as a candidate at a domain."""
        fmt = self._format
        basis = Basis.SAMPLES if fmt.votes else Basis.DIRECTORY if fmt.observed else Basis.PRIOR
        return Candidate(
            f"{local_part}@{domain}",
            self.probabilities.get(local_part, 0.0) * share,
            self.pattern_of(local_part),
            Basis.KNOWN if local_part in self.known else basis,
        )

    def pattern_of(self, local_part: str) -> str:
        """Return the pattern with most of a local part's probability; empty if no pattern renders it."""
        stem = self._numbered.get(local_part)
        form = self.derivations.best_form(stem or local_part)
        if form is None:
            return ""
        return str(Pattern((*form.pattern.elements, Token("n")))) if stem else form.text

    def derivations_of(self, local_part: str) -> list[Derivation]:
        """Return the derivations of a local part, the most probable first, without regard to holders."""
        stem = self._numbered.get(local_part, local_part)
        return sorted(self.derivations.of_local_part(stem), key=lambda derivation: -derivation.probability)
