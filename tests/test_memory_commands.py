"""The commands that work on the store: learn, why, outcome, suppress, forget, store."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from guessmail.cli.forget import forget
from guessmail.cli.learn import learn
from guessmail.cli.outcome import outcome
from guessmail.cli.store_command import store as store_command
from guessmail.cli.suppress import suppress
from guessmail.cli.why import why
from guessmail.errors import GuessmailError
from guessmail.model.ranking import Basis, Candidate
from guessmail.names import Name, read_name
from guessmail.store import Store
from guessmail.store.files import Key
from guessmail.store.suppression import SuppressionList

COMMANDS = {
    "learn": learn,
    "why": why,
    "outcome": outcome,
    "suppress": suppress,
    "forget": forget,
    "store": store_command,
}


class Ran(NamedTuple):
    out: str
    err: str
    status: int


class Shell:
    """Runs commands on one store, in this process; a `GuessmailError` becomes status 1 and text on stderr."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.store = folder / "store.db"

    def __call__(self, command: str, *arguments: object, piped: str | bytes = "", status: int = 0) -> Ran:
        environment = {"GUESSMAIL_STORE": str(self.store)}
        with TemporaryFile() as file:  # commands read the file itself
            file.write(piped.encode() if isinstance(piped, str) else piped)
            file.seek(0)
            result = CliRunner().invoke(
                COMMANDS[command], list(map(str, arguments)), input=file, env=environment
            )
        err = result.stderr
        if isinstance(result.exception, GuessmailError):
            err += str(result.exception)
        elif result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, (result.output, err)
        return Ran(result.stdout, err, result.exit_code)

    def open(self) -> Store:
        return Store.open(self.store)

    def known(self, domain: str = "example.com") -> list[str]:
        with self.open() as opened:
            return sorted(sample.address for sample in opened.samples(domain))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(
        "name,email\nJane Doe,jane.doe@example.com\nBob Jones,bob.jones@example.com\nInfo,info@example.com\n"
        "Eve Example,eve@example.org\nJim Beam,jim_beam@gmail.com\nJane Doe,jane.doe@example.com\nx,\n"
    )
    return path


PROCESS = """
import sys
from guessmail.errors import GuessmailError
from guessmail.cli import {module} as module
try:
    module.{name}()
except GuessmailError as error:
    print(error, file=sys.stderr)
    sys.exit(1)
"""


def process(shell: Shell, module: str, name: str, *arguments: object, piped: str = "") -> Ran:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROCESS.format(module=module, name=name), *map(str, arguments)],
        input=piped,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GUESSMAIL_STORE": str(shell.store)},
    )
    return Ran(done.stdout, done.stderr, done.returncode)


# learn


def test_learn_says_what_and_why_not(shell: Shell, people: Path) -> None:
    assert shell("learn", people).out == (
        "people.csv: 3 new\n"
        "  example.com  2\n"
        "  example.org  1\n"
        "  skipped: 1 role address\n"
        "  skipped: 1 address at a mailbox provider\n"
        "  1 known address is listed twice\n"
        "  skipped: 1 entry without an address\n"
    )
    before = shell.store.read_bytes()
    assert shell("learn", people).out.startswith("people.csv: 0 new, 3 already known\n")
    assert len(shell.store.read_bytes()) == len(before)
    assert shell.known() == ["bob.jones@example.com", "jane.doe@example.com"]


def test_learn_as_a_process_from_a_pipe(shell: Shell) -> None:
    ran = process(shell, "learn", "learn", piped="Jane Doe <jane.doe@example.com>\nbob@example.com\n")
    assert ran == Ran("standard input: 2 new\n  example.com  2\n", "", 0)
    assert shell.known() == ["bob@example.com", "jane.doe@example.com"]


