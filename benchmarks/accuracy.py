"""Score guessmail on your own pairs of names and addresses, beside two reference rules.

    python benchmarks/accuracy.py --git ~/src/some-project
    python benchmarks/accuracy.py --pairs pairs.csv --shots 0 10

At each domain k people are known, and the others are guessed. The rules: "most common first" offers the patterns of the
catalogue by their shares, whatever is known; "majority" puts first those that most of the samples follow. They say the shares
as probabilities. Nothing is fitted, so the domains must not be among those that the shipped tables were fitted on: leave
such out with --leave-out. With --compare the differences between guessmail and a rule have a standard error, from domains
drawn again.
"""

import argparse
import csv
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import pstdev

from guessmail.candidates import rank
from guessmail.catalog import shipped
from guessmail.guesser import Guesser
from guessmail.names import Name, read_name
from guessmail.patterns import Pattern, parse_pattern
from guessmail.samples import Sample
from trials import TOPS, Asked, Ranking, Score, add_pair_options, pairs_from, score, trial

MOST_RANKED = 25
DRAWS = 200


def main() -> None:
    """Score the three on the pairs that the options name."""
    options = _options()
    left_out = {domain for path in options.leave_out for domain in _domains(path)}
    pairs = {domain: people for domain, people in pairs_from(options).items() if domain not in left_out}
    print(f"{sum(map(len, pairs.values()))} people at {len(pairs)} domains")
    print(f"{'':24}{'people':>7}" + "".join(f"{f'top{top}':>7}" for top in TOPS) + "   ece1   ece5  skill")
    for shots in options.shots:
        samples, asked = trial(pairs, shots, options.seed)
        if not asked:
            print(f"k={shots}: no domain has more people")
            continue
        rules = {
            "guessmail": guessmail(samples),
            "most common first": most_common({}),
            "majority of samples": most_common(samples),
        }
        for title, rule in rules.items():
            print(_line(f"k={shots} {title}", score(asked, rule)))
        if options.compare:
            _compare(asked, rules["guessmail"], rules["majority of samples"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_pair_options(parser)
    parser.add_argument(
        "--leave-out", type=Path, action="append", default=[], help="CSV whose domains are left out"
    )
    parser.add_argument("--shots", type=int, nargs="+", default=[0, 1, 3, 10], help="known people a domain")
    parser.add_argument("--seed", type=int, default=0, help="another split")
    parser.add_argument(
        "--compare", action="store_true", help="with the standard error of differences in top1"
    )
    return parser.parse_args()


def _domains(path: Path) -> set[str]:
    with path.open(newline="", encoding="utf-8") as file:
        return {row["domain"] for row in csv.DictReader(file)}


def guessmail(samples: dict[str, list[Sample]]) -> Callable[[Asked], Ranking]:
    """Return guessmail as it guesses one person."""
    guesser = Guesser(samples=[one for held in samples.values() for one in held])

    def guess(person: Asked) -> Ranking:
        name = read_name(person.name)
        if not isinstance(name, Name):
            return []
        ranked = rank(name, guesser.format_of(person.domain), guesser.prior_at(person.domain))
        return [(one.local_part, one.probability) for one in ranked[:MOST_RANKED]]

    return guess


def most_common(samples: dict[str, list[Sample]]) -> Callable[[Asked], Ranking]:
    """Return the rule that offers patterns by how many samples of the domain they render, then by their shares."""
    shares = {parse_pattern(text): share / 100 for text, share in shipped().patterns.items()}
    counts: dict[str, Counter[Pattern]] = defaultdict(Counter)
    for domain, held in samples.items():
        for sample in held:
            parts = _parts(sample.name)
            counts[domain].update(pattern for pattern in shares if pattern.render(parts) == sample.local_part)

    def guess(person: Asked) -> Ranking:
        parts, count = _parts(person.name), counts[person.domain]
        size = len(samples.get(person.domain, ()))
        said: dict[str, float] = {}
        for pattern in sorted(shares, key=lambda one: (-count[one], -shares[one])):
            local = pattern.render(parts)
            if local and local not in said:
                said[local] = count[pattern] / size if size else shares[pattern]
        return list(said.items())[:MOST_RANKED]

    return guess


def _parts(written: str) -> dict[str, str]:
    name = read_name(written)
    if not isinstance(name, Name):
        return {}
    reading = name.readings[0]
    texts = {
        "first": reading.firsts[0].text if reading.firsts else "",
        "last": reading.lasts[0].text if reading.lasts else "",
        "middle": reading.middles[0] if reading.middles else "",
    }
    return texts | {"f": texts["first"][:1], "l": texts["last"][:1], "m": texts["middle"][:1]}


def _compare(asked: list[Asked], one: Callable[[Asked], Ranking], other: Callable[[Asked], Ranking]) -> None:
    gains: dict[str, list[int]] = defaultdict(list)
    for person in asked:
        gains[person.domain].append(_is_hit(one(person), person) - _is_hit(other(person), person))
    dice, domains = random.Random(0), list(gains)
    draws = [
        _mean(gain for domain in dice.choices(domains, k=len(domains)) for gain in gains[domain])
        for _ in range(DRAWS)
    ]
    mean = _mean(gain for held in gains.values() for gain in held)
    print(f"    top1 of guessmail less that of the majority: {mean:+.3f}, standard error {pstdev(draws):.3f}")


def _is_hit(ranking: Ranking, person: Asked) -> bool:
    return bool(ranking) and ranking[0][0] in person.real


def _mean(values: Iterable[int]) -> float:
    held = list(values)
    return sum(held) / len(held)


def _line(title: str, found: Score) -> str:
    tops = "".join(f"{top:7.3f}" for top in found.tops)
    return f"{title:24}{found.people:7}{tops}{found.ece1:7.3f}{found.ece5:7.3f}{found.skill:7.3f}"


if __name__ == "__main__":
    main()
