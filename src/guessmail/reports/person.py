"""The guesses for one person: a table on a terminal, else as a listing."""

import re

from guessmail.guesser import Guess
from guessmail.reports.added import guess_fields, level, probability
from guessmail.reports.listing import Listing
from guessmail.text import counted, percent

_BASES = {
    "samples": "known addresses",
    "directory": "public addresses",
    "prior": "other companies",
    "known": "known address",
}
"""What a probability is based on, as it is called in files, and on a terminal."""
_UNCLEAR = re.compile(r"\{[flmn]\}|[:|]")
"""What in a pattern does not explain itself."""


def _plain(guess: Guess) -> list[str]:
    """Return an address a line, or, of an address that was asked about, its probability alone."""
    if guess.rate is not None:
        return [probability(guess.rate)]
    return [candidate.address for candidate in guess.candidates]


def _cells(guess: Guess) -> list[list[str]]:
    return [
        [address, probability(chance), pattern, basis, guess.name, guess.domain]
        for address, chance, pattern, basis in guess.candidates
    ]


def _fields(guess: Guess) -> dict[str, object]:
    asked = {key: value for key, value in guess.question._asdict().items() if value}
    return {"row": 1, "input": asked, **guess_fields(guess)}


PERSON = Listing(("address", "probability", "pattern", "basis", "name", "domain"), _cells, _fields, _plain)
"""The guesses for one person."""


def print_person(guess: Guess, *, color: bool | None) -> None:
    """Print a table to the terminal; `color` None leaves it to the terminal."""
    from guessmail.patterns.language import in_words
    from guessmail.reports.screen import Column, print_ranking

    candidates = guess.candidates
    patterns = [candidate.pattern for candidate in candidates]
    unclear = list(dict.fromkeys(filter(_UNCLEAR.search, patterns)))[:2]
    legend = "; ".join(f"{pattern}: {in_words(pattern)}" for pattern in unclear) + "." * bool(unclear)
    print_ranking(
        "Address",
        [(candidate.address, candidate.probability) for candidate in candidates],
        [Column("Level", [level(candidate.probability) for candidate in candidates], len("medium"))],
        [
            Column("Pattern", patterns),
            Column("Basis", [_BASES.get(candidate.basis, candidate.basis) for candidate in candidates]),
        ],
        [("", _footing(guess)), ("Pattern", legend)],
        color=color,
    )


def _footing(guess: Guess) -> str:
    """Say what the probabilities are based on, and what DNS says."""
    if guess.samples:
        based = f"Based on {counted(guess.samples, 'known address', 'known addresses')} at {guess.domain}"
        based += f" and {guess.borrowed} at related domains." if guess.borrowed else "."
    else:
        borrowed = f"{counted(guess.borrowed, 'known address', 'known addresses')} at related domains"
        public = counted(guess.observed, "public address", "public addresses")
        others = borrowed if guess.borrowed else public if guess.observed else "other companies"
        based = f"No known addresses at {guess.domain}; based on {others}."
    if guess.company and guess.company.is_guess:
        based += f" Domain guessed from the company's name ({percent(guess.company.probability)})."
    if not guess.mx:
        return based
    provider = f", {guess.mx.provider}" if guess.mx.provider else ""
    return f"{based} Mail: {guess.mx.verdict} ({guess.mx.reason}{provider})."
