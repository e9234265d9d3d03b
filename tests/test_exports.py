"""Lists as people export them, with invented people, each guessed by one command as a new user would type it."""

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from program import run


class Export(NamedTuple):
    text: str
    """As the service writes it."""
    expected: tuple[str, ...]
    """The domain of the guess for each row; empty where there is a problem."""
    options: tuple[str, ...] = ()
    encoding: str = "utf-8"


LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see \
email addresses for connections who have allowed their connections to see or download their email address."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jane,Doe,https://www.linkedin.com/in/jane-doe-0,,Acme Corp,Buyer,04 May 2026
Jürgen,Müller,https://www.linkedin.com/in/juergen-0,,"Acme, Inc.",Seller,03 May 2026
Ann,Lee,https://www.linkedin.com/in/ann-lee-0,ann.lee@other.test,Other Ltd,Maker,02 May 2026
Max,Moe,https://www.linkedin.com/in/max-moe-0,,Nobody Knows LLC,Baker,01 May 2026
"""
APOLLO = """First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,Person Linkedin Url,Website,\
Company Linkedin Url,City
Jane,Doe,Buyer,Acme Corp,Acme,,Unavailable,http://www.linkedin.com/in/jane-doe-0,http://www.acme.test,\
http://www.linkedin.com/company/acme,Berlin
Bob,Jones,Maker,Other Ltd,Other,bob@other.test,Verified,http://www.linkedin.com/in/bob-jones-0,https://other.test/about,\
http://www.linkedin.com/company/other,Paris
"""
HUNTER = """Email address,Domain name,Organization,Confidence score,Type,Number of sources,Pattern,First name,Last name,\
Department,Position,Twitter handle,LinkedIn URL,Phone number
,acme.test,Acme Corp,,personal,3,{first}.{last},Jane,Doe,sales,Buyer,,https://www.linkedin.com/in/jane-doe-0,+49 30 1
bob@other.test,other.test,Other Ltd,94,personal,1,{first},Bob,Jones,,Maker,@bob,,
"""
HUBSPOT = """"Record ID","First Name","Last Name","Email","Phone Number","Contact owner","Lead Status","Create Date",\
"Associated Company","Website URL"
"101","Jane","Doe","","+49 30 1","Ann Lee","New","2026-05-04 09:00","Acme Corp","acme.test"
"102","Bob","Jones","bob@other.test","","","","2026-05-04 09:00","Other Ltd",""
"""
GOOGLE = """First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,\
Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,\
Website 1 - Label,Website 1 - Value
Jane,A.,Doe,,Dr.,,,Acme GmbH,Buyer,,,,* myContacts,,,,,Work,https://acme.test/
Bob,,Jones,,,,,Other Ltd,Maker,,,,* myContacts,Work,bob@other.test,Mobile,+49 30 1,,
"""
COMPANIES = "Company,Domain\nAcme GmbH,acme.test\n"

EXPORTS = {
    "LinkedIn": Export(
        LINKEDIN, ("acme.test", "acme.test", "other.test", ""), ("--companies", "companies.csv"), "utf-8-sig"
    ),
    "Apollo": Export(APOLLO, ("acme.test", "other.test")),
    "Hunter": Export(HUNTER, ("acme.test", "other.test")),
    "HubSpot": Export(HUBSPOT, ("acme.test", "other.test")),
    "Google": Export(GOOGLE, ("acme.test", "other.test")),
}


@pytest.mark.parametrize("service", EXPORTS)
def test_an_export_is_guessed_by_one_command(service: str, tmp_path: Path) -> None:
    export = EXPORTS[service]
    (tmp_path / "companies.csv").write_text(COMPANIES, encoding="utf-8")
    (tmp_path / "list.csv").write_text(export.text, encoding=export.encoding)
    done = run("guess", "-i", "list.csv", "-o", "guessed.csv", *export.options, "--no-mx", cwd=tmp_path)
    assert done.returncode == (4 if "" in export.expected else 0), done
    text = (tmp_path / "guessed.csv").read_text(encoding="utf-8-sig")
    before, header, _ = text.partition(next(line for line in text.splitlines() if "guess_email" in line))
    assert export.text.startswith(before)
    rows = list(csv.DictReader(text.removeprefix(before).splitlines()))
    assert header
    assert tuple(row["guess_email"].rpartition("@")[2] for row in rows) == export.expected
    assert rows[0]["guess_email"] in ("jane.doe@acme.test", "jdoe@acme.test"), "the latter in the US"
    own = list(csv.DictReader(export.text.removeprefix(before).splitlines()))
    assert [{key: row[key] for key in own[0]} for row in rows] == own
    for row, domain in zip(rows, export.expected, strict=True):
        assert row["guess_problem"].startswith("unknown_company: " if not domain else "")
