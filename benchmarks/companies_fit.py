"""Fit the model of companies' domains, and write it as `data/company_model.py`.

    python benchmarks/companies_fit.py companies.csv --corpus "…" [--folds 0 1 2]

`companies.csv` has the columns company and domain (registrable). Of its domains only those are read whose fold (CRC-32
modulo 5) is named. Only words, suffixes, affixes and features that several companies' domains share are written.
"""

import argparse
import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from companies_counts import (
    Company,
    affix_of,
    commonness_of,
    count_abbreviations,
    count_affixes,
    read_companies,
)
from companies_softmax import Choices, Ways, fit_choices, fit_ways
from guessmail.companies.labels import (
    Plan,
    affix_features,
    kind_of_plan,
    label_features,
    name_features,
    none_features,
    plan_features,
    plans_of,
    word_class,
)

TARGET = Path(__file__).resolve().parent.parent / "src" / "guessmail" / "data" / "company_model.py"
LEAST_SUFFIXES = 6
LEAST_FEATURES = 8
"""At how many domains a feature must be."""
PENALTY = {"plan": 4.0, "affix": 4.0, "suffix": 2.0}
LEAST_WEIGHT = {"plan": 0.12, "affix": 0.25, "suffix": 0.35}
"""Smaller weights are dropped."""


class Explained(NamedTuple):
    """How a company's label comes about."""

    hits: list[int]
    """The plans that give it, with the affix."""
    affix: str = ""


class Fitted(NamedTuple):
    """All that the tables hold."""

    commonness: dict[str, int]
    abbreviations: dict[str, str]
    affixes: list[str]
    suffixes: list[tuple[str, int]]
    plans: dict[str, float]
    affix_weights: dict[str, list[float]]
    suffix_weights: dict[str, list[float]]
    inside: tuple[float, float]


