"""How much DNS sharpens the guesses of companies' domains, where it knows the true one and some others.

    python benchmarks/companies_dns.py companies.csv --folds 2 --every 8 [--share 0.14]

Asks a DNS server on loopback, which the command starts: of the domains that are not the company's, a seeded share accept mail.
"""

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from companies_counts import read_companies
from dns_server import DnsServer, Zone
from guessmail.companies import after_dns, asked_domains
from guessmail.companies.model import domains_of
from guessmail.dns.checker import Checker


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("companies", type=Path, help="CSV of company, domain")
    parser.add_argument("--folds", type=int, nargs="+", default=[2], help="folds of domains to measure on")
    parser.add_argument("--every", type=int, default=8, help="measure on one company in so many")
    parser.add_argument(
        "--share", type=float, default=0.14, help="the share of other domains that accept mail"
    )
    options = parser.parse_args()
    companies = read_companies(options.companies, options.folds)[:: options.every]
    true = {company.written: f"{company.label}.{company.suffix}" for company in companies}
    asked = {name: asked_domains(domains_of(name)) for name in true}
    others = {domain for own in asked.values() for domain in own} - set(true.values())
    accepting = {domain for domain in others if random.Random(domain).random() < options.share}
    records = [
        f"{domain} MX 10 mx.{domain}\nmx.{domain} A 1.2.3.4" for domain in accepting | set(true.values())
    ]
    with DnsServer(Zone("\n".join(records))) as server, Checker([server.address]) as checker:
        for own in asked.values():
            for domain in own:
                checker.submit(domain)
        before: list[tuple[float, bool]] = []
        after: list[tuple[float, bool]] = []
        for name, domain in true.items():
            answers = {one: checker.result(one) for one in asked[name]}
            named = domains_of(name)
            for found, said in ((named, before), (after_dns(named, answers), after)):
                best = found.candidates[0] if found.candidates else None
                said.append((best.probability, best.domain == domain) if best else (0.0, False))
    for when, said in (("before", before), ("after", after)):
        print(
            f"{when}: top1 {sum(hit for _, hit in said) / len(said):.3f}, ece1 {_error(said):.3f} of {len(said)}"
        )


def _error(said: list[tuple[float, bool]]) -> float:
    """Return the mean distance between what was said and what happened, over ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, hit in said:
        bins.setdefault(min(int(chance * 10), 9), []).append((chance, hit))
    return sum(abs(sum(p - hit for p, hit in one)) for one in bins.values()) / len(said)


if __name__ == "__main__":
    main()
