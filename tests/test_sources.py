"""What readers make of files: every kind, what is set aside, and how the kind is told."""

import io
import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from guessmail.addresses import address_of, name_of
from guessmail.errors import BrokenFileError
from guessmail.lists import TableKind
from guessmail.lists.headers import REPORTS
from guessmail.mailboxes import Mailbox
from guessmail.samples import Sample
from guessmail.samples.entries import Rejected, RejectionReason, accept_samples, open_samples_table
from guessmail.samples.outcomes import Report, read_report_mail, read_table_reports
from guessmail.samples.sources import open_source, read_entries, read_samples
from guessmail.samples.texts import read_page, read_text
from guessmail.store import OutcomeKind


def learned(tmp_path: Path, content: bytes | str, name: str = "file") -> list[tuple[str, str, str]]:
    """Return address, name and place of the samples in a file."""
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [
        (item.address, item.name, item.source)
        for item in open_source(str(path)).samples
        if isinstance(item, Sample)
    ]


# Addresses and names


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" Jane.Doe@Example.COM ", "Jane.Doe@example.com"),
        ("mailto:jane@example.com", "jane@example.com"),
        ("<jane@example.com>", "jane@example.com"),
        ("o'neil@example.test", "o'neil@example.test"),
        ("jane@bücher.example", "jane@xn--bcher-kva.example"),
        ("jane@sub.example.com", "jane@sub.example.com"),
        ("jane@localhost", ""),
        ("jane@printer.local", ""),
        ("jane..doe@example.com", ""),
        (".jane@example.com", ""),
        ("jane@example..com", ""),
        ("jane@-example.com", ""),
        ("jane@10.0.0.1", ""),
        ("jane", ""),
        ("@example.com", ""),
        (f"{'a' * 65}@example.com", ""),
        (f"jane@{'a.' * 130}com", ""),
        ("jane\x00@example.com", ""),
        ("jane doe@example.com", ""),
        ("", ""),
    ],
)
def test_address(written: str, address: str) -> None:
    assert address_of(written) == address


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('  "Jane   Doe" ', "Jane Doe"),
        ("'Jane Doe'", "Jane Doe"),
        ("jane@example.com", ""),
        ("Jane Doe via Announcements", "Jane Doe"),
        ("Jane\x1b[31m Doe\u202e", "Jane [31m Doe"),
        ("12345", ""),
        ("Doe, Jane", "Doe, Jane"),
    ],
)
def test_name(written: str, name: str) -> None:
    assert name_of(written) == name


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("info@example.com", RejectionReason.ROLE),
        ("sales+eu@example.com", RejectionReason.ROLE),
        ("no-reply@example.com", RejectionReason.NO_REPLY),
        ("17+jane@users.noreply.example.com", RejectionReason.NO_REPLY),
        ("helper[bot]@example.com", RejectionReason.INVALID),
        ("jd@gmail.com", RejectionReason.PROVIDER),
        ("nonsense", RejectionReason.INVALID),
        (" ", RejectionReason.NO_ADDRESS),
    ],
)
def test_set_aside(address: str, reason: RejectionReason) -> None:
    assert list(accept_samples([Mailbox(address, "Jane Doe", "line 2")])) == [Rejected(reason, "line 2")]


def test_repeated_addresses_are_set_aside_but_another_name_is_not() -> None:
    found = [
        Mailbox("jane@example.com", "Jane"),
        Mailbox("JANE@example.com", "Jane"),
        Mailbox("jane@example.com", "Doe"),
    ]
    assert [isinstance(item, Sample) for item in accept_samples(found)] == [True, False, True]