def main() -> None:
    """Run the command."""
    options = _options()
    companies = read_companies(options.companies, options.folds)
    fitted = fit(companies)
    domains = len({(company.label, company.suffix) for company in companies})
    source = f"{options.corpus}: {len(companies)} companies at {domains} domains, fitted {options.date}"
    TARGET.write_text("\n".join(_module(fitted, source)) + "\n", encoding="utf-8")
    print(f"{source}; wrote {TARGET.name}, {TARGET.stat().st_size // 1000} KB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("companies", type=Path, help="CSV of company, domain")
    parser.add_argument(
        "--folds", type=int, nargs="+", default=[0, 1, 2], help="folds of domains to use, of 0 to 4"
    )
    parser.add_argument("--corpus", required=True, help="what the companies were taken from, in words")
    parser.add_argument("--date", default=datetime.datetime.now(tz=datetime.UTC).date().isoformat())
    return parser.parse_args()


def fit(companies: Sequence[Company]) -> Fitted:
    """Count what is counted, and fit the three softmaxes."""
    commonness = commonness_of(companies)
    abbreviations = count_abbreviations(companies)
    classes = ["".join(word_class(word, commonness) for word in one.name.words) for one in companies]
    plans = [plans_of(one.name, own, abbreviations) for one, own in zip(companies, classes, strict=True)]
    affixes = ["", *count_affixes(companies, plans)]
    explained = [
        _explain(one.label, own, frozenset(affixes)) for one, own in zip(companies, plans, strict=True)
    ]
    counts = Counter(one.suffix for one in companies)
    suffixes = [(suffix, count) for suffix, count in counts.most_common() if count >= LEAST_SUFFIXES]
    design = list(zip(companies, classes, plans, explained, strict=True))
    print(
        f"{len(companies)} companies; {sum(bool(one.hits) for one in explained) / len(companies):.1%} of the labels explained"
    )
    return Fitted(
        commonness,
        abbreviations,
        affixes,
        suffixes,
        _fit_plans(design),
        _fit("affix", companies, _affix_choices(design, affixes)),
        _fit("suffix", companies, _suffix_choices(design, [suffix for suffix, _ in suffixes])),
        _count_inside(companies, frozenset(suffix for suffix, _ in suffixes)),
    )


def _count_inside(companies: Sequence[Company], suffixes: frozenset[str]) -> tuple[float, float]:
    """Return how often a domain in a name is the company's, beside other words and as the whole name."""
    right: list[list[bool]] = [[], []]
    for one in companies:
        label, _, suffix = one.name.inside.partition(".")
        if len(label) > 2 and suffix in suffixes:
            is_whole = "".join(word.text for word in one.name.words) == label.replace("-", "")
            right[is_whole].append((one.label, one.suffix) == (label, suffix))
    beside, whole = (sum(hits) / max(len(hits), 1) for hits in right)
    return beside, whole


Design = Sequence[tuple[Company, str, list[Plan], Explained]]


def _explain(label: str, plans: Sequence[Plan], affixes: frozenset[str]) -> Explained:
    """Return the plans that give a label: without an affix if possible, else with that beside the longest one."""
    exact = [at for at, plan in enumerate(plans) if plan.label == label]
    if exact:
        return Explained(exact)
    beside = [(len(plan.label), at, affix_of(label, plan)) for at, plan in enumerate(plans)]
    beside = [one for one in beside if one[2] and one[2] in affixes]
    if not beside:
        return Explained([])
    affix = max(beside)[2]
    return Explained([at for _, at, own in beside if own == affix], affix)


def _fit_plans(design: Design) -> dict[str, float]:
    features: list[list[str]] = []
    starts, hits = [0], []
    could: Counter[str] = Counter()
    did: Counter[str] = Counter()
    for company, classes, plans, explained in design:
        own = [list(plan_features(plan, company.name, classes)) for plan in plans]
        own.append(list(none_features(company.name, classes)))
        chosen = explained.hits or [len(plans)]
        could.update({one for row in own for one in row})
        did.update({one for at in chosen for one in own[at]})
        hits += [at in chosen for at in range(len(own))]
        features += own
        starts.append(len(features))
    names = [name for name, count in could.items() if count >= LEAST_FEATURES and did[name] >= 2]
    weights = fit_ways(Ways(features, starts, hits), names, PENALTY["plan"])
    return dict(zip(names, weights.tolist(), strict=True))


def _affix_choices(design: Design, affixes: Sequence[str]) -> Iterator[tuple[int, list[str], int]]:
    """Yield, for each company whose label is explained, its place, its features and the number of its affix."""
    number = {affix: at for at, affix in enumerate(affixes)}
    for at, (company, classes, plans, explained) in enumerate(design):
        if explained.hits:
            plan = plans[explained.hits[0]]
            own = affix_features(plan, kind_of_plan(plan.actions, classes), company.name)
            yield at, name_features(company.name, classes) + own, number[explained.affix]


def _suffix_choices(design: Design, suffixes: Sequence[str]) -> Iterator[tuple[int, list[str], int]]:
    """Yield, for each company, its place, its features and the number of its suffix; others have the last number."""
    number = {suffix: at for at, suffix in enumerate(suffixes)}
    for at, (company, classes, plans, explained) in enumerate(design):
        kind = kind_of_plan(plans[explained.hits[0]].actions, classes) if explained.hits else "none"
        own = label_features(company.label, kind, explained.affix)
        yield at, name_features(company.name, classes) + own, number.get(company.suffix, len(suffixes))


def _fit(
    what: str, companies: Sequence[Company], rows: Iterable[tuple[int, list[str], int]]
) -> dict[str, list[float]]:
    places, features, chosen = (list(column) for column in zip(*rows, strict=True))
    shown = {(one, companies[at].label) for at, row in zip(places, features, strict=True) for one in row}
    counts = Counter(one for one, _ in shown)
    names = [name for name, count in counts.items() if count >= LEAST_FEATURES]
    weights: Any = fit_choices(Choices(features, chosen, max(chosen) + 1), names, PENALTY[what])
    return dict(zip(names, weights.tolist(), strict=True))


def _module(fitted: Fitted, source: str) -> Iterator[str]:
    """Yield the lines of the module."""
    yield '"""What companies make of their names as domains. Generated by benchmarks/companies_fit.py; edit nothing here.'
    yield f"\nCounted and fitted on {source}. Each word, affix, suffix and feature is shared by several"
    yield 'companies. `guessmail.companies.model` says what stands where.\n"""\n'
    yield "# fmt: off"
    yield f"INSIDE = ({fitted.inside[0]:.2f}, {fitted.inside[1]:.2f})"
    words = [
        sorted(word for word, level in fitted.commonness.items() if level == own) for own in (1, 2, 3, 4)
    ]
    yield "WORDS = ("
    yield from (f'    "{" ".join(level)}",' for level in words)
    yield ")"
    yield _text("ABBREVIATIONS", (f"{word}\t{short}" for word, short in sorted(fitted.abbreviations.items())))
    yield _text("AFFIXES", [" ".join(fitted.affixes[1:])])
    yield _text("SUFFIXES", [" ".join(suffix for suffix, _ in fitted.suffixes)])
    yield _text("COUNTS", [" ".join(str(count) for _, count in fitted.suffixes)])
    plans = (
        (name, weight) for name, weight in sorted(fitted.plans.items()) if abs(weight) >= LEAST_WEIGHT["plan"]
    )
    yield _text("PLANS", (f"{name}\t{round(weight * 100)}" for name, weight in plans))
    yield _text("AFFIX_WEIGHTS", _rows(fitted.affix_weights, LEAST_WEIGHT["affix"]))
    yield _text("SUFFIX_WEIGHTS", _rows(fitted.suffix_weights, LEAST_WEIGHT["suffix"]))


def _rows(weights: dict[str, list[float]], least: float) -> Iterator[str]:
    for name, row in sorted(weights.items()):
        kept = [f"{at}:{round(weight * 10)}" for at, weight in enumerate(row) if abs(weight) >= least]
        if kept:
            yield f"{name}\t{' '.join(kept)}"


def _text(name: str, lines: Iterable[str]) -> str:
    whole = "\n".join(lines)
    return f'{name} = """\\\n{whole}"""'


if __name__ == "__main__":
    main()
