#!/usr/bin/env python3
"""Split a corpus by domain and freeze the guessing tasks.

    make_tasks.py PAIRS.csv OUTDIR [--develop | --sealed | --all] [--company] [--country] [--shots 0,1,3,10]

OUTDIR/fit.csv        pairs of three fifths of the domains: anything may be fitted on these
OUTDIR/test.csv       pairs of the other domains: nothing is fitted on these
OUTDIR/k{0,1,3,10}/samples.csv   name,email     K known people a domain
OUTDIR/k{0,1,3,10}/people.csv    id,name,domain up to 20 other people of that domain
OUTDIR/k{0,1,3,10}/truth.json    id -> the local parts that person really has there
--develop splits the fit domains once more: fit on folds 0 and 1, tasks from fold 2, to choose by; --sealed leaves one more fifth of the domains
out of everything, for a last judgement; --all tests on all domains; --company and --country add these columns (of pairs that have them).
"""

import csv
import json
import random
import sys
import zlib
from collections import defaultdict
from pathlib import Path

SHOTS = (0, 1, 3, 10)
MOST_PEOPLE = 20
MOST_ASKED = 8000


def fold(domain: str) -> int:
    """Return which fifth a domain is in: 0 to 2 are for fitting, 3 and 4 for tests."""
    return zlib.crc32(domain.encode()) % 5


def is_fit(domain: str) -> bool:
    return fold(domain) < 3


def write(path: Path, header: list[str], rows: list) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


def main() -> None:
    pairs, out = Path(sys.argv[1]), Path(sys.argv[2])
    split, sealed, develop = "--all" not in sys.argv, "--sealed" in sys.argv, "--develop" in sys.argv
    fits = (lambda domain: fold(domain) < 2) if develop else is_fit
    wanted = sys.argv[sys.argv.index("--shots") + 1] if "--shots" in sys.argv else ",".join(map(str, SHOTS))
    with open(pairs, newline="", encoding="utf-8") as file:
        rows = [tuple(row) for row in csv.reader(file)][1:]
    if sealed:
        rows = [row for row in rows if fold(row[2]) != 4]
    if develop:
        rows = [row for row in rows if fold(row[2]) < 3]
    added = [("company", 3)] * ("--company" in sys.argv) + [("country", 4)] * ("--country" in sys.argv)
    beside = {(row[0], row[2]): [row[at] if len(row) > at else "" for _, at in added] for row in rows}
    rows = [row[:3] for row in rows]
    out.mkdir(parents=True, exist_ok=True)
    test = [row for row in rows if not (split and fits(row[2]))]
    write(out / "fit.csv", ["name", "local", "domain"], [row for row in rows if split and fits(row[2])])
    write(out / "test.csv", ["name", "local", "domain"], test)
    people = defaultdict(lambda: defaultdict(set))
    for name, local, domain in test:
        people[domain][name].add(local)
    for shots in map(int, wanted.split(",")):
        samples, asked = [], []
        for domain in sorted(people):
            names = sorted(people[domain])
            if len(names) <= shots:
                continue
            random.Random(f"{domain}{shots}").shuffle(names)
            samples += [[n, f"{min(people[domain][n])}@{domain}"] for n in names[:shots]]
            asked += [(name, domain) for name in names[shots : shots + MOST_PEOPLE]]
        if len(asked) > MOST_ASKED:
            asked = sorted(random.Random(shots).sample(asked, MOST_ASKED), key=lambda one: one[::-1])
        truth = {str(at): sorted(people[domain][name]) for at, (name, domain) in enumerate(asked)}
        folder = out / f"k{shots}"
        folder.mkdir(exist_ok=True)
        write(folder / "samples.csv", ["name", "email"], samples)
        write(
            folder / "people.csv",
            ["id", "name", "domain", *[title for title, _ in added]],
            [[at, *one, *beside[one]] for at, one in enumerate(asked)],
        )
        (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")
        print(f"k={shots}: {len(samples)} samples, {len(asked)} people")


if __name__ == "__main__":
    main()