# Kinds


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xef\xbb\xbfBEGIN:VCARD\r\n", "vcard"),
        (b"From jane@example.com Mon May  4 09:00:00 2026\nSubject: x\n", "mbox"),
        (b"Received: by mx\n\tid 7\nFrom: Jane <jane@example.com>\n\nhi", "eml"),
        (b"From: Jane <jane@example.com>\nTo: bob@example.com\n\nhi", "eml"),
        (b"From: Jane <jane@example.com>\n", TableKind.TEXT),
        (b"id;E-Mail Address;Full Name\n", TableKind.CSV),
        ("name\temail\n".encode("utf-16"), TableKind.CSV),
        (b"email\njane@example.com\n", TableKind.CSV),
        (b"Jane Doe <jane@example.com>\n", TableKind.TEXT),
        (b"jane@example.com,Jane Doe\n", TableKind.TEXT),
        (b"", TableKind.TEXT),
        (b'{"email": "jane@example.com"}\n', "json"),
        (b"dn: cn=Jane Doe,o=x\ncn: Jane Doe\nmail: jane@example.com\n", "ldif"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", "page"),
        (b'<a href="mailto:jane@example.com">Jane Doe</a>', "page"),
        (b"<p@example.com> Pat Poe\n", TableKind.TEXT),
        (b"\x89PNG\r\n\x00", None),
        (b"nothing here\n", None),
    ],
)
def test_kind(head: bytes, kind: str | None) -> None:
    stream: io.BufferedReader = io.BufferedReader(io.BytesIO(head))
    if kind is None:
        with pytest.raises(BrokenFileError):
            read_entries(stream, "file")
    else:
        assert read_entries(stream, "file")[0] == kind


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            "Name;E-Mail;Stadt\nJane Doe;jane.doe@example.com;Bonn\n;bob@example.com;Köln\nx;;\n",
            [("jane.doe@example.com", "Jane Doe", "line 2"), ("bob@example.com", "", "line 3")],
            id="semicolons",
        ),
        pytest.param(
            '\ufeffFirst Name,LAST_NAME,email\r\nJane,"Doe\nSmith",jane@example.com\r\n\r\n'
            "Bob,Jones,bob@example.com\r\n",
            [("jane@example.com", "Jane Doe Smith", "line 2"), ("bob@example.com", "Bob Jones", "line 5")],
            id="parts, a byte-order mark, a quoted newline",
        ),
        pytest.param(
            "Nombre;Apellidos;Correo electrónico\nJane;Doe;jane@example.com\n",
            [("jane@example.com", "Jane Doe", "line 2")],
            id="titles that lists know",
        ),
        pytest.param(
            "name,email\nJürgen Müller,jm@example.com\n".encode("cp1252"),
            [("jm@example.com", "Jürgen Müller", "line 2")],
            id="Western code page",
        ),
    ],
)
def test_csv(tmp_path: Path, content: bytes | str, expected: list[tuple[str, str, str]]) -> None:
    assert learned(tmp_path, content) == expected


