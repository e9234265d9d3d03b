#!/usr/bin/env python3
"""Write a list as users have it: real names at real domains, most of them met once.

    make_real_list.py ROWS SEED OUT.csv PAIRS.csv...

PAIRS are corpora that ../accuracy builds (name,local,domain[,company]). The first rows are their people as they stand; more rows than people are filled
with given names and family names of different people, recombined, at domains drawn from all, so that names repeat as often as they do
in life. Columns: name,domain. Keep it out of every repository.
"""

import csv
import random
import sys


def main() -> None:
    rows, seed, out, *paths = sys.argv[1:]
    people = []
    for path in paths:
        with open(path, newline="", encoding="utf-8") as file:
            people += [(row["name"], row["domain"]) for row in csv.DictReader(file)]
    draw = random.Random(int(seed))
    draw.shuffle(people)
    splits = [name.rsplit(" ", 1) for name, _ in people]
    with open(out, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "domain"])
        writer.writerows(people[: int(rows)])
        for _ in range(int(rows) - len(people)):
            writer.writerow([f"{draw.choice(splits)[0]} {draw.choice(splits)[-1]}", draw.choice(people)[1]])


if __name__ == "__main__":
    main()