def test_learn_from_every_kind(shell: Shell, tmp_path: Path) -> None:
    contents = {
        "card.vcf": "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Lee\nEMAIL:ann.lee@example.com\nEND:VCARD\n",
        "mail.mbox": "From x\nFrom: =?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <jm@example.com>\n\nHi\n",
        "one.eml": "From: Sam Roe <sam.roe@example.com>\nTo: Kim Poe <kim.poe@example.com>\n\nHello\n",
        "names.txt": "Lou Moe <lou.moe@example.com>\n",
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    repository = tmp_path / "project"
    identity = ["-c", "user.name=Gil Hub", "-c", "user.email=gil.hub@example.com"]
    for arguments in (
        ["init", "-q", str(repository)],
        [*identity, "-C", str(repository), "commit", "-qm", "x"],
    ):
        command = ["git", *arguments, *(["--allow-empty"] if "commit" in arguments else [])]
        subprocess.run(command, check=True, capture_output=True)
    shell("learn", *(tmp_path / name for name in contents), repository)
    with shell.open() as opened:
        samples = {sample.name: sample.source.split(",")[0] for sample in opened.samples("example.com")}
    assert samples == {
        "Ann Lee": "card.vcf",
        "Jürgen Müller": "mail.mbox",
        "Sam Roe": "one.eml",
        "Kim Poe": "one.eml",
        "Lou Moe": "names.txt",
        "Gil Hub": "project",
    }


def test_dry_run_leaves_everything_as_it_was(shell: Shell, people: Path) -> None:
    assert "people.csv: would add 3" in shell("learn", "--dry-run", people).out
    assert not shell.store.exists()
    shell("learn", people)
    people.write_text(people.read_text() + "Kim Poe,kim.poe@example.com\n")
    before = shell.store.read_bytes()
    dry = shell("learn", "--dry-run", people, "--company", "Acme=example.com").out
    assert dry.startswith("people.csv: would add 1, 3 already known\n")
    assert shell.store.read_bytes() == before


def test_learn_a_company(shell: Shell) -> None:
    assert (
        shell("learn", "--company", "Acme Corporation=Example.COM").out == "Acme Corporation: example.com\n"
    )
    with shell.open() as opened:
        assert [(one.name, one.domain) for one in opened.companies()] == [("Acme Corporation", "example.com")]


@pytest.mark.parametrize("text", ["Acme", "=example.com", "Acme=", "Acme=bad domain"])
def test_learn_a_company_wrongly(shell: Shell, text: str) -> None:
    assert shell("learn", "--company", text, status=1).err


def test_one_broken_source_does_not_keep_the_others(shell: Shell, people: Path, tmp_path: Path) -> None:
    ran = shell("learn", tmp_path / "none.csv", people, status=1)
    assert "none.csv cannot be read" in ran.err
    assert "people.csv: 3 new" in ran.out


def test_nothing_is_learned_of_those_to_leave_alone(shell: Shell, people: Path) -> None:
    shell("suppress", "add", "Doe, Jane", "example.com")
    shell("suppress", "add", "example.org")
    assert "skipped: 2 addresses on your do-not-contact list" in shell("learn", people).out
    assert shell.known() == ["bob.jones@example.com"]
    assert b"jane" not in shell.store.read_bytes().lower()


# why


@pytest.fixture
def offered(shell: Shell, people: Path) -> Shell:
    shell("learn", people, "--source", "trade fair list, May", "--referred-by", "Ann Example")
    with shell.open() as opened:
        for date in ("2026-05-04", "2026-06-01"):
            offer = Candidate("kim.poe@example.com", 0.614, "{first}.{last}", Basis.SAMPLES), 2
            opened.record_run(date, {"top": 5}, [offer])
    return shell


def test_why_of_a_known_address(offered: Shell) -> None:
    words = offered("why", "Jane.Doe@example.com").out
    assert "We know Jane.Doe@example.com from:" in words
    assert (
        "trade fair list, May (people.csv), referred by Ann Example, line 2, as the address of Jane Doe"
        in words
    )
    assert "We have no record of guessing it." in words
    assert "bob.jones" not in words


def test_why_of_a_guess(offered: Shell) -> None:
    words = offered("why", "kim.poe@example.com").out
    assert "We did not find " in words
    assert "We guessed it 2 times, first on 4 May 2026, last on 1 June 2026 from the usual format" in words
    assert '(given name + "." + surname), known from 2 addresses; the probability was 61 %.' in words
    assert "We know 2 other addresses at example.com, from:\n  - trade fair list, May (people.csv)" in words
    assert "jane" not in words
    assert "jane.doe@example.com (Jane Doe)" in offered("why", "--full", "kim.poe@example.com").out


def test_why_explains_a_guess_for_a_name(offered: Shell) -> None:
    words = offered("why", "--name", "Kim Poe", "kim.poe@example.com").out
    assert (
        'Today we would guess it from the usual format at this domain (given name + "." + surname)' in words
    )
    assert "known from 2 addresses; the probability would be " in words


def test_why_as_json(offered: Shell) -> None:
    data = json.loads(offered("why", "--format", "json", "kim.poe@example.com").out)
    assert data["known"] == []
    assert [each["date"] for each in data["offered"]] == ["2026-05-04", "2026-06-01"]
    assert data["samples"]["addresses"] == 2
    assert "known" not in data["samples"]
    assert (data["outcome"], data["suppressed"]) == (None, False)
    full = json.loads(offered("why", "--full", "--format", "json", "kim.poe@example.com").out)
    assert {each["name"] for each in full["samples"]["known"]} == {"Jane Doe", "Bob Jones"}


def test_why_without_a_store(shell: Shell) -> None:
    assert "We did not find " in shell("why", "jane.doe@example.com").out
    assert not shell.store.exists()


def test_why_tells_outcome_and_suppression(offered: Shell) -> None:
    offered("outcome", "bounced", "kim.poe@example.com")
    offered("suppress", "add", "Kim Poe", "example.com")
    words = offered("why", "kim.poe@example.com", "--name", "Poe, Kim").out
    assert "Today" not in words
    assert "Mail to it bounced" in words
    assert "on the do-not-contact list" in words


# outcome


REPORT = """From x
From: mailer-daemon@example.org
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; jane.doe@example.com
Action: failed
Status: 5.1.1

Final-Recipient: rfc822; full@example.com
Action: failed
Status: 5.2.2

--x--
"""


def test_outcomes_from_messages_tables_and_arguments(shell: Shell, people: Path, tmp_path: Path) -> None:
    shell("learn", people)
    (tmp_path / "bounces.mbox").write_text(REPORT)
    (tmp_path / "report.csv").write_text(
        "recipient,event\nkim@example.com,bounced\neve@example.com,delivered\n"
    )
    ran = shell("outcome", "bounced", tmp_path / "bounces.mbox", tmp_path / "report.csv", "lou@example.com")
    assert ran.out == (
        "3 bounced\n"
        "  skipped: 1 report that does not say whether the address exists\n"
        "  skipped: 1 report of the opposite outcome\n"
    )
    shell("outcome", "delivered", "Eve Example <eve@example.com>")
    with shell.open() as opened:
        assert {local: str(one.kind) for local, one in opened.outcomes_at("example.com").items()} == {
            **dict.fromkeys(("jane.doe", "kim", "lou"), "bounced"),
            "eve": "delivered",
        }
    assert shell.known() == ["bob.jones@example.com", "eve@example.com"]
    assert (
        shell("outcome", "undo", "jane.doe@example.com", "x@example.com").out
        == "1 undone, 1 had no outcome\n"
    )
    assert shell.known() == ["bob.jones@example.com", "eve@example.com", "jane.doe@example.com"]


def test_an_outcome_needs_an_address(shell: Shell) -> None:
    assert "is neither an e-mail address nor a file" in shell("outcome", "bounced", "jane", status=1).err
    assert shell("outcome", "undo", "jane@example.com").out == "0 undone, 1 had no outcome\n"


# suppress


@pytest.mark.parametrize(
    "written", ["Jane Doe", "Doe, Jane", "JANE DOE", "Dr. Jane A. Doe", "doe jane", "J. Doe"]
)
def test_a_suppressed_person_is_found_however_written(shell: Shell, written: str) -> None:
    assert shell("suppress", "add", "Jane Doe", "example.com").out == "1  person  added\n"
    name = read_name(written)
    assert isinstance(name, Name)
    with shell.open() as opened:
        assert SuppressionList(opened).is_suppressed(name, "example.com", ())
    files = b"".join(file.read_bytes().lower() for file in shell.store.parent.iterdir() if file.is_file())
    assert [word for word in (b"jane", b"doe", b"example") if word in files] == []


def test_the_list_is_shown_and_shortened(shell: Shell) -> None:
    assert shell("suppress", "list").out == ""
    shell("suppress", "add", "Jane Doe", "example.com", "--note", "asked on the phone")
    shell("suppress", "add", "Bob Jones <bob.jones@example.com>")
    shell("suppress", "add", "example.org")
    rows = [json.loads(line) for line in shell("suppress", "list", "--format", "jsonl").out.splitlines()]
    assert [(row["id"], row["kind"], row["note"]) for row in rows] == [
        (1, "person", "asked on the phone"),
        (2, "address", ""),
        (3, "person", ""),
        (4, "domain", ""),
    ]
    assert "already on the list" in shell("suppress", "add", "Doe, Jane", "example.com").out
    assert shell("suppress", "remove", "JANE DOE", "example.com").out == "1 removed\n"
    assert shell("suppress", "remove", "4").out == "4 removed\n"
    assert "Not on the list" in shell("suppress", "remove", "4", status=1).err
    assert "Not on the list" in shell("suppress", "remove", "Jane Doe", "example.com", status=1).err
    assert len(shell("suppress", "list").out.splitlines()) == 2


def test_suppress_tells_of_samples(shell: Shell, people: Path) -> None:
    shell("learn", people)
    assert "known addresses of it (1)" in shell("suppress", "add", "Jane Doe", "example.com").err
    assert "known addresses of it (1)" in shell("suppress", "add", "bob.jones@example.com").err


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("Jane Doe", "add the domain"),
        ("jane@", "not an e-mail address"),
        ("12345", "add the domain"),
        ("co.uk", "add the domain"),
    ],
)
def test_suppress_needs_to_know_whom(shell: Shell, who: str, message: str) -> None:
    assert message in shell("suppress", "add", who, status=1).err