VCARD_3 = """BEGIN:VCARD\r
VERSION:3.0\r
N:Müller;Jürgen;;Dr.;\r
FN:Dr. Jürgen\r
  Müller\r
ORG:Acme\\, Inc.\r
EMAIL;TYPE=INTERNET,WORK:juergen.mueller@exam\r
 ple.com\r
item1.EMAIL;type=HOME:jm@gmail.com\r
END:VCARD\r
"""
VCARD_4 = """BEGIN:VCARD
VERSION:4.0
FN:Jane Doe
EMAIL;TYPE=work;PREF=1:jane.doe@example.com
EMAIL;ALTID="a;b:c":jd@example.org
END:VCARD
begin:vcard
VERSION:4.0
N:Jones;Bob;Lee;;
EMAIL:bob.jones@example.com
end:vcard
BEGIN:VCARD
FN:Nobody
END:VCARD
"""
VCARD_2 = """BEGIN:VCARD
VERSION:2.1
FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=BCrgen =
M=C3=BCller
EMAIL;INTERNET:jm@example.com
END:VCARD
"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(VCARD_3, [("juergen.mueller@example.com", "Dr. Jürgen Müller", "card 1")], id="3.0"),
        pytest.param(
            VCARD_4,
            [
                ("jane.doe@example.com", "Jane Doe", "card 1"),
                ("jd@example.org", "Jane Doe", "card 1"),
                ("bob.jones@example.com", "Bob Lee Jones", "card 2"),
            ],
            id="4.0",
        ),
        pytest.param(
            "BEGIN:VCARD\nFN:Acme Inc\nORG:Acme Inc;Sales\nN:Doe;Jane;;;\nEMAIL:jd@example.com\nEND:VCARD\n",
            [("jd@example.com", "Jane Doe", "card 1")],
            id="FN is the company",
        ),
        pytest.param(
            "BEGIN:VCARD\nFN:Acme Inc\nORG:Acme Inc\nEMAIL:jd@example.com\nEND:VCARD\n",
            [("jd@example.com", "Acme Inc", "card 1")],
            id="the company alone",
        ),
        pytest.param(VCARD_2, [("jm@example.com", "Jürgen Müller", "card 1")], id="2.1"),
    ],
)
def test_vcard(tmp_path: Path, content: str, expected: list[tuple[str, str, str]]) -> None:
    assert learned(tmp_path, content) == expected


MBOX = """From MAILER Mon May  4 09:00:00 2026
From: =?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <juergen.mueller@example.com>
To: "Doe, Jane" <jane.doe@example.com>,
 bob@example.com
Cc: =?utf-8?b?w5hzdGVyZ2FhcmQsIFPDuHJlbg==?= <so@example.com>
Subject: Hello

From: not.a.header@example.com
>From the body

From MAILER Mon May  4 09:01:00 2026
From: juergen.mueller@example.com (=?x-nonsense?q?J?=)
Reply-To: Eve Example <eve@example.com>

