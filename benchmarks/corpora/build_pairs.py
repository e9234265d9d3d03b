#!/usr/bin/env python3
"""Build a corpus of real (name, local part, domain) triples from public text.

    build_pairs.py OUT.csv PATH...

Each PATH is a git repository (authors and the trailers of its log are read) or
a folder of text files (every `Name <local@domain>` in them is read).
Written rows: name,local,domain; only domains with two people or more are kept.
The corpus holds real people's addresses: build it outside any repository,
measure with it, and commit none of it.
"""

import csv
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from anyascii import anyascii

PAIR = re.compile(r"([^<>:,;\"()@*/#\n]{3,70}) <([A-Za-z0-9._+'-]+)@([A-Za-z0-9.-]+\.[A-Za-z]{2,})>")
LEAD = re.compile(
    r"^(author|from|by|and|signed-off-by|reviewed-by|acked-by|co-authored-by|tested-by|reported-by|cc|m|to|"
    r"written by|copyright.*|maintainer)\s+",
    re.IGNORECASE,
)
NOT_A_PERSON = re.compile(
    r"\b(team|bot|project|list|developers|maintainers|support|admin|ci|jenkins|zuul|linux|driver|kernel|inc|ltd|gmbh|"
    r"corporation|the|by|and|for|of|contributed|created|with|some|changes|from|which|comments?|initial|was|were|is|are|send|"
    r"feedback|acknowledged|this|series|thanks|ideas?|code|based|original|originally|ported|port|modified|fixed|fix|fixes|"
    r"updated|rewritten|written|patch|patches|bugs?|reports?|please|contact|see|copyright|author|authors|maintained|"
    r"suggested|adapted|derived|version|support|email|mail|added|help|work|sponsored|courtesy|via|at|in|to|on|or|not|"
    r"llvm|ibm|intel|corp|power|tested|reviewed|signed|off|acked|reported|noted|debugged|developed|designed|new|using)\b",
    re.IGNORECASE,
)
LOCAL_HOST = re.compile(r"^(localhost|.*\.local|.*localdomain|.*\.internal|.*\.lan)$|^(ip-|ubuntu|vagrant)")
# Mailbox providers and communities: their local parts are chosen by the person, not by a company.
NOT_A_COMPANY = set((Path(__file__).parent / "not_companies.txt").read_text().split())


def lines(path: Path):
    if (path / ".git").exists() or (path / "HEAD").exists():
        log = subprocess.run(
            ["git", "-C", str(path), "log", "--format=%an <%ae>%n%B"], capture_output=True, check=True
        )
        yield from log.stdout.decode("utf-8", "ignore").splitlines()
        return
    for file in path.rglob("*"):
        if file.is_file() and not file.is_symlink() and file.stat().st_size < 4_000_000:
            data = file.read_bytes()
            if b"@" in data and b"\0" not in data[:4096]:
                yield from data.decode("utf-8", "ignore").splitlines()


def clean(name: str, local: str, domain: str):
    """Return the cleaned triple, or None where it is no person at a company."""
    name = re.sub(r"^[\W\d_]+|[^\w.]+$", "", name)
    name = re.sub(r"\s+", " ", LEAD.sub("", name)).strip(" .")
    local, domain = local.lower(), domain.lower().strip(".")
    words = name.split()
    if (
        domain in NOT_A_COMPANY
        or domain.endswith((".kernel.org", "noreply.github.com"))
        or LOCAL_HOST.match(domain)
    ):
        return None
    if not 2 <= len(words) <= 6 or re.search(r"[\d_=\[\]{}|\\^$%!?]", name) or NOT_A_PERSON.search(name):
        return None
    if not all(re.match(r"^[^\W\d_][\w.'’-]*$", word) for word in words):
        return None
    if "+" in local or not 2 <= len(local) <= 40:
        return None
    folded = (re.sub("[^a-z]", "", anyascii(word).lower()) for word in words)
    if any(len(word) > 3 and word in domain.split(".")[-2] for word in folded):
        return None  # a domain named after its owner
    return name, local, domain


def main() -> None:
    out, *paths = sys.argv[1:]
    seen: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    people = defaultdict(set)
    for path in map(Path, paths):
        for line in lines(path):
            for match in PAIR.finditer(line):
                if triple := clean(*match.groups()):
                    key = (anyascii(triple[0]).lower(), triple[1], triple[2])
                    seen.setdefault(key, triple)
                    people[triple[2]].add(key[0])
    rows = sorted((t for t in seen.values() if len(people[t[2]]) >= 2), key=lambda t: (t[2], t[0], t[1]))
    with open(out, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "local", "domain"])
        writer.writerows(rows)
    print(f"{out}: {len(rows)} pairs at {len({t[2] for t in rows})} domains")


if __name__ == "__main__":
    main()