@pytest.mark.parametrize(
    ("content", "added", "unread"),
    [
        pytest.param(
            "jane.doe@example.com\ninfo@example.com\n\njim_beam@gmail.com\nexample.org\nnonsense\n",
            4,
            ["line 6"],
            id="lines",
        ),
        pytest.param("name,email\nJane Doe,jane.doe@example.com\n", 2, [], id="addresses"),
        pytest.param(
            "name,email\nJane Doe,jane.doe@\n,\n\nBob,\n", 0, ["line 2", "line 5"], id="bad addresses"
        ),
        pytest.param("name,domain\nJane Doe,example.com\n,example.org\nBob,\n", 2, ["line 4"], id="people"),
        pytest.param(
            "name,domain\n12345,example.com\nJane Doe,co.uk\n", 0, ["line 2", "line 3"], id="no people"
        ),
        pytest.param("BEGIN:VCARD\nFN:Jane Doe\nEMAIL:jane.doe@example.com\nEND:VCARD\n", 2, [], id="cards"),
        pytest.param("x\n" * 12, 0, [*(f"line {n}" for n in range(1, 11)), "…"], id="many"),
        pytest.param("", 0, [], id="nothing"),
    ],
)
def test_import_of_opt_outs(
    shell: Shell, tmp_path: Path, content: str, added: int, unread: list[str]
) -> None:
    file, status = tmp_path / "opt-outs", int(bool(unread))
    file.write_text(content)
    for options, out in (
        (["--dry-run"], f"{added} would be added\n"),
        ([], f"{added} added\n"),
        ([], "0 added\n"),
    ):
        before = {path: path.read_bytes() for path in tmp_path.iterdir()}
        ran = shell("suppress", "import", file, *options, status=status)
        assert ran.out == out
        assert not unread or f": {', '.join(unread)}. Each needs" in ran.err
        if options:
            assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    entries = shell("suppress", "list").out.splitlines()
    assert len(entries) == added


