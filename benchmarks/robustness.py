"""Show what wrong samples cost: how far top1 falls with a share of them swapped to other people's addresses.

    python benchmarks/robustness.py --pairs pairs.csv

At each domain ten people are known. Pairs of them are chosen, as many as make the given share in the mean over all
domains, and the two swap their addresses. The targets: with 10 % at most 0.01 lost, with 30 % at most 0.03.
"""

import argparse
import random
from dataclasses import replace
from statistics import mean, pstdev

from accuracy import guessmail
from guessmail.samples import Sample
from trials import TOPS, add_pair_options, pairs_from, score, trial

SHARES = (0.0, 0.1, 0.3)
TARGETS = (0.0, 0.01, 0.03)


def main() -> None:
    """Score guessmail with more and more samples swapped."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add_pair_options(parser)
    parser.add_argument("--shots", type=int, default=10, help="known people a domain")
    parser.add_argument("--seeds", type=int, default=3, help="how many splits and swaps are tried")
    options = parser.parse_args()
    pairs = pairs_from(options)
    tops: dict[float, list[tuple[float, ...]]] = {share: [] for share in SHARES}
    for seed in range(options.seeds):
        samples, asked = trial(pairs, options.shots, seed)
        for share in SHARES:
            dice = random.Random(f"{seed} {share}")
            wrong = {domain: swapped(held, share, dice) for domain, held in samples.items()}
            tops[share].append(score(asked, guessmail(wrong)).tops)
    print("swapped  " + "".join(f"{f'top{top}':>7}" for top in TOPS) + "   top1 lost")
    for share, target in zip(SHARES, TARGETS, strict=True):
        means = [mean(column) for column in zip(*tops[share], strict=True)]
        lost = [first[0] - now[0] for first, now in zip(tops[0.0], tops[share], strict=True)]
        verdict = "" if not target else f" (at most {target}: {'met' if mean(lost) <= target else 'missed'})"
        print(
            f"{share:7.0%}  "
            + "".join(f"{top:7.3f}" for top in means)
            + f"   {mean(lost):+.3f} ±{pstdev(lost):.3f}{verdict}"
        )


def swapped(samples: list[Sample], share: float, dice: random.Random) -> list[Sample]:
    """Return the samples with a share of them, in the mean over many domains, swapped in pairs."""
    pairs = int(share * len(samples) / 2 + dice.random())
    chosen = dice.sample(range(len(samples)), min(2 * pairs, len(samples) // 2 * 2))
    changed = list(samples)
    for one, other in zip(chosen[::2], chosen[1::2], strict=True):
        changed[one] = replace(samples[one], address=samples[other].address)
        changed[other] = replace(samples[other], address=samples[one].address)
    return changed


if __name__ == "__main__":
    main()
