"""An organisation's name -> its domain: those that the directory lists, beside those that the name suggests.

P(domain | name) is a softmax over the domains that the directory lists for the name, those that the statistical model
makes of it, and "none of these". benchmarks/directory_fit.py fits the weights of the features, `OWNER_WEIGHTS`, on
organisations of one source that are looked up in a directory without that source.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from guessmail.companies import CompanyDomain, CompanyDomains
from guessmail.data import company_words
from guessmail.data.owner_weights import OWNER_WEIGHTS
from guessmail.directory import Directory, ListedDomain
from guessmail.domains.company_name import name_key, read_company, short_name
from guessmail.model import softmax

_LEAST = 1e-5  # probability of a domain by its name
_MOST_SUGGESTED = 30  # domains at which public addresses are looked up
_GENERIC_TOPS = frozenset("com org net edu gov int eu io".split())
_UNIVERSITY = re.compile(rf"\b(?:{company_words.UNIVERSITY})\b")
_BROAD = re.compile(f" (?:{company_words.BROAD})$")


class Option(NamedTuple):
    """A domain that an organisation may have."""

    domain: str
    """Empty for "none of these"."""
    features: Mapping[str, float]
    listed: ListedDomain | None = None


def find_owners(named: CompanyDomains, directory: Directory, country: str = "") -> CompanyDomains:
    """Return the candidates of an organisation's name together with the domains that the directory lists for it."""
    options = options_for(named, directory, country.lower())
    chances = softmax([score_of(option, OWNER_WEIGHTS) for option in options])
    bases = {candidate.domain: candidate.basis for candidate in named.candidates}
    found = []
    for (domain, _, listed), chance in zip(options, chances, strict=True):
        if domain and chance >= 1e-4:
            basis = "directory" if listed else bases.get(domain, "directory")
            found.append(CompanyDomain(domain, calibrated(chance), basis, listed.sources if listed else ()))
    found.sort(key=lambda candidate: (-candidate.probability, candidate.domain))
    none = max(0.0, 1.0 - math.fsum([candidate.probability for candidate in found]))
    return CompanyDomains(named.company, tuple(found), none)


def score_of(option: Option, weights: Mapping[str, float]) -> float:
    """Return the score of an option: the sum of its features, weighted."""
    return math.fsum([weights.get(name, 0.0) * value for name, value in option.features.items()])


def calibrated(chance: float) -> float:
    """Return a probability, lowered beyond 80 %: organisations are renamed, or have their mail at another domain."""
    return min(chance, 0.8 + 0.5 * (chance - 0.8))


def options_for(named: CompanyDomains, directory: Directory, country: str) -> list[Option]:
    """Return the domains that an organisation may have with their features, "none of these" last."""
    key = name_key(named.company)
    found = ((at, directory.domains(each)) for at, each in enumerate(dict.fromkeys(_keys(named.company))))
    at, listed = next((pair for pair in found if pair[1]), (0, []))
    kind = ("near" if at else "exact") if listed else ""
    own = [entry.domain for entry in listed]
    suggested = {candidate.domain: candidate.probability for candidate in named.candidates}
    people = dict(_people_like(f"{key}.com", directory).most_common(_MOST_SUGGESTED))
    looked_up = (*own, *list(suggested)[:_MOST_SUGGESTED])
    people |= {domain: _people_like(domain, directory)[domain] for domain in looked_up}
    context = _Context(key, kind, country, own, people)
    options = [context.option(entry.domain, suggested.pop(entry.domain, 0.0), entry) for entry in listed]
    others = (*suggested, *sorted(people.keys() - {*suggested, *own}))
    options += [context.option(domain, suggested.get(domain, 0.0)) for domain in others]
    none = {"none by name": math.log(max(named.none, _LEAST))}
    if kind:
        none[f"none, listed {kind}"] = 1.0
    return [*options, Option("", none)]