def test_a_dry_run_of_an_import_counts_what_is_new(shell: Shell, tmp_path: Path) -> None:
    shell("suppress", "add", "jane.doe@example.com")
    (tmp_path / "opt-outs").write_text("jane.doe@example.com\nbob@example.com\n")
    before = shell.store.read_bytes()
    assert shell("suppress", "import", "--dry-run", tmp_path / "opt-outs").out == "1 would be added\n"
    assert shell.store.read_bytes() == before


def test_dry_runs_say_what_would_go_and_leave_it(offered: Shell) -> None:
    before = offered.store.read_bytes()
    assert (
        offered("forget", "--dry-run", "Kim Poe", "example.com").out
        == "2 records of guesses would be removed\n"
    )
    assert offered("forget", "--dry-run", "nobody.test").out == "Nothing to forget.\n"
    dry = offered("store", "purge", "--all", "--dry-run").out
    assert dry == "3 known addresses, 2 records of guesses would be removed\n"
    assert offered.store.read_bytes() == before


# forget, export, import, purge


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["jane.doe@example.com"], ["bob.jones@example.com"]),
        (["Doe, Jane", "example.com"], ["bob.jones@example.com"]),
        (["example.com"], []),
        (["Kim Poe", "example.com"], ["bob.jones@example.com", "jane.doe@example.com"]),
    ],
)
def test_forget_leaves_no_trace_but_the_suppression(
    offered: Shell, arguments: list[str], left: list[str]
) -> None:
    offered("outcome", "delivered", "jane.doe@example.com")
    offered("suppress", "add", "Jane Doe", "example.com")
    assert "removed" in offered("forget", *arguments).out
    assert offered.known() == left
    assert (b"jane" in offered.store.read_bytes().lower()) is ("jane.doe@example.com" in left)
    assert len(offered("suppress", "list").out.splitlines()) == 1
    assert offered("forget", *arguments).out == "Nothing to forget.\n"


