"""`guessmail guess` for one person, as the installed program: statuses, streams, signals, variables, DNS."""

import csv
import json
import os
import pty
import select
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from dns_server import DnsServer, Zone, only, rcode, silent
from guessmail.cli.output import Status
from program import HANG, JSON_KEYS, PROGRAM, Ran, environment, run, until

JANE = ("guess", "Jane Doe", "example.com", "--no-mx")
SAMPLES = ("--sample", "Bob Jones <bjones@example.com>", "--sample", "Ann Lee <alee@example.com>")


# What is offered


def test_one_address_a_line_in_a_pipe() -> None:
    done = run(*JANE)
    assert done.returncode == Status.DONE
    assert done.stdout.splitlines()[:2] == ["jane.doe@example.com", "jdoe@example.com"]
    assert len(done.stdout.splitlines()) == 5
    assert "\x1b" not in done.stdout + done.stderr


def test_samples_settle_the_format() -> None:
    done = run(*JANE, *SAMPLES, "--format", "csv")
    best = next(csv.DictReader(done.stdout.splitlines()))
    assert best["address"] == "jdoe@example.com"
    assert best["basis"] == "samples"
    assert 0.6 < float(best["probability"]) < 0.98


def test_the_explanation_names_the_samples_on_stderr() -> None:
    done = run(*JANE, *SAMPLES, "--explain")
    assert done.stdout.startswith("jdoe@example.com\n")
    assert "given Jane" in done.stderr
    assert "family Doe" in done.stderr
    for sample in SAMPLES[1::2]:
        assert f"{sample} [entered by hand]" in done.stderr
        assert sample in next(line for line in done.stderr.splitlines() if line.startswith("  for: "))


def test_nothing_is_said_in_a_pipe_where_there_is_nothing_to_say() -> None:
    assert run(*JANE).stderr == run(*JANE, *SAMPLES).stderr == run(*JANE, "-q").stderr == ""


@pytest.mark.parametrize("shape", ["plain", "csv", "tsv", "jsonl"])
def test_formats_and_files(shape: str, tmp_path: Path) -> None:
    printed = run(*JANE, "--format", shape).stdout
    target = tmp_path / f"out.{shape}"
    done = run(*JANE, "-o", str(target))
    assert (done.returncode, done.stdout) == (0, "")
    assert target.read_text(encoding="utf-8") == printed


def test_a_line_of_json() -> None:
    (line,) = run(*JANE, *SAMPLES, "--top", "1", "--format", "jsonl").stdout.splitlines()
    answer = json.loads(line)
    assert list(answer) == JSON_KEYS
    assert answer["input"] == {"name": "Jane Doe", "domain": "example.com"}
    assert (answer["row"], answer["samples"], answer["mx"], answer["problem"]) == (1, 2, None, None)
    assert list(answer["candidates"][0]) == ["address", "probability", "pattern", "basis"]


def test_a_table_on_a_terminal(tmp_path: Path) -> None:
    shown = on_terminal(*JANE)
    assert "Address" in shown
    assert "jane.doe@example.com" in shown
    assert "No known addresses at example.com; based on other" in shown


@pytest.mark.parametrize(
    ("options", "env", "is_coloured"),
    [
        ((), {}, True),
        (("--color", "never"), {}, False),
        ((), {"GUESSMAIL_COLOR": "never"}, False),
        ((), {"NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
    ],
)
def test_colours_on_a_terminal(options: tuple[str, ...], env: dict[str, str], is_coloured: bool) -> None:
    assert ("\x1b[32m" in on_terminal(*JANE, *options, **env)) is is_coloured


def on_terminal(*arguments: str, **env: str) -> str:
    leader, follower = pty.openpty()
    variables = {"TERM": "xterm-256color", **env}
    with subprocess.Popen(
        [PROGRAM, *arguments], stdin=follower, stdout=follower, stderr=follower, env=environment(**variables)
    ) as process:
        os.close(follower)
        shown = b""
        while select.select([leader], [], [], 20)[0]:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        os.close(leader)
        assert process.wait(20) == 0
    return shown.decode()


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--top", "2"), 2),
        (("-n", "9", "--min-probability", "0"), 9),
        (("--until", "0.01"), 1),
        (("--min-probability", "0.99", "--sample", SAMPLES[1]), 0),
    ],
)
def test_how_many(options: tuple[str, ...], count: int) -> None:
    done = run(*JANE, *options)
    assert len(done.stdout.splitlines()) == count
    assert done.returncode == (Status.DONE if count else Status.NOTHING)


