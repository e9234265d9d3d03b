#!/usr/bin/env python3
"""Build the corpus of corporate engineers: authors of RFCs with their address at their employer.

    apt-get download doc-rfc-std doc-rfc-std-proposed doc-rfc-informational doc-rfc-experimental doc-rfc-others ...
    for deb in doc-rfc-*.deb; do dpkg -x $deb rfcs; done        (Debian's non-free; see README.md)
    build_rfc.py rfcs OUT.csv

Written rows: name,local,domain; only domains with two people or more are kept. Real people's addresses: keep them out of
every repository.
"""

import csv
import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

from anyascii import anyascii
from build_companies import JOBS, MAIL, is_role
from build_pairs import NOT_A_COMPANY, clean

HEADING = re.compile(
    r"\s*((\d+|[A-Z])\.?\s+|Appendix [A-Z][.:]?\s+)?(full |current |document |the )?"
    r"(authors?|editors?|co-authors?|contributors?|contact)\b['’s/ ]*"
    r"(and editors?|information|addresses|address|contact information|details)?['’s ]*(addresses|address|information)?\s*:?\s*",
    re.IGNORECASE,
)
END = re.compile(
    r"(\d+\.?\d*\.?\s+)?(full copyright|copyright|intellectual property|acknowledge?ments?|references|normative|informative|appendix|"
    r"disclaimer|index|security considerations|iana considerations|table of contents|abstract|introduction)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"([A-Za-z0-9._+'-]+)\s*@\s*([A-Za-z0-9.-]+\.[A-Za-z]{2,})")
PAGE = re.compile(r".*\[Page \d+\]$|RFC \d+ .*\b(19|20)\d\d$")
LABEL = re.compile(
    r"(e-?mail|phone|tel|fax|telephone|uri|url|web|www|http|x\.?400|facsimile|voice|mobile|work|home|office)\b",
    re.IGNORECASE,
)


def found(text: str):
    """Yield (first line of the block, address) of the authors' addresses of one RFC."""
    inside, block, done = False, [], False
    for line in text.replace("\f", "").splitlines():
        line = line.rstrip()
        if PAGE.match(line):
            continue
        if HEADING.fullmatch(line) and not re.search(r"\.{4}", line):
            inside, block, done = True, [], False
        elif inside and line and len(line) - len(line.lstrip()) < 4 and END.match(line.strip()):
            inside = False
        elif inside and not line and done:
            block, done = [], False
        elif inside and line:
            addresses = [] if "{" in line or "http" in line.lower() else ADDRESS.findall(line)
            for local, domain in addresses:
                if block:
                    yield block[0], f"{local}@{domain}".lower().rstrip(".")
            if addresses:
                done = True
            elif not LABEL.match(line.strip()):
                block, done = ([] if done else block) + [line.strip()], False


def written(name: str) -> str:
    name = re.sub(r"\s*[(\[].*?[)\]]\s*", " ", name).strip(" *-:")
    name = re.sub(
        r",?\s*\b(eds?|editors?|chair|author|contributor|ph\.?d|jr)\.?\s*$", "", name, flags=re.IGNORECASE
    )
    name = re.sub(r"^(editors?|dr|prof|mr|ms|mrs|contact|name|author)[.:]?\s+", "", name, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", name.title() if name.isupper() else name).strip(" ,")


def main() -> None:
    seen, people, owners = {}, defaultdict(set), defaultdict(set)
    for path in sorted({path.name: path for path in Path(sys.argv[1]).rglob("rfc*.txt.gz")}.values()):
        for raw, address in found(gzip.open(path).read().decode("utf-8", "ignore")):
            name, (local, _, domain) = written(raw), address.rpartition("@")
            if (
                not MAIL.fullmatch(address)
                or domain.endswith(".arpa")
                or domain.startswith("example.")
                or domain in NOT_A_COMPANY
                or is_role(local)
                or "," in name
                or re.search(r"\S {3,}\S", raw)
            ):
                continue
            triple = clean(name, local, domain)
            if (
                triple
                and not JOBS.search(name)
                and any(len(word.strip(".")) > 1 for word in name.split()[:-1])
            ):
                key = (anyascii(name).lower(), local, domain)
                seen.setdefault(key, triple)
                people[domain].add(key[0])
                owners[local, domain].add(key[0])
    # What three names share is an office's, or the editor's behind everybody's name.
    rows = sorted(
        (t for t in seen.values() if len(people[t[2]]) >= 2 and len(owners[t[1:]]) < 3),
        key=lambda t: (t[2], t[0], t[1]),
    )
    with open(sys.argv[2], "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["name", "local", "domain"], *rows])
    print(f"{sys.argv[2]}: {len(rows)} pairs at {len({t[2] for t in rows})} domains")


if __name__ == "__main__":
    main()