Bye
"""


def test_mbox_with_encoded_words(tmp_path: Path) -> None:
    assert learned(tmp_path, MBOX) == [
        ("juergen.mueller@example.com", "Jürgen Müller", "message 1, From"),
        ("jane.doe@example.com", "Doe, Jane", "message 1, To"),
        ("bob@example.com", "", "message 1, To"),
        ("so@example.com", "Østergaard, Søren", "message 1, Cc"),
        ("juergen.mueller@example.com", "", "message 2, From"),
        ("eve@example.com", "Eve Example", "message 2, Reply-To"),
    ]


def test_eml(tmp_path: Path) -> None:
    content = "Received: by mx\nFrom: Jane Doe <jane@example.com>\nTo: bob@example.com\n\nFrom here on\n"
    assert [item[0] for item in learned(tmp_path, content)] == ["jane@example.com", "bob@example.com"]


LINK = '<a href="mailto:doej@example.com">'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{LINK}Jane <b>Doe</b></a>, Painter", [("Jane Doe", "doej@example.com")]),
        (f"Contact {LINK}Jane&nbsp;Doe</a> for more", [("Jane Doe", "doej@example.com")]),
        (f"Jane Doe ({LINK}e-mail</a>)", [("Jane Doe", "doej@example.com")]),
        (f"<table><tr><td>Jane Doe<td>Painter<td>{LINK}e-mail</a></table>", [("Jane Doe", "doej@example.com")]),
        (f"<h3>Jane Doe</h3><p>Painter</p><p>{LINK}doej@example.com</a></p>", [("", "doej@example.com")]),
        (f"{LINK}without an end", [("", "doej@example.com")]),
        ("<p>Jane Doe, doej&#64;example.com</p>", [("Jane Doe", "doej@example.com")]),
        ("<a href='MAILTO:Jane%20Doe%20%3Cdoej@example.com%3E?subject=x'>write</a>", [("Jane Doe", "doej@example.com")]),
        ("<script>'a@example.com'</script><style>b@example.com</style><!-- c@example.com -->", []),
        (f"<![if !vml]>{LINK}Jane Doe</a><![endif]>", [("Jane Doe", "doej@example.com")]),
        (f"{LINK}Jane Doe</a><!-- {LINK}Old Doe</a>", [("Jane Doe", "doej@example.com")]),
    ],
)  # fmt: skip
def test_page(page: str, expected: list[tuple[str, str]]) -> None:
    found = accept_samples(read_page(io.BytesIO(f"<html>{page}".encode())))
    assert [(sample.name, sample.address) for sample in found if isinstance(sample, Sample)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jane Doe <jane@example.com>", [("jane@example.com", "Jane Doe")]),
        ("Doe, Jane <jane@example.com>", [("jane@example.com", "Doe, Jane")]),
        ('To: "Doe, Jane" <jane@example.com>;', [("jane@example.com", "Doe, Jane")]),
        (" * Jane Doe <mailto:jane@example.com>,", [("jane@example.com", "Jane Doe")]),
        ("jane@example.com", [("jane@example.com", "")]),
        ("Write to jane@example.com.", [("jane@example.com", "")]),
        (
            'Jane Doe <jane@example.com>, "Jones, Bob" <bob@example.com>, eve@example.com',
            [("jane@example.com", "Jane Doe"), ("bob@example.com", "Jones, Bob"), ("eve@example.com", "")],
        ),
        ("Jane Doe      Painter      jane@example.com", [("jane@example.com", "Jane Doe")]),
        (
            "Acme\tJane van der Doe\tjane@example.com\tHead of Sales",
            [("jane@example.com", "Jane van der Doe")],
        ),
        ("jane@example.com   Jane Doe   Painter", [("jane@example.com", "Jane Doe")]),
        ("Acme Robotics   Jane Doe   jane@example.com", [("jane@example.com", "Jane Doe")]),
        ("Doe   Jane   jane@example.com", [("jane@example.com", "Doe Jane")]),
        ("no address", []),
    ],
)
def test_text(line: str, expected: list[tuple[str, str]]) -> None:
    found = [item for item in read_text(io.BytesIO(line.encode())) if isinstance(item, Mailbox)]
    assert [(item.address, name_of(item.name)) for item in found] == expected


def git(path: Path, *arguments: str) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    for role, name in (("AUTHOR", "Jane Doe"), ("COMMITTER", "Bob Jones")):
        environment[f"GIT_{role}_NAME"] = name
        environment[f"GIT_{role}_EMAIL"] = f"{name.lower().replace(' ', '.')}@example.com"
    command = [part.encode() for part in ("git", "-C", str(path), *arguments)]
    subprocess.run(command, check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    path = tmp_path / "project"
    path.mkdir()
    git(path, "init", "-q")
    trailers = "Signed-off-by: Jane Doe <jane.doe@example.com>\nCo-authored-by: Eve Ång <eve.ang@example.com>"
    git(path, "commit", "-q", "--allow-empty", "-m", f"First\n\n{trailers}")
    git(
        path,
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "Second\n\nMail me: not.a.trailer <nobody@example.com> at once",
    )
    return path


def test_git(repository: Path) -> None:
    source = open_source(str(repository))
    samples = [item for item in source.samples if isinstance(item, Sample)]
    assert (source.label, source.kind) == ("project", "git")
    assert {(item.address, item.name) for item in samples} == {
        ("jane.doe@example.com", "Jane Doe"),
        ("bob.jones@example.com", "Bob Jones"),
        ("eve.ang@example.com", "Eve Ång"),
    }
    assert {item.source.split(", ")[1] for item in samples} == {"author", "committer", "trailer"}


def test_git_repository_of_somebody_else(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert list(open_source(str(repository)).samples)


def test_git_variables_of_the_user_change_nothing(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git/objects"))
    assert list(open_source(str(repository)).samples)


def test_git_repository_without_commits(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert list(open_source(str(tmp_path)).samples) == []


def test_folder_that_is_no_repository(tmp_path: Path) -> None:
    with pytest.raises(BrokenFileError, match="not a git repository"):
        open_source(str(tmp_path))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x89PNG\0", "vCard"),
        (b"nothing\n", "vCard"),
        (None, "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "file"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BrokenFileError, match=message):
        open_source(str(path))


def test_samples_name_their_source(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,email\nJane Doe,jane@example.com\n")
    assert list(read_samples(str(path))) == [Sample("jane@example.com", "Jane Doe", "people.csv, line 2")]


# Outcomes


def report(action: str, status: str, diagnostic: str = "", recipient: str = "jane.doe@example.com") -> str:
    return f"""From MAILER-DAEMON Mon May  4 09:00:00 2026
