"""No escape sequence reaches a terminal, from whatever source: the installed program writes to a real one."""

import contextlib
import os
import pty
import re
from pathlib import Path

import pytest

from guessmail.text import printable_lines
from program import run_bytes, start

CSI = "\x1b[2J\x1b[31m"
EVIL = f"\x1b]0;owned\x07\x9d52;c;eA==\x9c{CSI}\x9b2J\x07\b\b\rError: none\u202eevil\u2066"
"""OSC and CSI, each also in one byte (C1), BEL, backspaces, a carriage return, and marks that turn the order of letters."""
FORBIDDEN = "".join(map(chr, [*range(9), *range(11, 32), *range(127, 160)])) + "\u202e\u2066"


def shown(folder: Path, *arguments: str | bytes, width: int = 400, env: dict[str, str] | None = None) -> str:
    """Return what the program shows on a terminal."""
    owner, terminal = pty.openpty()
    variables = {
        "GUESSMAIL_STORE": str(folder / "store.db"), "GUESSMAIL_MX": "0", "COLUMNS": str(width),
        "TERM": "dumb", "LC_ALL": "C.UTF-8", **(env or {}),
    }  # fmt: skip
    with Path(os.devnull).open() as nothing:
        wait = start(
            *arguments, stdin=nothing.fileno(), stdout=terminal, stderr=terminal, cwd=folder, env=variables
        )
    os.close(terminal)
    data = b""
    with contextlib.suppress(OSError):  # Linux says so that the other end is closed
        while more := os.read(owner, 1 << 16):
            data += more
    os.close(owner)
    wait()
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def prepared(folder: Path, evil: str) -> None:
    """Make files of each kind that hold a sequence, and a store that does."""
    name = f"Jane {evil}Doe"
    note, escaped = evil if evil > " " else "x", "".join(f"\\u{ord(c):04x}" for c in evil)
    files = {
        "list.csv": f"name,domain,note\n{name},acme.example,{evil}x\n",
        "list.jsonl": f'{{"name": "Jane Doe", "domain": "acme.example", "note": "{note}"}}\n',
        "known.txt": f"Bob {evil}Jones <bob.jones@acme.example>\n",
        "companies.csv": f"company,domain\nAcme {evil}x,acme.example\n",
        "two.csv": f"company,domain\nA{evil}x,a.example\nA{evil}x,b.example\n",
        "unknown.csv": f"name,company\nJane Doe,No {evil}Such\n",
        "bad.yaml": f'patterns:\n  - pattern: "{escaped}"\n    share: 1\n',
        "header.csv": f"nom{evil},b\n",
        f"evil{evil}.csv": "name,email\nAnn Lee,ann.lee@acme.example\n",
        "box": (
            "From MAILER Mon May  4 09:00:00 2026\nSubject: x\nContent-Type: multipart/report; boundary=x\n\n--x\n"
            "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
            f"Final-Recipient: rfc822; ann.lee@acme.example\nAction: delivered\nStatus: 2.0.0{evil}x\n\n--x--\n"
        ),
    }
    for file, text in files.items():  # in bytes, which a name is whatever the locale
        with open(os.path.join(os.fsencode(folder), file.encode()), "wb") as opened:  # noqa: PTH118, PTH123
            opened.write(text.encode())


