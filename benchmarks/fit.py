"""Fit everything that is fitted, from pairs of names and addresses, and write it down as tables.

    python benchmarks/fit.py FOLDER [--develop] [--date 2026-11-24]

FOLDER holds the corpora that benchmarks/corpora/build.sh makes. Reads the patterns that are tried from patterns.yaml, and writes
their shares back; writes `data/model.py` (the weights), `data/name_countries.py` (which names are used where) and
`data/catalog.py` (what the running program reads of patterns.yaml). No domain of a test.csv is used; the overlap is printed, and must be 0.
"""

import argparse
import datetime
import importlib
import math
import pprint
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evidence_fit import Task, fit_evidence, make_tasks
from generate_catalog import write_catalog_module
from guessmail.data import name_countries
from guessmail.data.countries import CLASS_OF_COUNTRY
from guessmail.model.belief import Belief, Prior
from guessmail.model.evidence import Strengths
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import ALWAYS, NONE, Catalog, pattern_features
from guessmail.patterns.catalog_file import (
    CatalogFile,
    Entry,
    dump_catalog,
    read_catalog,
)
from names_countries import write_names
from pairs import CORPORA, Person, domains_in, fold_of, read_people
from prior_fit import Design, Vector, fit_prior

ROOT = Path(__file__).resolve().parent.parent
YAML = ROOT / "patterns.yaml"
MODEL = ROOT / "src" / "guessmail" / "data" / "model.py"
COUNTS = {"companies": 3.0, "rfc": 2.0, "linux": 3.0, "pubmed": 4.0, "sbir": 3.0, "openstates": 3.0}
"""What each corpus counts, beside the square root of its size: chosen so that no kind of organisation loses by the others."""
FOLDS = 2
LEAST_WEIGHT = 0.1
"""Weights below this are dropped."""
LEAST_SHARE = 0.001
"""Per cent: what a pattern that was never seen is still given."""
WHOLE = ("given=whole", "family=whole")
JUDGED = {"nick=written": 0.45}
"""The odds of conventions that no corpus shows, by judgement: people write the nickname that they go by."""
KEPT_HYPHEN = "hyphen=kept^family=whole"
"""What a spelling of a hyphenated surname has, where a pattern takes all of it."""
LEAST_COUNTED = 5.0
"""A pattern that was counted less and comes of no cited rule does not stay in the catalogue."""
OF_READINGS = ("order=", "surname=rest", "surname=two")
"""Tags of readings alone: their weights stand on top of those of the readings, and are no shares."""


def main() -> None:
    """Run the command."""
    options = _options()
    tasks = "develop" if options.develop else "tasks"
    people, weight = _people(options.folder, tasks)
    before = read_catalog(YAML.read_text(encoding="utf-8"), str(YAML))
    forms = tuple(pattern_features(parse_pattern(entry.text)) for entry in before.patterns)
    write_names(people)
    importlib.reload(name_countries)
    design = Design(people, forms)
    evidence = fit_evidence(_tasks(design, weight))
    fitted = Weights(design, fit_prior(design, weight))
    parts = [
        f"{sum(person.source == name and not person.is_repeated for person in people)} {what}"
        for name, what in CORPORA.items()
    ]
    domains = len({person.domain for person in people})
    source = f"{', '.join(parts)}: people at {domains} domains, fitted {options.date}"
    after = fitted.catalog_file(before, source)
    YAML.write_text(dump_catalog(after), encoding="utf-8")
    write_catalog_module(after)
    _write_model(fitted, evidence, after)
    print(f"wrote {YAML.name}, data/catalog.py and data/model.py")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the corpora are")
    parser.add_argument(
        "--develop", action="store_true", help="fit on two fifths of the domains, to choose by"
    )
    parser.add_argument("--date", default=datetime.datetime.now(tz=datetime.UTC).date().isoformat())
    return parser.parse_args()


def _people(folder: Path, tasks: str) -> tuple[list[Person], Vector]:
    """Return the people of all corpora, each corpus weighing as the square root of its size times its count."""
    people: list[Person] = []
    weights = []
    for name in CORPORA:
        left_out = domains_in([folder / name / tasks / "test.csv"])
        found = read_people(folder / name / tasks / "fit.csv", folder / name / "pairs.csv", name)
        overlap = len({person.domain for person in found} & left_out)
        total = sum(person.weight for person in found if not person.is_repeated)
        print(f"{name}: {len(found)} rows of people; overlap with the test domains: {overlap}")
        people += found
        weights.append(np.array([person.weight for person in found]) * COUNTS[name] / math.sqrt(total))
    weight = np.concatenate(weights)
    return people, weight * sum(person.weight for person in people) / weight.sum()


