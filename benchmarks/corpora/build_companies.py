#!/usr/bin/env python3
"""Build the corpus of ordinary companies: (company, contact, address) of 60,000 organisations of all trades and countries.

    apt-get update; apt-get download ipmitool && dpkg -x ipmitool_*.deb pkg
    build_companies.py pkg/usr/share/misc/enterprise-numbers.txt OUTDIR

OUTDIR/pairs.csv      name,local,domain,company    people with an address at their organisation, most domains with one
OUTDIR/domains.csv    company,domain               organisations and the registrable domain they have mail at
The list is IANA's register of private enterprise numbers, as Debian ships it. It holds real people's addresses: build
it outside any repository, measure with it, and commit none of it.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

from anyascii import anyascii
from build_pairs import NOT_A_COMPANY, NOT_A_PERSON, clean
from publicsuffixlist import PublicSuffixList

HERE = Path(__file__).parent
ROLES = set((HERE / "roles.txt").read_text().split())
MAIL = re.compile(r"[A-Za-z0-9._+'-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
TITLES = re.compile(r"^(mr|mrs|ms|dr|prof|herr|frau|ing|dipl\.?-?ing|m)\.? +", re.IGNORECASE)
SUFFIXES = re.compile(r"(jr|sr|ii|iii|ph\.?d\.?|md|mba|pe|cissp|ccie|esq)\.?", re.IGNORECASE)
JOBS = re.compile(
    r"\b(dept|department|administrator|manager|director|networks?|networking|engineer(ing)?|services?|operations?|systems?|"
    r"security|information|technolog(y|ies)|office|officer|registry|registrar|contact|snmp|mib|oid|iana|internet|technical|tech|"
    r"research|development|software|company|co|corp|llc|group|division|cent(er|re)|university|institute|college|school|data|"
    r"comput(er|ing)|helpdesk|abteilung|edv|informatik|communications?|telecom|global|international|solutions?|management|domains?|"
    r"web|net|labs?|staff|head|chief|president|ceo|cto|vice|architect|consultant|products?|projects?|platform|infrastructure|"
    r"developer|enterprise|numbers?|private|assignment|it|noc|dns|none|unknown|same|above|attn|na|tbd|sales|marketing|customer)\b",
    re.IGNORECASE,
)
MANY = 25
"""A domain with more organisations than this is a provider's."""
suffixes = PublicSuffixList()


def entries(path: Path):
    """Yield (organisation, contact, address) of each entry of the register."""
    entry: list[str] = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.isdigit():
            entry = []
        elif line.startswith(" "):
            entry.append(line.strip())
            if len(entry) == 3 and "&" in entry[2]:
                yield entry[0], entry[1], entry[2].replace("&", "@").replace(" ", "").lower()


def written(name: str) -> str:
    """Return a contact's name without brackets and titles, the given name first."""
    name = TITLES.sub("", re.sub(r"\s*[(\[].*?[)\]]\s*", " ", name).strip())
    if name.count(",") == 1:
        head, tail = (part.strip() for part in name.split(","))
        name = (
            head
            if SUFFIXES.fullmatch(tail)
            else f"{tail} {head}"
            if max(len(head.split()), len(tail.split())) <= 2
            else name
        )
    return re.sub(r"\s+", " ", name)


def is_role(local: str) -> bool:
    pieces = [re.sub(r"\d+$", "", piece) for piece in re.split(r"[._-]", local) if piece]
    return local in ROLES or not pieces or any(piece in ROLES for piece in pieces)


def main() -> None:
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    rows = [row for row in entries(source) if MAIL.fullmatch(row[2])]
    size = Counter(suffixes.privatesuffix(address.rpartition("@")[2]) for _, _, address in rows)
    people, homes = {}, {}
    for company, contact, address in rows:
        local, _, domain = address.rpartition("@")
        home = suffixes.privatesuffix(domain)
        if (
            not home
            or home in NOT_A_COMPANY
            or domain in NOT_A_COMPANY
            or size[home] > MANY
            or domain.endswith(".net.cn")
        ):
            continue
        if anyascii(company).lower() != anyascii(contact).lower():
            homes.setdefault((company, home))
        triple = None if is_role(local) else clean(written(contact), local, domain)
        if triple and not JOBS.search(triple[0]) and not NOT_A_PERSON.search(triple[0]):
            people.setdefault((anyascii(triple[0]).lower(), *triple[1:]), (*triple, company))
    for name, header, found in (
        ("pairs.csv", ["name", "local", "domain", "company"], people.values()),
        ("domains.csv", ["company", "domain"], homes),
    ):
        with open(out / name, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *sorted(found, key=lambda row: row[::-1])])
    print(
        f"{len(people)} people at {len({row[2] for row in people.values()})} domains; {len(homes)} companies with a domain"
    )


if __name__ == "__main__":
    main()