@pytest.mark.parametrize(
    ("variable", "value", "options"),
    [
        ("GUESSMAIL_TOP", "2", ("--top", "2")),
        ("GUESSMAIL_UNTIL", "0.3", ("--until", "0.3")),
        ("GUESSMAIL_MIN_PROBABILITY", "0.1", ("--min-probability", "0.1")),
        ("GUESSMAIL_PATTERN", "last_first", ("--pattern", "last_first")),
        ("GUESSMAIL_FORMAT", "csv", ("--format", "csv")),
        ("GUESSMAIL_NAME_ORDER", "family-first", ("--name-order", "family-first")),
        ("GUESSMAIL_SAMPLE", "Bob Jones <bjones@example.com>\nAnn Lee <alee@example.com>", SAMPLES),
        ("GUESSMAIL_EXPLAIN", "1", ("--explain",)),
    ],
)
def test_each_option_has_a_variable(variable: str, value: str, options: tuple[str, ...]) -> None:
    by_variable, by_option = run(*JANE, env={variable: value}), run(*JANE, *options)
    assert by_variable.returncode == by_option.returncode == 0
    assert (by_variable.stdout, by_variable.stderr) == (by_option.stdout, by_option.stderr)
    assert (by_variable.stdout, by_variable.stderr) != (run(*JANE).stdout, run(*JANE).stderr)


SWITCH = ("guess", "Jane Doe", "example.com", "--no-store", "-q", "--format", "jsonl")


@pytest.mark.parametrize(
    ("variables", "is_asked"),
    [
        ({}, True),
        ({"GUESSMAIL_MX": "0"}, False),
        ({"GUESSMAIL_NO_MX": "1"}, False),
        ({"GUESSMAIL_NO_MX": "0"}, True),
        ({"GUESSMAIL_NO_MX": "true", "GUESSMAIL_MX": "1"}, False),
        ({"GUESSMAIL_NO_MX": ""}, True),
    ],
)
def test_a_switch_has_a_variable_that_turns_it_off(variables: dict[str, str], is_asked: bool) -> None:
    done = run(*SWITCH, env=variables)
    assert (json.loads(done.stdout)["mx"] is not None) is is_asked


def test_a_variable_of_a_switch_that_makes_no_sense() -> None:
    done = run(*SWITCH, env={"GUESSMAIL_NO_MX": "perhaps"})
    assert (done.returncode, "'perhaps' is not a valid boolean" in done.stderr) == (2, True)


@pytest.mark.parametrize("switch", ["EXPLAIN", "QUIET", "KEEP_UNDELIVERABLE", "NO_STORE"])
def test_every_switch_can_be_turned_off(switch: str) -> None:
    on, off = f"GUESSMAIL_{switch}", f"GUESSMAIL_NO_{switch}"
    assert run(*JANE, env={on: "1", off: "1"}).stderr == run(*JANE).stderr


def test_an_option_comes_before_its_variable() -> None:
    assert len(run(*JANE, "--top", "1", env={"GUESSMAIL_TOP": "3"}).stdout.splitlines()) == 1


def test_a_forced_pattern() -> None:
    assert run(*JANE, "--pattern", "last.first", "--top", "1").stdout == "doe.jane@example.com\n"


def test_a_catalogue_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text('patterns:\n  - {pattern: "{last}.x.{first}", share: 99}\n', encoding="utf-8")
    assert run(*JANE, "--catalog", str(own), "--top", "1").stdout == "doe.x.jane@example.com\n"


def test_a_file_of_samples(tmp_path: Path) -> None:
    known = tmp_path / "known.csv"
    known.write_text("name,email\nBob Jones,bjones@example.com\nAnn Lee,alee@example.com\n", encoding="utf-8")
    assert run(*JANE, "--samples", str(known), "--top", "1").stdout == "jdoe@example.com\n"


