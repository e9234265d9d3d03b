"""Companies with their domains: reading them, and what is counted before anything is fitted."""

import csv
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from guessmail.companies.labels import (
    Plan,
    may_take_affix,
)
from guessmail.domains.company_name import CompanyName, read_company

__all__ = ["Company", "affix_of", "commonness_of", "count_abbreviations", "count_affixes", "read_companies"]

WORD_LEVELS = (3, 6, 15, 60)
"""At how many domains a word must be to be that common."""
LEAST_ABBREVIATIONS = 4
LEAST_AFFIXES = 6


class Company(NamedTuple):
    """A company's name, and the domain that it has mail at."""

    written: str
    name: CompanyName
    label: str
    suffix: str


def fold_of(domain: str) -> int:
    """Return which fifth a domain is in."""
    return zlib.crc32(domain.encode()) % 5


def read_companies(path: Path, folds: Iterable[int]) -> list[Company]:
    """Read a CSV of company and domain (registrable); those of other folds are passed over."""
    wanted = frozenset(folds)
    with path.open(newline="", encoding="utf-8") as file:
        pairs = [(row["company"], row["domain"]) for row in csv.DictReader(file)]
    found = (
        Company(company, read_company(company), *domain.split(".", 1))
        for company, domain in pairs
        if fold_of(domain) in wanted
    )
    return [company for company in found if company.name.words]


def commonness_of(companies: Iterable[Company]) -> dict[str, int]:
    """Return how common words are in names, each counted once a domain; rare ones are left out."""
    pairs = {(word.text, company.label) for company in companies for word in company.name.words}
    counts = Counter(word for word, _ in pairs)
    levels = {word: sum(count >= least for least in WORD_LEVELS) for word, count in counts.items()}
    return {word: level for word, level in levels.items() if level}


def count_abbreviations(companies: Iterable[Company]) -> dict[str, str]:
    """Return, by word, the two most frequent ways in which labels shorten it behind other words of the name."""
    seen: set[tuple[str, str, str]] = set()
    for company in companies:
        texts = [word.text for word in company.name.words]
        for at in range(1, len(texts)):
            seen |= {(texts[at], short, company.label) for short in _short_forms(company.label, texts, at)}
    counts = Counter((word, short) for word, short, _ in seen)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for (word, short), count in counts.most_common():
        if count >= LEAST_ABBREVIATIONS and len(found[word]) < 2:
            found[word].append(short)
    return {word: " ".join(shorts) for word, shorts in found.items() if shorts}


def _short_forms(label: str, texts: Sequence[str], at: int) -> set[str]:
    word = texts[at]
    heads = ["".join(texts[start:at]) + join for start in range(at) for join in ("", "-")]
    rests = (label.removeprefix(head) for head in heads if label.startswith(head))
    return {
        rest
        for rest in rests
        if len(word) > 4 and 2 <= len(rest) < len(word) and rest[0] == word[0] and _is_within(rest, word)
    }


def _is_within(short: str, word: str) -> bool:
    letters = iter(word)
    return all(letter in letters for letter in short)


def affix_of(label: str, plan: Plan) -> str:
    """Return what a label has beside a plan's, `+` for the latter; empty where it does not hold it at an end."""
    if not may_take_affix(plan):
        return ""
    if label.startswith(plan.label):
        return "+" + label.removeprefix(plan.label)
    return label.removesuffix(plan.label) + "+" if label.endswith(plan.label) else ""


def count_affixes(companies: Sequence[Company], plans: Sequence[Sequence[Plan]]) -> list[str]:
    """Return the affixes of the labels that no plan gives as they are, most frequent first."""
    seen: set[tuple[str, str]] = set()
    for company, own in zip(companies, plans, strict=True):
        if all(plan.label != company.label for plan in own):
            seen |= {(affix_of(company.label, plan), company.label) for plan in own}
    counts = Counter(affix for affix, _ in seen if affix)
    return [affix for affix, count in counts.most_common() if count >= LEAST_AFFIXES]