def _tasks(design: Design, weight: Vector) -> list[Task]:
    """Return simulated tasks, with priors that were fitted on other domains."""
    fold = np.array([fold_of(person.domain, FOLDS, "prior") for person in design.people])
    asked = np.array([not person.is_repeated for person in design.people])
    tasks = []
    for at in range(FOLDS):
        theta = fit_prior(design, weight * (fold != at))
        prior = Prior(Weights(design, theta).catalog())
        beliefs: dict[tuple[str, ...], Belief] = {}

        def belief_of(
            person: Person, prior: Prior = prior, beliefs: dict[tuple[str, ...], Belief] = beliefs
        ) -> Belief:
            return beliefs.setdefault(person.traits, Belief(prior, person.traits))

        rows = np.flatnonzero((fold == at) & asked)
        tasks += make_tasks([design.people[row] for row in rows], belief_of, list(weight[rows]))
    return tasks


class Weights:
    """What was fitted, by name."""

    def __init__(self, design: Design, theta: Vector) -> None:
        self._design, self._theta = design, theta
        base, common, crossed, readings, spellings = design.split(theta)
        table = crossed.reshape(len(design.traits), len(design.features))
        scale = design.mean_log_total(design.split(theta))
        base = base + design.by_feature @ common - scale
        self.by_trait = {
            trait: dict(zip(design.features, map(float, row), strict=True))
            for trait, row in zip(design.traits, table, strict=True)
        }
        self.shares = self._shares()
        self.by_trait[ALWAYS] = {
            text: float(score) - math.log(share / 100)
            for (text, share), score in zip(self.shares.items(), base, strict=True)
        }
        self.tags: dict[str, dict[str, float]] = defaultdict(dict)
        for softmax, part in ((design.readings, readings), (design.spellings, spellings)):
            for name, value in zip(softmax.names, part, strict=True):
                tag, _, feature = name.partition("^")
                self.tags[tag][feature] = float(value)

    def _shares(self) -> dict[str, float]:
        """Return the percentages of addresses that patterns make, of people to whose names they apply; `NONE` last."""
        design = self._design
        mass = self._mass()
        made = np.bincount(design.pattern % design.width, mass, design.width)
        applies: NDArray[np.bool_] = np.zeros((len(design.people), design.width), dtype=bool)
        np.logical_or.at(applies, design.of_person, design.applies[design.of_class])
        able = applies[[not person.is_repeated for person in design.people]].sum(axis=0)
        texts = (*(form.text for form in design.forms), NONE)
        return {
            text: max(100 * float(one) / max(int(people), 1), LEAST_SHARE)
            for text, one, people in zip(texts, made, able, strict=True)
        }

    def catalog(self) -> Catalog:
        """Return a catalogue of these weights, as they are."""
        patterns = {text: share for text, share in self.shares.items() if text != NONE}
        return Catalog(patterns, {}, self.shares[NONE], self.by_trait, self.tags, self._design.forms)

    def conventions(self) -> dict[str, float]:
        """Return the percentages of conventions, where a pattern takes the whole part."""
        odds = {
            tag: math.exp(_base_of(row)) for tag, row in self.tags.items() if not tag.startswith(OF_READINGS)
        } | JUDGED
        hyphens, joined = self.hyphens()
        odds |= {tag: count / joined for tag, count in hyphens.items()}
        totals: dict[str, float] = defaultdict(float)
        for tag, mass in odds.items():
            totals[tag.partition("=")[0]] += mass
        return {tag: 100 * mass / (1 + totals[tag.partition("=")[0]]) for tag, mass in odds.items()}

    def hyphens(self) -> tuple[dict[str, float], float]:
        """Return how many addresses show each convention of hyphenated surnames, and how many join them.

        Spain's do not count: the first surname stands for both there, with a hyphen or without.
        """
        design = self._design
        spellings = design.spellings
        kept = spellings.matrix[:, spellings.names.index(KEPT_HYPHEN)].toarray()[:, 0]
        has_choice = np.repeat(np.maximum.reduceat(kept, spellings.starts) > 0, spellings.sizes)
        elsewhere = np.array(
            [CLASS_OF_COUNTRY.get(person.organisation.country) != "es" for person in design.people]
        )
        counted = (design.spelling >= 0) & has_choice[design.spelling] & elsewhere[design.person]
        mass = self._mass()[counted]
        by_name = spellings.matrix[design.spelling[counted]].T @ mass
        found = {
            name.partition("^")[0]: float(count)
            for name, count in zip(spellings.names, by_name, strict=True)
            if name.startswith("hyphen=") and name.endswith("^")
        }
        return found, float(mass.sum()) - math.fsum(found.values())

    def _mass(self) -> Vector:
        """Return how far each hit is taken for how a person's address was made; nothing for people who are repeated."""
        design = self._design
        logs, *_ = design.way_logs(design.split(self._theta))
        mass = np.exp(logs)
        mass /= np.bincount(design.person, mass)[design.person]
        own = np.array([not person.is_repeated for person in design.people])[design.person]
        return np.asarray(mass * own)

    def counted(self) -> dict[str, float]:
        """Return, by pattern and by tag, how many people's addresses are taken to be made so."""
        design, mass = self._design, self._mass()
        counted: dict[str, float] = defaultdict(float)
        number = design.pattern % design.width
        for at, count in enumerate(np.bincount(number, mass, design.width)[:-1]):
            counted[design.forms[at].text] += float(count)
        for softmax, rows in ((design.readings, design.reading), (design.spellings, design.spelling)):
            chosen = rows >= 0
            by_row = np.bincount(rows[chosen], mass[chosen], softmax.matrix.shape[0])
            for name, count in zip(softmax.names, softmax.transposed @ by_row, strict=True):
                if name.endswith("^"):
                    counted[name[:-1]] += float(count)
        return counted

    def catalog_file(self, before: CatalogFile, source: str) -> CatalogFile:
        """Return the catalogue with the shares that the weights amount to."""
        counted = self.counted() | self.hyphens()[0]
        rules = {str(parse_pattern(entry.text)): entry.note for entry in before.patterns}
        meanings = {entry.text: entry.note for entry in before.conventions}
        patterns = [
            Entry(text, self.shares[text], round(counted[text], 1), rules[text])
            for text in sorted(rules, key=lambda text: -self.shares[text])
            if counted[text] >= LEAST_COUNTED or rules[text]
        ]
        entries = [
            Entry(tag, share, round(counted[tag], 1), meanings.get(tag, ""))
            for tag, share in self.conventions().items()
        ]
        return CatalogFile(
            tuple(patterns), tuple(sorted(entries, key=lambda one: one.text)), self.shares[NONE], source
        )


