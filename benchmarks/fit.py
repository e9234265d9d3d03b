"""Fit everything that is fitted, from pairs of names and addresses, and write it down as tables.

    python benchmarks/fit.py --pairs fit.csv [--pairs more.csv] --leave-out test.csv --corpus "…" --date 2026-11-22

Reads the patterns that are tried from patterns.yaml, and writes their shares back; writes `data/model.py` (the weights)
and `data/catalog.py` (what the running program reads of patterns.yaml). No domain of the files named by --leave-out is
used; the overlap that remains is printed, and must be 0.
"""

import argparse
import datetime
import math
import pprint
from collections import defaultdict
from pathlib import Path

import numpy as np

from evidence_fit import HALF_SETTLED, EvidenceWeights, fit_evidence
from generate_catalog import write_catalog_module
from guessmail.catalog import FREELY, Form, form_of
from guessmail.catalog_file import CatalogFile, ConventionEntry, PatternEntry, dump_catalog, read_catalog
from guessmail.prior import Keys
from pairs import Person, domains_in, fold_of, read_people
from prior_fit import CROSS, Design, fit_prior

ROOT = Path(__file__).resolve().parent.parent
YAML = ROOT / "patterns.yaml"
MODEL = ROOT / "src" / "guessmail" / "data" / "model.py"
FOLDS = 4
LEAST_WEIGHT = 0.15
"""Crossed weights below this are dropped."""
LEAST_SHARE = 0.001
"""Per cent: what a pattern that was never seen is still given."""
REFERENCE = ("words=2", "script=latin-plain", "given-length=5-6", "family-length=5-6", "suffix=com")
"""The kind of name that the shares in patterns.yaml hold for (of three words, for patterns with a middle name); of each
dimension every name has one value."""
LEAST_COUNTED = 0.05
"""A pattern that was counted less and comes of no cited rule does not stay in the catalogue."""
OF_READINGS = ("order=", "surname=")
"""Tags of readings: their weights stand on top of those of the readings, and are no shares."""


def main() -> None:
    """Run the command."""
    options = _options()
    left_out = domains_in(options.leave_out)
    people = read_people(options.pairs, left_out, folds=options.folds)
    domains = {person.domain for person in people}
    print(
        f"{len(people)} people at {len(domains)} domains; overlap with what is left out: {len(domains & left_out)}"
    )
    before = read_catalog(YAML.read_text(encoding="utf-8"), str(YAML))
    forms = tuple(form_of(entry.parsed) for entry in before.patterns)
    design = Design.of(people, forms)
    print(f"{len(design.features)} features, {design.matrix.shape[0]} keys")
    everyone = np.arange(len(people))
    folds = np.array([fold_of(person.domain, FOLDS, "prior") for person in people])
    unseen: list[Keys] = [Keys([], [], 0.0)] * len(people)
    for fold in range(FOLDS):
        theta = fit_prior(design, everyone[folds != fold])
        for at, keys in enumerate(design.keys_with(theta)):
            if folds[at] == fold:
                unseen[at] = keys
    evidence = fit_evidence(people, unseen)
    fitted = fit_prior(design, everyone)
    counted = _counted(people, design.keys_with(fitted))
    weights = _for_reference(dict(zip(design.features, fitted.tolist(), strict=True)))
    source = f"{options.corpus}: {len(people)} people at {len(domains)} domains, fitted {options.date}"
    after = _catalog(weights, forms, before, counted, source)
    YAML.write_text(dump_catalog(after), encoding="utf-8")
    write_catalog_module(after)
    _write_model(weights, evidence, source)
    print(f"wrote {YAML.name}, data/catalog.py and data/model.py")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--pairs", type=Path, action="append", required=True, help="CSV of name, local, domain"
    )
    parser.add_argument(
        "--leave-out", type=Path, action="append", default=[], help="CSV whose domains are not used"
    )
    parser.add_argument(
        "--folds", type=int, nargs="+", default=[0, 1, 2], help="folds of domains to use, of 0 to 4"
    )
    parser.add_argument("--corpus", required=True, help="what the pairs were taken from, in words")
    parser.add_argument("--date", default=datetime.datetime.now(tz=datetime.UTC).date().isoformat())
    return parser.parse_args()