From: mailer-daemon@example.org
To: bob@example.org
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=x"

--=x
Content-Type: text/plain

Sorry.

--=x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {diagnostic}

--=x
Content-Type: message/rfc822

From: bob@example.org
To: {recipient}

Hello
--=x--

"""


BOUNCED, DELIVERED = OutcomeKind.BOUNCED, OutcomeKind.DELIVERED


@pytest.mark.parametrize(
    ("action", "status", "diagnostic", "kind"),
    [
        ("failed", "5.1.1", "550 5.1.1 user unknown", BOUNCED),
        ("Failed", "5.1.10", "RecipientNotMailbox", BOUNCED),
        ("failed", "5.0.0", "550 No such user here", BOUNCED),
        ("failed", "5.4.1", "550 5.4.1 Recipient address rejected: Access denied", BOUNCED),
        ("failed", "5.0.0", "554 spam", None),
        ("failed", "5.7.1", "550 blocked", None),
        ("failed", "5.2.2", "552 mailbox full", None),
        ("failed", "5.4.4", "host not found", None),
        ("delayed", "4.4.1", "timeout", None),
        ("relayed", "2.0.0", "", None),
        ("delivered", "2.0.0", "", DELIVERED),
    ],
)
def test_delivery_report(action: str, status: str, diagnostic: str, kind: OutcomeKind | None) -> None:
    (said,) = read_report_mail(io.BytesIO(report(action, status, diagnostic).encode()))
    if kind is None:
        assert said == Rejected(RejectionReason.NO_PROOF, "message 1")
    else:
        assert said == Report("jane.doe@example.com", kind, f"message 1, status {status}")


def test_delivery_reports_in_a_mailbox() -> None:
    content = report("failed", "5.1.1") + MBOX + "\n" + report("failed", "5.1.1", recipient="bob@example.com")
    said = list(read_report_mail(io.BytesIO(content.encode())))
    assert [item.address for item in said if isinstance(item, Report)] == [
        "jane.doe@example.com",
        "bob@example.com",
    ]


def said_by(table: str) -> list[Report | Rejected]:
    opened = open_samples_table(io.BufferedReader(io.BytesIO(table.encode())), REPORTS)
    assert opened is not None
    return list(read_table_reports(opened))


def test_report_table() -> None:
    table = """Recipient,Event,Status Code
a@example.com,Hard Bounce,
b@example.com,bounced,5.2.2
c@example.com,bounced,5.1.1
d@example.com,delivered,
e@example.com,soft_bounce,
f,delivered,
"""
    said = said_by(table)
    assert [(item.address, item.kind) for item in said if isinstance(item, Report)] == [
        ("a@example.com", BOUNCED),
        ("c@example.com", BOUNCED),
        ("d@example.com", DELIVERED),
    ]
    aside = Counter(item.reason for item in said if isinstance(item, Rejected))
    assert aside == {RejectionReason.NO_PROOF: 2, RejectionReason.INVALID: 1}


def test_report_table_without_events_leaves_the_kind_to_its_user() -> None:
    assert said_by("email\njane@example.com\n") == [Report("jane@example.com", None, "line 2")]
