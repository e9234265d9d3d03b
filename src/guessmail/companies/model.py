"""A company's name -> its possible mail domains, with probabilities and a share for "none of these"; their explanation.

P(domain | name) = Σ over ways to make its label: P(way | name) · P(affix | way, name) · P(suffix | label, name), each a
softmax of sums of weights, which `benchmarks/companies_fit.py` fits. "No label of these" is one of the ways, "another one"
is one of the suffixes.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise, product
from operator import itemgetter

from guessmail.companies import CompanyDomain, CompanyDomains, labels
from guessmail.data import company_model as data
from guessmail.data import company_shares as shares
from guessmail.dns import Verdict
from guessmail.domains.company_name import CompanyName, read_company
from guessmail.model import softmax
from guessmail.text import percent

Weights = Sequence[tuple[int, float]]
"""The numbers of the options on which a feature bears, each with its weight."""


def _pairs(text: str) -> Iterator[list[str]]:
    """Return the pairs of a table: the feature of each line, and the text behind it."""
    return (line.rsplit("\t", 1) for line in text.splitlines())


def _rows(text: str) -> Callable[[str], Weights]:
    """Return a function that parses the row of a feature on first use: a company needs few of thousands."""
    texts = dict(_pairs(text))

    @lru_cache(maxsize=1 << 12)
    def row(feature: str) -> Weights:
        pairs = (pair.split(":") for pair in texts.get(feature, "").split())
        return [(int(option), int(weight) / 10) for option, weight in pairs]

    return row


COMMONNESS: Mapping[str, int] = {
    word: level for level, words in enumerate(data.WORDS, start=1) for word in words.split()
}
"""The commonness of words in companies' names, from 1 (rare) to 4; words of very few companies are left out."""
ABBREVIATIONS: Mapping[str, str] = dict(_pairs(data.ABBREVIATIONS))
"""The two most frequent abbreviations of words in labels, separated by a space."""
AFFIXES: Sequence[str] = ("", *data.AFFIXES.split())
"""`+` stands for the label, as in `the+` and `+-group`."""
SUFFIXES: Sequence[str] = data.SUFFIXES.split()
PLAN_WEIGHTS: Mapping[str, float] = {feature: int(weight) / 100 for feature, weight in _pairs(data.PLANS)}
AFFIX_WEIGHTS, SUFFIX_WEIGHTS = _rows(data.AFFIX_WEIGHTS), _rows(data.SUFFIX_WEIGHTS)
"""By feature; the option after the last suffix is "another one"."""

_DONE = {
    "w": "",
    "i": "the initial of ",
    "3": "3 letters of ",
    "4": "4 letters of ",
    "c": "the consonants of ",
}
_SAID = {
    Verdict.ACCEPTS: "; it accepts mail",
    Verdict.NO_MAIL: "; it accepts no mail",
    Verdict.UNKNOWN: "; it could not be checked",
    None: "",
}


def domains_of(company: str, *, country: str = "") -> CompanyDomains:
    """Return the domains that a company may have, by its name alone; `country` is its country (ISO 3166: `DE`), or empty."""
    name = read_company(company)
    if not name.words:
        return CompanyDomains(company, (), 1.0)
    found = _chances(name, country.strip().lower())
    label, _, suffix = name.inside.partition(".")
    if suffix in SUFFIXES and len(label) > 2:  # `AL.systems GmbH` and `Tech.Development Ltd` hold no domain
        # The share of domains written in names that are the company's: beside other words, and as the whole name.
        share = data.INSIDE["".join(word.text for word in name.words) == label.replace("-", "")]
        found = {domain: chance * (1 - share) for domain, chance in found.items()}
        found[name.inside] = found.get(name.inside, 0.0) + share
    best = nlargest(50, found.items(), key=itemgetter(1))
    bases = {name.inside: "inside"}
    candidates = tuple(CompanyDomain(domain, chance, bases.get(domain, "name")) for domain, chance in best)
    return CompanyDomains(company, candidates, max(0.0, 1 - sum(chance for _, chance in best)))


def _chances(name: CompanyName, country: str) -> dict[str, float]:
    """Return the probability of each domain that can be made of a name's words."""
    classes = "".join(labels.word_class(word, COMMONNESS) for word in name.words)
    features = labels.name_features(name, classes)
    made = _labels(name, classes, features)
    found: dict[str, float] = {}
    base = _sums(features, SUFFIX_WEIGHTS, _by_country(country))
    left = shares.OF_COUNTRY.get(country, shares.OF_OTHER_COUNTRY)
    for label, (chance, kind, affix) in nlargest(40, made.items(), key=lambda item: item[1][0]):
        chances = softmax(_sums(labels.label_features(label, kind, affix), SUFFIX_WEIGHTS, base))
        for suffix, share in zip(SUFFIXES, chances, strict=False):
            if chance * share > 1e-4:  # rarer ones are left to "none of these"
                found[f"{label}.{suffix}"] = left * _calibrated(min(chance * share, 1.0))
    return found


def _calibrated(chance: float) -> float:
    """Return the measured share of right domains among those of a computed probability."""
    (low, said_low), (high, said_high) = next(pair for pair in pairwise(shares.RIGHT) if chance <= pair[1][0])
    return said_low + (said_high - said_low) * (chance - low) / (high - low)