def test_stdin_is_left_to_others_where_a_name_is_given() -> None:
    """As in the loop of a shell: `while read name; do guessmail guess "$name" example.com; done`."""
    script = f'{PROGRAM} guess "Jane Doe" example.com --no-mx -q -n 1; cat'
    done = subprocess.run(
        ["/bin/sh", "-c", script],
        input="the rest\n",
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    assert done.stdout == "jane.doe@example.com\nthe rest\n"


def test_names_are_written_in_utf8_whatever_the_locale() -> None:
    done = run("guess", "Jürgen Müller", "example.com", "--no-mx", "--format", "jsonl", env={"LC_ALL": "C"})
    assert '"name": "Jürgen Müller"' in done.stdout


def test_a_mailbox_provider_is_no_company() -> None:
    done = run("guess", "Jane Doe", "gmail.com", "--no-mx")
    assert done.returncode == 0
    assert "gmail.com is a mailbox provider" in done.stderr


# What is wrong


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("guess", "", "example.com"), "The name is missing"),
        (("guess", "12345", "example.com"), "The name has no letters"),
        (("guess", "=cmd|calc", "example.com"), "This looks like a formula"),
        (("guess", "山田太郎", "example.com"), "Latin"),
        (("guess", "Dr. Jr.", "example.com"), "titles"),
        (("guess", "Jane Doe", ""), "domain is missing"),
        (("guess", "Jane Doe", "co.uk"), "co.uk"),
        (("guess", "Jane Doe", "bad domain"), "bad domain"),
        (("guess", "Jane Doe", "192.0.2.1"), "192.0.2.1"),
    ],
)
def test_nothing_to_offer(arguments: tuple[str, ...], sentence: str) -> None:
    for options in ((), ("-q",)):
        done = run(*arguments, "--no-mx", *options)
        assert (done.returncode, done.stdout) == (Status.NOTHING, "")
        assert sentence in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("guess", "Jane Doe"), "The domain is missing"),
        (("guess", "Jane", "Doe", "acme.com"), 'Put the name in quotes: guessmail guess "Jane Doe" acme.com'),
        (("guess", "people.csv"), "Use: guessmail guess -i people.csv"),
        (("guess", "Jane Doe", "linkedin.com/in/jane-doe"), "is a profile page"),
        (("guess", "-i", ""), "the file name is empty"),
        ((*JANE, "-o", ""), "the file name is empty"),
        (("check", "-i", ""), "the file name is empty"),
        (("domain", "-i", ""), "the file name is empty"),
        (("guess", "Jane Doe", "example.com", "-i", "x.csv"), "not both"),
        ((*JANE, "--sample", "Bob Jones"), "'Bob Jones' is not an address"),
        ((*JANE, "--pattern", "hello"), "cannot be read from 'hello'"),
        ((*JANE, "--top", "0"), "0 is not in the range"),
        ((*JANE, "--until", "80"), "'80' is more than 1; a percentage has its sign: 80%."),
        ((*JANE, "--until", "800%"), "8.0 is not in the range"),
        ((*JANE, "--until", "most"), "'most' is not a probability such as 0.8 or 80%."),
        ((*JANE, "--until", "nan"), "'nan' is not a usable number"),
        ((*JANE, "--min-probability", "nan"), "'nan' is not a usable number"),
        ((*JANE, "--company-threshold", "nan"), "'nan' is not a usable number"),
        (("domain", "Acme", "--min-probability", "nan"), "'nan' is not a usable number"),
        (("guess", "-i", "-", "--jobs", "1000000"), "1000000 is not in the range"),
        ((*JANE, "--format", "xml"), "'xml' is not one of"),
        ((*JANE, "-o", "jane.numbers"), "guessmail cannot write .numbers files"),
        ((*JANE, "--catalog", "none.yaml"), "cannot be read: No such file"),
        ((*JANE, "--wrong"), "No such option"),
        (("gess", "Jane Doe"), "Did you mean guess?"),
        (("frobnicate",), "The commands are guess, "),
        (("guess", "Jane Doe", "example.com", "--resolver", "not a host!"), "not a host!"),
        (("guess", "Jane Doe", "example.com", "--no-mx", "--resolver", "not a host!"), "not a host!"),
    ],
)
def test_misuse(tmp_path: Path, arguments: tuple[str, ...], sentence: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (Status.USAGE, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_every_fault_of_a_catalogue_is_told(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "patterns:\n  - pattern: hello\n    share: 3\n  - pattern: flast\n    share: x\n", encoding="utf-8"
    )
    done = run(*JANE, "--catalog", str(own))
    assert done.returncode == Status.USAGE
    assert f"{own}, line 2: " in done.stderr
    assert f"{own}, line 5: " in done.stderr


def test_a_file_of_samples_that_is_not_there(tmp_path: Path) -> None:
    done = run(*JANE, "--samples", "none.csv", cwd=tmp_path)
    assert done.returncode == Status.FAILED
    assert "none.csv" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_to_guess_on_a_terminal() -> None:
    leader, follower = pty.openpty()
    with os.fdopen(follower, "rb") as keyboard:
        done = run("guess", stdin=keyboard)
    os.close(leader)
    assert done.returncode == Status.USAGE
    assert "Nothing to guess" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("--help",), ("guess", "--help"), ("--version",)])