def test_forget_a_guess(offered: Shell) -> None:
    assert offered("forget", "Kim Poe", "example.com").out == "2 records of guesses removed\n"
    assert "no record of guessing it" in offered("why", "kim.poe@example.com").out


def test_export_and_import_on_a_new_computer(offered: Shell, tmp_path: Path) -> None:
    offered("suppress", "add", "Jane Doe", "example.com")
    offered("learn", "--company", "Acme=example.com")
    offered("outcome", "bounced", "bob.jones@example.com")
    offered("store", "export", "-o", tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    first = (tmp_path / "copy").read_bytes()
    (tmp_path / "copy").chmod(0o644)
    offered("store", "export", "-o", tmp_path / "copy")
    assert ((tmp_path / "copy").read_bytes(), (tmp_path / "copy").stat().st_mode & 0o777) == (first, 0o600)
    other = Shell(tmp_path / "other")
    other("suppress", "add", "Max Weber", "example.com")
    assert other("store", "import", tmp_path / "copy").out != "0 new\n"
    assert other("store", "import", tmp_path / "copy").out == "0 new\n"
    for people in (("Jane Doe", "example.com"), ("Max Weber", "example.com")):
        assert "already" in other("suppress", "add", *people).out
    assert (other.known(), offered.known()) == ([], ["jane.doe@example.com"])
    assert other("why", "kim.poe@example.com").out == offered("why", "kim.poe@example.com").out


def test_sources_that_an_export_describes_alike_are_one(shell: Shell, tmp_path: Path) -> None:
    """As where damage has lost the descriptions of several."""
    source = {"table": "source", "kind": "csv", "words": "", "referred_by": "", "date": "2026-05-04"}
    person = {
        "table": "sample",
        "domain": "example.com",
        "local": "jane.doe",
        "name": "Jane Doe",
        "place": "",
    }
    records = [
        {"guessmail": "store", "format": 1, "keys": []},
        *(
            source | {"id": number, "label": label}
            for number, label in enumerate(("a.csv", "b.csv", "a.csv"))
        ),
        person | {"source": 2, "date": "2026-05-04"},
    ]
    (tmp_path / "copy").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert shell("store", "import", tmp_path / "copy").out == "2 new\n"
    assert "a.csv" in shell("why", "jane.doe@example.com").out


def test_import_of_suppressions_alone(offered: Shell, tmp_path: Path) -> None:
    offered("suppress", "add", "Jane Doe", "example.com")
    offered("store", "export", "-o", tmp_path / "copy")
    other = Shell(tmp_path / "other")
    assert other("suppress", "import", tmp_path / "copy").out == "1 added\n"
    assert other.known() == []


@pytest.mark.parametrize("content", ["", "{}", '{"guessmail": "store", "format": 9}'])
def test_import_of_what_is_no_export(shell: Shell, tmp_path: Path, content: str) -> None:
    (tmp_path / "copy").write_text(content)
    assert "not an export" in shell("store", "import", tmp_path / "copy", status=1).err


KEY = "ab" * 32
HEAD = f'{{"guessmail": "store", "format": 1, "keys": ["{KEY}"]}}'
SOURCE: dict[str, object] = {
    "table": "source", "id": 1, "label": "x.csv", "kind": "csv", "words": "", "referred_by": "", "date": "2026-05-04",
}  # fmt: skip
RECORDS: dict[str, dict[str, object]] = {
    "source": SOURCE,
    "sample": {
        "table": "sample", "domain": "example.com", "local": "jane", "name": "Jane", "source": 1, "place": "",
        "date": "2026-05-04",
    },
    "company": {"table": "company", "key": "acme", "name": "Acme", "domain": "example.com", "date": "2026-05-04"},
    "outcome": {
        "table": "outcome", "id": 1, "domain": "example.com", "local": "jane", "kind": "bounced",
        "date": "2026-05-04", "name": "", "detail": "",
    },
    "run": {"table": "run", "id": 1, "date": "2026-05-04", "options": "{}"},
    "offer": {
        "table": "offer", "hash": "00" * 16, "run": 1, "scope": "00" * 8, "pattern": "{first}", "probability": 0.5,
        "basis": "prior", "samples": 0,
    },
    "suppression": {
        "table": "suppression", "id": 1, "kind": "person", "date": "2026-05-04", "note": "",
        "key": Key(bytes.fromhex(KEY)).id, "scope": "00" * 32,
    },
    "suppression_mark": {"table": "suppression_mark", "hash": "00" * 32, "suppression": 1},
}  # fmt: skip


def lines_of(*changed: tuple[str, str, object]) -> str:
    """Return an export, with some cells of some tables changed."""
    records = {table: dict(record) for table, record in RECORDS.items()}
    for table, column, cell in changed:
        records[table][column] = cell
    return "\n".join([HEAD, *map(json.dumps, records.values())])


def test_a_valid_export_is_taken(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text(lines_of())
    assert shell("store", "import", tmp_path / "copy").out == "7 new\n"
    (tmp_path / "copy").write_bytes(b"\xef\xbb\xbf" + lines_of().encode() + b"\n\n")
    assert shell("store", "import", tmp_path / "copy").out == "0 new\n"
    assert shell("store", "export").out.splitlines()[1:] == lines_of().splitlines()[1:]


BAD_CELLS = [
    ("source", "date", "04.05.2026"), ("source", "date", "2026-02-30"), ("source", "date", None),
    ("source", "id", "1"), ("source", "id", True), ("source", "id", -1), ("source", "id", 2**63),
    ("source", "label", "\ud800"), ("source", "label", "a\0b"), ("source", "label", 7), ("source", "words", "x" * 10_001),
    ("sample", "domain", "Example.com"), ("sample", "domain", "com"), ("sample", "domain", "a..b"),
    ("sample", "domain", "exam ple.com"), ("sample", "domain", "a" * 64 + ".com"), ("sample", "domain", ["x"]),
    ("sample", "local", ""), ("sample", "local", "a\x1bb"), ("sample", "local", "x" * 65), ("sample", "source", 2),
    ("sample", "source", 1.0), ("sample", "extra", 1),
    ("company", "domain", "co"), ("company", "name", None),
    ("outcome", "kind", "lost"), ("outcome", "kind", 1), ("outcome", "local", "\n"),
    ("run", "options", "[]"), ("run", "options", "{"), ("run", "options", "[" * 9_999), ("run", "date", ""),
    ("offer", "hash", "00"), ("offer", "hash", "zz" * 16), ("offer", "hash", 1), ("offer", "scope", "00" * 9),
    ("offer", "run", 2), ("offer", "probability", 1.5), ("offer", "probability", -0.1), ("offer", "probability", True),
    ("offer", "probability", float("nan")), ("offer", "probability", "0.5"), ("offer", "samples", -1),
    ("suppression", "kind", "everybody"), ("suppression", "key", "0" * 16), ("suppression", "key", "x"),
    ("suppression", "scope", ""), ("suppression_mark", "hash", "00" * 31), ("suppression_mark", "suppression", 2),
    ("suppression_mark", "table", "secrets"), ("suppression_mark", "table", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    BAD_CELLS,
    ids=[f"{table}.{column} {at}" for at, (table, column, _) in enumerate(BAD_CELLS)],
)
def test_an_export_with_a_bad_cell_changes_nothing(
    shell: Shell, tmp_path: Path, table: str, column: str, cell: object
) -> None:
    (tmp_path / "copy").write_text(lines_of((table, column, cell)))
    shell("learn", "-", piped="Bob Jones <bob@example.org>\n")
    before = shell.store.read_bytes()
    for command in ("store", "suppress"):
        if command == "suppress" and (column, cell) in [("source", 2), ("run", 2)]:
            continue  # samples and offers are not taken then, and may refer to whatever they like
        err = shell(command, "import", tmp_path / "copy", status=1).err
        assert err.startswith(f"Line {2 + list(RECORDS).index(table)} of the export is broken (")
        assert err.endswith("); nothing was imported.")
    assert shell.store.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "store.db"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b"\xff", "it is not UTF-8"),
        (b'{"table": "sample", "domain"', "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "it is no object"),
        (b'{"table": "sample"}', "a sample has just the columns domain, local, name, source, place, date"),
        (b"{}", "there is no such table"),
        (b'{"table": []}', "there is no such table"),
        (b'{"table": {"a": 1}}', "there is no such table"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_an_export_with_a_bad_line_changes_nothing(
    shell: Shell, tmp_path: Path, line: bytes, fault: str
) -> None:
    (tmp_path / "copy").write_bytes(lines_of().encode() + b"\n" + line + b"\n")
    err = shell("store", "import", tmp_path / "copy", status=1).err
    assert err == f"Line 10 of the export is broken ({fault}); nothing was imported."
    assert shell("store", "export").out.count("\n") == 1


@pytest.mark.parametrize("keys", ['"x"', "[1]", '["ab"]', "{}", '["' + "AB" * 32 + '"]'])
def test_an_export_with_bad_keys(shell: Shell, tmp_path: Path, keys: str) -> None:
    (tmp_path / "copy").write_text(f'{{"guessmail": "store", "format": 1, "keys": {keys}}}')
    assert "Line 1 of the export is broken" in shell("store", "import", tmp_path / "copy", status=1).err


# A store that guessmail did not write


def changed(store: Path, *statements: str) -> None:
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            connection.execute(statement)


SWAPPED = (
    "UPDATE sqlite_master SET sql = replace(sql, 'local TEXT NOT NULL', 'local TEXT') WHERE name = 'sample'"
)
DAMAGE = {
    "no table of samples": ("DROP TABLE sample",),
    "no table of entries": ("DROP TABLE suppression",),
    "no index": ("DROP INDEX outcome_address",),
    "another column": ("ALTER TABLE company ADD COLUMN x",),
    "a table that was swapped": (SWAPPED,),
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON sample BEGIN DELETE FROM suppression; END",),
    "a view": ("CREATE VIEW v AS SELECT * FROM sample",),
}
ROWS = {
    "names that are no UTF-8": ("UPDATE sample SET name = CAST(x'4aff' AS TEXT) WHERE local = 'jane.doe'",),
    "names that are numbers": ("UPDATE sample SET name = CAST(x'4a' AS BLOB) WHERE local = 'jane.doe'",),
    "outcomes of an unknown kind": ("UPDATE outcome SET kind = 'lost'",),
}


@pytest.mark.parametrize("damage", [*DAMAGE, *ROWS])
def test_every_command_names_the_damage_and_export_saves_the_rest(
    offered: Shell, tmp_path: Path, damage: str
) -> None:
    offered("outcome", "delivered", "max.moe@example.com")
    offered("suppress", "add", "jim@example.com")
    changed(offered.store, *(DAMAGE | ROWS)[damage])
    before = offered.store.read_bytes()
    commands: list[tuple[object, ...]] = [
        ("why", "jane.doe@example.com"),
        ("forget", "Jane Doe", "example.com"),
    ]
    if damage in DAMAGE:
        commands += [
            ("suppress", "list"),
            ("suppress", "add", "x@example.com"),
            ("outcome", "bounced", "x@example.com"),
            ("store", "purge", "--all", "--yes"),
            ("learn", "-"),
        ]
    for command, *arguments in commands:
        err = offered(str(command), *arguments, piped="Kim Poe <kim@example.com>\n", status=1).err
        assert "is damaged and was not changed" in err, (command, *arguments)
        assert "jane" not in err.lower()
    assert offered.store.read_bytes() == before
    is_lost = damage in ROWS or damage.startswith("no table")
    ran = offered("store", "export", "-o", tmp_path / "copy", status=int(is_lost))
    assert ("Incomplete: " in ran.err) is is_lost
    other = Shell(tmp_path / "other")
    other("store", "import", tmp_path / "copy")
    saved = set(other.known()) | set(other.known("example.org"))
    if "samples" not in damage:
        assert {"bob.jones@example.com", "eve@example.org"} <= saved


@pytest.mark.parametrize(
    ("statement", "command"),
    [
        ("UPDATE suppression SET kind = 'everybody'", ("suppress", "list")),
        ("UPDATE suppression SET kind = 'everybody'", ("suppress", "add", "jim@example.com")),
        ("UPDATE run SET options = '['", ("why", "kim.poe@example.com")),
        ("UPDATE run SET options = '7'", ("why", "kim.poe@example.com")),
        ("UPDATE offer SET probability = 'x'", ("why", "kim.poe@example.com")),
        ("UPDATE source SET label = x'00'", ("why", "jane.doe@example.com")),
    ],
)
def test_rows_that_guessmail_never_wrote_are_damage(
    offered: Shell, statement: str, command: tuple[str, ...]
) -> None:
    offered("suppress", "add", "jim@example.com")
    changed(offered.store, statement)
    assert "is damaged" in offered(*command, status=1).err


def test_export_of_a_damaged_store_saves_what_can_be_read(shell: Shell, tmp_path: Path) -> None:
    lines = "".join(f"Person {n} <person.{n}@d{n}.example>\n" for n in range(5000))
    shell("learn", "-", piped=lines)
    with shell.open() as opened:
        (root,) = opened.rows("SELECT rootpage FROM sqlite_master WHERE name = 'sample'")[0]
    content = bytearray(shell.store.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    assert middle // 4096 > root
    content[middle : middle + 8192] = b"\xee" * 8192
    shell.store.write_bytes(content)
    ran = shell("store", "export", "-o", tmp_path / "copy", status=1)
    assert "damaged; what could be read was saved" in ran.err
    assert shell.store.read_bytes() == content
    saved = {
        row["local"]
        for row in map(json.loads, (tmp_path / "copy").read_text().splitlines())
        if "local" in row
    }
    assert 4000 < len(saved) < 5000


def test_purge(offered: Shell) -> None:
    offered("suppress", "add", "Jane Doe", "example.com")
    assert offered("store", "purge", "--older-than", "500y").out == "Nothing to remove.\n"
    assert "--older-than takes" in offered("store", "purge", "--older-than", "soon", status=1).err
    assert "Give --older-than" in offered("store", "purge", status=1).err
    offered("store", "purge", "--all", piped="n\n", status=1)
    assert offered.known()
    assert offered("store", "purge", "--all", "--yes").out.startswith("3 known addresses, ")
    assert offered.known() == []
    assert len(offered("suppress", "list").out.splitlines()) == 1


def test_path(shell: Shell) -> None:
    assert shell("store", "path").out == f"{shell.store}\n"
    assert shell("store", "path", "--store", "/a/b").out == "/a/b\n"


def test_no_names_in_messages_of_faults(shell: Shell, people: Path) -> None:
    shell("learn", people)
    content = shell.store.read_bytes()
    shell.store.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    for module, name, arguments in (
        ("learn", "learn", [people]),
        ("why", "why", ["jane.doe@example.com"]),
        ("suppress", "suppress", ["add", "Jane Doe", "example.com"]),
        ("forget", "forget", ["Jane Doe", "example.com"]),
    ):
        ran = process(shell, module, name, *arguments)
        assert (ran.status, "damaged" in ran.err) == (1, True)
        assert "jane" not in (ran.out + ran.err).lower()