def _for_reference(theta: dict[str, float]) -> dict[str, float]:
    """Return the same model with the weights of the reference name's traits moved into the base."""
    moved = dict(theta)
    bases = [name for name in theta if CROSS not in name]
    crossed = [name.partition(CROSS)[2] for name in theta if CROSS in name]
    for reference in REFERENCE:
        dimension = reference.partition("=")[0]
        values = {other for other in crossed if other.partition("=")[0] == dimension}
        for base in bases:
            trait = "words=3" if dimension == "words" and "mid" in base else reference
            if weight := theta.get(base + CROSS + trait, 0.0):
                moved[base] += weight
                for other in values:
                    moved[base + CROSS + other] = moved.get(base + CROSS + other, 0.0) - weight
    return moved


def _counted(people: list[Person], keys: list[Keys]) -> dict[str, float]:
    """Return, by pattern and by tag, how many people's addresses are taken to be made so."""
    counted: dict[str, float] = defaultdict(float)
    for person, own in zip(people, keys, strict=True):
        hits = [
            (key, math.exp(log))
            for key, log in zip(own.keys, own.logs, strict=True)
            if key.local_part in person.local_parts
        ]
        total = sum(mass for _, mass in hits)
        for key, mass in hits:
            for what in (key.form.text, *key.tags):
                counted[what] += mass / total
    return counted


def _catalog(
    theta: dict[str, float],
    forms: tuple[Form, ...],
    before: CatalogFile,
    counted: dict[str, float],
    source: str,
) -> CatalogFile:
    """Return the catalogue with the shares that the weights amount to."""
    masses = {
        form.text: math.exp(sum(theta[feature] for feature in (form.text, *form.features))) for form in forms
    }
    freely = math.exp(theta[FREELY])
    total = sum(masses.values()) + freely
    rules = {str(entry.parsed): entry.rule for entry in before.patterns}
    patterns = [
        PatternEntry(
            text, max(100 * mass / total, LEAST_SHARE), round(counted.get(text, 0.0), 1), rules[text]
        )
        for text, mass in sorted(masses.items(), key=lambda item: -item[1])
        if counted.get(text, 0.0) >= LEAST_COUNTED or rules[text]
    ]
    return CatalogFile(tuple(patterns), _conventions(theta, counted, before), 100 * freely / total, source)


def _conventions(
    theta: dict[str, float], counted: dict[str, float], before: CatalogFile
) -> tuple[ConventionEntry, ...]:
    meanings = {entry.tag: entry.means for entry in before.conventions}
    tags = [tag for tag in theta if _is_tag(tag) and not tag.startswith(OF_READINGS)]
    odds: dict[str, float] = defaultdict(float)
    for tag in tags:
        odds[tag.partition("=")[0]] += math.exp(theta[tag])
    entries = [
        ConventionEntry(
            tag,
            100 * math.exp(theta[tag]) / (1 + odds[tag.partition("=")[0]]),
            round(counted.get(tag, 0.0), 1),
            meanings.get(tag, ""),
        )
        for tag in tags
    ]
    kept = [entry for entry in before.conventions if entry.tag not in tags]
    return tuple(sorted([*entries, *kept], key=lambda entry: entry.tag))


def _is_tag(feature: str) -> bool:
    return (
        "=" in feature
        and "|" not in feature
        and CROSS not in feature
        and not feature.startswith(("{", "short="))
    )


def _write_model(theta: dict[str, float], evidence: EvidenceWeights, source: str) -> None:
    cross: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight in theta.items():
        feature, _, trait = name.partition(CROSS)
        has_share = not trait and (
            feature.startswith(("{", "fam:", "kinds:", "sep:", "extra:")) or feature == FREELY
        )
        is_convention = not trait and _is_tag(feature) and not feature.startswith(OF_READINGS)
        if not has_share and not is_convention and abs(weight) >= LEAST_WEIGHT:
            cross[feature][trait] = round(float(weight), 2)
    table = {feature: dict(sorted(cross[feature].items())) for feature in sorted(cross)}
    MODEL.write_text(
        f'"""The weights of the probability model. Generated by benchmarks/fit.py; edit nothing here.\n\n'
        f"Fitted on {source}.\n\n"
        'CROSS: by feature of a pattern or convention, then by trait of a name (`""`: every name), what is added to the\n'
        "logarithm of the prior probability. EVIDENCE: by level of evidence, for the bold and for the cautious ratio of seen\n"
        "to expected, its weight with any sample, the weight that comes with many, and the one that comes where they agree.\n"
        '"""\n\n'
        "# fmt: off\n"
        f"HALF_SETTLED = {HALF_SETTLED}\n"
        f"PRIOR_POWER = {evidence.power}\n"
        f"EVIDENCE = {pprint.pformat(evidence.by_level, width=110, sort_dicts=False)}\n"
        f"CROSS = {pprint.pformat(table, width=110, compact=True)}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