def test_help_is_no_failure(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == (0 if arguments else Status.USAGE)
    assert "guessmail" in done.stdout + done.stderr


# How it ends


def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = run(*JANE, stdout=full)
    assert done.returncode == Status.FAILED
    assert done.stderr.splitlines()[-1] == "Error: The output cannot be written: No space left on device."


def test_a_closed_output_is_told() -> None:
    script = f"{PROGRAM} guess 'Jane Doe' example.com --no-mx -q >&-"
    done = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, text=True, check=False, env=environment()
    )
    assert done.returncode == Status.FAILED
    assert done.stderr == "Error: The output cannot be written: standard output is closed.\n"


def test_a_closed_stderr_is_no_matter() -> None:
    one, several = "'Jane Doe' example.com -n 1", "-i - --format plain"
    for command in (one, several):
        script = f"{PROGRAM} guess {command} --no-mx 2>&-"
        done = subprocess.run(
            ["/bin/sh", "-c", script],
            input="name,domain\nJane Doe,example.com\n", capture_output=True, text=True, check=False, env=environment(),
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (0, "jane.doe@example.com\n")


@pytest.mark.parametrize("shape", ["plain", "jsonl"])
def test_a_reader_that_went_away_ends_it_by_the_signal(shape: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as pipe:
        done = run(*JANE, "--format", shape, stdout=pipe)
    assert done.returncode == -signal.SIGPIPE
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_it_as_signals(number: signal.Signals) -> None:
    with DnsServer(silent) as server:
        process = subprocess.Popen(
            [PROGRAM, "guess", "Jane Doe", "acme.test", "--dns-timeout", "60", "--resolver", server.address],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        until(lambda: bool(server.log))
        process.send_signal(number)
        out, err = process.communicate(timeout=HANG)
    assert process.returncode == -number
    assert (out, b"Traceback" in err) == (b"", False)


def test_a_shell_sees_128_and_the_signal() -> None:
    script = f"{PROGRAM} {JANE[0]} 'Jane Doe' example.com --no-mx -q; echo $? >&2"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as pipe:
        done = subprocess.run(
            ["/bin/bash", "-c", script],
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=environment(),
        )
    assert done.stderr.split()[-1] == "141"


# DNS

RECORDS = """
acme.test MX 10 aspmx.l.google.com
aspmx.l.google.com A 1.2.3.4
null.test MX 0 .
sick.test TXT x
"""


@pytest.fixture(scope="module")
def server() -> Iterator[DnsServer]:
    with DnsServer(only("sick.test", Zone(RECORDS), rcode("SERVFAIL"))) as running:
        yield running


def ask(server: DnsServer, domain: str, *options: str) -> Ran:
    return run("guess", "Jane Doe", domain, "--resolver", server.address, "--no-cache", "-n", "1", *options)


def test_a_domain_that_accepts(server: DnsServer) -> None:
    done = ask(server, "acme.test", "--format", "jsonl")
    assert done.returncode == Status.DONE
    assert json.loads(done.stdout)["mx"] == {
        "verdict": "accepts",
        "reason": "mx",
        "provider": "google",
        "hosts": ["aspmx.l.google.com"],
    }


@pytest.mark.parametrize(("domain", "reason"), [("null.test", "null_mx"), ("nowhere.test", "no_such_domain")])
def test_a_domain_that_takes_no_mail(server: DnsServer, domain: str, reason: str) -> None:
    done = ask(server, domain)
    assert (done.returncode, done.stdout) == (Status.NOTHING, "")
    assert f"{domain} accepts no mail: " in done.stderr
    assert f"({reason})" in done.stderr
    kept = ask(server, domain, "--keep-undeliverable")
    assert (kept.returncode, kept.stdout) == (Status.DONE, f"jane.doe@{domain}\n")
    assert f"({reason})" in kept.stderr


def test_a_domain_of_which_nothing_is_known(server: DnsServer) -> None:
    done = ask(server, "sick.test")
    assert (done.returncode, done.stdout) == (Status.DONE, "jane.doe@sick.test\n")
    assert "(servfail)" in done.stderr


def test_no_resolver_within_reach_withholds_nothing() -> None:
    with DnsServer(silent) as server:
        done = run(
            "guess", "Jane Doe", "acme.test", "--resolver", server.address, "--no-cache", "--dns-timeout", "1"
        )
    assert done.returncode == Status.DONE
    assert len(done.stdout.splitlines()) == 5
    assert "Could not check whether" in done.stderr


def test_without_mx_nothing_is_asked(server: DnsServer) -> None:
    before = len(server.log)
    assert ask(server, "acme.test", "--no-mx").returncode == 0
    assert len(server.log) == before


# Lists and the store, through the same door


@pytest.mark.parametrize(
    ("options", "piped", "status", "found"),
    [
        pytest.param(
            ("-i", "-"), "name,domain\nJane Doe,example.com\n", Status.DONE, "jane.doe@example.com", id="-i -"
        ),
        pytest.param(
            (), "name,domain\nJane Doe,example.com\n", Status.DONE, "jane.doe@example.com", id="a pipe"
        ),
        pytest.param((), "name,domain\n,example.com\n", Status.SOME_PROBLEMS, "no_name: ", id="a problem"),
        pytest.param((), "name,domain\n", Status.DONE, "guess_email", id="a header alone"),
        pytest.param((), "", Status.DONE, "guess_email,", id="nothing"),
        pytest.param(
            ("--format", "table"), "name,domain\nJane Doe,example.com\n", Status.USAGE, "", id="a table"
        ),
        pytest.param(("-i", "none.csv"), "", Status.FAILED, "", id="no such file"),
        pytest.param((), "a,b\n1,2\n", Status.USAGE, "", id="no header that is known"),
    ],
)
def test_lists(tmp_path: Path, options: tuple[str, ...], piped: str, status: Status, found: str) -> None:
    done = run("guess", "--no-mx", *options, piped=piped, cwd=tmp_path)
    assert done.returncode == status
    assert found in done.stdout
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_what_was_learned_counts_and_who_is_to_be_left_alone_is(tmp_path: Path) -> None:
    env = {"GUESSMAIL_STORE": str(tmp_path / "store.db")}
    assert (
        run(
            "learn", "-", piped="Bob Jones <bjones@example.com>\nAnn Lee <alee@example.com>\n", env=env
        ).returncode
        == 0
    )
    assert run(*JANE, "-n", "1", env=env).stdout == "jdoe@example.com\n"
    assert run(*JANE, "-n", "1", "--no-store", env=env).stdout == "jane.doe@example.com\n"
    assert run("suppress", "add", "Jane Doe", "example.com", env=env).returncode == 0
    left_alone = run(*JANE, env=env)
    assert (left_alone.returncode, left_alone.stdout) == (Status.NOTHING, "")
    assert "do-not-contact list" in left_alone.stderr
    assert "doe" not in left_alone.stderr.lower()