def _labels(name: CompanyName, classes: str, features: Sequence[str]) -> dict[str, tuple[float, str, str]]:
    """Return labels, each with its probability, and with kind and affix of the most probable way to make it."""
    plans = labels.plans_of(name, classes, ABBREVIATIONS)
    rows = [labels.plan_features(plan, name, classes) for plan in plans]
    rows.append(labels.none_features(name, classes))
    chances = softmax([sum(PLAN_WEIGHTS.get(feature, 0.0) for feature in row) for row in rows])
    base = _sums(features, AFFIX_WEIGHTS, [0.0] * len(AFFIXES))
    ways: dict[str, list[tuple[float, str, str]]] = defaultdict(list)
    for plan, chance in zip(plans, chances, strict=False):
        if chance < 5e-4:
            continue
        kind = labels.kind_of_plan(plan.actions, classes)
        shares_of_affixes = softmax(_sums(labels.affix_features(plan, kind, name), AFFIX_WEIGHTS, base))
        for affix, share in zip(AFFIXES, shares_of_affixes, strict=True):
            if not affix or (chance * share >= 3e-4 and labels.may_take_affix(plan)):
                ways[(affix or "+").replace("+", plan.label)].append((chance * share, kind, affix))
    best = {label: max(each, key=itemgetter(0)) for label, each in ways.items()}
    return {label: (sum([way[0] for way in ways[label]]), *best[label][1:]) for label in ways}


def _sums(features: Sequence[str], weights: Callable[[str], Weights], start: Sequence[float]) -> list[float]:
    """Return a score for each option: its start, plus its weights for the features."""
    scores = list(start)
    for feature in features:
        for option, weight in weights(feature):
            scores[option] += weight
    return scores


def _by_country(country: str) -> Sequence[float]:
    """Return, for each suffix and for "another one", the logarithm of the share of its companies in a country."""
    if not country:
        return [0.0] * (len(SUFFIXES) + 1)
    top = "uk" if country == "gb" else country
    counts = list(zip(SUFFIXES, map(int, data.COUNTS.split()), strict=True))
    all_home = sum(count for suffix, count in counts if _nation(suffix))
    home = sum(count for suffix, count in counts if top in {suffix, _nation(suffix)})
    anywhere = shares.AMERICAN if country == "us" else (1 - shares.AMERICAN) * max(home / all_home, 0.001)
    elsewhere = shares.ELSEWHERE * (1 if country == "us" else anywhere)
    known = [
        shares.HOME if top in {suffix, _nation(suffix)} else elsewhere if _nation(suffix) else anywhere
        for suffix in SUFFIXES
    ]
    return [math.log(share) for share in (*known, anywhere)]


def _nation(suffix: str) -> str:
    """Return the national top-level domain of a suffix (`us` for American ones such as edu); empty for international suffixes."""
    top = suffix.rpartition(".")[2]
    if top in shares.AMERICAN_TOPS:
        return "us"
    return top if len(top) == 2 and suffix not in shares.ANYBODYS else ""


def explanation(found: CompanyDomains, most: int) -> Iterator[str]:
    """Yield lines that explain the reading of a name, and the origin of each of its first candidates."""
    name = read_company(found.company)
    yield f"Words: {' '.join(word.text for word in name.words) or 'none'}."
    yield f"Legal form: {', '.join(name.forms) or 'none'}."
    if name.inside:
        yield f"Written in the name: {name.inside}."
    classes = "".join(labels.word_class(word, COMMONNESS) for word in name.words)
    plans = labels.plans_of(name, classes, ABBREVIATIONS)
    for candidate in found.candidates[:most]:
        label, _, suffix = candidate.domain.partition(".")
        made = _made(label, name, plans) if candidate.is_guess else "known"
        if candidate.sources:
            made = f"listed in the directory of organisations ({', '.join(candidate.sources)})"
        chance = percent(candidate.probability, 1)
        yield f"{candidate.domain}  {chance}: {made}, under {suffix}{_SAID[candidate.verdict]}."
    yield f"None of the candidates: {percent(found.none, 1)}."


def _made(label: str, name: CompanyName, plans: Sequence[labels.Plan]) -> str:
    """Return the way in which a label is made, in words; a plan without an affix comes first."""
    for affix, plan in product(AFFIXES, plans):
        made = (affix or "+").replace("+", plan.label)
        if made == label and (not affix or labels.may_take_affix(plan)):
            beside = f", with {affix.replace('+', '')!r} beside it" if affix else ""
            return f"made of {_parts(name, plan)}{beside}"
    return "written in the name"


def _parts(name: CompanyName, plan: labels.Plan) -> str:
    if plan.actions == "()":
        return "the short form in brackets"
    parts = []
    for word, action in zip(name.words, plan.actions, strict=True):
        if action in "ab":
            parts.append(f"{ABBREVIATIONS[word.text].split()['ab'.index(action)]} for {word.text}")
        elif action != ".":
            parts.append(_DONE[action] + word.text)
    return " + ".join(parts)