COMMANDS: dict[str, tuple[str, ...]] = {
    "a list": ("guess", "-i", "list.csv"),
    "a list as JSON": ("guess", "-i", "list.csv", "--format", "jsonl"),
    "a list to /dev/stdout": ("guess", "-i", "list.csv", "-o", "/dev/stdout"),
    "JSON Lines": ("guess", "-i", "list.jsonl"),
    "a name": ("guess", "NAME", "acme.example", "--explain", "--samples", "known.txt"),
    "a name as JSON": ("guess", "NAME", "acme.example", "--format", "jsonl"),
    "a domain": ("guess", "Jane Doe", "acme.EVIL.example"),
    "a sample": ("guess", "Jane Doe", "acme.example", "--sample", "EVIL"),
    "companies": ("guess", "Jane Doe", "EVIL Such", "--companies", "companies.csv"),
    "two domains of a company": ("guess", "Jane Doe", "A", "--companies", "two.csv"),
    "unknown companies": ("guess", "-i", "unknown.csv"),
    "a header": ("guess", "-i", "header.csv"),
    "a catalogue": ("patterns", "--check", "bad.yaml"),
    "a file that is not there": ("guess", "-i", "noEVIL.csv"),
    "a file": ("learn", "evilEVIL.csv"),
    "words": ("learn", "known.txt", "--source", "fair EVIL list", "--referred-by", "EVIL"),
    "a company": ("learn", "--company", "Acme EVIL=acme.example"),
    "a note": ("suppress", "add", "eve@b.example", "--note", "EVIL"),
    "notes": ("suppress", "list"),
    "a report": ("outcome", "delivered", "box"),
    "why": ("why", "ann.lee@acme.example", "--full"),
    "why, as JSON": ("why", "ann.lee@acme.example", "--full", "--format", "json"),
    "formats": ("formats", "acme.example"),
    "all formats": ("formats",),
    "formats as JSON": ("formats", "acme.example", "--format", "jsonl"),
    "an evaluation": ("formats", "--evaluate"),
    "an export": ("store", "export"),
    "a command": ("EVIL",),
    "an option": ("guess", "--EVIL"),
    "an option's value": ("guess", "Jane Doe", "acme.example", "--format", "EVIL"),
    "check": ("check", "EVIL.example"),
    "check of an address": ("check", "EVIL@acme.example"),
    "forget": ("forget", "EVIL"),
}


def test_no_sequence_reaches_a_terminal(tmp_path: Path) -> None:
    prepared(tmp_path, EVIL)
    said = {}
    for source, command in COMMANDS.items():
        arguments = [one.replace("NAME", f"Jane {EVIL}Doe").replace("EVIL", EVIL) for one in command]
        said[source] = shown(tmp_path, *arguments)
        own = said[source].replace("\r\x1b[K", "").replace("\x1b[0m", "").replace("\x1b[1m", "")
        assert not {c for c in own if c in FORBIDDEN}, f"{source}: {said[source]!r}"
        assert CSI not in said[source], f"{source}: {said[source]!r}"
        assert "Traceback" not in said[source], said[source]
    assert "ann.lee@acme.example" in said["why"]
    assert "acme.example" in said["a list"]


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
TABLES = {
    ("guess", "Maximilian Doe-Smith", "long-name-of-a-company.example", "-q"): [
        f"maximilian.{family}@long-name-of-a-company.example" for family in ("doe", "smith", "doe-smith")
    ],
    ("check", "long-name-of-a-company.example", "-q"): ["long-name-of-a-company.example"],
    ("domain", "Long Name Of Company", "-n", "3"): ["longname.com"],
    ("formats", "long-name-of-a-company.example"): ["long-name-of-a-company.example"],
    ("patterns",): ["{first}.{last}"],
}


@pytest.mark.parametrize("env", [{}, ASCII], ids=["UTF-8", "ASCII"])
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("command", TABLES, ids=lambda command: command[0])
def test_tables_cut_nothing(
    tmp_path: Path, command: tuple[str, ...], width: int, env: dict[str, str]
) -> None:
    text = shown(tmp_path, *command, width=width, env=env)
    assert "Traceback" not in text, text
    assert "…" not in text
    assert "\ufffd" not in text
    assert text.isascii() or not env
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    first_cells = "".join(re.split(r"  |\n", line + "  ")[0].strip() for line in plain.splitlines())
    assert any(one in first_cells or one in plain for one in TABLES[command]), text


def test_colours_reach_a_terminal(tmp_path: Path) -> None:
    for command in TABLES:
        if command[0] != "patterns":
            text = shown(tmp_path, *command, env={"TERM": "xterm"})
            assert "\x1b[" in text
            assert "\ufffd" not in text


def test_what_goes_to_a_pipe_is_left_as_it_is(tmp_path: Path) -> None:
    prepared(tmp_path, CSI)
    done = run_bytes("guess", "-i", "list.csv", "--no-mx", "--no-store", cwd=tmp_path)
    assert CSI.encode() in done.stdout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane\tDoe\r\nBob\n", "Jane\tDoe\nBob\n"),
        ("a\x1b[31mb\x07", "a\ufffd[31mb\ufffd"),
        ("a\u00a0b\u3000c", "a b c"),
        ("\u202eabc\u2069", "\ufffdabc\ufffd"),
        ("\x9b2J\x7f\ud800", "\ufffd2J\ufffd\ufffd"),
        ("Jürgen 王小明 ✓", "Jürgen 王小明 ✓"),
    ],
)
def test_text_for_terminals(text: str, expected: str) -> None:
    assert printable_lines(text) == expected
