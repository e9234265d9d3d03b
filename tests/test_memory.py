"""What is remembered, and what `guess` makes of it: whole journeys through the installed program."""

import csv
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from guessmail.names import Name, read_name
from program import Ran, run

Shell = Callable[..., Ran]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return the program with a store of its own, of which there is nothing yet."""

    def call(*arguments: object, piped: str = "", **env: str) -> Ran:
        variables = {"GUESSMAIL_STORE": str(tmp_path / "store.db"), "GUESSMAIL_MX": "0", **env}
        return run(*map(str, arguments), piped=piped, env=variables)

    return call


def guesses(
    shell: Shell, name: str = "Jane Doe", domain: str = "example.com", *options: str
) -> dict[str, float]:
    """Return what is offered, the best first."""
    done = shell("guess", name, domain, "--format", "csv", "-q", *options)
    return {row["address"]: float(row["probability"]) for row in csv.DictReader(done.stdout.splitlines())}


def first(found: dict[str, float]) -> str:
    return next(iter(found))


def repository(folder: Path) -> Path:
    """Make a git repository whose authors have addresses of one format."""
    path = folder / "project"
    subprocess.run(["git", "init", "-q", str(path)], check=True)  # noqa: S607
    for name, address in (("Ann Lee", "lee.ann"), ("Bob Jones", "jones.bob"), ("Max Moe", "moe.max")):
        who = ["-c", f"user.name={name}", "-c", f"user.email={address}@example.com"]
        command = ["git", *who, "-C", str(path), "commit", "-q", "--allow-empty", "-m", "x"]
        subprocess.run(command, check=True)
    return path


def mailbox(folder: Path) -> Path:
    path = folder / "mail.mbox"
    people = {
        "=?utf-8?q?J=C3=BCrgen_M=C3=BCller?=": "jmueller",
        "=?utf-8?q?Ann_Lee?=": "alee",
        "Max Moe": "mmoe",
    }
    path.write_text(
        "".join(f"From x\nFrom: {name} <{local}@example.com>\n\nHi\n\n" for name, local in people.items())
    )
    return path


def card(version: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "people.vcf"
        people = {"Ann Lee": "ann_lee", "Bob Jones": "bob_jones", "Max Moe": "max_moe"}
        path.write_text(
            "".join(
                f"BEGIN:VCARD\nVERSION:{version}\nFN:{name}\nEMAIL:{local}@example.com\nEND:VCARD\n"
                for name, local in people.items()
            )
        )
        return path

    return make


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(repository, "doe.jane@example.com", id="git"),
        pytest.param(mailbox, "jdoe@example.com", id="mbox"),
        pytest.param(card("3.0"), "jane_doe@example.com", id="vCard 3.0"),
        pytest.param(card("4.0"), "jane_doe@example.com", id="vCard 4.0"),
    ],
)
def test_learned_formats_are_used_and_named(
    shell: Shell, tmp_path: Path, make: Callable[[Path], Path], expected: str
) -> None:
    source = make(tmp_path)
    assert shell("learn", source).returncode == 0
    assert first(guesses(shell)) == expected
    assert first(guesses(shell, "Jane Doe", "example.com", "--no-store")) == "jane.doe@example.com"
    answer = shell("why", expected)
    assert source.name in answer.stdout
    assert "We guessed it on " in answer.stdout
    assert "lee" not in answer.stdout  # whose addresses they are is for --full


def test_a_learned_umlaut_is_used(shell: Shell, tmp_path: Path) -> None:
    shell("learn", mailbox(tmp_path))
    assert first(guesses(shell, "Jörg Köhler")) == "jkoehler@example.com"


def test_a_company_that_was_learned(shell: Shell) -> None:
    unknown = shell("guess", "Jane Doe", "Acme Corp")
    assert unknown.returncode == 3
    assert "Acme Corp's domain is not known." in unknown.stderr
    shell("learn", "--company", "Acme Corporation=acme.example")
    assert first(guesses(shell, "Jane Doe", "ACME Corp.")).endswith("@acme.example")
    listed = shell("guess", "--format", "csv", piped="name,company\nJane Doe,Acme\nBob Jones,Other\n")
    assert listed.returncode == 4
    assert "@acme.example" in listed.stdout.splitlines()[1]
    assert "unknown_company: " in listed.stdout.splitlines()[2]
    assert "1  Other" in listed.stderr


def test_related_domains_lend_evidence(shell: Shell, tmp_path: Path) -> None:
    people = {"Ann Lee": "alee", "Bob Jones": "bjones", "Max Moe": "mmoe"}
    source = tmp_path / "people.txt"
    source.write_text("".join(f"{name} <{local}@acme.example.com>\n" for name, local in people.items()))
    shell("learn", source)
    own = guesses(shell, "Jane Doe", "acme.example.com")["jdoe@acme.example.com"]
    usual = guesses(shell, "Jane Doe", "unrelated.test")["jdoe@unrelated.test"]
    for related in ("example.com", "eu.example.com", "example.org"):
        assert usual < guesses(shell, "Jane Doe", related)[f"jdoe@{related}"] < own
    explained = shell("guess", "Jane Doe", "example.com", "--explain").stderr
    assert "Known addresses at example.com: 0, and 3 at related domains" in explained
    assert "acme.example.com" in explained


SPELLINGS = ("Doe, Jane", "JANE DOE", "Dr. Jane A. Doe", "Jane Doe", "jane doe <x@example.org>")


def test_a_suppressed_person_is_offered_under_no_name(shell: Shell, tmp_path: Path) -> None:
    explained = shell("guess", "Jane Doe", "example.com", "--explain").stderr
    shell("suppress", "add", "Jane Doe", "example.com")
    names = {*SPELLINGS, *names_of(explained)}
    assert len(names) > len(SPELLINGS)
    for name in SPELLINGS:
        alone = shell("guess", name, "example.com")
        assert (alone.returncode, alone.stdout) == (3, ""), name
        assert "do-not-contact list" in alone.stderr
    rows = "".join(f'"{name}",example.com\n' for name in sorted(names))
    for options in (("--format", "csv"), ("--format", "csv", "-n", "3")):
        listed = shell("guess", *options, piped=f"name,domain\n{rows}Bob Jones,example.com\n")
        assert listed.returncode == 4
        *left_alone, other = csv.DictReader(listed.stdout.splitlines())
        assert {row["guess_email"] for row in left_alone} == {""}
        assert all(row["guess_problem"].startswith("suppressed: ") for row in left_alone)
        assert other["guess_email"] == "bob.jones@example.com"
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir()).lower()
    assert all(trace not in held for trace in (b"jane", b"doe", b"example"))


def names_of(explained: str) -> set[str]:
    """Return a name for each reading, spelling and nickname that the explanation prints."""
    found = set()
    for line in re.findall(r"^ +\d+ %  (.*)$", explained, re.MULTILINE):
        parts = {part.split()[0]: part for part in line.split(" · ")}
        words = {key: re.split(r"[(), ]+", part)[1:] for key, part in parts.items()}
        for given in words.get("given", [""]):
            for family in words.get("family", [""]):
                name = f"{given} {family}".strip()
                if name and isinstance(read_name(name), Name):
                    found.add(name)
    return found


@pytest.mark.parametrize("option", [(), ("--pattern", "{first}.{last}")])
def test_a_suppressed_address_takes_those_along_who_could_have_it(
    shell: Shell, option: tuple[str, ...]
) -> None:
    shell("suppress", "add", "jdoe@example.com")
    assert shell("guess", "Jane Doe", "example.com", *option).returncode == 3
    assert shell("guess", "Bob Jones", "example.com", *option).returncode == 0
    assert shell("guess", "Jane Doe", "example.com", "--no-store", *option).returncode == 0


def test_a_bounce_moves_the_next_guess_and_undo_moves_it_back(shell: Shell, tmp_path: Path) -> None:
    source = tmp_path / "people.txt"
    source.write_text("Ann Lee <alee@example.com>\nBob Jones <bob.jones@example.com>\n")
    shell("learn", source)
    before, colleague = guesses(shell), guesses(shell, "Max Moe")
    bounced = first(before)
    assert shell("outcome", "bounced", bounced).returncode == 0
    after = guesses(shell, "Jane Doe", "example.com", "-n", "50", "--min-probability", "0")
    assert bounced not in after
    assert first(after) != bounced
    moved = guesses(shell, "Max Moe")
    pattern = bounced.replace("jane", "max").replace("doe", "moe").replace("jmoe", "mmoe")
    assert moved[pattern] < colleague[pattern]
    listed = shell("guess", "--format", "csv", piped="name,domain\nJane Doe,example.com\n").stdout
    assert bounced not in listed
    shell("outcome", "undo", bounced)
    assert (guesses(shell), guesses(shell, "Max Moe")) == (before, colleague)


def test_a_bounce_without_samples_moves_the_prior(shell: Shell) -> None:
    before, colleague = guesses(shell), guesses(shell, "Max Moe")
    shell("outcome", "bounced", first(before))
    assert first(guesses(shell)) != first(before)
    assert guesses(shell, "Max Moe")["max.moe@example.com"] < colleague["max.moe@example.com"]


def test_a_delivered_address_is_strong_evidence(shell: Shell, tmp_path: Path) -> None:
    source = tmp_path / "people.txt"
    source.write_text("Ann Lee <ann_lee@example.com>\n")
    shell("learn", source)
    before = guesses(shell)["jane_doe@example.com"]
    shell("outcome", "delivered", "ann_lee@example.com")
    assert guesses(shell)["jane_doe@example.com"] > before


def test_runs_are_remembered_where_there_is_a_store(shell: Shell, tmp_path: Path) -> None:
    shell("guess", piped="name,domain\nJane Doe,example.com\n")
    assert list(tmp_path.iterdir()) == []
    shell("learn", "--company", "Acme=acme.example")
    shell("guess", piped="name,domain\nJane Doe,example.com\nBob Jones,example.com\n")
    shell("guess", "Max Moe", "example.com")
    for address in ("jane.doe@example.com", "bob.jones@example.com", "max.moe@example.com"):
        (offer,) = json.loads(shell("why", address, "--format", "json").stdout)["offered"]
        assert offer["pattern"] == "{first}.{last}"
        assert offer["options"]["min_probability"] == 0.005
    assert b"jane" not in (tmp_path / "store.db").read_bytes().lower()
    shell("forget", "Doe, Jane", "example.com")
    assert json.loads(shell("why", "jane.doe@example.com", "--format", "json").stdout)["offered"] == []
    assert shell("guess", "Max Moe", "example.com", "--no-store").returncode == 0
    assert len(json.loads(shell("why", "max.moe@example.com", "--format", "json").stdout)["offered"]) == 1


def test_a_store_that_cannot_be_written_is_read_nonetheless(shell: Shell, tmp_path: Path) -> None:
    shell("learn", mailbox(tmp_path))
    (tmp_path / "store.db").chmod(0o400)
    assert first(guesses(shell)) == "jdoe@example.com"


@pytest.mark.parametrize("damage", [b"SQLite format 3\0" + b"x" * 5000, b"no store"])
def test_a_damaged_store_ends_the_run_and_names_the_way_out(
    shell: Shell, tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / "store.db").write_bytes(damage)
    done = shell("guess", "Jane Doe", "example.com")
    assert (done.returncode, done.stdout) == (1, "")
    assert "--no-store" in done.stderr
    assert "Traceback" not in done.stderr
    assert shell("guess", "Jane Doe", "example.com", "--no-store").returncode == 0
    assert (tmp_path / "store.db").read_bytes() == damage


# --rate and --learn-from-list


def test_the_rate_of_one_address(shell: Shell) -> None:
    offered = guesses(shell)
    for address, probability in offered.items():
        done = shell("guess", "Jane Doe", "example.com", "--rate", address)
        assert (done.returncode, float(done.stdout)) == (0, probability)
    beyond = shell("guess", "Jane Doe", "example.com", "--rate", "doe_jane@example.com", "-n", "1").stdout
    assert 0 < float(beyond) < min(offered.values())
    assert shell("guess", "Jane Doe", "--rate", "x7@example.com").stdout == "0\n"
    assert shell("guess", "Jane Doe", "jane.doe@example.com", "--rate").stdout != ""
    row = shell("guess", "Jane Doe", "--rate=JDoe@example.com", "--format", "csv").stdout.splitlines()[1]
    assert row.startswith("JDoe@example.com,")
    wrong = shell("guess", "Jane Doe", "example.com", "--rate")
    assert wrong.returncode == 2
    assert "--rate jane.doe@acme.com" in wrong.stderr


def test_the_rates_of_a_list_are_those_of_one(shell: Shell) -> None:
    addresses = ("jane.doe@example.com", "doe_jane@example.com", "x7@example.com", "")
    given = "name,domain,email\n" + "".join(f"Jane Doe,example.com,{address}\n" for address in addresses)
    done = shell("guess", "--rate", "--format", "csv", piped=given)
    rows = list(csv.DictReader(done.stdout.splitlines()))
    alone = [shell("guess", "Jane Doe", "--rate", address).stdout.strip() for address in addresses[:3]]
    assert [row["guess_rate"] for row in rows] == [*alone, ""]


def test_rows_teach_each_other_but_not_themselves(shell: Shell) -> None:
    people = {"Ann Lee": "lee_ann", "Bob Jones": "jones_bob", "Max Moe": "moe_max", "Jane Doe": ""}
    given = "name,domain,email\n" + "".join(
        f"{name},example.com,{local and local + '@example.com'}\n" for name, local in people.items()
    )
    given += "Eve Stone,alone.test,stone_eve@alone.test\n"
    done = shell("guess", "--rate", "--learn-from-list", "--format", "csv", piped=given)
    rows = {row["name"]: row for row in csv.DictReader(done.stdout.splitlines())}
    assert rows["Jane Doe"]["guess_email"] == "doe_jane@example.com"
    assert rows["Jane Doe"]["guess_basis"] == "samples"
    assert 0.3 < float(rows["Ann Lee"]["guess_rate"]) < 1
    assert float(rows["Eve Stone"]["guess_rate"]) < 0.1


@pytest.mark.parametrize("command", [("guess", "Max Moe", "example.com"), ("suppress", "list"), ("formats",)])
def test_a_store_that_others_can_read_is_mended_with_a_notice(
    shell: Shell, tmp_path: Path, command: tuple[str, ...]
) -> None:
    shell("learn", "--company", "Acme=acme.example")
    store = tmp_path / "store.db"
    store.chmod(0o644)
    assert f"Other users could read {store}; now only you can.\n" in shell(*command).stderr
    assert "Other users" not in shell(*command).stderr
