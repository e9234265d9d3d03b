"""Completion: what the program answers, and what becomes of a line with a tab typed into each shell."""

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from program import HANG, PROGRAM, environment, run

SHELLS = ("bash", "zsh", "fish")

ANSWERS = [
    ("gu", "guess"),
    ("guess --min", "--min-probability"),
    ("guess --format js", "jsonl"),
    ("suppress im", "import"),
]


@pytest.mark.parametrize(("typed", "offered"), ANSWERS)
@pytest.mark.parametrize("shell", SHELLS)
def test_what_the_program_answers(shell: str, typed: str, offered: str) -> None:
    words = ["guessmail", *typed.split()]
    variables = environment(
        _GUESSMAIL_COMPLETE=f"{shell}_complete",
        COMP_WORDS=" ".join(words if shell != "fish" else words[:-1]),
        COMP_CWORD=words[-1] if shell == "fish" else str(len(words) - 1),
    )
    done = run(env=variables)
    assert offered in done.stdout.replace(",", "\n").replace("\t", "\n").split("\n"), done


START = {
    "bash": """
        source <(guessmail completion bash)
        guessmail() { echo "ran: $*."; }
        PS1="ready"
    """,
    "zsh": """
        autoload -Uz compinit && compinit -u -D
        source <(guessmail completion zsh)
        guessmail() { print -r -- "ran: $*." }
        PS1="ready"
    """,
    "fish": """
        guessmail completion fish | source
        function guessmail; echo "ran: $argv."; end
        function fish_prompt; echo ready; end
    """,
}
"""What a start-up file says; then a function takes the program's place, and prints what it would be run with."""


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("form\t", "formats"),
        ("guess --min\t", "guess --min-probability"),
        ("guess --format csv --keep\t", "guess --format csv --keep-undeliverable"),
        ("suppress im\t", "suppress import"),
        ("completion f\t", "completion fish"),
    ],
    ids=lambda value: value.strip(),
)
@pytest.mark.parametrize("shell", SHELLS)
def test_a_tab_completes_the_line(shell: str, typed: str, completed: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if not program:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / ".zshrc").write_text(START["zsh"])
    (tmp_path / "bashrc").write_text(START["bash"])
    arguments = {
        "bash": ("--noprofile", "--rcfile", str(tmp_path / "bashrc"), "-i"),
        "zsh": ("--no-globalrcs", "-i"),
        "fish": ("--no-config", "--interactive", "--init-command", START["fish"]),
    }
    folders = dict.fromkeys(("HOME", "ZDOTDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    path = f"{Path(PROGRAM).parent}:{os.environ['PATH']}"
    with _Terminal([program, *arguments[shell]], environment(PATH=path, TERM="dumb", **folders)) as terminal:
        terminal.wait_for("ready")
        terminal.type(f"guessmail {typed}\r")
        assert terminal.wait_for("ran: ", ".").rstrip() == completed


class _Terminal:
    """A program at a terminal of its own."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        # A shell minds whether the terminal is the one that controls it.
        start = "import os, sys; os.login_tty(0); os.execv(sys.argv[1], sys.argv[1:])"
        self._process = subprocess.Popen([sys.executable, "-c", start, *command], stdin=theirs, env=env)
        os.close(theirs)
        self._shown = ""

    def __enter__(self) -> "_Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def wait_for(self, start: str, end: str = "") -> str:
        """Read until both were shown, and return what stands between them."""
        while end not in self._shown.partition(start)[2] or start not in self._shown:
            assert select.select([self._ours], [], [], HANG)[0], self._shown
            self._shown += os.read(self._ours, 4096).decode(errors="replace")
        return self._shown.partition(start)[2].partition(end or "\0")[0]
