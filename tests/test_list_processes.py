"""`--jobs`: several processes write what one writes, and leave what one leaves."""

import csv
import os
import signal
import subprocess
from pathlib import Path

import pytest

from dns_server import DnsServer, Zone
from program import HANG, PROGRAM, environment, run, until

GIVEN = "Jane Bob Ann Müller Søren Li Maria-Jose Robert Zoë Karl".split()
FAMILY = "Doe Jones Lee Østergård Wang García van|der|Berg Smith-Jones O'Neil Kim".split()
DOMAINS = "known.test acme.test www.acme.test eu.known.test left.test gmail.com other.test".split()
ROWS = 620
"""More than a part that one process answers."""
ODD = ["", ",", "Jane Doe", "12345,acme.test,", '"Doe, Jane",acme.test,x,more', "Jane Doe,co.uk,"]
SAMPLES = ["Bob Jones <bjones@known.test>", "Ann Lee <alee@known.test>", "Jane Roe <roe.jane@other.test>"]


def people(count: int) -> list[str]:
    """Return rows of a list, the odd ones among them."""
    rows = [
        f"{GIVEN[at % 10]} {FAMILY[at // 10 % 10].replace('|', ' ')},{DOMAINS[at % 7]},{at}"
        for at in range(count)
    ]
    return [
        row for at, row in enumerate(rows) for row in ([row, ODD[at // 80 % 6]] if at % 80 == 7 else [row])
    ]


def listed(count: int) -> str:
    return "\n".join(["name,domain,note", *people(count)]) + "\n"


LIST, SHORT = listed(ROWS), listed(120)
COMPANIES = (
    "\n".join(["name,company,website", *(
        f"{GIVEN[at % 10]} {FAMILY[at // 10 % 10]},Firm {at // 3 % 400} Ltd,{f'firm{at // 3 % 400}.test' if at % 3 == 2 else ''}"
        for at in range(120)
    )]) + "\n"
)  # fmt: skip
RATED = "name,domain,email\n" + "".join(
    f"{GIVEN[at % 10]} {FAMILY[at // 10 % 10]},{DOMAINS[at % 7]},{GIVEN[at % 3]}.{FAMILY[at % 2]}@{DOMAINS[at % 4]}\n"
    for at in range(120)
)


def written(jobs: str, *options: str, given: str = LIST) -> tuple[int, str, str]:
    done = subprocess.run(
        [PROGRAM, "guess", *options, "--jobs", jobs],
        input=given, capture_output=True, encoding="utf-8",
        env=environment(GUESSMAIL_RECORD="1"), timeout=HANG, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def written_by_one(*options: str, given: str = LIST) -> tuple[int, str, str]:
    done = run("guess", *options, piped=given, env={"GUESSMAIL_RECORD": "1"})
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("options", "given"),
    [
        ((), LIST),
        (("--top", "3", "--safe-csv"), SHORT),
        (("--format", "jsonl"), SHORT),
        (("--pattern", "flast"), SHORT),
        (tuple(part for sample in SAMPLES for part in ("--sample", sample)), SHORT),
        (("--learn-from-list", "--rate"), RATED),
        ((), COMPANIES),
        ((), "name,domain\n"),
        ((), LIST.splitlines()[0] + '\nJane Doe,"acme.test\n'),
    ],
    ids=["rows", "three", "json lines", "one pattern", "samples", "rate", "companies", "no rows", "broken"],
)
def test_several_processes_write_what_one_writes(options: tuple[str, ...], given: str) -> None:
    one = written_by_one(*options, "--no-mx", "--no-store", given=given)
    assert written("2", *options, "--no-mx", "--no-store", given=given) == one
    assert one[2], "there is a summary, or a message"


def test_all_cores() -> None:
    assert written("0", "--no-mx", "--no-store") == written_by_one("--no-mx", "--no-store")


def test_samples_and_people_to_leave_alone_of_a_store(tmp_path: Path) -> None:
    def store(name: str) -> str:
        path = str(tmp_path / name)
        assert run("learn", "-", "--store", path, piped="\n".join(SAMPLES)).returncode == 0
        for who in (["left.test"], ["Jane Doe", "known.test"]):
            assert run("suppress", "add", *who, "--store", path).returncode == 0
        return path

    one = written_by_one("--no-mx", "--store", store("one.db"))
    assert "suppressed" in one[1]
    assert ",samples," in one[1]
    assert written("2", "--no-mx", "--store", store("two.db")) == one
    offered = [
        run("why", "kkim@known.test", "--store", str(tmp_path / name)).stdout for name in ("one.db", "two.db")
    ]
    assert offered[0] == offered[1]
    assert "We guessed it on" in offered[0]


RECORDS = """
acme.test MX 10 mx.acme.test
mx.acme.test A 1.2.3.4
known.test MX 0 .
eu.known.test A 1.2.3.4
"""


def test_dns(tmp_path: Path) -> None:
    """Each domain is asked once, whatever the number of processes, and none of those to leave alone."""
    store = str(tmp_path / "store.db")
    assert run("suppress", "add", "left.test", "--store", store).returncode == 0
    results, asked = [], []
    for jobs in ("1", "2"):
        with DnsServer(Zone(RECORDS)) as server:
            options = ("--resolver", server.address, "--no-cache", "--dns-timeout", "60", "--store", store)
            results.append(written(jobs, *options))
            asked.append(sorted(server.asked("MX")))
    assert results[0] == results[1]
    assert "null_mx" in results[0][1]
    assert [name for name in asked[1] if name.endswith("acme.test")] == ["acme.test"]
    assert "left.test" not in asked[1]
    one, several = ({name for name in names if name.endswith(".test")} for names in asked)
    assert one == several


class Held:
    """A DNS server that says nothing of one domain until it is let go, and a run that waits for it."""

    def __init__(self, folder: Path) -> None:
        self.is_held = True
        zone = Zone(RECORDS)
        self.server = DnsServer(
            lambda query, transport: (
                None
                if self.is_held and "held" in query.question[0].name.to_text()
                else zone(query, transport)
            )
        )
        self.source, self.output = folder / "list.csv", folder / "out.csv"
        self.part = folder / "out.csv.part"
        self.source.write_text(
            listed(1100).replace("\n", "\nJörg Doe,acme.test,\n", 1)
            + "Jane Doe,held.test,\nJane Doe,held.example,\n",
            "utf-8",
        )

    def command(self, *more: str, output: Path | None = None) -> list[str]:
        return [
            PROGRAM, "guess", "-i", str(self.source), "-o", str(output or self.output), "--resolver", self.server.address,
            "--no-cache", "--no-store", "--dns-timeout", "3600", *more,
        ]  # fmt: skip

    def start(self, jobs: int) -> "subprocess.Popen[str]":
        """Start a run, and return once it has written rows."""
        process = subprocess.Popen(
            self.command("--jobs", str(jobs)), env=environment(), stderr=subprocess.PIPE, encoding="utf-8"
        )
        until(
            lambda: (
                process.poll() is not None or (self.part.exists() and self.part.read_bytes().count(b"\n") > 1)
            )
        )
        assert process.poll() is None, "it waits for DNS"
        return process


def workers_of(process: int) -> list[int]:
    """Return the processes that answer for another one."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def is_gone(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the processes of a run are found in /proc")
@pytest.mark.parametrize(
    ("number", "status", "jobs_then"),
    [
        ("parent", -signal.SIGKILL, 1),
        ("child", 1, 3),
        ("interrupt", -signal.SIGINT, 1),
        ("terminate", -signal.SIGTERM, 2),
    ],
)
def test_killed_and_resumed(tmp_path: Path, number: str, status: int, jobs_then: int) -> None:
    held = Held(tmp_path)
    with held.server:
        process = held.start(2)
        workers = workers_of(process.pid)
        assert len(workers) == 2
        match number:
            case "parent":
                process.kill()
            case "child":
                os.kill(workers[0], signal.SIGKILL)
                held.is_held = False
            case "interrupt":
                process.send_signal(signal.SIGINT)
            case _:
                process.terminate()
        message = process.communicate(timeout=HANG)[1]
        assert process.returncode == status
        assert "Traceback" not in message
        assert ("--resume" in message) == (number in {"child", "interrupt"})
        until(lambda: all(map(is_gone, workers)))
        left = held.part.read_bytes()
        assert left.endswith(b"\n") or number == "parent", "only SIGKILL tears a row that is being written"
        assert not held.output.exists()

        held.is_held = False
        resumed = subprocess.run(
            held.command("--resume", "--jobs", str(jobs_then)),
            env=environment(),
            capture_output=True,
            timeout=HANG,
            check=False,
        )
        assert resumed.returncode == 4
        whole = tmp_path / "whole.csv"
        done = run(*held.command(output=whole)[1:])
        assert held.output.read_bytes() == whole.read_bytes()
        assert resumed.stderr.decode() == done.stderr, "the summary counts all rows"
        assert whole.read_bytes().startswith(left)
        with whole.open(newline="", encoding="utf-8-sig") as file:
            assert len(list(csv.reader(file))) == held.source.read_text("utf-8").count("\n")


def test_rows_come_out_as_they_come_in() -> None:
    with subprocess.Popen(
        [PROGRAM, "guess", "--no-mx", "--no-store", "--jobs", "2"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", env=environment(),
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        for line in ("name,domain", "Jane Doe,acme.test", "Bob Lee,acme.test"):
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            assert process.stdout.readline().startswith(line)
        process.stdin.close()
        assert process.wait(HANG) == 0