class _Context(NamedTuple):
    """A name's data, which the features of its domains need."""

    key: str
    kind: str
    """How the directory lists the name: `exact`, `near` (in another spelling), or empty if it does not."""
    country: str
    listed: Sequence[str]
    """The domains that the directory lists for it."""
    people: Mapping[str, int]
    """The number of known public addresses by domain."""

    def option(self, domain: str, chance: float, entry: ListedDomain | None = None) -> Option:
        """Return a domain with its features; `chance` is its probability by the organisation's name."""
        label, _, suffix = domain.partition(".")
        top = "gb" if suffix.endswith("uk") else suffix.rpartition(".")[2]
        is_national = top not in _GENERIC_TOPS and len(top) == 2
        kind = "com" if suffix == "com" else "national" if is_national else "generic"
        found: dict[str, float] = {}
        if siblings := sum(other.startswith(f"{label}.") for other in self.listed if other != domain):
            found[f"siblings, {kind}"] = math.log1p(siblings)
        if count := self.people.get(domain, 0):
            share = count / sum(self.people.values())
            found |= {"seen": 1.0, "people": math.log1p(count), "share of people": share}
            if _plain_label(domain) == self.key:
                found["called, people"] = math.log1p(count)
        by_name = math.log(max(chance, _LEAST))
        if entry is None:
            features = {f"name, {name}": value for name, value in found.items()} | {"by name": by_name}
            return Option(domain, features | {f"name, listed {self.kind}": 1.0} if self.kind else features)
        found |= {"by name": by_name, f"suffix {kind}": 1.0}
        if self.country and is_national:
            found["suffix " + ("same" if top == self.country else "other")] = 1.0
        label, key = _plain_label(domain), self.key
        alike = "begins" if key.startswith(label) else "holds" if key in label else "other"
        features = {f"listed, {name}": value for name, value in found.items()} | {
            f"listed {self.kind}": 1.0,
            "rivals": math.log(len(set(map(_plain_label, self.listed)))),
            "letters": min(len(key), 20) / 10,
            "sources": len(entry.sources) - 1.0,
            f"label {'same' if label == key else alike}": 1.0,
        }
        features |= {f"in {source}": 1.0 for source in entry.sources}
        if self.country and entry.countries:
            features["place " + ("same" if self.country in entry.countries else "other")] = 1.0
        return Option(domain, features, entry)


def _plain_label(domain: str) -> str:
    return domain.partition(".")[0].replace("-", "")


def _people_like(domain: str, directory: Directory) -> Counter[str]:
    """Return the number of public addresses at each registrable domain that has the label of `domain`."""
    found = Counter[str]()
    for count in directory.formats(domain):
        found[count.home] += count.people
    return found


def _keys(company: str) -> Iterator[str]:
    """Yield the key of a name, and those of its other spellings."""
    key = name_key(company)
    yield key
    name = read_company(company)
    yield name_key(name.marked)
    yield re.sub("([aou])e", r"\1", key)
    if name.inside:
        yield name_key(company.lower().replace(name.inside, name.inside.partition(".")[0]))
    words = short_name(company)
    yield from map(name_key, _university_names(words))
    while (shorter := _BROAD.sub("", words)) != words:
        words = shorter
        yield name_key(words)
    yield name.acronym


def _university_names(words: str) -> Iterator[str]:
    """Yield other ways to write a university's name: `oxford university`, `university of oxford`, `universitat oxford`."""
    head, _, place = words.partition(" ")
    if place:
        yield from (form.format(place) for form in company_words.SHORT_UNIVERSITIES.get(head, ()))
    rest = _UNIVERSITY.sub("", words, count=1).strip()
    place = re.sub(r"^(?:of|de|der|di|da|do|zu|van)\b|\b(?:of|de|der|di|da|do|zu|van)$", "", rest).strip()
    if place and _UNIVERSITY.search(words):
        yield from (form.format(place) for form in company_words.UNIVERSITY_FORMS)