def _base_of(row: Mapping[str, float]) -> float:
    """Return the score of a tag where a pattern takes the whole part."""
    return sum(row.get(feature, 0.0) for feature in ("", *WHOLE))


def _write_model(weights: Weights, evidence: Strengths, after: CatalogFile) -> None:
    kept = [str(parse_pattern(entry.text)) for entry in after.patterns]
    conventions = {entry.text for entry in after.conventions}
    by_trait = {trait: _rounded(row) for trait, row in sorted(weights.by_trait.items())}
    by_trait[ALWAYS] = {text: round(weights.by_trait[ALWAYS][text], 2) for text in (*kept, NONE)}
    tags = {}
    for tag, row in sorted(weights.tags.items()):
        moved = dict(row)
        if tag in conventions:  # its base is its share in the catalogue
            moved |= {
                feature: row[feature] - row.get(whole, 0.0)
                for feature in row
                for whole in WHOLE
                if feature.partition("=")[0] == whole.partition("=")[0]
            }
            moved.pop("", None)
        tags[tag] = _rounded(moved)
    MODEL.write_text(
        f'''"""The weights of the probability model. Generated by benchmarks/fit.py; edit nothing here.

Fitted on {after.source}.

WEIGHTS: by trait of a name or domain, then by feature of a pattern, what is added to the logarithm of its probability. TAGS: by
tag of a reading or spelling, then by trait or by how the pattern uses the part ("": always), the same. STRENGTHS: how
strongly samples speak, the fields of `model.evidence.Strengths`.
"""

# fmt: off
STRENGTHS = {pprint.pformat((*evidence[:-1], tuple(evidence.shown)), width=110, compact=True)}
TAGS = {_table(tags)}
WEIGHTS = {_table(by_trait)}
''',
        encoding="utf-8",
    )


def _table(rows: Mapping[str, Mapping[str, float]]) -> str:
    """Return a table as a literal, a row a line."""
    lines = [f"    {name!r}: {row!r},\n" for name, row in rows.items() if row]
    return "{\n" + "".join(lines) + "}"


def _rounded(row: Mapping[str, float]) -> dict[str, float]:
    return {
        feature: round(weight, 2) for feature, weight in sorted(row.items()) if abs(weight) >= LEAST_WEIGHT
    }


if __name__ == "__main__":
    main()
