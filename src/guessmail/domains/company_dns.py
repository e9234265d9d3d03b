"""What DNS says of a company's candidate domains, in its probabilities.

A domain that accepts mail is likelier to be the company's, the more so the rarer it is that a domain of its length and
suffix accepts mail at all: `acme.com` surely belongs to somebody, `acme-logistics.at` to nobody but the company. A
domain that accepts none is hardly the company's. What could not be found out changes nothing.
"""

from collections.abc import Mapping
from typing import NamedTuple

from guessmail.domains.company_types import CompanyDomain, CompanyDomains
from guessmail.domains.typed import registrable

MOST_ASKED = 10
"""So many candidates of a company are looked up at most."""
_LEAST_ASKED = 0.005
"""A candidate less probable than this is not worth a query."""
_RIGHT_ACCEPTS = 0.98
"""How often the domain that a company has mail at accepts mail today. Judged, not measured."""
_OTHERS_ACCEPT = {
    "com": ((3, 0.6), (4, 0.45), (5, 0.33), (6, 0.25), (8, 0.18), (12, 0.12), (16, 0.07), (63, 0.04)),
    "": ((3, 0.4), (4, 0.3), (5, 0.2), (6, 0.17), (8, 0.14), (12, 0.08), (16, 0.04), (63, 0.02)),
}
"""By suffix, else under any: up to which length of the label which share of domains that somebody else's name could
make accept mail. Judged by how densely com and the larger country suffixes are registered (150 million names in com,
and all of up to four letters), since no list of registered domains may be had here."""


class DnsAnswer(NamedTuple):
    """What DNS said of one candidate."""

    accepts: bool | None
    """Whether the domain accepts mail; None where that could not be found out."""
    hosts: tuple[str, ...] = ()
    """Its MX hosts, A-labels, best first."""


def asked_domains(named: CompanyDomains) -> list[str]:
    """Return the candidates to look up, the most probable first."""
    return [one.domain for one in named.candidates[:MOST_ASKED] if one.probability >= _LEAST_ASKED]


_LISTED_ACCEPT = 0.9
"""How often a domain that the directory lists accepts mail, whether it is the company's or not. Judged."""


def sharpened(named: CompanyDomains, answers: Mapping[str, DnsAnswer]) -> CompanyDomains:
    """Return the same beliefs after DNS's answers, by domain."""
    said = {domain: answer.accepts for domain, answer in answers.items() if answer.accepts is not None}
    weights = {one.domain: one.probability * _ratio(one, said.get(one.domain)) for one in named.candidates}
    whole = sum(weights.values()) + named.none
    if not said or not whole:
        return named
    for domain, host in _belonging(named, answers):
        weights[host] += weights.pop(domain)
    before = {one.domain: one for one in named.candidates}
    found = (_weighed(before[domain], weight / whole, domain in said) for domain, weight in weights.items())
    ranked = tuple(sorted(found, key=lambda one: -one.probability))
    return CompanyDomains(named.company, ranked, max(0.0, 1.0 - sum(one.probability for one in ranked)))


def _weighed(one: CompanyDomain, probability: float, is_said: bool) -> CompanyDomain:
    basis = "dns" if is_said and one.basis != "directory" else one.basis
    return one._replace(probability=probability, basis=basis)


def _ratio(one: CompanyDomain, accepts: bool | None) -> float:
    """Return how much likelier DNS's answer is where the domain is the company's."""
    if accepts is None:
        return 1.0
    label, _, suffix = one.domain.partition(".")
    shares = _OTHERS_ACCEPT.get(suffix, _OTHERS_ACCEPT[""])
    others = next(share for longest, share in shares if len(label) <= longest)
    if one.basis == "directory":
        others = _LISTED_ACCEPT
    return _RIGHT_ACCEPTS / others if accepts else (1 - _RIGHT_ACCEPTS) / (1 - others)


def _belonging(named: CompanyDomains, answers: Mapping[str, DnsAnswer]) -> list[tuple[str, str]]:
    """Return pairs of candidates of which the first has its mail at hosts of the second, so that both are one company's."""
    names = {one.domain for one in named.candidates}
    found, taken = [], set()
    for one in named.candidates:
        hosts = answers[one.domain].hosts if one.domain in answers else ()
        homes = (registrable(host) for host in hosts)
        host = next((home for home in homes if home in names and home != one.domain), "")
        if host and host not in taken and one.domain not in taken:
            found.append((one.domain, host))
            taken |= {one.domain, host}
    return found
